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
	doubtsOf({ body, rates: [rate], rests: new Set(), derived: [] }, { isNew });

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
	['due after five years', { ...header, dueDate: '2031-11-26' }],
	['no end', { ...header, expirationDate: '9999-12-31' }],
	['an end before it is due', { ...header, expirationDate: '2026-12-01' }],
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
	[
		'a year without its thousands',
		{ ...header, invoiceDate: '0026-11-26' },
		'Invoice Date 0026-11-26 is before the year 2000',
	],
	[
		'a year too far',
		{ ...header, invoiceDate: '9126-11-26', dueDate: '9126-12-26' },
		'Invoice Date 9126-11-26 is after the year 2199',
	],
	['due in another age', { ...header, dueDate: '9126-12-26' }, 'Due Date 9126-12-26 is after the year 2199'],
	[
		'a quote that ends before it begins',
		{
			...header,
			invoiceDate: undefined,
			quoteDate: '2026-11-26',
			expirationDate: '2016-12-26T00:00:00.000Z',
		},
		'Expiration Date 2016-12-26 is before Quote Date 2026-11-26',
	],
	[
		'a subtotal of the other sign',
		withLine({ unitAmount: -50 }),
		'Line 1: Subtotal 100.00 has another sign than Quantity × Unit Price (2 × -50 is -100.00)',
	],
	[
		'one below zero',
		withLine({ subTotal: -100 }),
		'Line 1: Subtotal -100.00 has another sign than Quantity × Unit Price (2 × 50 is 100.00)',
	],
	[
		'more than what came back',
		withLine({ unitAmount: -50, subTotal: -1000 }),
		'Line 1: Quantity × Unit Price (2 × -50 is -100.00) is nearer to 0 than Subtotal, -1000.00',
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
	expect(doubts({ ...header, dueDate: '2026-11-25', expirationDate: '2026-11-25' })).toHaveLength(1);
	expect(doubts({ ...header, subTotal: 100.001 })).toEqual(['Subtotal 100.001 has more than two decimals']);
});

describe('remarks', () => {
	it.each([
		['2031-11-26', []],
		['2031-11-27', ['Due Date 2031-11-27 is more than 5 years later']],
		['2126-12-26', ['Due Date 2126-12-26 is more than 5 years later']],
	])('a due date of %s', (dueDate, remarks) => {
		expect(doubts({ ...header, dueDate })).toEqual([]);
		expect(remarksOn({ ...header, dueDate }, '2026-11-26')).toEqual(remarks);
	});

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
		[
			'a discount on what came back',
			withLine({ unitAmount: -500, subTotal: -100 }),
			['Line 1: Subtotal -100.00 is nearer to 0 than 2 × -500, -1000.00: taken as a discount'],
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
			'a rate in the field of the amount',
			{ subTotal: 1000, taxAmount: 0.08 },
			'Tax Amount 0.08 can hardly be the tax on Subtotal 1000.00; for 8 % write 80.00',
		],
		[
			'one in a line',
			of({ unitAmount: 1000, taxAmount: 0.08 }),
			'Line 1: Tax Amount 0.08 can hardly be the tax on Subtotal 1000.00; for 8 % write 80.00',
		],
		[
			'one of a credit beside an invoice',
			{
				lines: [
					{ quantity: 1, unitAmount: 2000 },
					{ quantity: 1, unitAmount: -1000, taxAmount: -0.2 },
				],
			},
			'Line 2: Tax Amount -0.20 can hardly be the tax on Subtotal -1000.00; for 20 % write -200.00',
		],
		[
			'a total that is a few cents off',
			{ subTotal: 1000, totalAmount: 1000.08 },
			'Tax Amount 0.08, what Total Amount 1000.08 leaves, can hardly be the tax on Subtotal 1000.00',
		],
		[
			'a rate that lost its point',
			of({ unitAmount: 100, taxRate: 82.5 }),
			'Line 1: Tax Rate 82.5 is taken as 82.5 %, and hardly any tax is above 30 %',
		],
		[
			'all of it as a rate',
			of({ unitAmount: 100, taxRate: 100 }),
			'Line 1: Tax Rate 100 is taken as 100 %, and hardly any tax is above 30 %',
		],
		[
			'a total of a line that is a cent off, without any header',
			of({ unitAmount: 100, taxAmount: 8.25, totalAmount: 108.24 }),
			'Line 1: Subtotal and Tax Amount make 108.25, but Total Amount is 108.24',
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
		['a rate of 30 % beside a total', of({ unitAmount: 100, taxRate: 30, totalAmount: 130 })],
		['a small tax of its own', { subTotal: 10_000, taxAmount: 8 }],
		['a cent that was rounded', of({ unitAmount: 20, taxAmount: 0.01 })],
		['a little of a lot', { subTotal: 5000, taxAmount: 0.4 }],
		[
			'the tax of the sum beside a line without a rate',
			{
				taxAmount: 2.42,
				lines: [
					...Array.from({ length: 3 }, () => ({ quantity: 1, unitAmount: 10.07, taxRate: 8 })),
					{ quantity: 1, unitAmount: 50 },
				],
			},
		],
	])('none of these: %s', (_name, body) => expect(found(body)).toEqual([]));
});

