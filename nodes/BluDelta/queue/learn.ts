import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { notAhead } from './clock';
import { count } from './count';
import { called, MOST_DOWNLOADS, type Document } from './lifecycle';
import { isConfirmed, isInQueue, stateHistory } from './history';
import type { DocumentHistory } from './historyAnswer';
import { happen, happenHere, outstanding } from './documents';
import { COUNT_AGE, sharing, type Ledger } from './ledger';

/**
 * Sets right what a wrong clock has left, and looks up what became of the documents that are out. One that is confirmed, deleted or
 * with another client by now is gone. A history that cannot be had changes nothing.
 */
export async function learn(session: Session, ledger: Ledger): Promise<void> {
	notAhead(ledger, Date.now());
	const out = outstanding(ledger);
	const foreign = knownElsewhere(ledger);
	const containers = [
		...new Set([...out, ...foreign].flatMap(([, { invoiceContainerId }]) => invoiceContainerId ?? [])),
	];
	const { value: histories, failure } = await tried(stateHistory(session, containers));
	if (failure)
		return session.context.logger.warn(`BLU DELTA: the state history cannot be read: ${failure.message}`);
	const listed = histories.flatMap(({ documents }) => documents);
	const told = new Map(
		listed.filter((one) => isInQueue(one) !== undefined).map((history) => [history.invoiceId, history]),
	);
	const unclear = new Set([
		...histories.filter(({ refusal, partial }) => refusal || partial).map((one) => one.invoiceContainerId),
		...listed.map(({ invoiceId }) => invoiceId),
	]);
	for (const [id, { invoiceContainerId = '', downloads }] of out) {
		const history = told.get(id);
		const isUnlisted = invoiceContainerId && ![id, invoiceContainerId].some((one) => unclear.has(one));
		if (history ? !isInQueue(history) : isUnlisted && downloads < MOST_DOWNLOADS)
			leave(session, ledger, id, history);
	}
	for (const [id, document] of foreign) {
		const history = told.get(id);
		if (history && isInQueue(history)) ledger.documents.set(id, { ...document });
	}
	await learnBySilence(session, ledger, told);
}

/**
 * Documents that others know whose credentials share clients with this one. They may come here, which is certain only once this
 * credential is told of them.
 */
function knownElsewhere(ledger: Ledger): Array<[string, Document]> {
	const isOut = (id: string) => (ledger.documents.get(id)?.state ?? 'gone') !== 'gone';
	return sharing(ledger)
		.flatMap(outstanding)
		.filter(([id]) => !isOut(id));
}

/** Forgets a document, with a line in the log unless that is how it should be. */
function leave(session: Session, ledger: Ledger, id: string, history?: DocumentHistory): void {
	const name = called(id, ledger.documents.get(id)!);
	// What no history tells of may have another client now, and still come to others.
	(history ? happen : happenHere)(ledger, id, 'leave', Date.now());
	if (history && isConfirmed(history)) return;
	const state = history?.state ?? 'in no history of BLU DELTA';
	session.context.logger.warn(`BLU DELTA: the document ${name} is ${state}: it is forgotten`);
}

/** Those that no history tells of are gone once no more documents are out than the others. */
async function learnBySilence(
	session: Session,
	ledger: Ledger,
	told: Map<string, DocumentHistory>,
): Promise<void> {
	const out = outstanding(ledger);
	const silent = out.filter(([id]) => !told.has(id));
	if (!silent.length || out.some(([, { at }]) => Date.now() - at < COUNT_AGE)) return;
	const { value } = await tried(count(session, ['Downloaded']));
	if (value === undefined || value > out.length - silent.length) return;
	for (const [id] of silent) leave(session, ledger, id);
}
