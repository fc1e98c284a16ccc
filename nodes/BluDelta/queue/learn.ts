import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import type { Document } from './document';
import { isInQueue, stateHistory, type DocumentHistory } from './history';
import { clear, happen, outstanding, type Ledger } from './ledger';

/**
 * Looks up what became of the documents that are out. One that is confirmed, deleted or with another client by now is
 * gone. A history that cannot be had changes nothing.
 */
export async function learn(session: Session, ledger: Ledger): Promise<void> {
	const out = outstanding(ledger).filter(([, { invoiceContainerId }]) => invoiceContainerId);
	const containers = [...new Set(out.map(([, { invoiceContainerId }]) => invoiceContainerId!))];
	if (!containers.length) return;
	const { logger } = session.context;
	const { value: histories, failure } = await tried(stateHistory(session, containers));
	if (failure) return logger.warn(`BLU DELTA: the state history cannot be read: ${failure.message}`);
	const known = new Map(
		histories.flatMap(({ documents }) => documents).map((history) => [history.invoiceId, history]),
	);
	for (const [id, document] of out) {
		const history = known.get(id);
		if (history && isInQueue(history)) {
			if (document.feared && firstDownloadIsKnown(document, history)) clear(ledger, id, Date.now());
			continue;
		}
		if (!history && document.back) continue;
		happen(ledger, id, 'leave', Date.now());
		if (history?.states.some(({ state }) => /^confirmed$/i.test(state))) continue;
		const state = history?.state ?? 'in no history of BLU DELTA';
		logger.warn(
			`BLU DELTA: the document ${id} (${document.fileName ?? 'without a name'}) is ${state}: it is forgotten`,
		);
	}
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
