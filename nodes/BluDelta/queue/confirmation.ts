import { Failed, tried } from '../../shared/failure';
import { refused } from '../../shared/http/requestFailure';
import { send } from '../../shared/http/tries';
import type { Answer, Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import { denies, sayings, tellsError } from '../../shared/http/ownVerdict';
import { isAboutRecord, isRefusal, messageOf, stateOf } from '../refusal';
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

/** Words for what went well, where no State says so. */
const GOOD =
	/^\W*(ok|okay|success\w*|done|confirmed)\W*$|\b(is|was|been|successfully|document|invoice) confirmed\b|\bconfirmed successfully\b/i;
const BAD = /\b(not|never|no|cannot|unable|fail\w*|error|invalid)\b|n['’]t\b/i;

/** Does this answer confirm? Where it has no State (bludelta.md 3), its words count: "Invoice not found" is no confirmation. */
function confirms({ status, body }: Answer): boolean {
	if (status >= 300 || isRefusal({ body })) return false;
	if (stateOf(body) !== undefined) return true;
	const said = sayings(body);
	const told = messageOf(body);
	return !denies(said) && !tellsError(said) && (told === '' || (GOOD.test(told) && !BAD.test(told)));
}

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
	if (isDone(answer)) return true;
	if (saysConfirmed(messageOf(answer.body))) return false;
	if (confirms(answer)) return true;
	if (containerId) {
		// Where it can't be told, the refusal is what counts.
		const { value: [history] = [] } = await tried(stateHistory(session, [containerId]));
		const document = history?.documents.find((one) => one.invoiceId === invoiceId);
		if (document && isConfirmed(document)) return false;
	}
	throw new Failed(refused(session, request, answer, false));
}
