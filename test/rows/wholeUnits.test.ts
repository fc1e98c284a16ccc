import { resources } from '../../nodes/BlueTape/resources';
import { parse } from '../../nodes/shared/input/schema';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';

// A lumber yard sells thousands of board feet and parts of them, and takes some back: BlueTape knows whole units only.

const shape = resources.invoice.operations.create.body!;
const settings: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };
const header = {
	...{ id: 'A', invoiceNumber: '7', customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
};
const read = (lines: object[], numberFormat: Settings['numberFormat'] = '1100.50') => {
	const rows = lines.map((line) => ({ ...header, ...line }));
	return bodiesOf(rows, shape, { ...settings, numberFormat }, '2026-11-27').made[0];
};
const plain = { quantity: 40, unitAmount: 12.5 };

it.each<[string, object, object, Settings['numberFormat']?]>([
	[
		'a part of a unit is one, at the price of all of it',
		{ description: 'Batten', quantity: '12.5', unitAmount: '4.40' },
		{ description: 'Batten (12.5 × 4.40)', quantity: 1, unitAmount: 55, subTotal: 55 },
	],
	[
		'the price of all of it is rounded, half a cent up',
		{ description: 'Concrete', quantity: 0.333, unitAmount: 101.5 },
		{ description: 'Concrete (0.333 × 101.50)', quantity: 1, unitAmount: 33.8, subTotal: 33.8 },
	],
	[
		'thousands in a format that was chosen',
		{ description: 'Studs', quantity: '1,234.567', unitAmount: '$0.6499' },
		{ description: 'Studs (1234.567 × 0.6499)', quantity: 1, unitAmount: 802.35, subTotal: 802.35 },
		'1,100.50',
	],
	[
		'what looks like thousands in one that was chosen',
		{ description: 'Studs', quantity: '1.250', unitAmount: '649.00' },
		{ description: 'Studs (1.25 × 649.00)', quantity: 1, unitAmount: 811.25 },
		'1,100.50',
	],
	[
		'without a description it has that of its parts',
		{ quantity: '2.5', unitAmount: '4' },
		{ description: '2.5 × 4.00', quantity: 1, unitAmount: 10 },
	],
	[
		'without a price the subtotal is it',
		{ description: 'Batten', quantity: '2.5', 'lines.subTotal': '10.00' },
		{ description: 'Batten (quantity 2.5)', quantity: 1, unitAmount: 10, subTotal: 10 },
	],
	[
		'a discount on it stays one',
		{ quantity: '2.5', unitAmount: '4', 'lines.subTotal': '9.00' },
		{ quantity: 1, unitAmount: 10, subTotal: 9 },
	],
	[
		'what came back has a price below zero',
		{ description: 'Pallet', quantity: '-2', unitAmount: '10.00' },
		{ description: 'Pallet', quantity: 2, unitAmount: -10, subTotal: -20 },
	],
	[
		'also where its subtotal is all there is',
		{ quantity: -2, 'lines.subTotal': '-20.00' },
		{ quantity: 2, unitAmount: -10, subTotal: -20 },
	],
	[
		'a part of a unit that came back',
		{ quantity: '(2.5)', unitAmount: '4' },
		{ quantity: 1, unitAmount: -10, subTotal: -10 },
	],
])('%s', (_what, line, expected, ...[numberFormat]) => {
	const { body, review } = read([plain, line], numberFormat);
	expect(review).toEqual([]);
	expect((body.lines as unknown[])[1]).toMatchObject(expected);
	expect(parse(shape, body)).toMatchObject({ lines: [{}, expected] });
});

it('what became of a line is told', () => {
	const line = { description: 'Batten', quantity: '12.5', unitAmount: '4.40' };
	expect(read([plain, line, { quantity: -2, unitAmount: 10 }]).derived).toEqual(
		expect.arrayContaining([
			{
				field: 'lines[1].quantity',
				value: 1,
				how: expect.stringMatching(/^1 for 12\.5: BlueTape takes whole/),
			},
			{ field: 'lines[1].unitAmount', value: 55, how: '12.5 × 4.40' },
			{ field: 'lines[2].quantity', value: 2, how: expect.stringMatching(/^-2 without its sign: BlueTape/) },
			{ field: 'lines[2].unitAmount', value: -10, how: 'what -2 × 10 makes' },
		]),
	);
});

it.each<[string, object]>([
	['thousands may be meant where no format was chosen', { quantity: '1.250', unitAmount: '649.00' }],
	['also in a number', { quantity: 1.234, unitAmount: 649 }],
	['there is no price', { quantity: '12.5' }],
	['the price can not be read', { quantity: '12.5', unitAmount: 'x', 'lines.subTotal': 55 }],
	['two minuses may be one', { quantity: -2, unitAmount: -10 }],
	['it is too much', { quantity: '99999999999.5', unitAmount: 99999 }],
	['more is given back than can be counted', { quantity: '-99999999999999999999', unitAmount: 1 }],
])('a person has to look at it, and Create refuses it, where %s', (_why, line) => {
	const { body, review, derived } = read([plain, line]);
	expect(review[0].field).toBe('lines[1].quantity');
	expect(derived).toEqual([]);
	expect(() => parse(shape, body)).toThrow('must be a whole number');
});

it('a subtotal of the other sign is a doubt', () => {
	const { review } = read([plain, { quantity: -2, unitAmount: 10, 'lines.subTotal': '20.00' }]);
	expect(review[0].message).toContain('has another sign');
});

it.each([
	['a subtotal', { 'lines.subTotal': '20.00' }, '-2'],
	['a total', { 'lines.totalAmount': '20.00' }, '-2'],
	['a part and a subtotal', { 'lines.subTotal': '20.00' }, '-2.5'],
])('what came back with %s above zero is for a person', (_what, amounts, quantity) => {
	const { review } = read([{ description: 'Returned', quantity, ...amounts }]);
	expect(review.map(({ field }) => field)).toContain('lines[0].quantity');
});

it('what came back with a subtotal below zero is taken', () => {
	const { body, review } = read([
		{ description: 'Returned', quantity: '-2', 'lines.subTotal': '-20.00' },
		{ description: 'Sold', quantity: '5', unitAmount: '10' },
	]);
	expect(body).toMatchObject({ lines: [{ quantity: 2, subTotal: -20, unitAmount: -10 }, {}], subTotal: 30 });
	expect(review).toEqual([]);
});
