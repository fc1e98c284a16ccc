import { resources } from '../../nodes/BlueTape/resources';
import { parse } from '../../nodes/shared/input/schema';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';

// Rows of a table, one a line, as invoices and quotes.

const shape = resources.invoice.operations.create.body!;
const settings: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };
const row = {
	id: 'A-7',
	invoiceNumber: '7',
	customerId: 'CUS-1',
	invoiceDate: '2026-11-26',
	dueDate: '2026-12-26',
	description: 'Studs',
	quantity: '3',
	unitAmount: '12.99',
	taxRate: '8%',
};
const read = (rows: object[], more: Partial<Settings> = {}, of = shape) =>
	bodiesOf(rows as Array<Record<string, unknown>>, of, { ...settings, ...more }, '2026-11-27');
const messages = (...given: Parameters<typeof read>) =>
	read(...given).made.map(({ review }) => review.map(({ field, message }) => `${field}: ${message}`));

it('rows of one id are one invoice with a line each, worked out, paired with its rows', () => {
	const nails = { ...row, description: 'Nails', quantity: 10, unitAmount: 4.5 };
	const { made, remarks } = read([row, { ...row, id: 'A-8', invoiceNumber: '8' }, nails]);
	expect(remarks).toEqual([]);
	expect(made.map(({ rows }) => rows)).toEqual([[0, 2], [1]]);
	expect(made[0]).toMatchObject({
		body: {
			id: 'A-7',
			invoiceNumber: '7',
			customerId: 'CUS-1',
			invoiceDate: '2026-11-26',
			dueDate: '2026-12-26',
			expirationDate: '2026-12-26',
			lines: [
				{
					description: 'Studs',
					quantity: 3,
					unitAmount: 12.99,
					subTotal: 38.97,
					taxAmount: 3.12,
					totalAmount: 42.09,
				},
				{
					description: 'Nails',
					quantity: 10,
					unitAmount: 4.5,
					subTotal: 45,
					taxAmount: 3.6,
					totalAmount: 48.6,
				},
			],
			subTotal: 83.97,
			taxAmount: 6.72,
			totalAmount: 90.69,
			amountDue: 90.69,
		},
		review: [],
	});
	expect(made[0].derived).toContainEqual({ field: 'totalAmount', value: 90.69, how: '83.97 + 6.72' });
});

it('columns are found by label or name, whatever the letters, blanks and dashes, or are named', () => {
	const table = [
		{
			'INVOICE ID': 'A-7',
			invoice_number: 7,
			'Customer-ID': 'CUS-1',
			'invoice date': '11/26/2026',
			DueDate: '12/26/2026',
			Item: 'Studs',
			Qty: '3',
			'unit price': '$12.99',
			'Line Tax Rate': '8 %',
			'Line Total Amount': '42.09',
			remark: 'x',
		},
	];
	const columns = [
		{ field: 'lines.description', column: 'Item' },
		{ field: 'Lines.Quantity', column: 'qty' },
	];
	const { made, remarks } = read(table, { columns, dateFormat: 'MM/DD/YYYY', numberFormat: '1,100.50' });
	expect(made[0]).toMatchObject({
		body: {
			id: 'A-7',
			invoiceNumber: '7',
			lines: [{ description: 'Studs', quantity: 3, unitAmount: 12.99, totalAmount: 42.09 }],
			totalAmount: 42.09,
		},
		review: [],
	});
	expect(remarks).toEqual(['Columns that no field is called by were left out: remark']);
});

it('any column may tell which rows belong together; its value is the ID unless a column gives that', () => {
	const { id: _, ...rest } = row;
	const table = [
		{ ...rest, Order: 'O-1' },
		{ ...rest, Order: 'O-2' },
	];
	expect(read(table, { groupBy: 'order' }).made.map(({ body }) => body.id)).toEqual(['O-1', 'O-2']);
	const both = [{ ...row, Order: 'O-1' }];
	expect(read(both, { groupBy: 'Order' }).made[0].body.id).toBe('A-7');
	expect(read([row], { groupBy: 'Invoice Number' }).made[0].body.id).toBe('A-7');
});

