import { isConfirmed, type DocumentHistory } from '../queue/history';

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

/** A count is up to 60 s old (bludelta.md 5.6). */
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

/** The memory after this trigger itself has confirmed a document. */
export function withConfirmed(memory: Memory, id: string, now: number): Memory {
	const { [id]: _, ...documents } = memory.documents;
	return { documents, confirmed: { ...memory.confirmed, [id]: now } };
}
