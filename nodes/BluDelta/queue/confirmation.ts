import { Failed, tried } from '../../shared/failure';
import { refused } from '../../shared/http/requestFailure';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
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
 * Confirms a document. True when it was confirmed now, false when it had been before: the answer to a second confirm is
 * not documented, so it is known by its words or, with the container's id, from the state history.
 */
export async function confirm(session: Session, invoiceId: string, containerId?: string): Promise<boolean> {
	const request = confirmRequest(invoiceId);
	const answer = await send(session, { ...request, accept: isAboutRecord });
	if (answer.status < 300 && !isRefusal(answer)) return true;
	const told = messageOf(answer.body);
	if (/\balready\b/i.test(told) && /\bconfirm/i.test(told)) return false;
	if (containerId) {
		// Where it can't be told, the refusal is what counts.
		const { value: [history] = [] } = await tried(stateHistory(session, [containerId]));
		const document = history?.documents.find((one) => one.invoiceId === invoiceId);
		if (document && isConfirmed(document)) return false;
	}
	throw new Failed(refused(session, request, answer, false));
}
