import type { IDataObject } from 'n8n-workflow';
import { Big } from '../bundled/big';
import { inputFailure } from '../shared/failure';
import { optional, setting } from '../shared/field';
import type { Call, Operation } from '../shared/table/operation';
import { amountText, cents } from '../shared/values/decimal';

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
 * Doubts about the amounts of an invoice or quote, compared in exact cents (contract/bluetape.md trap 19): subtotal plus
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

const checkAmounts = optional(
	setting(
		[
			{ name: 'Do Not Check', value: 'off' },
			{
				name: 'Refuse the Item',
				value: 'error',
				description: 'Nothing is sent for an item whose amounts do not add up',
			},
			{ name: 'Warn', value: 'warn', description: 'Send it, and show a hint beside the output' },
		],
		{
			default: 'warn',
			description: 'What to do when subtotal and tax do not add up to the total, or the lines not to the header',
		},
	),
);

function check({ input: { body }, options, hint }: Call): void {
	if (options.checkAmounts === 'off') return;
	const doubts = amountDoubts(body);
	if (doubts.length && options.checkAmounts === 'error') {
		throw inputFailure(doubts.join('; '), "Correct the amounts, or set the option 'Check Amounts' to Warn");
	}
	doubts.forEach(hint);
}

/** What an operation needs that looks at the amounts of its body as its user wants. */
export const amountsCheck = { options: { checkAmounts }, check } satisfies Partial<Operation>;
