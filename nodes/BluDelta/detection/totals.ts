import { cents, shown } from '../../shared/values/cents';
import type { Report } from './report';
import type { SimplifiedDetection } from './simplified';

/** Header amounts in integer cents. */
export interface Totals {
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
}

const add = (amounts: number[]) => amounts.reduce((sum, one) => sum + one, 0);

/** The sum over all VAT groups; undefined when there are none or one of them lacks the amount. */
function sumOfGroups(detection: SimplifiedDetection, member: 'netAmount' | 'vatAmount') {
	const amounts = (detection.vatGroups ?? []).map((group) => cents(group[member]));
	const known = amounts.filter((amount) => amount !== undefined);
	return amounts.length > 0 && known.length === amounts.length ? add(known) : undefined;
}

/**
 * Header totals in cents, each from its first source that holds (bludelta.md 8.2). Missing ones are
 * told in `review` and absent; computed ones are told in `derived`. A sum that is off is told, not corrected.
 *
 * @param tolerance in cents, for the check subTotal + taxAmount = totalAmount
 */
export function readTotals(
	detection: SimplifiedDetection,
	tolerance: number,
	report: Report,
): Totals | undefined {
	const derive = (field: string, from: string, how: string) => report.derived.push({ field, from, how });
	const net = cents(detection.netTotalAmount);
	const vat = cents(detection.vatTotalAmount);
	const total = cents(detection.grandTotalAmount);

	let subTotal = net ?? sumOfGroups(detection, 'netAmount');
	if (net === undefined && subTotal !== undefined) {
		derive('subTotal', 'VatGroup.NetAmount', 'sum over the VAT groups');
	}
	let taxAmount = vat ?? sumOfGroups(detection, 'vatAmount');
	if (vat === undefined && taxAmount !== undefined) {
		derive('taxAmount', 'VatGroup.VatAmount', 'sum over the VAT groups');
	}
	if (taxAmount === undefined && total !== undefined && subTotal !== undefined) {
		taxAmount = total - subTotal;
		derive('taxAmount', 'GrandTotalAmount', 'grand total minus net total');
	}
	if (taxAmount === undefined && detection.vatExemption !== undefined) {
		taxAmount = 0;
		derive('taxAmount', 'VatExemption', `0, because the document states: ${detection.vatExemption}`);
	}
	if (subTotal === undefined && total !== undefined && taxAmount !== undefined) {
		subTotal = total - taxAmount;
		derive('subTotal', 'GrandTotalAmount', 'grand total minus tax');
	}
	let totalAmount = total;
	if (totalAmount === undefined && subTotal !== undefined && taxAmount !== undefined) {
		totalAmount = subTotal + taxAmount;
		derive('totalAmount', 'NetTotalAmount', 'net total plus tax');
	}

	const missing = [
		{ field: 'subTotal', amount: subTotal, name: 'net total' },
		{ field: 'taxAmount', amount: taxAmount, name: 'tax total' },
		{ field: 'totalAmount', amount: totalAmount, name: 'grand total' },
	].filter(({ amount }) => amount === undefined);
	for (const { field, name } of missing) {
		report.review.push({
			field,
			message:
				`The document has no ${name}, and it cannot be worked out from its other amounts. ` +
				'Look at the file and correct the document in BLU DELTA, or enter the invoice by hand.',
		});
	}
	if (subTotal === undefined || taxAmount === undefined || totalAmount === undefined) return undefined;

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
		return undefined;
	}
	if (totalAmount === 0) {
		report.review.push({
			field: 'totalAmount',
			message: 'The total is 0.00, so there is nothing to pay. Check whether an invoice is wanted at all.',
		});
	}
	const off = subTotal + taxAmount - totalAmount;
	if (Math.abs(off) > tolerance) {
		report.review.push({
			field: 'totalAmount',
			message:
				`Net total ${shown(subTotal)} plus tax ${shown(taxAmount)} is ${shown(subTotal + taxAmount)}, but the ` +
				`document says ${shown(totalAmount)}. The amounts are passed on unchanged; compare them with the file.`,
		});
	}
	return { subTotal, taxAmount, totalAmount };
}
