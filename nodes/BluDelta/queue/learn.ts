import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { allows, type Document } from './lifecycle';
import { count } from './count';
import { isConfirmed, isInQueue, stateHistory, type DocumentHistory } from './history';
import { clear, COUNT_AGE, happen, outstanding, type Ledger } from './ledger';

/**
 * Looks up what became of the documents that are out. One that is confirmed, deleted or with another client by now is
 * gone. A history that cannot be had changes nothing.
 */
export async function learn(session: Session, ledger: Ledger): Promise<void> {
	const out = outstanding(ledger).filter(([, { invoiceContainerId }]) => invoiceContainerId);
	const containers = [...new Set(out.map(([, { invoiceContainerId }]) => invoiceContainerId!))];
	if (!containers.length) return;
	const { value: histories, failure } = await tried(stateHistory(session, containers));
	if (failure)
		return session.context.logger.warn(`BLU DELTA: the state history cannot be read: ${failure.message}`);
	const known = new Map(
		histories.flatMap(({ documents }) => documents).map((history) => [history.invoiceId, history]),
	);
	for (const [id, document] of out) {
		const history = known.get(id);
		if (history && isInQueue(history)) {
			if (document.feared && firstDownloadIsKnown(document, history)) clear(ledger, id, Date.now());
			continue;
		}
		// Silence says nothing of one that came back, nor of one that is still to be confirmed.
		const isToConfirm = allows[document.state].confirm && document.polls === undefined;
		if (!history && (document.back || isToConfirm)) continue;
		if (!history) document.silent = true;
		leave(session, ledger, id, history);
	}
	await countSilent(session, ledger, known);
}

/** Forgets a document, with a line in the log unless that is how it should be. */
function leave(session: Session, ledger: Ledger, id: string, history?: DocumentHistory): void {
	const { fileName = 'without a name' } = ledger.documents.get(id)!;
	happen(ledger, id, 'leave', Date.now());
	if (history && isConfirmed(history)) return;
	const state = history?.state ?? 'in no history of BLU DELTA';
	session.context.logger.warn(`BLU DELTA: the document ${id} (${fileName}) is ${state}: it is forgotten`);
}

/** Those that came back although no history lists them are gone when no more are out than the others. */
async function countSilent(
	session: Session,
	ledger: Ledger,
	known: Map<string, DocumentHistory>,
): Promise<void> {
	const out = outstanding(ledger);
	const silent = out.filter(([id, { back }]) => back && !known.has(id));
	if (!silent.length || out.some(([, { at }]) => Date.now() - at < COUNT_AGE)) return;
	const { value } = await tried(count(session, ['Downloaded']));
	if (value === undefined || value > out.length - silent.length) return;
	for (const [id] of silent) leave(session, ledger, id);
}

/** Clocks of BLU DELTA and n8n that are farther apart leave the fear as it is. */
const SAME_MOMENT = 60_000;

/** Did the service enter the first download at the moment of ours? A lost one is older than the pause that followed it. */
function firstDownloadIsKnown({ at }: Document, { states }: DocumentHistory): boolean {
	const moments = states
		.filter(({ state }) => state === 'Downloaded')
		.map(({ timestamp = '' }) => Date.parse(timestamp));
	return moments.length > 0 && Math.abs(Math.min(...moments) - at) < SAME_MOMENT;
}
