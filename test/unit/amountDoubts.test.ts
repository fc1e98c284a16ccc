import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf, remarksOn } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

// What is refused, or told, of amounts and days that are all there.

const line: Line = {
	...{ quantity: 2, unitAmount: 50, subTotal: 100, taxAmount: 8, totalAmount: 108 },
};
const header: Body = {
	...{ subTotal: 100, taxAmount: 8, totalAmount: 108, amountDue: 108 },
	...{ invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
};
const withLine = (changed: Line): Body => ({ ...header, lines: [{ ...line, ...changed }] });
const doubts = (body: Body, rate?: number, isNew = true) =>
	doubtsOf({ body, rates: [rate], rests: new Set() }, { isNew });

it.each<[string, Body, number?, boolean?]>([
	['a header', header],
	['a line', withLine({}), 8],
	['a quote', { ...header, amountDue: undefined, invoiceDate: undefined, quoteDate: '2026-12-26' }],
	['an amount due below the total', { ...header, amountDue: 0.01 }],
	['nothing due of an invoice that is there', { ...header, amountDue: 0 }, undefined, false],
	['due on the day of the invoice', { ...header, dueDate: '2026-11-26' }],
	[
		'timestamps of one day',
		{ ...header, invoiceDate: '2026-11-26T09:00:00.000Z', dueDate: '2026-11-26T00:00:00.000Z' },
	],
	['no days', { ...header, invoiceDate: undefined, dueDate: undefined }],
	['no due date', { ...header, dueDate: undefined }],
	['a subtotal of a cent more than the price', withLine({ unitAmount: 49.995 })],
	['a subtotal below the price: a discount', withLine({ unitAmount: 500 })],
	['a tax that is a cent off its rate', withLine({}), 8.01],
	[
		'a price of nothing for nothing',
		{ ...header, lines: [line, { quantity: 1, unitAmount: 0, subTotal: 0, taxAmount: 0, totalAmount: 0 }] },
	],
])('no doubt about %s', (_name, body, ...[rate, isNew]) => expect(doubts(body, rate, isNew)).toEqual([]));

it.each<[string, Body, string, number?, boolean?]>([
	[
		'a total',
		{ ...header, totalAmount: 108.01 },
		'Subtotal and Tax Amount make 108.00, but Total Amount is 108.01',
	],
	[
		'the total of a line',
		withLine({ totalAmount: 107.99 }),
		'Line 1: Subtotal and Tax Amount make 108.00, but Total Amount is 107.99',
	],
	[
		'the subtotals of lines',
		{ ...header, lines: [line, line] },
		"the lines' Subtotal make 200.00, but the header says 100.00",
	],
	[
		'the taxes of lines',
		{ ...header, lines: [line, line] },
		"the lines' Tax Amount make 16.00, but the header says 8.00",
	],
	[
		'the totals of lines',
		{ ...header, lines: [line, line] },
		"the lines' Total Amount make 216.00, but the header says 108.00",
	],
	[
		'no total',
		{ ...header, subTotal: 0, taxAmount: 0, totalAmount: 0, amountDue: 0 },
		'Total Amount is 0.00',
	],
	[
		'a total below zero',
		{ ...header, subTotal: -9, taxAmount: 0, totalAmount: -9, amountDue: -9 },
		'Total Amount is -9.00, below zero',
	],
	['too much due', { ...header, amountDue: 10800 }, 'Amount Due is 10800.00, but Total Amount is 108.00'],
	['less than nothing due', { ...header, amountDue: -0.01 }, 'Amount Due is -0.01, below zero'],
	[
		'nothing due of a new invoice',
		{ ...header, amountDue: 0 },
		'Amount Due is 0.00, but Total Amount is 108.00, so nothing would be asked for',
	],
	[
		'a subtotal above the price',
		withLine({ unitAmount: 4.5, quantity: 10 }),
		'Line 1: Quantity × Unit Price (10 × 4.5 is 45.00) is less than Subtotal, 100.00',
	],
	[
		'one of two cents',
		withLine({ unitAmount: 49.99 }),
		'Line 1: Quantity × Unit Price (2 × 49.99 is 99.98) is less than Subtotal, 100.00',
	],
	['a price of nothing', withLine({ unitAmount: 0 }), 'Line 1: Unit Price is 0, but Subtotal is 100.00'],
	[
		'no quantity',
		withLine({ quantity: 0 }),
		'Line 1: Quantity × Unit Price (0 × 50 is 0.00) is less than Subtotal, 100.00',
	],
	['a tax of another rate', withLine({}), 'Line 1: 10 % of 100.00 is 10.00, but Tax Amount is 8.00', 10],
	[
		'a tax two cents off its rate',
		withLine({}),
		'Line 1: 8.02 % of 100.00 is 8.02, but Tax Amount is 8.00',
		8.02,
	],
	['a tax where the rate is 0', withLine({}), 'Line 1: 0 % of 100.00 is 0.00, but Tax Amount is 8.00', 0],
	[
		'due before the invoice',
		{ ...header, dueDate: '2026-11-25' },
		'Due Date 2026-11-25 is before Invoice Date 2026-11-26',
	],
	[
		'due before the quote',
		{ ...header, invoiceDate: undefined, quoteDate: '2026-12-27T00:00:00.000Z' },
		'Due Date 2026-12-26 is before Quote Date 2026-12-27',
	],
	['parts of cents', { ...header, amountDue: 1.094 }, 'Amount Due 1.094 has more than two decimals'],
	[
		'parts of cents in a line',
		withLine({ taxAmount: 8.001 }),
		'Line 1: Tax Amount 8.001 has more than two decimals',
	],
])('%s', (_name, body, sentence, ...[rate, isNew]) => expect(doubts(body, rate, isNew)).toContain(sentence));

it('one thing is said once', () => {
	expect(doubts({ ...header, amountDue: 9069 })).toHaveLength(1);
	expect(doubts(withLine({ unitAmount: 0 }))).toHaveLength(1);
	expect(doubts({ ...header, subTotal: 100.001 })).toEqual(['Subtotal 100.001 has more than two decimals']);
});

describe('remarks', () => {
	const remarks = (body: Body, today = '2026-11-26') => remarksOn(body, today);

	it.each<[string, Body, string[], string?]>([
		['a due date that is still ahead', header, [], '2026-12-26'],
		['one that has passed', header, ['Due Date 2026-12-26 has passed'], '2026-12-27'],
		[
			'a discount',
			withLine({ unitAmount: 500 }),
			['Line 1: Subtotal 100.00 is below 2 × 500, 1000.00: taken as a discount'],
		],
		[
			'a discount of two cents',
			withLine({ unitAmount: 50.01 }),
			['Line 1: Subtotal 100.00 is below 2 × 50.01, 100.02: taken as a discount'],
		],
		['a cent of rounding', withLine({ unitAmount: 50.005 }), []],
		['no due date', { ...header, dueDate: undefined }, []],
	])('%s', (_name, body, expected, ...[today]) => expect(remarks(body, today)).toEqual(expected));
});

describe('a tax that is none', () => {
	const found = (body: Body) => {
		const worked = workOut(body, { amountDue: true });
		expect(worked.missing).toEqual([]);
		return doubtsOf(worked, { isNew: true });
	};
	const of = (given: Line): Body => ({ lines: [{ quantity: 1, ...given }] });

	it.each<[string, Body, string]>([
		[
			'a slip in the total of a line',
			of({ quantity: 100, unitAmount: 4.5, totalAmount: 4500 }),
			'Line 1: Tax Amount 4050.00, what Total Amount 4500.00 leaves, can hardly be the tax on Subtotal 450.00',
		],
		[
			'a discount in the total of a line',
			of({ unitAmount: 100, totalAmount: 90 }),
			'Line 1: Tax Amount -10.00, what Total Amount 90.00 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'more than 30 %',
			{ subTotal: 100, totalAmount: 130.02 },
			'Tax Amount 30.02, what Total Amount 130.02 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'sums that were swapped',
			{ subTotal: 110, totalAmount: 100 },
			'Tax Amount -10.00, what Total Amount 100.00 leaves, can hardly be the tax on Subtotal 110.00',
		],
		[
			'nothing that could be taxed',
			{ subTotal: 0, totalAmount: 110 },
			'Tax Amount 110.00, what Total Amount 110.00 leaves, can hardly be the tax on Subtotal 0.00',
		],
		[
			'more tax than total',
			{ totalAmount: 100, taxAmount: 150 },
			'Tax Amount 150.00 can hardly be the tax on Subtotal -50.00',
		],
		[
			'more tax than subtotal, given',
			of({ unitAmount: 100, taxAmount: 101 }),
			'Line 1: Tax Amount 101.00 can hardly be the tax on Subtotal 100.00',
		],
		[
			'what the header leaves to its lines',
			{ subTotal: 100, totalAmount: 140, ...of({ unitAmount: 100 }) },
			'Tax Amount 40.00, what Total Amount 140.00 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'the rate of a sheet',
			of({ unitAmount: 100, taxRate: 0.07 }),
			'Line 1: Tax Rate 0.07 is taken as 0.07 %; for 7 % write 7',
		],
		[
			'a larger one',
			of({ unitAmount: 100, taxRate: 0.25 }),
			'Line 1: Tax Rate 0.25 is taken as 0.25 %; for 25 % write 25',
		],
	])('%s', (_name, body, sentence) => expect(found(body)).toEqual([sentence]));

	it.each<[string, Body]>([
		['30 %', { subTotal: 100, totalAmount: 130 }],
		['all of it, given', of({ unitAmount: 100, taxAmount: 100 })],
		[
			'tax of a line that takes something back',
			{
				lines: [
					{ quantity: 1, unitAmount: 100, totalAmount: 108 },
					{ quantity: 1, unitAmount: -50, totalAmount: -54 },
				],
			},
		],
		[
			'lines with and without tax',
			{
				lines: [
					{ quantity: 1, unitAmount: 100, taxAmount: 8 },
					{ quantity: 1, unitAmount: -95, taxAmount: 0 },
				],
			},
		],
		['no tax', { subTotal: 100, totalAmount: 100 }],
		['a rate of 0.3 %', of({ unitAmount: 100, taxRate: 0.3 })],
		['a rate of 0', of({ unitAmount: 100, taxRate: 0 })],
		['a rate beside a total', of({ unitAmount: 100, taxRate: 50, totalAmount: 150 })],
	])('none of these: %s', (_name, body) => expect(found(body)).toEqual([]));
});
