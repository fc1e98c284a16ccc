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
