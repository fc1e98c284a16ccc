import { tried, type Failure } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { count } from './count';
import type { Document } from './lifecycle';
import { IN_QUEUE } from './history';
import { downloaded, goneLately, happen, outstanding, pause, served, type Ledger } from './ledger';
import { feared, isLast, NOTHING_LOST, oneMore, passed } from './lost';
import { downloadNext, type Download, type DownloadOptions } from './nextDocument';

/** Documents that one run has taken, and how many others, unknown ones, wait by the last count. */
export interface Run {
	taken: Set<string>;
	others?: number;
}

export interface Wanted extends DownloadOptions {
	limit: number;
	/** What the same run has taken before. */
	run?: Run;
	/** May this document, which is out already, be downloaded once more? */
	again: (document: Document) => boolean;
	/** Must this one, which came although it is out, be left alone? */
	spares?: (document: Document) => boolean;
	/** A person is there: the download may be the last one of a document. */
	byHand?: boolean;
	/** No download begins that would, by the slowest so far, not end before: of `performance.now()`. */
	deadline?: number;
	/** Says what happens to the document; gives false to end here. */
	take: (next: Download, before: Document | undefined) => Promise<boolean> | boolean;
}

/** Why no more documents were downloaded. */
export type End =
	| { why: 'limit' | 'time' | 'empty' | 'stopped' }
	/** This one came, which is out and may not be handed over. */
	| { why: 'repeat'; id: string }
	/** This one would come next. */
	| { why: 'barred'; id: string }
	/** Answers got lost, and the next download may be the third one of some document. */
	| { why: 'lost' }
	| { why: 'failure'; failure: Failure };

/**
 * Downloads one document after the other until the queue is empty, the limit or the time is reached, or one would come that
 * is out already. The queue goes round: those that are out come before newer ones, in the order of their downloads.
 */
export async function downloadAll(session: Session, ledger: Ledger, wanted: Wanted): Promise<End> {
	const { deadline = Infinity, again, take, run = { taken: new Set<string>() } } = wanted;
	const { taken } = run;
	const most = taken.size + wanted.limit;
	let slowest = 0;
	if (isLast(ledger.lost)) {
		const { failure } = await tried(lookForLost(session, ledger));
		if (failure) return { why: 'failure', failure };
	}
	/** All that waited have come: what lost answers may have cost stands with them. */
	const ended = (why: 'empty'): End => {
		Object.assign(ledger, { lost: NOTHING_LOST, ahead: 0 });
		return { why };
	};
	while (taken.size < most && !session.signal?.aborted) {
		if (isLast(ledger.lost) && !wanted.byHand) return { why: 'lost' };
		const first = outstanding(ledger)[0];
		if (first && !taken.has(first[0]) && !again(first[1])) return { why: 'barred', id: first[0] };
		if (first && taken.has(first[0])) {
			// The first one of this run would come next, unless others wait. A count is a brake here: it never leads to a download.
			const { value, failure } = await tried(Promise.resolve(run.others ?? othersWaiting(session, ledger)));
			if (failure) return { why: 'failure', failure };
			ledger.ahead = run.others = value;
			if (value < 1) return ended('empty');
		}
		const began = performance.now();
		if (began + slowest >= deadline) return { why: 'time' };
		const { next, ...came } = await downloadNext(session, wanted);
		slowest = Math.max(slowest, performance.now() - began);
		if (came.failure) {
			if (came.inVain) {
				const { invoiceId, ...about } = came.of ?? {};
				if (invoiceId) inVain(ledger, invoiceId, about);
				else await unnamedInVain(session, ledger, taken.size ? undefined : first?.[0], run.others);
				pause(ledger, Date.now());
			}
			return { why: 'failure', failure: came.failure };
		}
		served(ledger);
		if (!next) return ended('empty');
		const id = next.document.InvoiceId;
		const before = ledger.documents.get(id);
		const { InvoiceContainerId, FileName } = next.document;
		const about = {
			...(InvoiceContainerId && { invoiceContainerId: InvoiceContainerId.toLowerCase() }),
			...(FileName && { fileName: FileName }),
		};
		const isUnknown = noteDownload(ledger, id, about);
		if (taken.has(id) || (before && wanted.spares?.(before))) {
			happen(ledger, id, 'take', Date.now());
			if (taken.has(id)) ended('empty');
			return { why: 'repeat', id };
		}
		taken.add(id);
		if (run.others !== undefined && isUnknown) run.others--;
		if (!(await take(next, before))) return { why: 'stopped' };
	}
	return { why: 'limit' };
}

/** Documents in the queue that this process does not know. Asked only once there is something to lose. */
async function othersWaiting(session: Session, ledger: Ledger): Promise<number> {
	return (await count(session, IN_QUEUE)) - outstanding(ledger).length - goneLately(ledger, Date.now());
}

/** When no document is out but the known ones, no lost answer has cost anything, or people have seen to it. */
async function lookForLost(session: Session, ledger: Ledger): Promise<void> {
	const out = await count(session, [IN_QUEUE[1]]);
	if (out <= outstanding(ledger).length) ledger.lost = NOTHING_LOST;
}

/** Notes a download. True when nobody knew the document, or thought it to be gone. */
function noteDownload(ledger: Ledger, id: string, about: Parameters<typeof downloaded>[2]): boolean {
	const before = ledger.documents.get(id);
	const isUnknown = !before || before.state === 'gone';
	downloaded(ledger, id, about, Date.now(), feared(ledger.lost));
	if (!isUnknown) return false;
	ledger.lost = passed(ledger.lost);
	ledger.ahead = Math.max(0, ledger.ahead - 1);
	return true;
}

/** A download of this document came to nothing. */
function inVain(ledger: Ledger, id: string, about: Parameters<typeof downloaded>[2] = {}): void {
	noteDownload(ledger, id, about);
	happen(ledger, id, 'take', Date.now());
}

/** A download came to nothing, and it is not known whose: the first one that is out (`first`), or one that nobody knows. */
async function unnamedInVain(
	session: Session,
	ledger: Ledger,
	first: string | undefined,
	counted: number | undefined,
): Promise<void> {
	const unknown = counted ?? (await tried(othersWaiting(session, ledger))).value ?? 1;
	if (first && Math.min(ledger.ahead, unknown) < 1) inVain(ledger, first);
	ledger.lost = oneMore(ledger.lost, unknown);
	ledger.ahead = Math.max(0, ledger.ahead - 1);
}
