import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { count } from './count';
import { MOST_DOWNLOADS } from './lifecycle';
import { happen, known, lately, outstanding, whereKnown } from './documents';
import { COUNT_AGE, nothingLost, type Ledger } from './ledger';

/** People may take so many waiting documents away in the meantime. */
const TAKEN_AWAY = 10;

/** How many documents are in a state, known or not. None where it can't be had. */
async function counted(session: Session, state: string): Promise<number | undefined> {
	return (await tried(count(session, [state]))).value;
}

/** Documents that others have downloaded before this process: no lost answer of ours is among them. */
export async function countStrays(session: Session, ledger: Ledger): Promise<void> {
	const out = await counted(session, 'Downloaded');
	if (out !== undefined) ledger.strays = Math.max(0, out - known(ledger, Date.now()));
}

/**
 * The most lost answers that may have been of one document that nobody knows. Each of those that are out, and that
 * nobody knows, has had one of them, so that the rest is what one and the same may have had beside its own.
 */
export async function feared(session: Session, ledger: Ledger): Promise<number> {
	const { answers, at, laps } = ledger.lost;
	if (!answers || Date.now() - at < COUNT_AGE) return laps;
	const out = await counted(session, 'Downloaded');
	if (out === 0) {
		allCame(ledger);
		return 0;
	}
	const hidden = (out ?? 0) - known(ledger, Date.now()) - (ledger.strays ?? Infinity);
	return Math.min(laps, Math.max(1, answers - hidden + 1));
}

/** May the next download be the last one of a document? Then it is left to people. */
export const isLast = (fear: number): boolean => fear >= MOST_DOWNLOADS;

/** Every document that is in the queue is known, so that nothing is feared of the others. */
export function allCame(ledger: Ledger): void {
	Object.assign(ledger, { lost: nothingLost(), strays: 0 });
}

/** A document has come that nobody knew. */
export const passed = ({ lost }: Ledger): void => void (lost.ahead = Math.max(0, lost.ahead - 1));

/**
 * An answer got lost: it may have been of a document that nobody knows, or of one that is out. It moves none of these: where
 * it was another's, they are where they were.
 *
 * @param taken documents that came just now: they come again in this order, so that it may have been of the first at most
 */
export async function oneMore(session: Session, ledger: Ledger, taken: Set<string>): Promise<void> {
	const now = Date.now();
	const { answers, laps, ahead, since } = ledger.lost;
	ledger.lost = { answers: answers + 1, at: now, laps, ahead: ahead - 1, since };
	// What was downloaded after the first of a lap comes after it.
	const out = outstanding(ledger).filter(([, document]) => ahead <= 0 || document.at <= since);
	if (ahead <= 0) {
		const waiting = ((await counted(session, 'Released')) ?? 0) - lately(ledger, now) - TAKEN_AWAY;
		ledger.lost = { answers: answers + 1, at: now, laps: laps + 1, ahead: Math.max(0, waiting), since: now };
	}
	const again = out.find(([id]) => taken.has(id));
	for (const [id] of out.filter((one) => one === again || !taken.has(one[0]))) {
		for (const { documents } of whereKnown(ledger, id)) {
			const document = documents.get(id)!;
			documents.set(id, { ...document, downloads: document.downloads + 1 });
		}
		happen(ledger, id, 'take', now);
	}
}
