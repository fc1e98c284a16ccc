import { awaitedUntil, COUNT_AGE, holdersOf, sharing, type Ledger } from './ledger';
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
export const known = (ledger: Ledger, now: number): number =>
	outstanding(ledger).length + goneLately(ledger, now);

/** Where a document is known: here, and in the ledgers of other credentials that may get it. */
export const whereKnown = (ledger: Ledger, id: string): Ledger[] =>
	sharing(ledger).filter(({ documents }) => documents.has(id));

/** Lets something happen to a document wherever it is known. */
export function happen(ledger: Ledger, id: string, happening: Happening, now: number): void {
	for (const one of whereKnown(ledger, id)) happenHere(one, id, happening, now);
}

/** Lets something happen to a document that is known, for this credential alone. */
export function happenHere({ documents }: Ledger, id: string, happening: Happening, now: number): void {
	const document = documents.get(id)!;
	const state = after(happening, document.state, document.downloads);
	if (state === document.state) return;
	const { refusedAt: _, toldAt: __, polls: ___, ...about } = document;
	// What is gone goes to the end, so that the oldest of them are the first to be forgotten.
	if (state === 'gone') documents.delete(id);
	documents.set(id, { ...about, state, ...(state === 'gone' && { at: now }) });
	const gone = [...documents].filter(([, one]) => one.state === 'gone');
	for (const [old] of gone.slice(0, -MOST_GONE)) documents.delete(old);
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
	for (const { documents } of new Set([ledger, ...whereKnown(ledger, id)])) {
		const before = documents.get(id) ?? { state: 'gone', handOvers: 0, downloads: 0 };
		// At the end: of two that come in the same millisecond, the first one comes first.
		documents.delete(id);
		documents.set(id, {
			...before,
			...about,
			downloads: before.downloads + (before.state === 'gone' ? feared : 0) + 1,
			at: now,
		});
	}
}

/** A workflow gets the document that was just downloaded. */
export function given(ledger: Ledger, id: string, happening: Happening, now: number): void {
	happen(ledger, id, happening, now);
	const byTrigger = happening !== 'take' && { handedOverAt: now, handedOverBy: ledger.holder?.key };
	for (const { documents } of whereKnown(ledger, id)) {
		const document = documents.get(id)!;
		documents.set(id, { ...document, handOvers: document.handOvers + 1, ...byTrigger });
	}
}

/** Lets the time pass: documents at work for longer than `redeliverAfter`, in minutes, are due. */
export function passTime(ledger: Ledger, redeliverAfter: number, now: number): void {
	for (const [id, { at }] of outstanding(ledger)) {
		if (now - at >= redeliverAfter * 60_000) happen(ledger, id, 'late', now);
	}
}

const USUAL_REDELIVER_AFTER = 60;

/**
 * Where no trigger polls any more, nobody confirms what one has handed over, nor finds that its workflow has failed: it may be taken once
 * more, which is told.
 */
export function forgetTrigger(ledger: Ledger, now: number): void {
	if (now < awaitedUntil(ledger)) return;
	for (const [id] of outstanding(ledger)) happen(ledger, id, 'restart', now);
	const minutes = holdersOf(ledger).map(({ redeliverAfter }) => redeliverAfter);
	passTime(ledger, Math.max(USUAL_REDELIVER_AFTER, ...minutes), now);
}
