import { tried, type Failure } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { count, isKept } from './count';
import { called, type Document } from './lifecycle';
import { IN_QUEUE } from './history';
import { downloaded, goneLately, happen, outstanding } from './documents';
import { pause, served, type Ledger } from './ledger';
import { allCame, feared, isLast, oneMore, passed } from './lost';
import { aboutOf } from './downloadAnswer';
import { downloadNext, type Came, type Download, type DownloadOptions } from './nextDocument';

export interface Wanted extends DownloadOptions {
	limit: number;
	/** What the same run has taken before; what it takes is added. */
	taken?: Set<string>;
	/** May this document, which is out already, be downloaded once more? */
	again: (document: Document) => boolean;
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
	/** This one may come next. */
	| { why: 'barred'; id: string }
	/** Answers got lost, and the next download may be the third one of some document. */
	| { why: 'lost' }
	| { why: 'failure'; failure: Failure };

/**
 * Downloads one document after the other until the queue is empty, the limit or the time is reached, or one may come that is
 * out already and must not be downloaded. The queue goes round: those that are out come before newer ones.
 */
export async function downloadAll(session: Session, ledger: Ledger, wanted: Wanted): Promise<End> {
	const { deadline = Infinity, again, take, taken = new Set<string>() } = wanted;
	const most = taken.size + wanted.limit;
	let slowest = 0;
	let others: number | undefined;
	const fearOfAny = await feared(session, ledger);
	while (taken.size < most && !session.signal?.aborted) {
		const { laps, ahead } = ledger.lost;
		const fear = ahead > 0 ? Math.min(fearOfAny, laps - 1) : fearOfAny;
		if (isLast(fear) && !wanted.byHand) return { why: 'lost' };
		const out = outstanding(ledger);
		const barred = out.find(([id, document]) => !taken.has(id) && !again(document));
		if (barred) return { why: 'barred', id: barred[0] };
		const first = out.findIndex(([id]) => taken.has(id));
		if (first >= 0) {
			// A count is a brake here: it never leads to a download.
			const asked = await tried(
				Promise.resolve(others ?? othersWaiting(session, ledger, out.length - first)),
			);
			if (asked.failure) return { why: 'failure', failure: asked.failure };
			others = asked.value;
			if (others < 1) return { why: 'empty' };
		}
		const began = performance.now();
		if (began + slowest >= deadline) return { why: 'time' };
		const { next, ...came } = await downloadNext(session, wanted);
		slowest = Math.max(slowest, performance.now() - began);
		if (came.failure) {
			if (came.inVain) await inVain(session, ledger, came.of, fear, taken);
			// One that a gateway answered 503 may have used up a download, too, though an outage is no reason to count them.
			const { status, unsent } = came.failure;
			if (came.inVain || (status === 503 && !unsent)) pause(ledger, Date.now());
			return { why: 'failure', failure: came.failure };
		}
		served(ledger);
		if (!next) {
			allCame(ledger);
			return { why: 'empty' };
		}
		const id = next.document.InvoiceId;
		const { invoiceId: _, ...about } = aboutOf(next.document);
		const before = ledger.documents.get(id);
		note(ledger, id, about, fear);
		if (taken.has(id)) {
			happen(ledger, id, 'take', Date.now());
			allCame(ledger);
			return { why: 'repeat', id };
		}
		taken.add(id);
		if (others !== undefined) others--;
		const { value: goesOn, failure } = await tried((async () => await take(next, before))());
		if (failure) {
			// Nobody has it, and it must not come until nothing is left of its downloads.
			happen(ledger, id, 'take', Date.now());
			const message = `The document ${called(id, about)} came, and can't be put out: ${failure.message}`;
			return { why: 'failure', failure: { ...failure, message } };
		}
		if (!goesOn) return { why: 'stopped' };
	}
	return { why: 'limit' };
}

/** Documents in the queue beside the last `behind`: one that this run has taken, and what comes after it. Asked only once there is something to lose. */
async function othersWaiting(session: Session, ledger: Ledger, behind: number): Promise<number> {
	const kept = isKept(session, IN_QUEUE);
	const counted = await count(session, IN_QUEUE);
	return counted - behind - (kept ? goneLately(ledger, Date.now()) : 0);
}

/** Notes a download, and that one less comes before those of lost answers. */
function note(ledger: Ledger, id: string, about: Parameters<typeof downloaded>[2], fear: number): void {
	if ((ledger.documents.get(id)?.state ?? 'gone') === 'gone') passed(ledger);
	downloaded(ledger, id, about, Date.now(), fear);
}

/** A download came to nothing, of the document that the answer has named, or of an unknown one. */
async function inVain(
	session: Session,
	ledger: Ledger,
	{ invoiceId, ...about }: Came['of'] = {},
	fear: number,
	taken: Set<string>,
): Promise<void> {
	if (invoiceId) {
		note(ledger, invoiceId, about, fear);
		happen(ledger, invoiceId, 'take', Date.now());
	} else {
		await oneMore(session, ledger, taken);
	}
}
