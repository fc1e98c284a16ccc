import type { Memory, Outstanding } from './memory';
import { isDue, MOST_DOWNLOADS, type Policy } from './policy';

/**
 * How many downloads may be made before a count of the waiting documents is needed. With nothing out it is one, so that
 * an empty queue costs one request only; undefined when something bars the way and no count would change that.
 */
export function countAfter(memory: Memory, policy: Policy): 0 | 1 | undefined {
	if (Object.keys(memory.documents).length === 0) return 1;
	return ahead(memory, policy).all ? 0 : undefined;
}

/**
 * How many downloads may be made now. The queue goes round: documents that are out and unconfirmed come before newer
 * ones, so one that is at work, or has only its last download left, bars the way.
 *
 * @param count documents that are released or downloaded and not confirmed, up to 60 s old; undefined if not asked for
 */
export function downloadsAllowed(memory: Memory, policy: Policy, count: number | undefined): number {
	const { documents, confirmed } = memory;
	const known = Object.keys(documents).length;
	// With nothing out, one download in vain costs nothing; how many follow is for a count to say.
	if (known === 0 && count === undefined) return 1;
	const { ids, all } = ahead(memory, policy);
	const unknown = all ? Math.max(0, (count ?? 0) - known - Object.keys(confirmed).length) : 0;
	if (unknown > 0) return ids.length + unknown;
	return ids.findLastIndex((id) => isDue(documents[id], policy)) + 1;
}

/** May it be downloaded once more, be it on the way to another one? Never while its workflow may be at work. */
const mayPass = (document: Outstanding, policy: Policy): boolean =>
	document.downloads < MOST_DOWNLOADS && (document.handOvers === 0 || isDue(document, policy));

/** Outstanding documents that come before any that must not be downloaded, in the order of the queue. */
function ahead(memory: Memory, policy: Policy): { ids: string[]; all: boolean } {
	const order = Object.entries(memory.documents).sort(([, a], [, b]) => a.downloadedAt - b.downloadedAt);
	const barrier = order.findIndex(([, document]) => !mayPass(document, policy));
	const free = barrier < 0 ? order : order.slice(0, barrier);
	return { ids: free.map(([id]) => id), all: barrier < 0 };
}
