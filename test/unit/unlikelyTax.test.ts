import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

describe('a tax that is none', () => {
	const found = (body: Body) => {
		const worked = workOut(body, { amountDue: true });
		expect(worked.missing).toEqual([]);
		return doubtsOf(worked, { isNew: true });
	};
	const of = (given: Line): Body => ({ lines: [{ quantity: 1, ...given }] });

	it.each<[string, Body, string]>([
		[
			'a slip in the total of a line',
			of({ quantity: 100, unitAmount: 4.5, totalAmount: 4500 }),
			'Line 1: Tax Amount 4050.00, what Total Amount 4500.00 leaves, can hardly be the tax on Subtotal 450.00',
		],
		[
			'a discount in the total of a line',
			of({ unitAmount: 100, totalAmount: 90 }),
			'Line 1: Tax Amount -10.00, what Total Amount 90.00 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'more than 30 %',
			{ subTotal: 100, totalAmount: 130.02 },
			'Tax Amount 30.02, what Total Amount 130.02 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'sums that were swapped',
			{ subTotal: 110, totalAmount: 100 },
			'Tax Amount -10.00, what Total Amount 100.00 leaves, can hardly be the tax on Subtotal 110.00',
		],
		[
			'nothing that could be taxed',
			{ subTotal: 0, totalAmount: 110 },
			'Tax Amount 110.00, what Total Amount 110.00 leaves, can hardly be the tax on Subtotal 0.00',
		],
		[
			'more tax than total',
			{ totalAmount: 100, taxAmount: 150 },
			'Tax Amount 150.00 can hardly be the tax on Subtotal -50.00',
		],
		[
			'more tax than subtotal, given',
			of({ unitAmount: 100, taxAmount: 101 }),
			'Line 1: Tax Amount 101.00 can hardly be the tax on Subtotal 100.00',
		],
		[
			'what the header leaves to its lines',
			{ subTotal: 100, totalAmount: 140, ...of({ unitAmount: 100 }) },
			'Tax Amount 40.00, what Total Amount 140.00 leaves, can hardly be the tax on Subtotal 100.00',
		],
		[
			'a rate in the field of the amount',
			{ subTotal: 1000, taxAmount: 0.08 },
			'Tax Amount 0.08 can hardly be the tax on Subtotal 1000.00; for 8 % write 80.00',
		],
		[
			'one in a line',
			of({ unitAmount: 1000, taxAmount: 0.08 }),
			'Line 1: Tax Amount 0.08 can hardly be the tax on Subtotal 1000.00; for 8 % write 80.00',
		],
		[
			'one of a credit beside an invoice',
			{
				lines: [
					{ quantity: 1, unitAmount: 2000 },
					{ quantity: 1, unitAmount: -1000, taxAmount: -0.2 },
				],
			},
			'Line 2: Tax Amount -0.20 can hardly be the tax on Subtotal -1000.00; for 20 % write -200.00',
		],
		[
			'a total that is a few cents off',
			{ subTotal: 1000, totalAmount: 1000.08 },
			'Tax Amount 0.08, what Total Amount 1000.08 leaves, can hardly be the tax on Subtotal 1000.00',
		],
		[
			'a rate that lost its point',
			of({ unitAmount: 100, taxRate: 82.5 }),
			'Line 1: Tax Rate 82.5 is taken as 82.5 %, and hardly any tax is above 30 %',
		],
		[
			'all of it as a rate',
			of({ unitAmount: 100, taxRate: 100 }),
			'Line 1: Tax Rate 100 is taken as 100 %, and hardly any tax is above 30 %',
		],
		[
			'a total of a line that is a cent off, without any header',
			of({ unitAmount: 100, taxAmount: 8.25, totalAmount: 108.24 }),
			'Line 1: Subtotal and Tax Amount make 108.25, but Total Amount is 108.24',
		],
		[
			'the rate of a sheet',
			of({ unitAmount: 100, taxRate: 0.07 }),
			'Line 1: Tax Rate 0.07 is taken as 0.07 %; for 7 % write 7',
		],
		[
			'a larger one',
			of({ unitAmount: 100, taxRate: 0.25 }),
			'Line 1: Tax Rate 0.25 is taken as 0.25 %; for 25 % write 25',
		],
	])('%s', (_name, body, sentence) => expect(found(body)).toEqual([sentence]));

	it.each<[string, Body]>([
		['30 %', { subTotal: 100, totalAmount: 130 }],
		['30 %, rounded up', { subTotal: 0.05, totalAmount: 0.07 }],
		[
			'30 % of lines, each rounded up',
			{
				...{ subTotal: 0.15, totalAmount: 0.21 },
				lines: Array.from({ length: 3 }, () => ({ quantity: 1, unitAmount: 0.05, taxRate: 30 })),
			},
		],
		[
			'the cent that rounding leaves of an exchange',
			{
				...{ subTotal: 0, totalAmount: 0.01 },
				lines: [5.05, 5.05, -10.1].map((unitAmount) => ({ quantity: 1, unitAmount, taxRate: 10 })),
			},
		],
		['all of it, given', of({ unitAmount: 100, taxAmount: 100 })],
		[
			'tax of a line that takes something back',
			{
				lines: [
					{ quantity: 1, unitAmount: 100, totalAmount: 108 },
					{ quantity: 1, unitAmount: -50, totalAmount: -54 },
				],
			},
		],
		[
			'lines with and without tax',
			{
				lines: [
					{ quantity: 1, unitAmount: 100, taxAmount: 8 },
					{ quantity: 1, unitAmount: -95, taxAmount: 0 },
				],
			},
		],
		['no tax', { subTotal: 100, totalAmount: 100 }],
		['a rate of 0.3 %', of({ unitAmount: 100, taxRate: 0.3 })],
		['a rate of 0', of({ unitAmount: 100, taxRate: 0 })],
		['a rate of 30 % beside a total', of({ unitAmount: 100, taxRate: 30, totalAmount: 130 })],
		['a small tax of its own', { subTotal: 10_000, taxAmount: 8 }],
		['a cent that was rounded', of({ unitAmount: 20, taxAmount: 0.01 })],
		['thirty cents of a lot', { subTotal: 1000, taxAmount: 0.3 }],
		['a little of a lot', { subTotal: 5000, taxAmount: 0.4 }],
		[
			'the tax of the sum beside a line without a rate',
			{
				taxAmount: 2.42,
				lines: [
					...Array.from({ length: 3 }, () => ({ quantity: 1, unitAmount: 10.07, taxRate: 8 })),
					{ quantity: 1, unitAmount: 50 },
				],
			},
		],
	])('none of these: %s', (_name, body) => expect(found(body)).toEqual([]));
});
