import type { Body } from '../amounts/sums';
import { isPaidUp, whoseBalance } from './balances';
import { frontOf } from './cells';
import { foreignFields, isForeignName } from './currency';
import type { Beside, Fields } from './fields';
import { isBorneOut, isTaxAdded } from './givenAmounts';
import { marksCredit, marksIncluded, marksOver } from './marks';
import { isPaymentIn } from './payments';
import { isOfSeveral } from './priceUnit';
import { otherQuantities } from './shipped';
import { isAmount, strayAmounts } from './strayAmounts';
import { isUntaxed } from './untaxed';

/** What a field that is none of the body may mean all the same. */
export type Doubt =
	'amount' | 'currency' | 'foreign' | 'credit' | 'over' | 'included' | 'several' | 'untaxed' | 'shipped';

/** Is the whole of an invoice asked for? Where nothing is, a mark that it is paid costs nothing. */
const dueOf = ({ totalAmount, amountDue }: Body) => ({
	isAllDue: amountDue === undefined || amountDue === totalAmount,
	isNothingDue: amountDue === 0,
});

/**
 * What the fields `given`, which are none of `body`'s, say that may cost money when it is left out, one doubt a field. `said`: all values that
 * were given, those of the body as well.
 */
export function doubtsBeside(
	given: Fields,
	body: Body,
	said: unknown[],
	beside: Beside = {},
): Array<{ name: string; value: unknown; doubt: Doubt }> {
	const fields = given.map(([name, value]): [string, unknown] => [name, frontOf(value)]);
	const { isAllDue, isNothingDue } = dueOf(body);
	const foreign = new Map(foreignFields(fields));
	const whose = whoseBalance(fields);
	// Of what a quote offers nothing has gone out.
	const shipped = new Set(body.quoteDate === undefined ? otherQuantities(fields, beside) : []);
	const stray = new Set(strayAmounts(fields, body, whose, beside));
	const doubtOf = ([name, value]: [string, unknown]): Doubt | undefined => {
		if (foreign.has(name)) return 'currency';
		if (marksCredit(name, value)) return 'credit';
		if (!isNothingDue && marksOver(name, value, isAllDue)) return 'over';
		if (isAllDue && isPaymentIn(name, value, body, beside)) return 'over';
		if (body.amountDue && isPaidUp(name, value, whose)) return 'over';
		if (marksIncluded(name, value)) return isTaxAdded(body, said) ? 'included' : undefined;
		if (isOfSeveral(name, value, fields, beside) && !isBorneOut(body, beside.line, said, value))
			return 'several';
		if ((beside.isTaxed ?? Number(beside.taxRate) > 0) && isUntaxed(name, value)) return 'untaxed';
		if (shipped.has(name)) return 'shipped';
		if (isForeignName(name) && isAmount(value)) return 'foreign';
		return stray.has(name) ? 'amount' : undefined;
	};
	return fields.flatMap(([name, value]) => {
		const doubt = doubtOf([name, value]);
		return doubt ? [{ name, value: foreign.get(name) ?? value, doubt }] : [];
	});
}
