import { cents, fromCents, shown } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import { countAndPrice, type CountAndPrice } from './price';
import type { Report } from './report';
import type { SimplifiedDetection, SimplifiedLine } from './simplified';
import { averageTaxes, splitTax } from './tax';
import type { Basis } from './tax';
import type { Totals } from './totals';

/** A line of a BlueTape invoice (bluetape.md 4.6): whole quantity, prices with at most four decimals, amounts with two. */
export interface InvoiceLine extends CountAndPrice {
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
}

/** Cents by which line totals may miss the header's amount and still be told for net or gross (bludelta.md 8.3, step 1). */
const nearness = (lines: number[]) => Math.max(2, lines.length);

/**
 * The lines of the invoice (bludelta.md 8.3), with the amounts that the document prints. Where they add up to the
 * header's, so do their taxes; where they nearly do, `review` says what is lacking; where they don't, there is one
 * line with the header's amounts instead, and a word in `review`.
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
		const how = `${rows.length - counted.length} of ${rows.length} rows left out, they have no total`;
		report.derived.push({ field: 'lines', value: counted.length, how, from: 'LineItemTable' });
	}
	const taxes = taxesOf(printed, basis, header, detection.vatGroups, report);
	const lines = counted.map(({ line, index, total }, at) => {
		const subTotal = basis === 'net' ? total : total - taxes[at];
		if (basis === 'gross') {
			const how = 'the line total includes tax, because all of them add up to the grand total; tax taken out';
			const field = `lines[${at}].subTotal`;
			report.derived.push({ field, value: fromCents(subTotal), how, from: 'TotalAmount' });
		}
		return {
			...countAndPrice(line, describe(line, index, itemIds), subTotal, `lines[${at}]`, report),
			subTotal: fromCents(subTotal),
			taxAmount: fromCents(taxes[at]),
			totalAmount: fromCents(subTotal + taxes[at]),
		};
	});
	return { lines, fromDocument: true };
}

function basisOf(printed: number[], header: Totals): Basis | undefined {
	if (printed.length === 0) return undefined;
	const bases = [
		{ basis: 'net' as const, off: Math.abs(sum(printed) - header.subTotal) },
		{ basis: 'gross' as const, off: Math.abs(sum(printed) - header.totalAmount) },
	];
	const fitting = bases.find(({ off }) => off === 0) ?? bases.find(({ off }) => off <= nearness(printed));
	return fitting?.basis;
}

/** Tax per line in cents. Nothing is made to add up for lines that don't: what one of them lacks is not tax. */
function taxesOf(
	printed: number[],
	basis: Basis,
	header: Totals,
	vatGroups: SimplifiedDetection['vatGroups'],
	report: Report,
): number[] {
	const derive = (at: number, tax: number, how: string, from: string) =>
		report.derived.push({ field: `lines[${at}].taxAmount`, value: fromCents(tax), how, from });
	const [target, name] =
		basis === 'net' ? [header.subTotal, 'net total'] : [header.totalAmount, 'grand total'];
	const off = target - sum(printed);
	if (off !== 0) {
		const message =
			`The line totals add up to ${shown(sum(printed))}, and the ${name} is ${shown(target)}: ${shown(Math.abs(off))} ` +
			`too ${off > 0 ? 'little' : 'much'}, as when a line was missed or misread. The lines are passed on as they are printed, and the BlueTape node ` +
			'refuses them until they add up. Compare them with the file.';
		report.review.push({ field: 'lines', message });
		const taxes = averageTaxes(printed, basis, header);
		taxes.forEach((tax, at) => derive(at, tax, 'at the average rate of the document', 'taxAmount'));
		return taxes;
	}
	const { taxes, from, how, doubt } = splitTax(printed, basis, header, vatGroups);
	if (doubt !== undefined) report.review.push({ field: 'lines[].taxAmount', message: doubt });
	taxes.forEach((tax, at) => derive(at, tax, how[at], from));
	return taxes;
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
	const how = 'one line with the whole amount';
	report.derived.push({ field: 'lines', value: 1, how, from: 'the header totals' });
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
