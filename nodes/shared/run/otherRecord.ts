import { member } from '../http/words';

/** How services make IDs of their own: `63168de0cbee…`, or a GUID. */
const MADE = /^[\da-f]{12,}$|^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;

const plain = (id: unknown): string | undefined =>
	typeof id === 'string' || typeof id === 'number' ? String(id).trim().toLowerCase() : undefined;

/**
 * The ID by which an answer names another record than the one that was sent, whose `ids` are by their names; undefined where it names
 * none, or this one too. An `id` that the service has made is its own, unless the sent one looks alike.
 */
export function otherRecord(answer: unknown, ids: Record<string, string>): string | undefined {
	const [own, ...others] = Object.entries(ids);
	if (!own) return undefined;
	const candidates = [own, ...others, ...(others.length ? [] : [['id', own[1]]])];
	const named = candidates.flatMap(([name, sent]) => {
		const id = plain(member(answer, name));
		const isTheirs = name === 'id' && id !== undefined && MADE.test(id) && !MADE.test(sent);
		return id && !isTheirs ? [{ is: id === plain(sent), id: member(answer, name) as string }] : [];
	});
	return named.some(({ is }) => is) ? undefined : named[0] && String(named[0].id);
}
