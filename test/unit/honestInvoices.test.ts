import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf, remarksOn } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

// Invoices as suppliers of builders write them: rounded here and there, and none of them refused.

const days = { invoiceDate: '2026-11-26', dueDate: '2026-12-26' };
const checked = (given: Body) => {
	const worked = workOut<Body>({ ...days, ...given }, { amountDue: true });
	expect(worked.missing).toEqual([]);
	return {
		body: worked.body,
		doubts: doubtsOf(worked, { isNew: true }),
		remarks: remarksOn(worked.body, '2026-11-26', worked.derived),
	};
};
const told = (given: Body) => {
	const { doubts, remarks } = checked(given);
	return { doubts, remarks };
};
const of = (quantity: number, unitAmount: number, more: Line = {}): Line => ({
	quantity,
	unitAmount,
	...more,
});

describe('tax that is rounded by line in one place and on the sum in another', () => {
	const taxed = (cents: number[]) => cents.map((taxAmount) => of(1, 10.07, { taxAmount }));

	it('is a remark, and what was given is sent', () => {
		const header = { subTotal: 30.21, taxAmount: 2.42, totalAmount: 32.63 };
		const { body, doubts, remarks } = checked({ ...header, lines: taxed([0.81, 0.81, 0.81]) });
		expect(body).toMatchObject({ ...header, amountDue: 32.63 });
		expect(doubts).toEqual([]);
		expect(remarks).toEqual([
			"the lines' Tax Amount make 2.43, but the header says 2.42: taken as rounding",
			"the lines' Total Amount make 32.64, but the header says 32.63: taken as rounding",
		]);
	});

	it.each<[string, number, number[], boolean]>([
		['one cent of one line', 0.82, [0.81], true],
		['two cents of one line', 0.83, [0.81], false],
		['one cent of two lines', 1.63, [0.81, 0.81], true],
		['two cents of two lines', 1.64, [0.81, 0.81], false],
		['two cents of three lines', 2.45, [0.81, 0.81, 0.81], true],
		['three cents of three lines', 2.4, [0.81, 0.81, 0.81], false],
		['one cent of a line that is taxed beside one that is not', 0.8, [0.81, 0], true],
		['two cents of them', 0.79, [0.81, 0], false],
		['a cent beside lines without tax', 0.01, [0, 0], false],
	])('%s', (_what, taxAmount, taxes, isRounding) => {
		const { doubts, remarks } = told({ taxAmount, lines: taxed(taxes) });
		expect(remarks).toHaveLength(isRounding ? 1 : 0);
		expect(doubts.filter((doubt) => doubt.includes("the lines' Tax Amount"))).toHaveLength(
			isRounding ? 0 : 1,
		);
	});

	it('so is a subtotal of lines whose price is of parts of a cent, and of no others', () => {
		const parts = [of(1, 0.125), of(3, 0.115)];
		expect(told({ subTotal: 0.47, taxAmount: 0, lines: parts })).toEqual({
			doubts: [],
			remarks: ["the lines' Subtotal make 0.48, but the header says 0.47: taken as rounding"],
		});
		expect(told({ subTotal: 0.47, taxAmount: 0, lines: [of(1, 0.13), of(1, 0.35)] }).doubts).toHaveLength(1);
		expect(told({ subTotal: 0.46, taxAmount: 0, lines: parts }).doubts).toHaveLength(1);
	});
});

describe('a price that is written short', () => {
	it.each<[string, Line]>([
		['a third of a dollar', of(1000, 0.33, { subTotal: 333.33 })],
		['returned', of(1000, -0.33, { subTotal: -333.33 })],
		['of three decimals', of(12_000, 0.333, { subTotal: 4000 })],
	])('is a remark: %s', (_what, line) => {
		expect(told({ lines: [line, of(1, 500)] })).toEqual({
			doubts: [],
			remarks: [
				expect.stringMatching(/^Line 1: Subtotal .* is more than .*: taken as a price that was rounded$/),
			],
		});
	});

	it('and more than that is a doubt', () => {
		expect(told({ lines: [of(1000, 0.33, { subTotal: 335.01 })] })).toEqual({
			doubts: ['Line 1: Quantity × Unit Price (1000 × 0.33 is 330.00) is less than Subtotal, 335.01'],
			remarks: [],
		});
		expect(told({ lines: [of(1000, 0.33, { subTotal: 335 })] }).doubts).toEqual([]);
		expect(told({ lines: [of(12_000, 0.333, { subTotal: 4002.01 })] }).doubts).toHaveLength(1);
		expect(told({ lines: [of(2, 49.99, { subTotal: 100 })] }).doubts).toHaveLength(1);
		expect(told({ lines: [of(1, 50, { subTotal: 50.01 })] })).toEqual({ doubts: [], remarks: [] });
	});
});

describe('a price of parts of a cent for one thing', () => {
	it.each([12.3456, 0.6499, 0.125, 41.6625, 1000.125])('%p can be no thousands', (unitAmount) => {
		expect(told({ lines: [of(1, unitAmount)] })).toEqual({ doubts: [], remarks: [] });
	});

	it('is borne out by the total of its line', () => {
		expect(told({ lines: [of(1, 3.459, { totalAmount: 3.46 })] })).toEqual({ doubts: [], remarks: [] });
		expect(told({ lines: [of(1, 3.459, { taxAmount: 0.29 })] }).doubts).toHaveLength(1);
	});
});

describe('a little tax on a large invoice', () => {
	const lines = [of(1, 11_999, { taxRate: 0 }), of(1, 1, { taxRate: 8 })];
	const sums = { subTotal: 12_000, totalAmount: 12_000.08 };

	it('is no doubt where the lines say so by their rates', () => {
		expect(told({ ...sums, lines })).toEqual({ doubts: [], remarks: [] });
		expect(told({ ...sums, lines: [of(1, 11_999), lines[1]] })).toEqual({ doubts: [], remarks: [] });
		expect(told({ ...sums, lines: [lines[0], of(1, 1, { taxAmount: 0.08 })] }).doubts).toEqual([]);
	});

	it('and is one where the total alone does', () => {
		expect(told(sums).doubts).toHaveLength(1);
		expect(told({ ...sums, lines: [of(1, 12_000)] }).doubts.join()).toContain('can hardly be the tax');
	});
});

describe('a day that a time zone has moved', () => {
	const sums = { subTotal: 100, taxAmount: 0 };

	it('is a remark: due, or at its end, on the day before', () => {
		const due = { dueDate: '2026-11-30', invoiceDate: '2026-12-01' };
		expect(told({ ...sums, ...due })).toEqual({
			doubts: [],
			remarks: ['Due Date 2026-11-30 is the day before Invoice Date 2026-12-01'],
		});
		expect(told({ ...sums, expirationDate: '2026-11-25T00:00:00.000Z' })).toEqual({
			doubts: [],
			remarks: ['Expiration Date 2026-11-25 is the day before Invoice Date 2026-11-26'],
		});
		const quote = { ...due, invoiceDate: undefined, quoteDate: '2026-12-01' };
		expect(told({ ...sums, ...quote }).remarks).toEqual([
			'Due Date 2026-11-30 is the day before Quote Date 2026-12-01',
		]);
	});

	it('and earlier ones are doubts', () => {
		expect(told({ ...sums, dueDate: '2026-11-24' }).doubts).toHaveLength(1);
		expect(told({ ...sums, expirationDate: '2026-11-24' }).doubts).toHaveLength(1);
	});
});
