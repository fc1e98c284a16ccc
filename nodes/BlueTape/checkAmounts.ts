import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { optional, setting } from '../shared/field';
import type { Call, Operation } from '../shared/table/operation';
import { cents, shown } from '../shared/values/cents';
import { sum } from '../shared/values/spread';

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

/** The given amounts have passed `decimal`, so their cents are exact. */
const centsOf = (amounts: Amounts, key: keyof Amounts): number => cents(amounts[key])!;

function sumOff(amounts: Amounts, where: string): string[] {
	const added = centsOf(amounts, 'subTotal') + centsOf(amounts, 'taxAmount');
	const total = centsOf(amounts, 'totalAmount');
	if (added === total) return [];
	return [`${where}Subtotal and Tax Amount make ${shown(added)}, but Total Amount is ${shown(total)}`];
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
		const added = sum(lines.map((line) => centsOf(line, key)));
		const said = centsOf(header, key);
		if (added !== said)
			doubts.push(`the lines' ${label} make ${shown(added)}, but the header says ${shown(said)}`);
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
			description:
				'What to do when subtotal and tax do not add up to the total, or the lines not to the header',
		},
	),
);

function check({ input: { body }, options, hint }: Call): void {
	if (options.checkAmounts === 'off') return;
	const doubts = amountDoubts(body);
	if (doubts.length && options.checkAmounts === 'error') {
		throw inputFailure(doubts.join('; '), "Correct the amounts, or set the option 'Check Amounts' to Warn");
	}
	doubts.forEach((message) => hint(message, 'warning'));
}

/** What an operation needs that looks at the amounts of its body as its user wants. */
export const amountsCheck = { options: { checkAmounts }, check } satisfies Partial<Operation>;
