import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { days, invoice, line, told } from './workedOut';

// The tax of the header, and what of it is that of the lines.

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

	it('all of it to the first where they make nothing', () =>
		expect(taxes({ taxAmount: 0.8 }, [line({}), line({ unitAmount: -10 })])).toEqual([0.8, 0]));

	it('says how', () => {
		const lines = [line({}), line({ taxAmount: 1 })];
		expect(told({ ...days, taxAmount: 3, lines })).toContain(
			'lines[0].taxAmount 2: part of the tax 3.00, by Subtotal',
		);
		expect(told({ ...days, lines })).toContain('lines[0].taxAmount 0: no tax is left for it');
		expect(told({ ...days, taxAmount: -1, lines })).toContain('lines[0].taxAmount 0: no tax is left for it');
	});
});

it.each([
	[0.8, [0.26, 0.27, 0.27]],
	[0.81, [0.27, 0.27, 0.27]],
	[0.79, [0.26, 0.26, 0.27]],
	// More than rounding: that is told as a doubt.
	[0.84, [0.27, 0.27, 0.27]],
	[0.85, [0.27, 0.27, 0.27]],
	[0.78, [0.27, 0.27, 0.27]],
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
		['passes over one that won more', 2.42, [of(10.07, 8), ...times(2, of(10.05, 8))], [0.81, 0.81, 0.8]],
		['may be that of each rate', 0.73, [of(3.33, 8), of(3.33, 14)], [0.27, 0.46]],
		['may be cut off once for each rate', 0.72, [of(3.33, 8), of(3.33, 14)], [0.26, 0.46]],
		[
			'but not for a rate without rounding',
			1.78,
			[...times(3, of(3.33, 8)), of(10, 10)],
			[0.27, 0.27, 0.27, 1],
		],
		[
			'goes to nobody where more cents are off than lines lost',
			1.27,
			[of(10.05, 8), of(3.21, 14)],
			[0.8, 0.45],
		],
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
		{ ...line, taxAmount: 0.27, taxRate: 8 },
		{ ...line, taxRate: 0 },
		{ ...line, taxRate: 8 },
	];
	const { body } = workOut<Body>({ lines, taxAmount: 0.53 }, { amountDue: true });
	expect(body.lines!.map((one) => one.taxAmount)).toEqual([0.27, 0, 0.26]);
});