it("the column to group by comes before a database's own id, where it is called as the ID is", () => {
	const table = [
		{ ...row, id: 501, 'Invoice ID': 'INV-1' },
		{ ...row, id: 502, 'Invoice ID': 'INV-1' },
	];
	const { made, remarks } = read(table, { groupBy: 'Invoice ID' });
	expect(made.map(({ body, review }) => [body.id, review])).toEqual([['INV-1', []]]);
	expect(remarks).toEqual(['Columns that no field is called by were left out: id']);
	const columns = [{ field: 'id', column: 'id' }];
	expect(read([table[0]], { groupBy: 'Invoice ID', columns }).made[0].body.id).toBe('501');
});

it('a moment has the day in the chosen format, and its time in the zone of the workflow', () => {
	const moment = (sourceModifiedDate: unknown, more: Partial<Settings> = {}) =>
		read([{ ...row, sourceModifiedDate }], more).made[0];
	const zone = { timeZone: 'America/New_York' };
	expect(moment('2026-11-26 09:30', zone).body.sourceModifiedDate).toBe('2026-11-26T14:30:00.000Z');
	expect(moment('2026-11-26').body.sourceModifiedDate).toBe('2026-11-26T00:00:00.000Z');
	const american = { ...zone, dateFormat: 'MM/DD/YYYY', invoiceDate: '' } as const;
	expect(moment('11/26/2026 9:30', american).body.sourceModifiedDate).toBe('2026-11-26T14:30:00.000Z');
	expect(moment('11/26/2026', american).body.sourceModifiedDate).toBe('2026-11-26T00:00:00.000Z');
	expect(moment('soon').review[0].message).toContain('"soon" is no day like YYYY-MM-DD');
});

it('quotes have no amount due', () => {
	const { invoiceNumber: quoteNumber, invoiceDate: quoteDate, ...rest } = row;
	const [made] = read([{ ...rest, quoteNumber, quoteDate }], {}, resources.quote.operations.create.body).made;
	expect(made.review).toEqual([]);
	expect(made.body).not.toHaveProperty('amountDue');
});

it('rows without a line give none, and wholly empty rows nothing', () => {
	const { description: _, quantity: __, unitAmount: ___, taxRate: ____, ...header } = row;
	const table = [
		{ ...header, totalAmount: '10.00', taxAmount: '0' },
		{ id: '', invoiceNumber: null },
	];
	const { made } = read(table);
	expect(made).toHaveLength(1);
	expect(made[0]).toMatchObject({ body: { totalAmount: 10, subTotal: 10 }, review: [] });
	expect(made[0].body).not.toHaveProperty('lines');
	expect(read([]).made).toEqual([]);
});

