import { letters } from '../../shared/http/words';
import { writings, type Fields } from './names';
import { isUndoing } from './wentBack';

/** Names of how something went: of a call, or of a payment. A state stands in addresses, too. */
export const statuses = ['status', 'paymentStatus', 'transactionStatus'];
export const states = ['state', 'paymentState', 'transactionState'];
/** Names of the status of a payment. */
export const statusesOfPayment = [...statuses, ...states.slice(1)];
/** Names of how far a payment or its invoice has got, and those in an object that is one of them. */
const progresses = [...statuses.slice(1), ...states, 'invoiceStatus', 'invoiceState'];
export const progressesWithin = ['status', ...progresses];

/** Of money that is not there yet, or not all of it. */
const UNFINISHED = /^partial|pending|schedule|process(?!ed)|inprogress|onhold|review(?!ed)/;
const progressOf = (status: string): string => {
	const word = letters(status);
	return /^partial/.test(word) ? 'partly' : UNFINISHED.test(word) ? 'unfinished' : '';
};

/**
 * The names among `names` of a status that is less than a payment claims: it is not there yet, not whole, or gone. What an invoice was
 * before, such as `Open`, is none.
 */
export const lesser = (fields: Fields, claimed: string, names = progresses): string[] =>
	[...writings(fields, names).values()].flatMap(([key]) => {
		const status = fields[key];
		if (typeof status !== 'string') return [];
		const progress = progressOf(status);
		return isUndoing(status) || (progress && progress !== progressOf(claimed)) ? [key] : [];
	});
