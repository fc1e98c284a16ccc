import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { tried } from '../../shared/failure';
import { openSession, type Session } from '../../shared/http/session';
import { isId } from '../../shared/field/ids';
import { send } from '../../shared/http/tries';
import { letters } from '../../shared/http/words';
import { filled, type Route } from '../../shared/table/route';
import { statusIn } from '../answerFields';
import { blueTape } from '../api';
import type { NoticeEvent } from './fields';

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
	/** The field with what the notice claims. */
	claim: string;
}

const questions: Record<NoticeEvent, Question> = {
	'quote.approval': { route: 'GET /integration/quote/{quoteId}/status', id: 'quoteId', claim: 'result' },
	'invoice.payment': {
		route: 'GET /integration/invoice/{invoiceId}/status',
		id: 'invoiceId',
		claim: 'status',
	},
};

/**
 * Other statuses that bear a claim out, by their letters: both documentations' words (bluetape.md 5.7, 5.8, C1, C13). A partial payment may
 * have become a full one by now.
 */
const otherStatuses = new Map([
	['approved', ['authorized']],
	['authorized', ['approved']],
	['partiallypaid', ['paymentprocessing', 'paid']],
]);

/** A status without regard to its writing; a word of another script has no such letters. */
export const plainWord = (status: string): string => letters(status) || status.trim().toLowerCase();

/** Does a record of this status bear out what a notice claims, e.g. `Approved` for the status `AUTHORIZED`, in any writing? */
export function bearsOut(status: string, claim: string): boolean {
	const [own, found] = [claim, status].map(plainWord);
	return [own, ...(otherStatuses.get(own) ?? [])].includes(found);
}

async function verified(session: Session, event: NoticeEvent, fields: IDataObject): Promise<Verified> {
	const { route, id, claim } = questions[event];
	const { [id]: record, [claim]: claimed } = fields;
	if (typeof record !== 'string') return { matches: null, problem: `The notice has no ${id} to look up` };
	if (!isId(record))
		return {
			matches: null,
			problem: `The ${id} ${JSON.stringify(record)} can't be looked up: no record is called so`,
		};
	const { body } = await send(session, filled(route, { [id]: record }));
	const answer = (typeof body === 'object' && body !== null ? body : {}) as IDataObject;
	const status = statusIn(body);
	if (status === undefined) return { matches: null, problem: 'BlueTape answered without a status' };
	if (typeof claimed !== 'string' || !claimed.trim())
		return {
			...answer,
			status,
			matches: null,
			problem: `The notice has no ${claim} to compare with ${status}`,
		};
	return { ...answer, status, matches: bearsOut(status, claimed) };
}

/** Asks for the record of one notice after the other. Never throws: no notice may be lost by this. */
export type Verifier = (event: NoticeEvent, fields: IDataObject) => Promise<Verified>;

/**
 * Reads the status of the invoices or quotes that notices are about (bluetape.md #19 and #24), repeated like every
 * read, until the execution is cancelled.
 */
export async function verifier(context: IExecuteFunctions): Promise<Verifier> {
	const signal = context.getExecutionCancelSignal();
	const session = await tried(openSession(context, blueTape, { signal }));
	return async (event, fields) => {
		const { value, failure } = session.value ? await tried(verified(session.value, event, fields)) : session;
		// A record that BlueTape doesn't know can't have been paid or approved.
		return value ?? { matches: failure.kind === 'notFound' ? false : null, problem: failure.message };
	};
}
