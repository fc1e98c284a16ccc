import { resources } from '../../nodes/BlueTape/resources';
import { bodiesOf } from '../../nodes/BlueTape/rows/bodies';
import { parse } from '../../nodes/shared/input/schema';

// One invoice whose ID a table writes in two ways would be asked for twice; cells that are no ID would make one invoice of many.

const shape = resources.invoice.operations.create.body!;
const row = {
	...{ customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
	...{ description: 'Studs', quantity: 3, unitAmount: 100 },
};
const read = (keys: unknown[], more: object = {}, column = 'invoiceNumber') =>
	bodiesOf(
		keys.map((key, at) => ({ [column]: key, ...row, description: `Item ${at}`, ...more })),
		shape,
		{ groupBy: column, columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' },
		'2026-11-27',
	).made;

describe('two writings of one number', () => {
	it.each<[unknown, unknown]>([
		['INV 7', 'INV\u00a07'],
		['INV 7', 'INV  7'],
		['INV 7', 'INV7'],
		['INV-7', 'INV-7\u200b'],
		['INV-7', 'INV\u20117'],
		['INV-7', 'INV–7'],
		['INV-7', 'INV_7'],
		['INV-7', 'inv 007'],
		['INV-7', 'ＩＮＶ-7'],
		['INV-7', '#INV-7'],
		['Mü-7', 'Mu\u0308-7'],
		['10-01', '10 1'],
		['0042', 42],
		['1001.0', 1001],
		// Of one customer and day that counts, too.
		['2026-001', '2026001'],
	])('%j and %j are never two invoices without a word', (one, other) => {
		const made = read([one, other]);
		for (const { review } of made) {
			if (made.length > 1) expect(review.map(({ field }) => field)).toContain('id');
		}
	});

	it.each<[unknown, unknown]>([
		['1-23', '12-3'],
		['2026-1-11', '2026-11-1'],
		['INV-7', 'INV-70'],
		['INV-7', 'INV-7A'],
		['10.01', '10.1'],
		['100', '1000'],
		['A-0', 'A-00A'],
		['INV/7', 'INV-7'],
		['7', '7.5'],
	])('%j and %j are two', (one, other) =>
		expect(read([one, other]).map(({ review }) => review)).toEqual([[], []]),
	);

	it('a part of one invoice is not another one of another day', () => {
		const rows = [
			{ ...row, invoiceNumber: 'INV-10-1' },
			{ ...row, invoiceNumber: 'INV-101', invoiceDate: '2026-11-25' },
		];
		const settings = { groupBy: 'invoiceNumber', columns: [] } as const;
		const formats = { dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' } as const;
		const { made } = bodiesOf(rows, shape, { ...settings, ...formats, columns: [] }, '2026-11-27');
		expect(made.map(({ review }) => review)).toEqual([[], []]);
	});

	it('is told once', () => {
		const said = read(['INV-7', 'inv-7'])[0].review.map(({ field }) => field);
		expect(said).toEqual(['id', 'invoiceNumber']);
	});
});

it('one ID of what another column tells apart is told by that', () => {
	const made = read(['O-1', 'O-2'], { id: 'A', invoiceNumber: '7' }, 'Order');
	const [first, second] = made.map(({ review }) => review.filter(({ field }) => field === 'id'));
	expect(first).toEqual(second);
	expect(first.map(({ message }) => message)).toEqual([
		expect.stringMatching(/^"O-1" and "O-2" have the same ID: are they one/),
	]);
});

it('header values that differ in what nobody sees are one', () => {
	const { review } = bodiesOf(
		['Acme Inc', 'Acme\u00a0Inc', 'Acme Inc\u200b'].map((customerId, at) => ({
			...row,
			...{ id: 'A', invoiceNumber: 'Mü', customerId, description: `Item ${at}` },
		})),
		shape,
		{ groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' },
		'2026-11-27',
	).made[0];
	expect(review).toEqual([]);
});

describe('a cell that is no key', () => {
	it.each<unknown>([
		...['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#NV', '#BEZUG!', '######'],
		...[
			'N/A',
			'n.a.',
			'-',
			'--',
			'—',
			'?',
			'...',
			'TBD',
			'tbc',
			'Pending',
			'unknown',
			'None',
			'null',
			'true',
		],
		...[0, '0', '000', '0.00', true, false, { id: 1 }, ['A', 'B'], '1.23457E+11', 123456789012345678],
	])('%j holds its rows back', (cell) => {
		for (const column of ['invoiceNumber', 'Order']) {
			const extra = column === 'Order' ? { id: 'A', invoiceNumber: '7' } : {};
			const [{ body, review, rows }, ...others] = read([cell, 'INV-7', cell], extra, column);
			expect(body).not.toHaveProperty('id');
			expect(() => parse(shape, body)).toThrow('id');
			expect(rows).toEqual([0, 2]);
			expect(review.map(({ message }) => message).join('\n')).toMatch(/in the column ".*" \(rows 1 and 3\)/);
			expect(others.map(({ rows: own }) => own)).toEqual([[1]]);
		}
	});

	it('is told apart from another one, and named', () => {
		const made = read(['#N/A', 'TBD', '#N/A']);
		expect(made.map(({ rows }) => rows)).toEqual([[0, 2], [1]]);
		expect(made[0].review.at(-1)!.message).toBe(
			'"#N/A" in the column "invoiceNumber" (rows 1 and 3) is no ID, so it is not known what they belong to. Correct it',
		);
	});

	it.each<unknown>([
		7,
		'INV-0',
		'10',
		'A',
		'NO-1',
		'NEW-1',
		'X',
		'12E4',
		'№ 7',
		'007',
		['INV-7'],
		1001.5,
		'N/A-7',
	])('%j is one', (cell) =>
		expect(read([cell], { invoiceNumber: '7' }, 'Order').map(({ review }) => review)).toEqual([[]]),
	);
});

it.each([
	['customerId', '#N/A'],
	['customerId', 'TBD'],
	['customerId', '-'],
	['invoiceNumber', '#REF!'],
	['invoiceNumber', 'pending'],
])('a %s that says %s is none', (field, cell) => {
	const [{ body, review }] = read(['A'], { invoiceNumber: '7', [field]: cell }, 'id');
	expect(body).not.toHaveProperty(field);
	expect(review).toEqual([{ field, message: expect.stringMatching(`"${cell.replace('?', '.')}" is no `) }]);
});

it('what a formula has left in a text is told', () => {
	const [{ review }] = read(['A'], { invoiceNumber: '7', description: '#VALUE!' }, 'id');
	expect(review).toEqual([
		{
			field: 'lines[0].description',
			message: 'Row 1, column "description": "#VALUE!" is what a sheet shows for a formula that failed',
		},
	]);
	expect(
		read(['A'], { invoiceNumber: '7', description: '#4 rebar', customerId: '0' }, 'id')[0].review,
	).toEqual([]);
});
