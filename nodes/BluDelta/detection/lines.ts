import { Big } from '../../bundled/big';
import { cents, fromCents, shown, wholeCents } from '../../shared/values/cents';
import type { Report } from './report';
import type { SimplifiedDetection, SimplifiedLine } from './simplified';
import { sum } from '../../shared/values/spread';
import { slackOf, splitTax } from './tax';
import type { Basis } from './tax';
import type { Totals } from './totals';

/** A line of a BlueTape invoice (bluetape.md 4.6): whole quantity, amounts with at most two decimals. */
export interface InvoiceLine {
	description: string;
	quantity: number;
	unitAmount: number;
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
}

/**
 * The lines of the invoice (bludelta.md 8.3). Their net amounts and taxes add up to the header's, and
 * each line's two to its total. Line totals that fit neither the net nor the gross total give one line with
 * the header's amounts instead, and a word in `review`.
 */
export function readLines(
	detection: SimplifiedDetection,
	invoiceNumber: string,
	header: Totals,
	itemIds: boolean,
	report: Report,
): { lines: InvoiceLine[]; fromDocument: boolean } {
	const rows = detection.lines ?? [];
	const counted = rows.flatMap((line, index) => {
		const total = cents(line.totalAmount);
		return total === undefined ? [] : [{ line, index, total }];
	});
	const printed = counted.map(({ total }) => total);
	const basis = basisOf(printed, header);
	if (basis === undefined) {
		reportOneLine(printed, header, report);
		return { lines: [oneLine(invoiceNumber, header)], fromDocument: false };
	}
	if (counted.length < rows.length) {
		report.derived.push({
			field: 'lines',
			from: 'LineItemTable',
			how: `${rows.length - counted.length} of ${rows.length} rows left out, they have no total; the others add up`,
		});
	}
	const split = splitTax(printed, basis, header, detection.vatGroups);
	if (split.doubt !== undefined) report.review.push({ field: 'lines[].taxAmount', message: split.doubt });
	report.derived.push({ field: 'lines[].taxAmount', from: split.from, how: split.how });
	if (basis === 'gross') {
		const how = 'the line totals include tax, because they add up to the grand total; tax taken out';
		report.derived.push({ field: 'lines[].subTotal', from: 'TotalAmount', how });
	}
	const lines = counted.map(({ line, index, total }, at) => {
		const subTotal = split.subTotals[at];
		const tax = split.taxes[at];
		if (basis === 'net' && subTotal !== total) {
			report.derived.push({
				field: `lines[${at}].subTotal`,
				from: 'TotalAmount',
				how: `${shown(total)} on the document; ${shown(subTotal - total)} of rounding to reach the net total`,
			});
		}
		return {
			...countAndPrice(line, describe(line, index, itemIds), subTotal, `lines[${at}]`, report),
			subTotal: fromCents(subTotal),
			taxAmount: fromCents(tax),
			totalAmount: fromCents(subTotal + tax),
		};
	});
	return { lines, fromDocument: true };
}

function basisOf(printed: number[], header: Totals): Basis | undefined {
	const isNear = (target: number) => Math.abs(sum(printed) - target) <= slackOf(printed);
	if (printed.length === 0) return undefined;
	if (isNear(header.subTotal)) return 'net';
	return isNear(header.totalAmount) ? 'gross' : undefined;
}

function reportOneLine(printed: number[], header: Totals, report: Report) {
	const instead = 'The invoice has one line with the whole amount instead.';
	const message =
		printed.length === 0
			? `BLU DELTA found no line items with a total. ${instead} Add the lines by hand if BlueTape should show them.`
			: `The line totals add up to ${shown(sum(printed))}, which is neither the net total ` +
				`${shown(header.subTotal)} nor the grand total ${shown(header.totalAmount)}: a line, discount or ` +
				`surcharge may be missing. ${instead} Compare the lines with the file.`;
	report.review.push({ field: 'lines', message });
	report.derived.push({ field: 'lines', from: 'the header totals', how: 'one line with the whole amount' });
}

const oneLine = (invoiceNumber: string, header: Totals): InvoiceLine => ({
	description: `Invoice ${invoiceNumber}`,
	quantity: 1,
	unitAmount: fromCents(header.subTotal),
	subTotal: fromCents(header.subTotal),
	taxAmount: fromCents(header.taxAmount),
	totalAmount: fromCents(header.totalAmount),
});

function describe(line: SimplifiedLine, index: number, itemIds: boolean): string {
	const description = line.description ?? `Item ${line.positionNumber ?? index + 1}`;
	return itemIds && line.itemId !== undefined ? `${line.itemId} ${description}` : description;
}

/**
 * Quantity and unit price so that their product is the line's net amount, give or take a cent. BlueTape takes
 * whole quantities and cents only; what does not fit becomes one piece, with the original in the description.
 */
function countAndPrice(
	line: SimplifiedLine,
	description: string,
	subTotal: number,
	path: string,
	report: Report,
): Pick<InvoiceLine, 'description' | 'quantity' | 'unitAmount'> {
	const derive = (member: string, from: string, how: string) =>
		report.derived.push({ field: `${path}.${member}`, from, how });
	const quantity = line.quantity ?? 1;
	if (Number.isSafeInteger(quantity) && quantity > 0) {
		const isTotal = (unit: Big) => unit.times(quantity).minus(subTotal).abs().lte(1);
		const price = line.unitPrice === undefined ? undefined : new Big(line.unitPrice).times(100);
		const exact = price && isTotal(price) ? price : new Big(subTotal).div(quantity);
		const unit = wholeCents(exact);
		if (unit !== undefined && isTotal(new Big(unit))) {
			if (line.quantity === undefined) derive('quantity', 'nothing', '1, because the line has no quantity');
			if (exact !== price) derive('unitAmount', 'subTotal', `${shown(subTotal)} divided by ${quantity}`);
			return { description, quantity, unitAmount: fromCents(unit) };
		}
	}
	const price = line.unitPrice === undefined ? undefined : new Big(line.unitPrice);
	const decimals = Math.max(2, (price?.toFixed().split('.')[1] ?? '').length);
	const original = price ? `${quantity} × ${price.toFixed(decimals)}` : `quantity ${quantity}`;
	derive('quantity', 'Quantity', `1 instead of ${original}, which whole pieces and cents cannot express`);
	derive('unitAmount', 'subTotal', 'the whole line');
	return { description: `${description} (${original})`, quantity: 1, unitAmount: fromCents(subTotal) };
}
