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

const PARTLY = /^part(?:ial|ly|paid)|^underpaid/;
/** Of money that will not come by itself. */
const GONE = /^(?:expired?|abandoned|error|nsf|insufficient|stop|timedout)/;
/** Of money that is not there yet; of an invoice, some of it is said before it is paid. */
const UNFINISHED = /pending|schedule|process(?!ed)|inprogress|onhold|review(?!ed)/;
const UNPAID =
	/^un(?:paid|settled|captured|collected|funded)|^not?(?:yet)?(?:paid|payment|settled|captured|collected|funded|received)|^(?:authorized?|authorised?|await|waiting|overdue|pastdue|outstanding|initiated|created|submitted|queued|requires|incomplete|suspended)/;

export function progressOf(status: string, isInvoices = false): string {
	const word = letters(status);
	if (PARTLY.test(word)) return 'partly';
	if (!isInvoices && GONE.test(word)) return 'gone';
	return UNFINISHED.test(word) || (!isInvoices && UNPAID.test(word)) ? 'unfinished' : '';
}

/**
 * The names among `names` of a status that is less than a payment claims: it is not there yet, not whole, or gone. What an invoice was
 * before, such as `Open` or `Overdue`, is none.
 */
export const lesser = (fields: Fields, claimed: string, names = progresses, isInvoice = false): string[] =>
	[...writings(fields, names)].flatMap(([name, [key]]) => {
		const status = fields[key];
		if (typeof status !== 'string') return [];
		const isInvoices = /^invoice/.test(name) || (isInvoice && /^stat/.test(name));
		const progress = progressOf(status, isInvoices);
		return isUndoing(status) || (progress && progress !== progressOf(claimed)) ? [key] : [];
	});

/** Words for the end of a payment's own way, which its invoice has not. */
const IS_THERE = /^(?:settled|captured|cleared|approved|confirmed|posted|collected|funded|deposited)$/;
const IS_PAID = /^(?:fully)?paid(?:infull)?$/;

/** Does the status around a payment, in the field `key`, say no other thing than it claims? */
export function bearsOutPayment(status: string, claimed: string, key: string): boolean {
	if (letters(key) !== 'status' && IS_THERE.test(letters(status))) return true;
	if ([status, claimed].every((word) => IS_PAID.test(letters(word)))) return true;
	const progress = progressOf(status);
	return progress !== '' && progress === progressOf(claimed);
}
