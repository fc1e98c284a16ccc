import { Failed, kindOfStatus, tried } from '../../shared/failure';
import { send } from '../../shared/request';
import type { Answer, Outgoing, Session } from '../../shared/session';
import { explain, isRefusal, messageOf } from '../refusal';
import { isConfirmed } from './history';
import { stateHistory } from './stateHistory';

/** The request that takes a document off the queue (bludelta.md 4). Meant to be safe twice. */
export const confirmRequest = (invoiceId: string): Outgoing => ({
	method: 'POST',
	path: '/confirm/invoice',
	body: { InvoiceId: invoiceId },
	repeat: 'yes',
	subject: `invoiceId "${invoiceId}"`,
});

/** Is this an answer that is about the document? Its status is not documented. */
const isAnswer = ({ status }: Answer): boolean =>
	status < 300 || (status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status));

/**
 * Confirms a document. True when it was confirmed now, false when it had been before: the answer to a second confirm is
 * not documented, so it is known by its words or, with the container's id, from the state history.
 */
export async function confirm(session: Session, invoiceId: string, containerId?: string): Promise<boolean> {
	const request = confirmRequest(invoiceId);
	const answer = await send(session, { ...request, accept: isAnswer });
	if (answer.status < 300 && !isRefusal(answer)) return true;
	const told = messageOf(answer.body);
	if (/\balready\b/i.test(told) && /\bconfirm/i.test(told)) return false;
	if (containerId) {
		// Where it can't be told, the refusal is what counts.
		const { value: [history] = [] } = await tried(stateHistory(session, [containerId]));
		const document = history?.documents.find((one) => one.invoiceId === invoiceId);
		if (document && isConfirmed(document)) return false;
	}
	const { kind = kindOfStatus(answer.status, false), ...explained } = explain(
		answer.status,
		answer.body,
		request,
	);
	throw new Failed({ kind, ...explained, status: answer.status });
}
