import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

// What is left out of an invoice or quote is worked out from what is there.

const invoice = { amountDue: true };
const days = { dueDate: '2026-12-26', expirationDate: '2027-01-26' };
const line = (given: Line): Line => ({ quantity: 1, unitAmount: 10, ...given });
const told = (body: Body, has = invoice) =>
	workOut(body, has).derived.map(({ field, value, how }) => `${field} ${value}: ${how}`);

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
			{ quantity: 1000, unitAmount: 9e12 },
			"'Lines 1 > Subtotal' (subTotal) is too large: correct Quantity or Unit Price",
		],
	])('%s: says so', (_name, given, sentence) => expect(only(given)).toEqual([sentence]));
});

it.each([
	[0.8, [0.26, 0.27, 0.27]],
	[0.81, [0.27, 0.27, 0.27]],
	[0.79, [0.26, 0.26, 0.27]],
	// More than rounding: that is told as a doubt.
	[0.84, [0.27, 0.27, 0.27]],
	[0.85, [0.27, 0.27, 0.27]],
	[0.77, [0.27, 0.27, 0.27]],
])(
	'a tax of %s that was taken from the sum is that of the lines, a cent each at most',
	(taxAmount, taxes) => {
		const line = { quantity: 1, unitAmount: 3.33, taxRate: 8 };
		const { body, derived } = workOut<Body>({ lines: [line, line, line], taxAmount }, { amountDue: true });
		expect(body.lines!.map((one) => one.taxAmount)).toEqual(taxes);
		expect(body.taxAmount).toBe(taxAmount);
		if (taxAmount === 0.8) {
			expect(derived.find(({ field }) => field === 'lines[0].taxAmount')!.how).toBe(
				'8 % of 3.33, and a cent for the tax 0.80 of all',
			);
		}
	},
);

describe('a tax of the header beside rates', () => {
	const of = (unitAmount: number, taxRate?: number): Line => ({ quantity: 1, unitAmount, taxRate });
	const times = (count: number, line: Line) => Array.from({ length: count }, () => line);

	it.each<[string, number, Line[], number[]]>([
		['goes to nobody where no line was rounded', 16.2, times(20, of(10, 8)), times(20, {}).map(() => 0.8)],
		['not even a cent', 16.01, times(20, of(10, 8)), times(20, {}).map(() => 0.8)],
		['passes over a line of nothing', 2.41, [of(0, 8), ...times(3, of(10.06, 8))], [0, 0.81, 0.8, 0.8]],
		['goes to those that lost most', 2.42, [of(10.01, 8), ...times(2, of(10.06, 8))], [0.8, 0.81, 0.81]],
		['may be that of each rate', 0.73, [of(3.33, 8), of(3.33, 14)], [0.27, 0.46]],
		['leaves a line without a rate alone', 2.42, [...times(3, of(10.07, 8)), of(50)], [0.8, 0.81, 0.81, 0]],
		['in both directions', 2.41, [...times(3, of(10.06, 8)), of(50)], [0.81, 0.8, 0.8, 0]],
		['is no tax of that line where it is too little', 8.05, [of(100, 8), of(100)], [8, 0]],
		['may be its tax', 13, [of(100, 8), of(100)], [8, 5]],
		['of what came back as well', -0.8, times(3, of(-3.33, 8)), [-0.26, -0.27, -0.27]],
		[
			'is another one where there are halves of a cent',
			2,
			times(20, of(1.05, 10)),
			times(20, {}).map(() => 0.1),
		],
	])('%s', (_name, taxAmount, lines, taxes) => {
		const { body } = workOut<Body>({ lines, taxAmount }, { amountDue: true });
		expect(body.lines!.map((one) => one.taxAmount)).toEqual(taxes);
	});
});

it('no cent is moved where a line has its own tax, or none', () => {
	const line = { quantity: 1, unitAmount: 3.33 };
	const lines = [
		{ ...line, taxAmount: 0.27 },
		{ ...line, taxRate: 0 },
		{ ...line, taxRate: 8 },
	];
	const { body } = workOut<Body>({ lines, taxAmount: 0.53 }, { amountDue: true });
	expect(body.lines!.map((one) => one.taxAmount)).toEqual([0.27, 0, 0.26]);
});

it('sums above what an amount can be are told, not sent as nothing', () => {
	const line = { quantity: 1, unitAmount: 9_999_999_999_999 };
	expect(workOut({ lines: [line, line] }, { amountDue: true }).missing).toContain(
		'subTotal would be too large: correct the amounts',
	);
});

describe('a tax of the header over the lines', () => {
	const taxes = (header: Body, lines: Line[]) =>
		workOut({ ...days, ...header, lines }, invoice).body.lines.map(({ taxAmount }) => taxAmount);

	it('in proportion, with the cents left over to the largest remainders', () => {
		const lines = [line({}), line({}), line({})];
		expect(taxes({ taxAmount: 0.1 }, lines)).toEqual([0.04, 0.03, 0.03]);
		expect(taxes({ taxAmount: 6 }, [line({}), line({ unitAmount: 20 })])).toEqual([2, 4]);
	});

	it('only what the lines with a tax of their own leave', () =>
		expect(
			taxes({ taxAmount: 5 }, [
				line({ taxRate: 10 }),
				line({ taxAmount: 1 }),
				line({}),
				line({ unitAmount: 20 }),
			]),
		).toEqual([1, 1, 1, 2]));

	it('nothing where they leave less than nothing', () =>
		expect(taxes({ taxAmount: 1 }, [line({ taxAmount: 3 }), line({})])).toEqual([3, 0]));

	it('says how', () => {
		const lines = [line({}), line({ taxAmount: 1 })];
		expect(told({ ...days, taxAmount: 3, lines })).toContain(
			'lines[0].taxAmount 2: part of the tax 3.00, by Subtotal',
		);
		expect(told({ ...days, lines })).toContain('lines[0].taxAmount 0: no tax is left for it');
		expect(told({ ...days, taxAmount: -1, lines })).toContain('lines[0].taxAmount 0: no tax is left for it');
	});
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
		['nothing', {}, 'there are no amounts: add lines'],
		['no lines', { lines: [] }, 'there are no amounts: add lines'],
		['an amount due alone', { amountDue: 5 }, 'there are no amounts: add lines'],
		['a total alone', { totalAmount: 5 }, "Total Amount alone tells no tax: add 'Tax Amount' (taxAmount)"],
		['a subtotal alone', { subTotal: 5 }, "Subtotal alone tells no total: add 'Tax Amount' (taxAmount)"],
		['a tax alone', { taxAmount: 5 }, "Tax Amount alone tells no total: add 'Total Amount' (totalAmount)"],
	])('%s: says what to add', (_name, given, sentence) =>
		expect(header(given)).toEqual([expect.stringContaining(sentence)]),
	);

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
