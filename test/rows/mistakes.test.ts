import { resources } from '../../nodes/BlueTape/resources';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';

// What is wrong with a cell, in a sentence that says what to do.

const shape = resources.invoice.operations.create.body!;
const row = {
	...{ id: 'A', invoiceNumber: '7', customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
	...{ description: 'Studs', quantity: 3, unitAmount: 100 },
};
const reviews = (part: object, more: Partial<Settings> = {}) =>
	bodiesOf(
		[{ ...row, ...part }],
		shape,
		{ groupBy: 'id', columns: [], dateFormat: 'MM/DD/YYYY', numberFormat: '1,100.50', ...more },
		'2026-11-27',
	).made[0].review.map(({ message }) => message.replace(/^Row 1, column "\w+": /, ''));

it.each<[object, string, Partial<Settings>?]>([
	[{ quantity: '3 pcs' }, `"3 pcs" is a number with 'pcs' beside it: take 'pcs' out`],
	[{ quantity: '3x' }, `"3x" is a number with 'x' beside it: take 'x' out`],
	[{ quantity: 'x3' }, `"x3" is a number with 'x' beside it: take 'x' out`],
	[{ quantity: '3 m²' }, `"3 m²" is a number with 'm²' beside it: take 'm²' out`],
	[
		{ quantity: '2 dozen' },
		`"2 dozen" is a number with 'dozen' beside it: take 'dozen' out where Unit Price is the price of so many, else write the number of pieces`,
	],
	[
		{ unitAmount: '$12.99/ea' },
		`"$12.99/ea" is a number with '/ea' beside it: take '/ea' out; Unit Price is that of one unit`,
	],
	[{ unitAmount: '12.5k' }, `"12.5k" is a number with 'k' beside it: write the number in full`],
	[{ unitAmount: 'Rs. 500' }, `"Rs. 500" is a number with 'Rs.' beside it: take 'Rs.' out`],
	[{ unitAmount: '25.00 CR' }, `"25.00 CR" is a credit, by 'CR': write it below zero, without it`],
	[{ quantity: '3 cr' }, `take 'cr' out`],
	[{ taxRate: '19 % MwSt' }, `"19 % MwSt" is a number with 'MwSt' beside it: take 'MwSt' out`],
	[{ taxRate: 'VAT 20%' }, `"VAT 20%" is a number with 'VAT' beside it: take 'VAT' out`],
	[{ quantity: '3,5 pcs' }, '"3,5 pcs" is no number like 1,100.50 (choose the number format)'],
	[{ quantity: 'three' }, '"three" is no number like 1,100.50 (choose the number format)'],
	[{ quantity: '3 CUP' }, `"3 CUP" has a currency, CUP: is it a quantity? Take 'CUP' out`],
	[{ quantity: '2 PEN' }, `"2 PEN" has a currency, PEN: is it a quantity?`],
	[{ quantity: '$3' }, `"$3" has a currency, $: is it a quantity?`],
	[{ quantity: '12.5 ALL' }, '"12.5 ALL" must be a whole number'],
	[{ quantity: '-' }, '"-" is taken as 0: if it is 0, write 0'],
	[{ unitAmount: '–' }, '"–" is taken as 0: if it is 0, write 0'],
	[{ unitAmount: '₹1,00,000.00' }, '"₹1,00,000.00" is in ₹, and BlueTape takes US dollars'],
	[
		{ invoiceDate: '11/26/26' },
		'"11/26/26" is a day whose year has two digits: write the year with four digits',
	],
	[
		{ invoiceDate: '11/26/26' },
		'write the year with four digits, and choose the date format',
		{ dateFormat: 'excel' },
	],
	[{ invoiceDate: '4.5.2026' }, '"4.5.2026" is no day like MM/DD/YYYY (choose the date format)'],
])('%j: %s', (part, sentence, ...[more]) => expect(reviews(part, more)[0]).toContain(sentence));

it.each([
	{ 'Line Tax Amount': '-' },
	{ unitAmount: '+12.50' },
	{ unitAmount: '12,-' },
	{ unitAmount: '$ 12.99 USD' },
	{ invoiceDate: '26 Nov 2026', dueDate: '2026/12/26' },
	{ invoiceDate: '11-26-2026' },
])('%j is no mistake', (part) => expect(reviews(part)).toEqual([]));

// Where a pattern tries each blank with each, this takes hours.
it('long cells are told as short ones are', () => {
	expect(reviews({ quantity: `3${' '.repeat(3000)}pcs` })[0]).toContain('…" is no number like 1,100.50');
	for (const text of [`a${' '.repeat(300_000)}b`, `a${' '.repeat(300_000)}9!`]) {
		expect(reviews({ unitAmount: text })[0]).toContain('is no number like 1,100.50');
	}
	expect(reviews({ quantity: `3${' '.repeat(150)}pcs` })[0]).toContain("a number with 'pcs' beside it");
});

it('a time of day behind any writing of a day is kept where a moment is wanted', () => {
	for (const cell of ['2026/11/26 9:30', 'Nov 26, 2026 9:30 AM', '2026-11-26T09:30', '26.11.2026T9:30']) {
		for (const dateFormat of ['DD.MM.YYYY', 'excel'] as const) {
			if (dateFormat === 'excel' && cell.startsWith('26.')) continue;
			const settings = { groupBy: 'id', columns: [], numberFormat: '1100.50', timeZone: 'UTC' } as const;
			const rows = [{ ...row, sourceModifiedDate: cell }];
			const { made } = bodiesOf(rows, shape, { ...settings, columns: [], dateFormat }, '2026-11-27');
			expect(made[0].body.sourceModifiedDate).toBe('2026-11-26T09:30:00.000Z');
		}
	}
});
