import { Failed, tried } from '../../shared/failure';
import { refused } from '../../shared/http/requestFailure';
import { send } from '../../shared/http/tries';
import type { Answer, Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import { isAboutRecord, isRefusal, messageOf } from '../refusal';
import { isConfirmed, stateHistory } from './history';

/** The request that takes a document off the queue (bludelta.md 4). Meant to be safe twice. */
export const confirmRequest = (invoiceId: string): Outgoing => ({
	method: 'POST',
	path: '/confirm/invoice',
	body: { InvoiceId: invoiceId },
	repeat: 'yes',
	subject: `invoiceId "${invoiceId}"`,
});

/**
 * Do these words say that it is confirmed? Those of a document that cannot be confirmed may be much alike ("cannot confirm, it is
 * already locked"), and taken for good they would lose the confirm.
 */
const saysConfirmed = (told: string): boolean =>
	/\balready\s+(been\s+)?confirmed\b|\bconfirmed,?\s+already\W*$/i.test(told) &&
	!/\b(not|never|cannot|unable|impossible)\b|n['’]t\b/i.test(told);

/** A good status and no word: it did what was asked, for a refusal has its reason (bludelta.md 3). */
const isDone = ({ status, body }: Answer): boolean =>
	status < 300 && (body === undefined || body === null || body === '');

/**
 * Confirms a document. True when it was confirmed now, false when it had been before: the answer to a second confirm is
 * not documented, so it is known by its words or, with the container's id, from the state history.
 */
export async function confirm(session: Session, invoiceId: string, containerId?: string): Promise<boolean> {
	const request = confirmRequest(invoiceId);
	const answer = await send(session, {
		...request,
		accept: (given) => isAboutRecord(given) || isDone(given),
	});
	if (isDone(answer) || (answer.status < 300 && !isRefusal(answer))) return true;
	if (saysConfirmed(messageOf(answer.body))) return false;
	if (containerId) {
		// Where it can't be told, the refusal is what counts.
		const { value: [history] = [] } = await tried(stateHistory(session, [containerId]));
		const document = history?.documents.find((one) => one.invoiceId === invoiceId);
		if (document && isConfirmed(document)) return false;
	}
	throw new Failed(refused(session, request, answer, false));
}