describe('a person is told', () => {
	it.each<[string, object[], string[]]>([
		[
			'of a cell that is no number',
			[row, { ...row, quantity: 'three' }],
			[
				'lines[1].quantity: Row 2, column "quantity": "three" is no number like 1100.50 (choose the number format)',
			],
		],
		[
			'of a day in another format',
			[{ ...row, dueDate: '12/26/2026' }],
			['dueDate: Row 1, column "dueDate": "12/26/2026" is no day like YYYY-MM-DD (choose the date format)'],
		],
		[
			'of a quantity that may be thousands',
			[{ ...row, quantity: '1.250' }],
			['lines[0].quantity: Row 1, column "quantity": "1.250" must be a whole number'],
		],
		[
			'of rows that name different customers',
			[row, row, { ...row, customerId: 'CUS-2' }],
			[
				'customerId: Two rows of A-7 have different values for Customer ID (rows 1 and 3): "CUS-1" and "CUS-2"',
			],
		],
		[
			"of a total that may be the lines' own",
			[
				{ ...row, totalAmount: '1' },
				{ ...row, totalAmount: '2' },
			],
			['If it is the lines\' own, choose the column "totalAmount" for lines.totalAmount'],
		],
		[
			'of rows without a key',
			[{ ...row, id: ' ' }, row, { ...row, id: null }],
			['id: The column "id" is empty in rows 1 and 3, so it is not known what they belong to'],
		],
		[
			'of a year in the place of a day',
			[{ ...row, dueDate: 2026 }],
			['dueDate: Row 1, column "dueDate": 2026 is no day like YYYY-MM-DD (choose the date format)'],
		],
		[
			'of an amount in another currency',
			[{ ...row, unitAmount: '€ 12.99' }],
			['lines[0].unitAmount: Row 1, column "unitAmount": "€ 12.99" is in €, and BlueTape takes US dollars'],
		],
		[
			'of a percentage in the place of an amount',
			[{ ...row, 'lines.taxAmount': '8%' }],
			[
				'lines[0].taxAmount: Row 1, column "lines.taxAmount": "8%" is a percentage, and no number here: choose a column of rates for lines.taxRate',
			],
		],
		[
			'of an amount in the place of a rate',
			[{ ...row, taxRate: '$8' }],
			['lines[0].taxRate: Row 1, column "taxRate": "$8" is no rate: it has the sign of a currency'],
		],
		[
			'of the rate of a sheet',
			[{ ...row, taxRate: 0.08 }],
			['lines[0]: Line 1: Tax Rate 0.08 is taken as 0.08 %; for 8 % write 8'],
		],
		[
			'of a row right behind that has no key, as merged cells leave it',
			[row, { ...row, id: '' }, { ...row, id: '' }, { ...row, id: 'A-8' }],
			['lines: Row 2, right behind, has no ID in the column "id": is it a line of A-7?'],
		],
		...['"', '″', '〃', '´´', 'ditto', 0, '0'].map((id): [string, object[], string[]] => [
			`of a row right behind that has ${JSON.stringify(id)} for a key`,
			[row, { description: 'Nails', quantity: 1, unitAmount: 30, id }],
			['lines: Row 2, right behind, has no ID in the column "id": is it a line of A-7?'],
		]),
		[
			'of a missing value',
			[{ ...row, customerId: '' }],
			['customerId: Customer ID is missing: the column "customerId" gives none in row 1'],
		],
		[
			'of sums that do not add up',
			[{ ...row, totalAmount: '50.00' }],
			['totalAmount: Subtotal and Tax Amount make 42.09, but Total Amount is 50.00'],
		],
		[
			'of a line that is odd',
			[{ ...row, 'lines.subTotal': '4500.00' }],
			['lines[0]: Line 1: Quantity × Unit Price (3 × 12.99 is 38.97) is less than Subtotal, 4500.00'],
		],
	])('%s', (_what, table, sentences) => {
		const said = messages(table).flat();
		for (const sentence of sentences) expect(said.join('\n')).toContain(sentence);
	});

	it('when no column gives what is needed', () => {
		const { dueDate: _, ...rest } = row;
		expect(messages([rest]).flat()[0]).toMatch(
			/^dueDate: No column gives Due Date. Name it under Columns, or add dueDate by Edit Fields in front, as/,
		);
		const { id, quantity, invoiceDate } = row;
		const said = messages([{ id, quantity, invoiceDate, Kunde: 7 }])[0].filter((one) =>
			one.includes('No column'),
		);
		expect(said).toEqual([
			expect.stringMatching(
				/^invoiceNumber: No column gives .*Invoice Number.* and Due Date. Name them under Columns \(left are "Kunde"\), or add .*invoiceNumber/,
			),
		]);
	});

	it('once of a field', () => {
		expect(messages([{ ...row, dueDate: 'soon' }])[0]).toHaveLength(1);
	});
});

