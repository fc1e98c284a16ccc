import { resources } from '../../../nodes/BlueTape/resources';
import { bodiesOf, type Settings } from '../../../nodes/BlueTape/rows/bodies';
import { isBorneOut, isTaxAdded } from '../../../nodes/BlueTape/rows/givenAmounts';
import { rowsNamed, withoutKey } from '../../../nodes/BlueTape/rows/groups';

const shape = resources.invoice.operations.create.body!;
const row = {
	...{
		id: 'A',
		invoiceNumber: 'INV 7',
		customerId: 'CUS-1',
		invoiceDate: '2026-11-26',
		dueDate: '2026-12-26',
	},
	...{ description: 'Studs', quantity: 3, unitAmount: 100 },
};
const read = (rows: object[], more: Partial<Settings> = {}) =>
	bodiesOf(
		rows.map((one, at) => ({ ...row, description: `Item ${at}`, ...one })),
		shape,
		{ groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50', ...more },
		'2026-11-27',
	);

describe('a number in the rows of one invoice', () => {
	it('is one where it differs in what nobody sees', () => {
		const [{ body, review }] = read([
			{},
			{ invoiceNumber: 'INV\u00a07' },
			{ invoiceNumber: 'INV 7\u200b' },
		]).made;
		expect(review).toEqual([]);
		expect(body.invoiceNumber).toBe('INV 7');
	});

	it('is told where it differs', () =>
		expect(read([{}, { invoiceNumber: 'INV 8' }]).made[0].review).toEqual([
			{
				field: 'invoiceNumber',
				message: 'Two rows of A have different values for Invoice Number (rows 1 and 2): "INV 7" and "INV 8"',
			},
		]));
});

describe('a day that a database has moved', () => {
	const moved = { dueDate: '2026-12-26T23:00:00.000Z' };
	it('is a hint, once, in the zone of the workflow', () => {
		const { made, remarks } = read([moved, moved], { timeZone: 'Europe/Vienna' });
		expect(made[0].review).toEqual([]);
		expect(remarks).toEqual([
			expect.stringMatching(
				/^A: Due Date: "2026-12-26T23:00:00\.000Z" is taken as 2026-12-26, the day that is written; in Europe\/Vienna/,
			),
		]);
	});

	it('is none in UTC, which is the zone where none is named', () => {
		expect(read([moved]).remarks).toEqual([]);
		expect(read([{ dueDate: '2026-12-26T01:00:00+01:00' }]).remarks).toEqual([]);
		expect(read([{ dueDate: '2026-12-26T00:00:00+01:00' }]).remarks).toEqual([]);
		expect(read([{ dueDate: '2026-12-26T23:00:00-01:00' }]).remarks).toEqual([
			expect.stringContaining('in UTC it is the beginning of 2026-12-27'),
		]);
	});

	it('is none where a moment is wanted', () =>
		expect(
			read([{ sourceModifiedDate: '2026-12-26T23:00:00.000Z' }], { timeZone: 'Europe/Vienna' }).remarks,
		).toEqual([]));
});

it('the price of a part of a unit comes from the subtotal where there is none, and else from what was counted', () => {
	const how = (line: object) =>
		read([{ unitAmount: undefined, ...line }]).made[0].derived.find(
			({ field }) => field === 'lines[0].unitAmount',
		)?.how;
	expect(how({ quantity: 2.5, 'lines.subTotal': 10 })).toBe('the subtotal');
	expect(how({ quantity: 2.5, unitAmount: 4 })).toBe('2.5 × 4.00');
});

it('keys that are none are one but for blanks around', () => {
	const made = read([{ id: 'TBD' }, { id: ' TBD ' }, { id: '?' }]).made;
	expect(made.map(({ rows }) => rows)).toEqual([[0, 1], [2]]);
	expect(made[0].review.map(({ message }) => message).join()).toContain(
		'"TBD" in the column "id" (rows 1 and 2) is no ID',
	);
});

it.each<[string, boolean]>([
	...['1.23457E+11', '1e21', '123456789012345680000', '1.2e+21', '12'].map((said): [string, boolean] => [
		said,
		true,
	]),
	...['A12', '12A', '1e', '1.5e+x', '0', '0.00', 'e21', '-5', '#N/A'].map((said): [string, boolean] => [
		said,
		false,
	]),
])('of %s it is said that it has lost digits: %s', (said, is) => {
	const message = withoutKey({ key: undefined, rows: [0], said }, 'Order');
	expect(message).toContain(`"${said}" in the column "Order" (row 1)`);
	expect(message.includes('has more digits than a number keeps')).toBe(is);
});

it.each([
	[1, 'row 1'],
	[2, 'rows 1 and 2'],
	[5, 'rows 1, 2, 3, 4 and 5'],
	[6, 'rows 1, 2, 3, 4, 5 and 1 more'],
	[9, 'rows 1, 2, 3, 4, 5 and 4 more'],
])('%d rows are called %s', (count, name) => expect(rowsNamed([...Array(count).keys()])).toBe(name));

describe('a sum that was given', () => {
	const line = { quantity: 250, unitAmount: 89, subTotal: 22250, totalAmount: 22300 };
	const other = { quantity: 1, unitAmount: 100, subTotal: 100, totalAmount: 100 };
	const body = () => ({ lines: [{ ...line }, { ...other }], subTotal: 22350, totalAmount: 22400 });

	it.each<[string, unknown[]]>([
		['the subtotal of all', ['22,350.00']],
		['the total of all', [22400]],
		["the line's subtotal", ['22.250,00']],
		["the line's total", [22300]],
		['one among others', [250, 89, 'Pipe', '$22,350.00']],
	])('bears out quantity × price by %s', (_what, said) =>
		expect(isBorneOut(body(), { ...line }, said, 'C')).toBe(true),
	);

	it.each<[string, unknown[]]>([
		['nothing', []],
		['others', [250, 89, 223.5]],
		['a sum of nothing', [0]],
		['the quantity or the price', [1, 100, 250, 89]],
	])('is not found in %s', (_what, said) => expect(isBorneOut(body(), { ...line }, said, 'C')).toBe(false));

	it('is none where it is the unit of each line, or the quantity, by chance', () => {
		const chance = { ...line, subTotal: 250, totalAmount: 250 };
		const ofAll = { lines: [chance], subTotal: 250, totalAmount: 250 };
		expect(isBorneOut(ofAll, undefined, [250, 89], 'C')).toBe(false);
		expect(isBorneOut(ofAll, undefined, [250, 89, 250], 'C')).toBe(true);
		expect(isBorneOut(ofAll, undefined, [250, 89, 250], 250)).toBe(false);
		expect(isBorneOut(ofAll, undefined, [250, 89, 250, '250.00'], 250)).toBe(true);
	});

	it('counts without lines, and without a line', () => {
		expect(isBorneOut({ totalAmount: 100 }, undefined, ['100.00'], 'C')).toBe(true);
		expect(isBorneOut({}, undefined, ['100.00'], 'C')).toBe(false);
	});

	it('has tax on top, or not', () => {
		expect(isTaxAdded({ taxAmount: 5, totalAmount: 105 }, [100])).toBe(true);
		expect(isTaxAdded({ lines: [{ taxAmount: 5 }], totalAmount: 105 }, [100])).toBe(true);
		expect(isTaxAdded({ taxAmount: 5, totalAmount: 105 }, ['105.00'])).toBe(false);
		expect(isTaxAdded({ taxAmount: 0, totalAmount: 105 }, [100])).toBe(false);
		expect(isTaxAdded({ totalAmount: 105 }, [100])).toBe(false);
	});
});
