import { COUNT_AGE, type Ledger } from './ledger';
import { after, type Document, type Happening } from './lifecycle';

/** Documents that are gone are kept, to be known again if they come back, as long as there are not too many. */
const MOST_GONE = 2000;

/** Documents that were downloaded and may come again, the first to come first. */
export const outstanding = ({ documents }: Ledger): Array<[string, Document]> =>
	[...documents].filter(([, { state }]) => state !== 'gone').sort(([, a], [, b]) => a.at - b.at);

/** Documents gone so lately that a count that the service has kept may still include them. */
export const goneLately = ({ documents }: Ledger, now: number): number =>
	[...documents.values()].filter(({ state, at }) => state === 'gone' && now - at < COUNT_AGE).length;

/** Documents that came so lately that a count may not have seen it yet. */
export const lately = ({ documents }: Ledger, now: number): number =>
	[...documents.values()].filter(({ at }) => now - at < COUNT_AGE).length;

/** Documents that a count of those that are out may include, and that are known. */
export const known = ({ documents }: Ledger, now: number): number =>
	[...documents.values()].filter(({ state, at }) => state !== 'gone' || now - at < COUNT_AGE).length;

/** Lets something happen to a document that is known. */
export function happen(ledger: Ledger, id: string, happening: Happening, now: number): void {
	const document = ledger.documents.get(id);
	if (!document) return;
	const state = after(happening, document.state, document.downloads);
	if (state === document.state) return;
	const { toldAt: _, polls: __, ...about } = document;
	// What is gone goes to the end, so that the oldest of them are the first to be forgotten.
	if (state === 'gone') ledger.documents.delete(id);
	ledger.documents.set(id, { ...about, state, ...(state === 'gone' && { at: now }) });
	const gone = [...ledger.documents].filter(([, one]) => one.state === 'gone');
	for (const [old] of gone.slice(0, -MOST_GONE)) ledger.documents.delete(old);
}

/**
 * Notes a download of a document, whoever made it. Its state is a matter of what happens to it then.
 *
 * @param feared downloads of lost answers that may have been its, if nobody knows it yet
 */
export function downloaded(
	ledger: Ledger,
	id: string,
	about: Pick<Document, 'invoiceContainerId' | 'fileName'>,
	now: number,
	feared = 0,
): void {
	const before = ledger.documents.get(id) ?? { state: 'gone', handOvers: 0, downloads: 0 };
	// At the end: of two that come in the same millisecond, the first one comes first.
	ledger.documents.delete(id);
	ledger.documents.set(id, {
		...before,
		...about,
		downloads: before.downloads + (before.state === 'gone' ? feared : 0) + 1,
		at: now,
	});
}

/** A workflow gets the document that was just downloaded. */
export function given(ledger: Ledger, id: string, happening: Happening, now: number): void {
	happen(ledger, id, happening, now);
	const document = ledger.documents.get(id)!;
	const handOvers = document.handOvers + 1;
	const byTrigger = happening !== 'take' && { handedOverAt: now, handedOverBy: ledger.holder?.key };
	ledger.documents.set(id, { ...document, handOvers, ...byTrigger });
}