describe('what could not be read stays in the body, which Create then refuses', () => {
	const { taxRate: _, ...rest } = row;
	it.each<[string, object[], object, Partial<Settings>?]>([
		['a rate', [{ ...row, taxRate: '8,25 %' }], { lines: [{ quantity: 3, taxRate: '8,25 %' }] }],
		['a quantity', [{ ...row, quantity: 'three' }], { lines: [{ quantity: 'three', unitAmount: 12.99 }] }],
		['an amount of a line', [{ ...row, 'Line Tax Amount': 'x' }], { lines: [{ taxAmount: 'x' }] }],
		['an amount of the header', [{ ...rest, taxAmount: '1.2.3' }, rest], { taxAmount: '1.2.3' }],
		[
			'amounts that differ',
			[0.8, 0.5].map((taxAmount) => ({ ...rest, taxAmount })),
			{ taxAmount: [0.8, 0.5] },
		],
		['a day that may be left out', [{ ...row, expirationDate: 'soon' }], { expirationDate: 'soon' }],
		[
			'a number that Create would take',
			[{ ...row, unitAmount: '12.5', taxRate: '' }],
			{ lines: [{ unitAmount: '12.5 (unclear)' }] },
			{ numberFormat: '1.100,50' },
		],
	])('%s', (_what, table, body, ...[more]) => {
		const [made] = read(table, more).made;
		expect(made).toMatchObject({ body, derived: [] });
		expect(made.body).not.toHaveProperty('totalAmount');
		expect(made.review).not.toEqual([]);
		expect(() => parse(shape, made.body)).toThrow('must be');
	});

	it('but what it can not do without is missing', () => {
		expect(read([{ ...row, dueDate: 'soon' }]).made[0].body).not.toHaveProperty('dueDate');
	});
});

it('an amount that all rows repeat is told once, whatever is wrong with it', () => {
	const { taxRate: _, ...rest } = row;
	const table = ['€3', '3', '€3'].map((taxAmount) => ({ ...rest, taxAmount }));
	expect(messages(table)[0].filter((message) => message.includes('is in €'))).toHaveLength(1);
});

it('a remark on an invoice names it', () => {
	const { remarks } = read([row, { ...row, id: 'A-8', dueDate: '2026-11-26' }]);
	expect(remarks).toEqual(['A-8: Due Date 2026-11-26 has passed']);
});

it('two columns for one field are refused', () => {
	const columns = [
		{ field: 'lines.unitAmount', column: 'Price' },
		{ field: 'Lines.Unit Amount', column: 'Sale' },
	];
	expect(() => read([{ ...row, Price: 5, Sale: 7 }], { columns })).toThrow(
		`'Columns' names "Price" and "Sale" for Line: Unit Price: only one of them can be meant`,
	);
});

it('a table without the column that tells what belongs together is refused', () => {
	const { id: _, ...rest } = row;
	expect(() => read([rest])).toThrow('\'Group By\' names the column "id", which no row has');
});

it('a column that is named and not there is refused, and so is a field', () => {
	const wrong = (field: string, column: string) => () => read([row], { columns: [{ field, column }] });
	expect(wrong('dueDate', 'Fällig')).toThrow(`'Columns' names what is not there: "Fällig" for Due Date`);
	expect(wrong('due', 'dueDate')).toThrow(`"dueDate" for due, which is no field`);
	const columns = ['description', 'quantity'].map((key) => ({ field: `lines.${key}`, column: `My ${key}` }));
	expect(() => read([row], { columns })).toThrow(
		`"My description" for Line: Description; "My quantity" for Line: Quantity`,
	);
});

it('a formula leaves no more digits than it means, so that two cells of one value are one', () => {
	const { made } = read([
		{ ...row, quantity: 3 * 1.1 - 0.3, totalAmount: 9.9, unitAmount: 3.3, taxRate: '' },
		{ ...row, quantity: 0, totalAmount: 9.900000000000002, taxRate: '' },
	]);
	expect(made[0].body).toMatchObject({ totalAmount: 9.9, lines: [{ quantity: 3 }, { quantity: 0 }] });
	expect(made[0].review.map(({ message }) => message).join()).not.toMatch(/decimals|different/);
});

describe('what Create can not see any more is told here', () => {
	test('a line without a rate beside lines with one', () => {
		const { made, remarks } = read([row, { ...row, taxRate: '' }]);
		expect(made[0].review).toEqual([]);
		expect(remarks).toEqual(['A-7: No Tax Rate was given for Lines 2: taken as 0']);
	});

	test('a price that may be thousands, unless somebody has said how numbers are written', () => {
		const price = { ...row, unitAmount: '1.094' };
		expect(read([price]).remarks).toEqual([
			'A-7: Line 1: 3 × 1.094 is 3.282, rounded; if it is not, write 1094 as Unit Price',
		]);
		expect(read([price], { numberFormat: '1,100.50' }).remarks).toEqual([]);
	});

	test("a database's midnight of another zone", () => {
		const moved = { ...row, dueDate: '2026-12-25T23:00:00.000Z' };
		const { made, remarks } = read([moved, moved], { timeZone: 'Europe/Berlin' });
		expect(made[0]).toMatchObject({ body: { dueDate: '2026-12-25' }, review: [] });
		expect(remarks).toHaveLength(1);
		expect(remarks[0]).toMatch(
			/^A-7: Due Date: "2026-12-25T23:00:00.000Z" is taken as 2026-12-25, .* in Europe\/Berlin it is the beginning of 2026-12-26/,
		);
		expect(read([moved], { timeZone: 'UTC' }).remarks).toEqual([]);
	});
});

