import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf, remarksOn } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

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
			'may be more than a hundred thousand',
			{ quantity: 1, unitAmount: 123.456 },
			'Line 1: Unit Price 123.456 of Quantity 1 has more than two decimals: write 123.46, or 123456 if that is meant',
		],
	])('of one thing is a doubt where it may be thousands, and no remark: it %s', (_name, line, doubt) =>
		expect(told(line)).toEqual({ doubts: expect.arrayContaining([doubt]), remarks: [] }),
	);

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
			[3, 1234.125],
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
