import type { Body } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import { header, line, withLine } from './wholeInvoice';

// What is refused, or told, of amounts and days that are all there.

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
	['the first day of 2000', { ...header, invoiceDate: '2000-01-01' }],
	['the last days of 2199', { ...header, invoiceDate: '2199-12-01', dueDate: '2199-12-31' }],
	['due after five years', { ...header, dueDate: '2031-11-26' }],
	['no end', { ...header, expirationDate: '9999-12-31' }],
	[
		'an end on the day of the quote',
		{ ...header, invoiceDate: undefined, quoteDate: '2026-11-26', expirationDate: '2026-11-26' },
	],
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
		"The lines' Subtotal make 200.00, but the header says 100.00",
	],
	[
		'the taxes of lines',
		{ ...header, lines: [line, line] },
		"The lines' Tax Amount make 16.00, but the header says 8.00",
	],
	[
		'the totals of lines',
		{ ...header, lines: [line, line] },
		"The lines' Total Amount make 216.00, but the header says 108.00",
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
	[
		'none of what came back',
		withLine({ quantity: 0, subTotal: -100 }),
		'Line 1: Quantity × Unit Price (0 × 50 is 0.00) is nearer to 0 than Subtotal, -100.00',
	],
	[
		'a price of all of it beyond any amount',
		withLine({ quantity: 1000, unitAmount: 9e12 }),
		'Line 1: Quantity × Unit Price (1000 × 9000000000000) is too large for an amount',
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
	expect(doubts({ subTotal: 0, taxAmount: 0, totalAmount: 0, amountDue: 0 })).toEqual([
		'Total Amount is 0.00',
	]);
	for (const amountDue of [-9, undefined]) {
		expect(doubts({ subTotal: -9, taxAmount: 0, totalAmount: -9, amountDue })).toEqual([
			'Total Amount is -9.00, below zero',
		]);
	}
	expect(doubts({ ...header, dueDate: '2026-11-25', expirationDate: '2026-11-25' })).toHaveLength(1);
	expect(doubts({ ...header, subTotal: 100.001 })).toEqual(['Subtotal 100.001 has more than two decimals']);
});