describe('the ID of what another column groups', () => {
	const byOrder = { groupBy: 'Order' };
	const { id: _, ...nameless } = { ...row, Order: 'O-1' };

	test('is the key where no cell gives one', () =>
		expect(read([{ ...nameless, id: ' ' }], byOrder).made[0].body.id).toBe('O-1'));

	test.each([
		['that can not be read', [{ ...nameless, id: '1.23457E+11' }]],
		[
			'that is two',
			[
				{ ...nameless, id: 'A' },
				{ ...nameless, id: 'B' },
			],
		],
	])('is none %s', (_what, rows) => {
		const [{ body, review }] = read(rows, byOrder).made;
		expect(body).not.toHaveProperty('id');
		expect(review.map(({ field }) => field)).toContain('id');
	});

	test('a key of more digits than a number keeps is for a person', () => {
		const [{ review }] = read([{ ...nameless, id: 'A', Order: 2 ** 53 + 2 }], byOrder).made;
		expect(review).toEqual([
			{
				field: 'id',
				message: expect.stringMatching(/^"9007199254740994" in the column "Order" \(row 1\) has more digits/),
			},
		]);
		expect(read([{ ...nameless, id: 'A', Order: 2 ** 53 - 1 }], byOrder).made[0].review).toEqual([]);
	});
});

test.each<[string, unknown, Partial<Settings>]>([
	['half a day', '11/26/2026 9:30 PM', { dateFormat: 'MM/DD/YYYY' }],
	['the same in small letters', '11/26/2026 9:30 p.m.', { dateFormat: 'MM/DD/YYYY' }],
	["Excel's number", 46352.895833333, { dateFormat: 'excel' }],
	["Excel's number as text", '46352.895833333', { dateFormat: 'excel' }],
])('a time of day is kept where a moment is wanted: %s', (_what, cell, formats) => {
	const { made } = read([{ ...row, sourceModifiedDate: cell }], { ...formats, timeZone: 'America/New_York' });
	expect(made[0].body.sourceModifiedDate).toBe('2026-11-27T02:30:00.000Z');
});

test.each([
	['11/26/2026 12:05 AM', '2026-11-26T00:05:00.000Z'],
	['11/26/2026 12:05 PM', '2026-11-26T12:05:00.000Z'],
	['11/26/2026', '2026-11-26T00:00:00.000Z'],
])("twelve o'clock: %s", (cell, moment) => {
	const { made } = read([{ ...row, sourceModifiedDate: cell }], {
		dateFormat: 'MM/DD/YYYY',
		timeZone: 'UTC',
	});
	expect(made[0].body.sourceModifiedDate).toBe(moment);
});

test.each([
	[46352.99999, '2026-11-26T23:59:00.000Z'],
	[46352.9999999, '2026-11-26T23:59:00.000Z'],
	[46352.5, '2026-11-26T12:00:00.000Z'],
	[46352, '2026-11-26T00:00:00.000Z'],
])("Excel's %d stays on its day", (cell, moment) => {
	const { made } = read([{ ...row, sourceModifiedDate: cell }], { dateFormat: 'excel', timeZone: 'UTC' });
	expect(made[0].body.sourceModifiedDate).toBe(moment);
});

test('two with one number and no ID that can be read are told by what their rows have in common', () => {
	const { made } = read(
		['O-1', 'O-2'].map((Order) => ({ ...row, Order, id: '1.23457E+11' })),
		{ groupBy: 'Order' },
	);
	expect(made[0].review.map(({ message }) => message).join()).toContain(
		'"O-1" and "O-2" have the same Invoice Number',
	);
});
