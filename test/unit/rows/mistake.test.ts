import type { NumberFormat } from '../../../nodes/BlueTape/rows/cells';
import type { Column } from '../../../nodes/BlueTape/rows/columns';
import type { DateFormat } from '../../../nodes/BlueTape/rows/days';
import { mistakeIn } from '../../../nodes/BlueTape/rows/mistake';

const kinds = {
	quantity: 'integer',
	unitAmount: 'decimal',
	taxRate: 'percent',
	subTotal: 'decimal',
	dueDate: 'date',
	at: 'dateTime',
};
const mistake = (
	key: keyof typeof kinds,
	cell: unknown,
	{
		dateFormat = 'YYYY-MM-DD',
		numberFormat = '1,100.50',
	}: { dateFormat?: DateFormat; numberFormat?: NumberFormat } = {},
) => mistakeIn(cell, { key, kind: kinds[key], column: 'Day' } as Column, { dateFormat, numberFormat });
const beside = (unit: string) => `a number with '${unit}' beside it: `;

it.each([
	...[' 3 pcs ', '3pcs', '3  pcs', '(3) pcs', '-3 pcs', '1,000 pcs'].map((cell) => [cell, 'pcs']),
	...[' x3', 'x 3', 'x -3', 'x +3', 'x (3)', 'x1,000', 'x $3', 'x $ 3'].map((cell) => [cell, 'x']),
	['3 big pcs', 'big pcs'],
	['3 / box', '/ box'],
	['3 (m)', '(m)'],
	['ca. $ 500', 'ca.'],
	['no. of 5', 'no. of'],
	[`3 ${'x'.repeat(98)}`, 'x'.repeat(98)],
])('%j is a number with %s beside it', (cell, unit) =>
	expect(mistake('subTotal', cell)).toBe(`${beside(unit)}take '${unit}' out`),
);

it.each<unknown>([
	'three',
	'5 x 3',
	'3 x 5 mm',
	'3,5 pcs',
	'x 3,5',
	'#x3',
	'3 #',
	'x3y',
	`3 ${'x'.repeat(99)}`,
	'',
	'-',
	true,
	undefined,
])('%j is no number', (cell) =>
	expect(mistake('subTotal', cell)).toBe('no number like 1,100.50 (choose the number format)'),
);

it.each(['k', 'K', 'k.', 'thousand', 'Tsd', 'tsd.', 'Mio.', 'mm', 'Million', 'hundred'])(
	'a price in %s is to be written in full',
	(unit) => expect(mistake('unitAmount', `12.5 ${unit}`)).toBe(`${beside(unit)}write the number in full`),
);
it.each(['pack', 'kg', 'k..', 'thousands', 'pair', 'dozen', 'crate', 'scr'])(
	'a price for %s is to be that of one unit',
	(unit) =>
		expect(mistake('unitAmount', `12.5 ${unit}`)).toBe(
			`${beside(unit)}take '${unit}' out; Unit Price is that of one unit`,
		),
);

it.each([
	...[
		'doz',
		'dozen',
		'doz.',
		'dz',
		'dtz',
		'dtzd',
		'Dutzend',
		'pair',
		'pairs',
		'pr',
		'prs',
		'prs.',
		'Paar',
		'gross',
		'hundred',
		'tsd',
	],
])('a quantity of so many %s may be what the price is of', (unit) =>
	expect(mistake('quantity', `2 ${unit}`)).toBe(
		`${beside(unit)}take '${unit}' out where Unit Price is the price of so many, else write the number of pieces`,
	),
);
it.each(['repair', 'prints', 'pairings', 'cr', 'pcs', 'sdz', 'dozens'])(
	'a quantity of %s is one of each',
	(unit) => expect(mistake('quantity', `2 ${unit}`)).toBe(`${beside(unit)}take '${unit}' out`),
);

it.each(['CR', 'cr.', 'Credit', 'credit.'])('an amount with %s is a credit', (unit) =>
	expect(mistake('subTotal', `25.00 ${unit}`)).toBe(
		`a credit, by '${unit}': write it below zero, without it`,
	),
);
it.each(['crates', 'scr', 'credits', 'accredit'])('an amount with %s is none', (unit) =>
	expect(mistake('subTotal', `25.00 ${unit}`)).toBe(`${beside(unit)}take '${unit}' out`),
);

it.each<[keyof typeof kinds, unknown, string, DateFormat?]>([
	['taxRate', '19 % MwSt', `${beside('MwSt')}take 'MwSt' out`],
	['taxRate', 'VAT 20%', `${beside('VAT')}take 'VAT' out`],
	['taxRate', '$ 8', 'no rate: it has the sign of a currency'],
	['subTotal', '8 %', 'a percentage, and no number here: choose a column of rates for lines.taxRate'],
	['dueDate', 'soon', 'no day like YYYY-MM-DD (choose the date format)'],
	['at', 'soon', 'no day like MM/DD/YYYY (choose the date format)', 'MM/DD/YYYY'],
	[
		'dueDate',
		'soon',
		'no day as Excel numbers them, like 46112: they are taken from 36526, the year 2000, on (choose the date format)',
		'excel',
	],
	[
		'dueDate',
		'1/2/26',
		'a day whose year has two digits: write the year with four digits, and choose the date format',
	],
	[
		'dueDate',
		'1/2/26',
		'a day whose year has two digits: write the year with four digits, and choose the date format',
		'excel',
	],
	[
		'at',
		'1-2-26',
		`a day whose year has two digits: write the year with four digits, or read it by Edit Fields in front, as Day = {{ DateTime.fromFormat($json["Day"], 'd-M-yy').toISODate() }}`,
		'DD/MM/YYYY',
	],
	['at', '1-Feb-26', 'a day whose year has two digits: write the year with four digits', 'DD/MM/YYYY'],
])('as %s, %j is %s', (key, cell, sentence, ...[dateFormat]) =>
	expect(mistake(key, cell, { dateFormat })).toBe(sentence),
);
