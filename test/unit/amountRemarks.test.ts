import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { remarksOn, untaxed } from '../../nodes/BlueTape/amounts/amountDoubts';
import { farDays } from '../../nodes/BlueTape/amounts/dayDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { header, withLine } from './wholeInvoice';

// What is told, beside the output, of amounts and days that may well be meant.

it.each<[string, string, string[], string?]>([
	['2026-11-26', '2026-12-26', []],
	['2027-11-26', '2027-12-26', []],
	['2026-11-26', '2031-11-26', []],
	['2027-06-01', '2031-11-26', []],
	// Of last year, and typed in late.
	['2020-11-26', '2025-11-26', []],
	['2027-11-27', '2027-12-26', ['Invoice Date 2027-11-27 is more than a year ahead']],
	// Later than a year nobody asks.
	['2020-11-26', '2025-11-25', ['Due Date 2025-11-25 passed more than a year ago']],
	['2026-11-26', '2025-11-25', []],
	['2026-11-26', '2031-11-27', ['Due Date 2031-11-27 is more than 5 years later']],
	['2027-01-01', '2031-12-01', ['Due Date 2031-12-01 is more than 5 years ahead']],
	['0026-11-26', '2026-12-26', ['Due Date 2026-12-26 is more than 5 years later']],
	[
		'2062-11-26',
		'2062-12-26',
		['Invoice Date 2062-11-26 is more than a year ahead', 'Due Date 2062-12-26 is more than 5 years ahead'],
	],
])('an invoice of %s, due on %s', (invoiceDate, dueDate, far) => {
	const body = { ...header, invoiceDate, dueDate };
	expect(farDays(body, '2026-11-26')).toEqual(far);
	const { invoiceDate: quoteDate, ...quote } = body;
	expect(farDays({ ...quote, quoteDate }, '2026-11-26')).toEqual(
		far.map((each) => each.replace('Invoice', 'Quote')),
	);
	expect(farDays({ ...body, invoiceDate: undefined }, '2026-11-26')).toEqual([]);
	expect(farDays({ ...body, dueDate: undefined }, '2026-11-26')).toEqual(
		far.filter((each) => each.startsWith('Invoice')),
	);
});

it.each<[string, Body, string[], string?]>([
	['a due date that is still ahead', header, [], '2026-12-26'],
	['one that has passed', header, ['Due Date 2026-12-26 has passed'], '2026-12-27'],
	['a year ago', header, ['Due Date 2026-12-26 has passed'], '2027-12-26'],
	['longer ago, which is told as a day far off', header, [], '2027-12-27'],
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
	[
		'something given away',
		withLine({ subTotal: 0 }),
		['Line 1: Subtotal 0.00 is below 2 × 50, 100.00: taken as a discount'],
	],
	['a subtotal of the other sign, which is a doubt', withLine({ subTotal: -10 }), []],
	['a price beyond any amount, which is a doubt', withLine({ quantity: 1000, unitAmount: 9e12 }), []],
	['a cent of rounding', withLine({ unitAmount: 50.005 }), []],
	['no due date', { ...header, dueDate: undefined }, []],
])('%s', (_name, body, remarks, today = '2026-11-26') => expect(remarksOn(body, today)).toEqual(remarks));

describe('lines without a tax rate', () => {
	const told = (lines: Line[] | undefined, sums: Body = {}) =>
		untaxed(workOut<Body>({ ...sums, lines }, { amountDue: true }));
	const line = (given: Line = {}): Line => ({ quantity: 1, unitAmount: 10, ...given });
	const taxed = line({ taxRate: 8 });

	it('beside one with a rate are told', () => {
		expect(told([taxed, line()])).toEqual(['No Tax Rate was given for Lines 2: taken as 0']);
		expect(told([line(), taxed, line()])).toEqual(['No Tax Rate was given for Lines 1, 3: taken as 0']);
	});

	it.each<[string, Line[] | undefined, Body?]>([
		['none has a rate', [line(), line()]],
		['all have one', [taxed, taxed]],
		['the rate is 0', [taxed, line({ taxRate: 0 })]],
		['the tax is given', [taxed, line({ taxAmount: 0 })]],
		['the header leaves tax for them', [taxed, line()], { taxAmount: 1.3 }],
		['they are free of charge', [taxed, line({ unitAmount: 0 })]],
		['there are no lines', undefined, { taxAmount: 8, totalAmount: 108 }],
	])('are not where %s', (_name, lines, ...[sums]) => expect(told(lines, sums)).toEqual([]));
});
