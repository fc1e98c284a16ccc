import { isConfirmed, type DocumentHistory } from './queue';

/** A document that was downloaded and is not known to be confirmed. Times in milliseconds since 1970. */
export interface Outstanding {
	invoiceContainerId?: string;
	fileName?: string;
	/** Downloads that are known of; a lost answer may have cost one more. */
	downloads: number;
	/** The last download; unconfirmed documents come again in this order. */
	downloadedAt: number;
	handedOverAt?: number;
	/** How often it was handed over to the workflow; 0 for a document that the user did not ask for. */
	handOvers: number;
	/** Ended in an error, see the setting `documents`. */
	inError: boolean;
	/** It was told that the document is stuck. */
	told?: boolean;
}

/** What a trigger remembers between polls: plain JSON, small. */
export interface Memory {
	/** By invoiceId. */
	documents: Record<string, Outstanding>;
	/** When it was learnt that a document is confirmed, by invoiceId, as long as a count may still include it. */
	confirmed: Record<string, number>;
}

export interface Policy {
	now: number;
	/** Milliseconds after which an unconfirmed document is handed over once more. */
	redeliverAfter: number;
	/** Whether the user asked for documents of this kind. */
	wants: (inError: boolean) => boolean;
}

/** Three are allowed (contract/bludelta.md 5.3); the last one is left to people. */
const MOST_DOWNLOADS = 2;
/** A count is up to 60 s old (contract/bludelta.md 5.6). */
const COUNT_AGE_MS = 61_000;
const FORGET_AFTER_MS = 90 * 24 * 60 * 60_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The memory in a node's static data; anything else there counts as nothing. A copy: the original stays as it is. */
export function recall(stored: unknown): Memory {
	const { documents, confirmed } = isObject(stored) ? stored : {};
	return copyOf({
		documents: isObject(documents) ? (documents as Memory['documents']) : {},
		confirmed: isObject(confirmed) ? (confirmed as Memory['confirmed']) : {},
	});
}

/** n8n's static data is a proxy, which `structuredClone` refuses. */
const copyOf = (memory: Memory) => JSON.parse(JSON.stringify(memory)) as Memory;

/** The memory after a look at the state history: what is confirmed is no longer outstanding. */
export function settle(memory: Memory, histories: DocumentHistory[], now: number): Memory {
	const known = new Map(histories.map((history) => [history.invoiceId, history]));
	const confirmed = Object.entries(memory.confirmed).filter(([, at]) => now - at < COUNT_AGE_MS);
	const documents: Array<[string, Outstanding]> = [];
	for (const [id, document] of Object.entries(memory.documents)) {
		const history = known.get(id);
		if (history && isConfirmed(history)) {
			confirmed.push([id, now]);
		} else if (now - document.downloadedAt < FORGET_AFTER_MS) {
			const listed = history?.states.filter(({ state }) => state === 'Downloaded').length ?? 0;
			documents.push([id, { ...document, downloads: Math.max(document.downloads, listed) }]);
		}
	}
	return { documents: Object.fromEntries(documents), confirmed: Object.fromEntries(confirmed) };
}

/** Should this document be handed over when it comes? Undelivered ones at once, others when their time is over. */
const isDue = ({ handedOverAt, inError }: Outstanding, { now, redeliverAfter, wants }: Policy): boolean =>
	handedOverAt === undefined ? wants(inError) : now - handedOverAt >= redeliverAfter;

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

/** Whether the number of downloads depends on a count: not when nothing is out, nor when something bars the way. */
export const needsCount = (memory: Memory, policy: Policy): boolean =>
	Object.keys(memory.documents).length > 0 && ahead(memory, policy).all;

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

export type Verdict =
	/** For the first time, or once more because nobody confirmed it. */
	| 'handOver'
	| 'handOverAgain'
	/** Not of the kind that the user asked for. */
	| 'unwanted'
	/** At work already. */
	| 'known';

export interface Arrival {
	invoiceId: string;
	invoiceContainerId?: string;
	fileName?: string;
	inError: boolean;
}

/** What to do with a document that has just been downloaded, and the memory with it. */
export function receive(
	memory: Memory,
	arrival: Arrival,
	policy: Policy,
): { verdict: Verdict; memory: Memory } {
	const { invoiceId, ...about } = arrival;
	const before = Object.hasOwn(memory.documents, invoiceId) ? memory.documents[invoiceId] : undefined;
	const verdict = judge(before, arrival, policy);
	const handsOver = verdict === 'handOver' || verdict === 'handOverAgain';
	const document: Outstanding = {
		...before,
		...about,
		downloads: (before?.downloads ?? 0) + 1,
		downloadedAt: policy.now,
		handOvers: (before?.handOvers ?? 0) + (handsOver ? 1 : 0),
		...(handsOver && { handedOverAt: policy.now }),
	};
	return { verdict, memory: { ...memory, documents: { ...memory.documents, [invoiceId]: document } } };
}

function judge(before: Outstanding | undefined, { inError }: Arrival, policy: Policy): Verdict {
	if (before && before.handOvers > 0) return isDue(before, policy) ? 'handOverAgain' : 'known';
	return policy.wants(inError) ? 'handOver' : 'unwanted';
}

/** Documents that the trigger must not download again and nobody has confirmed in time, to be told once. */
export const newlyStuck = (memory: Memory, { now, redeliverAfter }: Policy): string[] =>
	Object.entries(memory.documents)
		.filter(
			([, { downloads, downloadedAt, handedOverAt = downloadedAt, told }]) =>
				!told && downloads >= MOST_DOWNLOADS && now - handedOverAt >= redeliverAfter,
		)
		.map(([id]) => id);

/** The memory with a note that these were told. */
export function withTold(memory: Memory, ids: string[]): Memory {
	const told = ids.map((id) => [id, { ...memory.documents[id], told: true }] as const);
	return { ...memory, documents: { ...memory.documents, ...Object.fromEntries(told) } };
}

/** The memory after this trigger itself has confirmed a document. */
export function withConfirmed(memory: Memory, id: string, now: number): Memory {
	const { [id]: _, ...documents } = memory.documents;
	return { documents, confirmed: { ...memory.confirmed, [id]: now } };
}
