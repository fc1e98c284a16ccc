import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../shared/failure';
import { send } from '../../shared/http/tries';
import { blueTape } from '../api';
import { filled, type Route } from '../../shared/table/route';
import { openSession } from '../../shared/http/session';
import type { Notice } from './notice';

/** What the API said about the record that a notice is about. */
export interface Verified extends IDataObject {
	/** Does the record's status say what the notice says? Null when it could not be asked. */
	matches: boolean | null;
	status?: string;
	/** Why there is no status. */
	problem?: string;
}

interface Question {
	route: Route;
	id: string;
	/** What the notice claims. */
	claim: string;
}

const question = (notice: Notice): Question =>
	notice.event === 'quote.approval'
		? { route: 'GET /integration/quote/{quoteId}/status', id: 'quoteId', claim: notice.result as string }
		: {
				route: 'GET /integration/invoice/{invoiceId}/status',
				id: 'invoiceId',
				claim: notice.status as string,
			};

/**
 * Statuses that bear a claim out, in lower case and in both pages' words (bluetape.md 5.7, 5.8, C1, C13). A partial payment may
 * have become a full one by now.
 */
const statusesOf: Record<string, string[]> = {
	approved: ['approved', 'authorized'],
	rejected: ['rejected'],
	paid: ['paid'],
	partiallypaid: ['partiallypaid', 'paymentprocessing', 'paid'],
};

/** Does a record of this status bear out what a notice claims, e.g. `Approved` for the status `AUTHORIZED`? */
export function bearsOut(status: string, claim: string): boolean {
	const own = claim.trim().toLowerCase();
	return (statusesOf[own] ?? [own]).includes(status.trim().toLowerCase());
}

/** Asks the status of a notice's record (bluetape.md #19, #24). Never throws: no notice may be lost by this. */
export async function verify(context: IExecuteFunctions, notice: Notice): Promise<Verified> {
	const { route, id, claim } = question(notice);
	try {
		const session = await openSession(context, blueTape);
		const { body } = await send(session, filled(route, { [id]: notice[id] as string }));
		const answer = (typeof body === 'object' && body !== null ? body : {}) as IDataObject;
		if (typeof answer.status !== 'string')
			return { matches: null, problem: 'BlueTape answered without a status' };
		return { ...answer, status: answer.status, matches: bearsOut(answer.status, claim) };
	} catch (error) {
		const { kind, message } = failureOf(error);
		// A record that BlueTape doesn't know can't have been paid or approved.
		return { matches: kind === 'notFound' ? false : null, problem: message };
	}
}
