import type { Body } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf, remarksOn } from '../../nodes/BlueTape/amounts/amountDoubts';
import { header, withLine } from './wholeInvoice';

// What is told, beside the output, of amounts and days that may well be meant.

it.each([
	['2031-11-26', []],
	['2031-11-27', ['Due Date 2031-11-27 is more than 5 years later']],
	['2126-12-26', ['Due Date 2126-12-26 is more than 5 years later']],
])('a due date of %s', (dueDate, remarks) => {
	const body = { ...header, dueDate };
	expect(doubtsOf({ body, rates: [], rests: new Set(), derived: [] }, { isNew: true })).toEqual([]);
	expect(remarksOn(body, '2026-11-26')).toEqual(remarks);
});

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
])('%s', (_name, body, remarks, today = '2026-11-26') => expect(remarksOn(body, today)).toEqual(remarks));
