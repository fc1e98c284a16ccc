import type { IDataObject } from 'n8n-workflow';
import { Big } from '../bundled/big';
import { amountText, cents } from '../shared/decimal';

interface Amounts {
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
}

const ADDED: Array<[keyof Amounts, string]> = [
	['subTotal', 'Subtotal'],
	['taxAmount', 'Tax Amount'],
	['totalAmount', 'Total Amount'],
];

function sumOff(amounts: Amounts, where: string): string[] {
	const sum = cents(amounts.subTotal).plus(cents(amounts.taxAmount));
	if (sum.eq(cents(amounts.totalAmount))) return [];
	return [
		`${where}Subtotal and Tax Amount make ${amountText(sum)}, but Total Amount is ${amountText(cents(amounts.totalAmount))}`,
	];
}

/**
 * Doubts about the amounts of an invoice or quote, compared in exact cents (bluetape.md trap 19): subtotal plus
 * tax against total, in the header and in each line, and the lines against the header. Empty when all add up.
 */
export function amountDoubts(body: IDataObject): string[] {
	const header = body as unknown as Amounts & { lines?: Amounts[] };
	const lines = header.lines ?? [];
	const doubts = [
		...sumOff(header, ''),
		...lines.flatMap((line, index) => sumOff(line, `Line ${index + 1}: `)),
	];
	if (lines.length === 0) return doubts;
	for (const [key, label] of ADDED) {
		const sum = lines.reduce((total, line) => total.plus(cents(line[key])), new Big(0));
		if (!sum.eq(cents(header[key]))) {
			doubts.push(
				`the lines' ${label} make ${amountText(sum)}, but the header says ${amountText(cents(header[key]))}`,
			);
		}
	}
	return doubts;
}
