import { member } from '../../shared/http/words';

/** A member of an answer by its name in any letter case, be it within one object more: nobody knows how another version answers. */
export function answerMember(answer: unknown, name: string): unknown {
	const own = member(answer, name);
	if (own !== undefined || typeof answer !== 'object' || answer === null) return own;
	return Object.values(answer)
		.map((inner: unknown) => member(inner, name))
		.find((value) => value !== undefined && value !== null);
}
