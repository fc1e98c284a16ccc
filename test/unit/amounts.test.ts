import type { Body } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { days, invoice, line, told } from './workedOut';

// What is left out of an invoice or quote is worked out from what is there.

it('an invoice of two lines by price, quantity and rate', () => {
	const lines = [
		{ description: 'Bolts', quantity: 3, unitAmount: 12.99, taxRate: 8 },
		{ description: 'Gravel', quantity: 10, unitAmount: 4.5, taxRate: 8 },
	];
	const given = { dueDate: '2026-12-26', lines };
	const { body, missing, rates } = workOut(given, invoice);
	expect(missing).toEqual([]);
	expect(rates).toEqual([8, 8]);
	expect(body).toEqual({
		dueDate: '2026-12-26',
		expirationDate: '2026-12-26',
		lines: [
			{
				...{ description: 'Bolts', quantity: 3, unitAmount: 12.99 },
				...{ subTotal: 38.97, taxAmount: 3.12, totalAmount: 42.09 },
			},
			{
				...{ description: 'Gravel', quantity: 10, unitAmount: 4.5 },
				...{ subTotal: 45, taxAmount: 3.6, totalAmount: 48.6 },
			},
		],
		...{ subTotal: 83.97, taxAmount: 6.72, totalAmount: 90.69, amountDue: 90.69 },
	});
	expect(told(given)).toEqual([
		'lines[0].subTotal 38.97: 3 × 12.99',
		'lines[1].subTotal 45: 10 × 4.5',
		'lines[0].taxAmount 3.12: 8 % of 38.97',
		'lines[1].taxAmount 3.6: 8 % of 45.00',
		'lines[0].totalAmount 42.09: 38.97 + 3.12',
		'lines[1].totalAmount 48.6: 45.00 + 3.60',
		'subTotal 83.97: the sum of the lines',
		'taxAmount 6.72: the sum of the lines',
		'totalAmount 90.69: 83.97 + 6.72',
		'amountDue 90.69: the total',
		'expirationDate 2026-12-26: the due date',
	]);
	expect(given.lines[0]).toEqual(lines[0]);
	expect(given).not.toHaveProperty('totalAmount');
});

it('sums above what an amount can be are told, not sent as nothing', () => {
	const line = { quantity: 1, unitAmount: 5_000_000_000_000 };
	expect(workOut({ lines: [line, line] }, { amountDue: true }).missing).toContain(
		'subTotal would be too large: correct the amounts',
	);
});

describe('the header', () => {
	const header = (given: Body, has = invoice) => {
		const { body, missing } = workOut({ ...days, ...given }, has);
		const { dueDate: _, expirationDate: __, lines: ___, ...sums } = body;
		return missing.length ? missing : sums;
	};
	const whole = { subTotal: 100, taxAmount: 8, totalAmount: 108, amountDue: 108 };

	it.each<[string, Body, Body]>([
		['all but the subtotal', { taxAmount: 8, totalAmount: 108 }, whole],
		['all but the tax', { subTotal: 100, totalAmount: 108 }, whole],
		['all but the total', { subTotal: 100, taxAmount: 8 }, whole],
		[
			'no tax',
			{ subTotal: 100, totalAmount: 100 },
			{ ...whole, taxAmount: 0, totalAmount: 100, amountDue: 100 },
		],
		['an amount due', { ...whole, amountDue: 0 }, { ...whole, amountDue: 0 }],
		['sums that are odd', { ...whole, subTotal: 7 }, { ...whole, subTotal: 7 }],
		['no lines in a list', { lines: [], taxAmount: 8, totalAmount: 108 }, whole],
		['lines', { lines: [line({ unitAmount: 100, taxRate: 8 })] }, whole],
		[
			'lines and sums that are odd',
			{ lines: [line({})], subTotal: 1, taxAmount: 2, totalAmount: 4 },
			{ subTotal: 1, taxAmount: 2, totalAmount: 4, amountDue: 4 },
		],
		[
			'lines, and two sums that tell the tax',
			{ lines: [line({ unitAmount: 100 })], subTotal: 100, totalAmount: 108 },
			whole,
		],
		['lines, and a subtotal of its own', { lines: [line({ taxAmount: 8 })], subTotal: 100 }, whole],
	])('%s', (_name, given, expected) => expect(header(given)).toEqual(expected));

	it('a quote has no amount due', () =>
		expect(header({ taxAmount: 8, totalAmount: 108 }, { amountDue: false })).toEqual({
			subTotal: 100,
			taxAmount: 8,
			totalAmount: 108,
		}));

	it('without a due date there is no day to expire', () =>
		expect(workOut({ subTotal: 1, taxAmount: 0 }, invoice).body).not.toHaveProperty('expirationDate'));

	it.each<[string, Body, string]>([
		['nothing', {}, 'There are no amounts: add lines'],
		['no lines', { lines: [] }, 'There are no amounts: add lines'],
		['an amount due alone', { amountDue: 5 }, 'There are no amounts: add lines'],
		['a total alone', { totalAmount: 5 }, "Total Amount alone tells no tax: add 'Tax Amount' (taxAmount)"],
		['a subtotal alone', { subTotal: 5 }, "Subtotal alone tells no total: add 'Tax Amount' (taxAmount)"],
		['a tax alone', { taxAmount: 5 }, "Tax Amount alone tells no total: add 'Total Amount' (totalAmount)"],
	])('%s: says what to add', (_name, given, sentence) =>
		expect(header(given)).toEqual([expect.stringContaining(sentence)]),
	);

	it('nothing is worked out of too little', () => {
		const given = { subTotal: 5, dueDate: '2026-12-26' };
		expect(workOut(given, invoice)).toMatchObject({ body: given, derived: [], rates: [] });
	});

	it('says how', () => {
		expect(told({ ...days, taxAmount: 8, totalAmount: 108 })).toEqual([
			'subTotal 100: 108.00 − 8.00',
			'amountDue 108: the total',
		]);
		expect(told({ ...days, subTotal: 100, totalAmount: 108, amountDue: 1 })).toEqual([
			'taxAmount 8: 108.00 − 100.00',
		]);
		expect(told({ ...days, subTotal: 100, taxAmount: 8, amountDue: 1 })).toEqual([
			'totalAmount 108: 100.00 + 8.00',
		]);
	});
});
