import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { days, invoice, line, told } from './workedOut';

describe('the amounts of one line', () => {
	const only = (given: Line, header: Body = {}) => {
		const { body, missing } = workOut({ ...days, ...header, lines: [given] }, invoice);
		return missing.length ? missing : body.lines[0];
	};
	const sums = (subTotal: number, taxAmount: number, totalAmount: number) => ({
		subTotal,
		taxAmount,
		totalAmount,
	});

	it.each<[string, Line, Line, Body?]>([
		['nothing but price and quantity: no tax', line({}), sums(10, 0, 10)],
		['half a cent goes up', line({ unitAmount: 0.005 }), sums(0.01, 0, 0.01)],
		['half a cent of tax, too', line({ unitAmount: 1, taxRate: 0.5 }), sums(1, 0.01, 1.01)],
		['less than half goes down', line({ unitAmount: 0.0049 }), sums(0, 0, 0)],
		['a price of four decimals', line({ quantity: 1000, unitAmount: 0.0123 }), sums(12.3, 0, 12.3)],
		['a rate of 0', line({ taxRate: 0 }), sums(10, 0, 10), { taxAmount: 0 }],
		['a credit', line({ unitAmount: -1.005, taxRate: 10 }), sums(-1.01, -0.1, -1.11)],
		['tax and total from the subtotal of a discount', line({ subTotal: 9, taxRate: 10 }), sums(9, 0.9, 9.9)],
		['the tax between subtotal and total', line({ subTotal: 9, totalAmount: 9.9 }), sums(9, 0.9, 9.9)],
		['the rate counts before the total', line({ taxRate: 10, totalAmount: 12 }), sums(10, 1, 12)],
		['given amounts stay, even odd ones', line(sums(9, 1, 12)), sums(9, 1, 12)],
		['the tax of the header', line({}), sums(10, 1.5, 11.5), { taxAmount: 1.5 }],
		['the tax between two sums of the header', line({}), sums(10, 2, 12), { subTotal: 10, totalAmount: 12 }],
		['a total alone is no tax', line({}), sums(10, 0, 10), { totalAmount: 12 }],
		['a tax of the other sign is not passed on', line({}), sums(10, 0, 10), { taxAmount: -1 }],
	])('%s', (_name, given, expected, ...[header]) => expect(only(given, header)).toMatchObject(expected));

	it.each<[string, Line, Line]>([
		['a price from the subtotal', { quantity: 4, subTotal: 10 }, { unitAmount: 2.5 }],
		['of a credit', { quantity: 2, subTotal: -5 }, { unitAmount: -2.5 }],
		[
			'of a subtotal that total and tax tell',
			{ quantity: 4, taxAmount: 1, totalAmount: 11 },
			{ subTotal: 10, unitAmount: 2.5 },
		],
		[
			'of a total, without the tax of its rate',
			{ quantity: 2, totalAmount: 21.6, taxRate: 8 },
			{ subTotal: 20, taxAmount: 1.6, unitAmount: 10 },
		],
		[
			'of a total that has no tax',
			{ quantity: 2, totalAmount: 21.6, taxRate: 0 },
			{ subTotal: 21.6, taxAmount: 0, unitAmount: 10.8 },
		],
		[
			'of what came back, with its tax',
			{ quantity: 2, totalAmount: -21.6, taxRate: 8 },
			{ subTotal: -20, unitAmount: -10 },
		],
		['beside a tax rate', { quantity: 4, subTotal: 10, taxRate: 10 }, { unitAmount: 2.5, totalAmount: 11 }],
	])('%s', (_name, given, expected) => expect(only(given)).toMatchObject(expected));

	it('a price of four decimals is found, one of five is not', () => {
		expect(only({ quantity: 16, subTotal: 0.01 })).toEqual([expect.stringContaining('is not exact')]);
		expect(only({ quantity: 100, subTotal: 0.01 })).toMatchObject({ unitAmount: 0.0001 });
		expect(told({ ...days, lines: [{ quantity: 4, subTotal: 10 }] })[0]).toBe(
			'lines[0].unitAmount 2.5: 10.00 ÷ 4',
		);
	});

	it.each<[string, Line, string]>([
		[
			'the subtotal, of total and tax',
			{ quantity: 1, taxAmount: 1, totalAmount: 11 },
			'lines[0].subTotal 10: 11.00 − 1.00',
		],
		[
			'the subtotal, of total and rate',
			{ quantity: 1, totalAmount: 21.6, taxRate: 8 },
			'lines[0].subTotal 20: 21.60 × 100 ÷ 108',
		],
		['the tax, of total and subtotal', line({ totalAmount: 10.8 }), 'lines[0].taxAmount 0.8: 10.80 − 10.00'],
	])('says how it works out %s', (_name, given, how) => expect(told({ lines: [given] })).toContain(how));

	it.each<[string, Line, string]>([
		[
			'no quantity',
			{ unitAmount: 1 },
			"'Lines 1 > Quantity' (quantity) is missing: add it, 1 for a price of all of it",
		],
		[
			'no price',
			{ quantity: 3 },
			"'Lines 1 > Unit Price' (unitAmount) is missing: add it, or the Subtotal of the line",
		],
		[
			'no exact price',
			{ quantity: 3, subTotal: 10 },
			"'Lines 1 > Unit Price' (unitAmount) is missing, and 10.00 ÷ 3 is not exact to four decimals: add it",
		],
		[
			'a total that the rate does not give',
			{ quantity: 1, totalAmount: 0.07, taxRate: 8 },
			"'Lines 1 > Unit Price' (unitAmount) is missing: add it, or the Subtotal of the line",
		],
		[
			'nothing of it',
			{ quantity: 0, subTotal: 10 },
			"'Lines 1 > Unit Price' (unitAmount) is missing, and 10.00 ÷ 0 is not exact to four decimals: add it",
		],
		[
			'more than an amount holds',
			{ quantity: 1000, unitAmount: 1e10 },
			"'Lines 1 > Subtotal' (subTotal) is too large: correct Quantity or Unit Price",
		],
	])('%s: says so', (_name, given, sentence) => expect(only(given)).toEqual([sentence]));
});
