import { kindOf, wordsOf } from '../../shared/values/moneyNames';
import { plainName } from '../../shared/values/plainName';
import { amountsIn } from './givenAmounts';
import { isBlank } from './value';

/** Words of what is still to be paid. */
const OPEN = /^(?:balance|bal|open|outstanding|remaining|unpaid|owing|owed|saldo|offen(?:e[rns]?)?)$/;
/** What may stand beside them where it is this invoice that is paid: an ending, previous or overdue balance is another one. */
const OF_INVOICE =
	/^(?:amount|amt|total|net|due|owing|owed|invoice|doc|document|trx|transaction|current|ar|a|r|as|of|betrag|rechnung|usd|lcy)$/;

/** Whose balance stands among `fields`: a customer's beside a limit, that of a ledger with a debit, or with sales as credits; else the invoice's. */
export type Whose = 'customer' | 'ledger' | 'sales' | 'invoice';

const isZero = (value: unknown): boolean => amountsIn(value).has(0);

export function whoseBalance(fields: Array<[name: string, value: unknown]>): Whose {
	const values = new Map(fields.map(([name, value]) => [plainName(name), value]));
	if (values.has('limit')) return 'customer';
	if (!values.has('debit') || !values.has('credit')) return 'invoice';
	const debit = values.get('debit');
	return isBlank(debit) || isZero(debit) ? 'sales' : 'ledger';
}

/** Is a field an amount of the customer's, as Get Credit Info has it (bluetape.md 5.3)? */
export const isOfCustomer = (name: string, whose: Whose): boolean =>
	whose === 'customer' && /^(?:balance|pastdueamount)$/.test(plainName(name));

/** Is a field what is sold, in a ledger that has it as a credit, and as a balance below zero? */
export const isBooked = (name: string, whose: Whose): boolean =>
	whose === 'sales' && /^(?:credit|balance)$/.test(plainName(name));

/** Does a field say that nothing is open any more? */
export function isPaidUp(name: string, value: unknown, whose: Whose): boolean {
	const words = wordsOf(name);
	const isOpen =
		words.some((word) => OPEN.test(word)) && words.every((word) => OPEN.test(word) || OF_INVOICE.test(word));
	const isOfInvoice = whose !== 'ledger' && !isOfCustomer(name, whose);
	return isOfInvoice && isOpen && kindOf(name) === 'sum' && isZero(value);
}