describe('a price of parts of a cent', () => {
	const told = (given: Line, header: Body = {}) => {
		const worked = workOut<Body>({ ...header, lines: [given] }, { amountDue: true });
		return {
			doubts: doubtsOf(worked, { isNew: true }),
			remarks: remarksOn(worked.body, '2026-11-26', worked.derived),
		};
	};

	it.each<[string, Line, string]>([
		[
			'may be thousands',
			{ quantity: 1, unitAmount: 1.094 },
			'Line 1: Unit Price 1.094 of Quantity 1 has more than two decimals: write 1.09, or 1094 if that is meant',
		],
		[
			'of what comes back, too',
			{ quantity: 1, unitAmount: -2.505 },
			'Line 1: Unit Price -2.505 of Quantity 1 has more than two decimals: write -2.51, or -2505 if that is meant',
		],
		[
			'may be a product',
			{ quantity: 1, unitAmount: 41.6625 },
			'Line 1: Unit Price 41.6625 of Quantity 1 has more than two decimals: write 41.66',
		],
		[
			'below 1 is no thousands',
			{ quantity: 1, unitAmount: 0.125 },
			'Line 1: Unit Price 0.125 of Quantity 1 has more than two decimals: write 0.13',
		],
	])('of one thing is a doubt: it %s', (_name, line, doubt) => expect(told(line).doubts).toContain(doubt));

	it('of several is a remark, where thousands may be meant and what it makes is rounded', () => {
		expect(told({ quantity: 3, unitAmount: 1.094 })).toEqual({
			doubts: [],
			remarks: ['Line 1: 3 × 1.094 is 3.282, rounded; if it is not, write 1094 as Unit Price'],
		});
		for (const [quantity, unitAmount] of [
			[5, 1.094],
			[3, 0.125],
			[3, 1.0945],
			[3, 1.09],
			[3, 1000.125],
		]) {
			expect(told({ quantity, unitAmount })).toEqual({ doubts: [], remarks: [] });
		}
	});

	it.each<[string, Line, Body?]>([
		['the subtotal', { quantity: 1, unitAmount: 1.094, subTotal: 1.09 }],
		['the total of the header', { quantity: 1, unitAmount: 1.094 }, { totalAmount: 1.09 }],
		['the subtotal of the header', { quantity: 3, unitAmount: 1.094 }, { subTotal: 3.28 }],
	])('is neither where %s bears it out', (_name, line, ...[header]) =>
		expect(told(line, header)).toEqual({ doubts: [], remarks: [] }),
	);
});
