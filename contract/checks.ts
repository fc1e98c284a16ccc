import type { z } from 'zod';
import { isGood, outline, type Answer } from './answer';
import type { Amiss, Check, Expectation, Mark } from './question';

export const different = (seen: string): Amiss => ({ is: 'different', seen });

const expectation =
	(mark: Mark) =>
	(at: string, says: string, readings: Check | Record<string, Check>): Expectation => ({
		...{ at, mark, says },
		readings: typeof readings === 'function' ? { '': readings } : readings,
	});

export const documented = expectation('documented');
export const inferred = expectation('inferred');
/** Nothing is expected: the answer is told, by the name of its reading if it has one. */
export const unknown = (at: string, says: string, readings: Record<string, Check> = {}): Expectation =>
	expectation('unknown')(at, says, readings);

/** Holds for answers that pass the test. */
export const when =
	(test: (answer: Answer, world: Parameters<Check>[1]) => boolean): Check =>
	(answer, world) =>
		test(answer, world) ? undefined : different(outline(answer));

export const status = (...wanted: number[]): Check => when((answer) => wanted.includes(answer.status));
export const taken: Check = when(isGood);
export const refused: Check = when(({ status: is }) => is >= 400 && is < 500);

/** The statement is about answers of one kind only, as good ones; nothing can be said of others. */
export const given =
	(condition: (answer: Answer) => boolean, check: Check): Check =>
	(answer, world) =>
		condition(answer) ? check(answer, world) : { is: 'unclear', seen: outline(answer) };

/** The body fits a schema; members beyond it are more, not different. */
export function body(schema: z.ZodTypeAny): Check {
	return ({ json }) => {
		const { error } = schema.safeParse(json);
		if (!error) return undefined;
		const isMore = error.issues.every(({ code }) => code === 'unrecognized_keys');
		const seen = error.issues
			.slice(0, 4)
			.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
		return { is: isMore ? 'more' : 'different', seen: seen.join('; ') };
	};
}

/** A good answer's body fits a schema. */
export const gives = (schema: z.ZodTypeAny): Check => given(isGood, body(schema));
