import { fromCents, shown } from '../../shared/values/cents';
import { headerAmounts, type HeaderAmounts } from './headerAmounts';
import { oddTax } from './oddTax';
import type { Report } from './report';
import type { SimplifiedDetection } from './simplified';

/** Header amounts in integer cents. */
export interface Totals {
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
}

const names = { subTotal: 'net total', taxAmount: 'tax total', totalAmount: 'grand total' } as const;
const fields = Object.keys(names) as Array<keyof typeof names>;

/**
 * Header totals in cents. Missing ones are told in `review` and absent; computed ones are told in `derived`, and in
 * `review` where nothing confirms them. A sum that is off is told, not corrected: to the cent, as BlueTape's node
 * checks it before it sends anything.
 *
 * @param tolerance in cents: so much between net plus tax and the total is rounding of the tax, which then gives way
 */
export function readTotals(
	detection: SimplifiedDetection,
	tolerance: number,
	report: Report,
): Totals | undefined {
	const found = rounded(headerAmounts(detection), tolerance);
	for (const field of fields) {
		const { amount, from, how, doubt } = found[field] ?? {};
		if (amount === undefined) {
			report.review.push({
				field,
				message:
					`The document has no ${names[field]}, and it cannot be worked out from its other amounts. ` +
					'Look at the file and correct the document in BLU DELTA, or enter the invoice by hand.',
			});
		} else if (from !== undefined && how !== undefined) {
			report.derived.push({ field, value: fromCents(amount), how, from });
		}
		if (doubt !== undefined) {
			report.review.push({ field, message: `${doubt}Compare the amounts with the file.` });
		}
	}
	const { subTotal, taxAmount, totalAmount } = found;
	if (!subTotal || !taxAmount || !totalAmount) return undefined;
	const totals = {
		subTotal: subTotal.amount,
		taxAmount: taxAmount.amount,
		totalAmount: totalAmount.amount,
	};
	if (!hold(totals, report)) return undefined;
	report.review.push(...oddTax(totals, detection));
	return totals;
}

/** Lets the tax take up what the sum is off, within the tolerance, where there is a tax at all. */
function rounded(found: HeaderAmounts, tolerance: number): HeaderAmounts {
	const { subTotal, taxAmount, totalAmount } = found;
	if (!subTotal || !taxAmount || !totalAmount || taxAmount.amount <= 0) return found;
	const amount = totalAmount.amount - subTotal.amount;
	const off = amount - taxAmount.amount;
	if (off === 0 || Math.abs(off) > tolerance || amount < 0) return found;
	const how = `grand total minus net total; ${shown(taxAmount.amount)} on the document is within the tolerance`;
	return { ...found, taxAmount: { ...taxAmount, amount, from: 'GrandTotalAmount', how } };
}

/** Says what is odd about the totals; false when no invoice can have them. */
function hold({ subTotal, taxAmount, totalAmount }: Totals, report: Report): boolean {
	const negative = [
		{ field: 'totalAmount', amount: totalAmount, name: 'total' },
		{ field: 'subTotal', amount: subTotal, name: 'net total' },
		{ field: 'taxAmount', amount: taxAmount, name: 'tax total' },
	].find(({ amount }) => amount < 0);
	if (negative) {
		report.review.push({
			field: negative.field,
			message:
				`The ${negative.name} is negative (${shown(negative.amount)}), so this looks like a credit memo and does ` +
				'not become an invoice. Check the document type and the amounts in BLU DELTA.',
		});
		return false;
	}
	if (totalAmount === 0) {
		report.review.push({
			field: 'totalAmount',
			message: 'The total is 0.00, so there is nothing to pay. Check whether an invoice is wanted at all.',
		});
	}
	if (subTotal + taxAmount !== totalAmount) {
		report.review.push({
			field: 'totalAmount',
			message:
				`Net total ${shown(subTotal)} plus tax ${shown(taxAmount)} is ${shown(subTotal + taxAmount)}, but the ` +
				`document says ${shown(totalAmount)}. The amounts are passed on unchanged; compare them with the file.`,
		});
	}
	return true;
}
