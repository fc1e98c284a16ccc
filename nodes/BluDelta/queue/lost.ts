import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { count } from './count';
import { MOST_DOWNLOADS } from './document';
import { COUNT_AGE, happen, known, outstanding, type Ledger } from './ledger';

/** How many documents were downloaded and are not confirmed, known or not. None where it can't be had. */
async function out(session: Session): Promise<number | undefined> {
	return (await tried(count(session, ['Downloaded']))).value;
}

/** Documents that others have downloaded before this process: no lost answer of ours is among them. */
export async function countStrays(session: Session, ledger: Ledger): Promise<void> {
	const value = await out(session);
	if (value !== undefined) ledger.strays = Math.max(0, value - known(ledger, Date.now()));
}

/**
 * The most lost answers that may have been of one document that nobody knows. Each of those that are out, and that nobody
 * knows, has had one of them, so that the rest is what one and the same may have had beside its own.
 */
export async function feared(session: Session, ledger: Ledger): Promise<number> {
	const { answers, at } = ledger.lost;
	if (!answers || Date.now() - at < COUNT_AGE) return answers;
	const downloaded = await out(session);
	if (downloaded === 0) allCame(ledger);
	const hidden = (downloaded ?? 0) - known(ledger, Date.now()) - (ledger.strays ?? Infinity);
	return Math.min(ledger.lost.answers, Math.max(1, answers - hidden + 1));
}

/** May the next download be the last one of a document? Then it is left to people. */
export const isLast = (fear: number): boolean => fear >= MOST_DOWNLOADS;

/** Every document that is in the queue is known, so that nothing is feared of the others. */
export function allCame(ledger: Ledger): void {
	Object.assign(ledger, { lost: { answers: 0, at: 0 }, strays: 0 });
}

/**
 * An answer got lost: it may have been of a document that nobody knows, or of the one that is out and comes first. It must
 * not move that one: where it was another's, the next answer that gets lost may still be its. From then on it may be any.
 */
export function oneMore(ledger: Ledger, now: number): void {
	ledger.lost = { answers: ledger.lost.answers + 1, at: now };
	const all = outstanding(ledger);
	const suspects = all.some(([, { suspect }]) => suspect) ? all : all.slice(0, 1);
	for (const [id, document] of suspects) {
		ledger.documents.set(id, { ...document, downloads: document.downloads + 1, suspect: true });
		happen(ledger, id, 'take', now);
	}
}
