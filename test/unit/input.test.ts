import * as field from '../../nodes/shared/field';
import { readInput } from '../../nodes/shared/input/input';
import { operation } from '../../nodes/shared/table/operation';
import { put, read } from './reading';
import { run, stage } from './stage';

// From the parameters of an item to what is sent.

const local = '2026-07-01T10:00';
const utc = '2026-07-01T14:00:00.000Z';

describe('where the values come from', () => {
	it('fields: those in front, and those that the user added', () => {
		expect(read({ name: 'a', shown: true, updateFields: { depth: 2, note: '', at: local } })).toEqual({
			path: { thingId: 'T' },
			query: { depth: 2 },
			settings: { shown: true },
			body: { name: 'a', note: '', at: utc },
			hints: [],
		});
	});

	it('lists in the fields are what the user filled in, by the names of the editor', () => {
		const rows = { values: [{ sku: 'a', ownId: 'o' }] };
		expect(read({ name: 'a', updateFields: { rows } }).body).toEqual({
			name: 'a',
			rows: [{ sku: 'a', own: 'o' }],
		});
		const { body, hints } = read(
			{ bodySource: 'input' },
			{ name: 'a', rows: [{ sku: 'a', own: 'o', ownId: ' o ' }] },
		);
		expect(body).toEqual({ name: 'a', rows: [{ sku: 'a', own: 'o' }] });
		expect(hints).toEqual([]);
	});

	it('of the query nothing can be cleared', () => {
		expect(read({ name: 'a', updateFields: { depth: '' } }).query).toEqual({});
	});

	it('an operation that updates nothing clears nothing, and has its fields elsewhere', () => {
		const { body } = read(
			{ name: 'a', additionalFields: { note: '', at: local } },
			{},
			put({ updates: false }),
		);
		expect(body).toEqual({ name: 'a', at: utc });
	});

	it('absent is not undefined: JSON knows only one of them', () => {
		expect(read({ name: 'a' }).body).toStrictEqual({ name: 'a' });
	});

	it('the input item: what it knows of it, with a remark on the rest', () => {
		const json = {
			name: 'a',
			note: '',
			at: local,
			size: 1,
			place: { city: 'x', street: 'y' },
			thingId: 'T',
		};
		expect(read({ bodySource: 'input' }, json)).toEqual({
			path: { thingId: 'T' },
			query: {},
			settings: {},
			// A blank cell clears nothing.
			body: { name: 'a', at: utc, place: { city: 'x' } },
			hints: ['Fields of the input that this operation does not know were left out: size, place.street'],
		});
	});

	it.each<[string, object, object]>([
		['the label', { NAME: 'a', 'ZIP code': '1' }, { name: 'a', zipCode: '1' }],
		['the label, in a group', { name: 'a', place: { Town: 'x' } }, { name: 'a', place: { city: 'x' } }],
		[
			'the name of the parameter',
			{ name: 'a', rows: [{ sku: 's', ownId: 'o' }] },
			{ name: 'a', rows: [{ sku: 's', own: 'o' }] },
		],
		['its own name before another', { Name: 'b', name: 'a' }, { name: 'a' }],
		['the other one where its own is blank', { name: ' ', Name: 'b' }, { name: 'b' }],
		['blank cells are not there', { name: 'a', note: '', at: '  ', rows: [], zipCode: '' }, { name: 'a' }],
	])('a field of an item by %s', (_what, json, body) =>
		expect(read({ bodySource: 'input' }, json as never).body).toEqual(body),
	);

	it('a second name for a field is left out, and told where it says something else', () => {
		const hints = (json: object) => read({ bodySource: 'input' }, json as never).hints;
		expect(hints({ Name: 'b', name: 'a' })).toEqual([
			'The item has name "a" and Name "b", two values for one field: that of name is sent',
		]);
		expect(hints({ NAME: 'a', Name: 'b' })).toEqual([
			'The item has NAME "a" and Name "b", two values for one field: that of NAME is sent',
		]);
		expect(hints({ Name: 7, name: '7', NAME: ' ' })).toEqual([]);
	});

	it.each<[string, object, string[]]>([
		[
			'calls itself otherwise',
			{ THING_ID: 'X' },
			['The item has THING_ID "X", and its fields go to thingId "T"'],
		],
		['by its id', { id: 17 }, ['The item has id 17, and its fields go to thingId "T"']],
		['calls itself so', { 'Thing ID': ' T ' }, []],
		['has no name', { thingId: '', id: null }, []],
		['is a row with a number of its own', { id: 17, thingId: 'T' }, []],
		['has the name of the record elsewhere', { id: 17, called: 'T' }, []],
	])('an item whose fields go to a record: one that %s', (_what, json, warnings) => {
		const { hints } = read({ bodySource: 'input' }, { name: 'a', ...json });
		expect(hints.filter((hint) => !hint.includes('left out'))).toEqual(warnings);
	});

	it('what may have been an amount is a warning when it is left out', () => {
		const of = put({
			body: {
				total: field.optional(field.decimal()),
				lines: field.optional(field.list('Line', { price: field.optional(field.decimal()) })),
				people: field.optional(field.list('Person', { name: field.optionalText() })),
				place: field.optional(field.group({ cost: field.optional(field.decimal()) })),
			},
		});
		const json = {
			...{
				tax_percent: 8,
				invoiceStatus: 'Draft',
				Discount: 1,
				vat: 2,
				taxId: 'X',
				private: true,
				VAT_NUMBER: 'Y',
				Retainage: 5,
				down_payment: 6,
				creditLimit: 7,
			},
			...{ Lines: [{ Rabatt: 2 }], people: [{ discount: 1 }], place: { TotalCost: 1, street: 'x' } },
		};
		expect(read({ bodySource: 'input' }, json, of).hints).toEqual([
			'Perhaps an amount or a status is missing: fields of the input that this operation does not know were left out: tax_percent, invoiceStatus, Discount, vat, Retainage, down_payment, Lines.Rabatt, place.TotalCost',
			'Fields of the input that this operation does not know were left out: taxId, private, VAT_NUMBER, creditLimit, people.discount, place.street',
		]);
		const free = put({ body: { name: field.optionalText() } });
		expect(read({ bodySource: 'input' }, { status: 'x' }, free).hints).toEqual([
			'Fields of the input that this operation does not know were left out: status',
		]);
	});

	it.each<[string, unknown, string[]]>([
		['a day', '2126-07-01', []],
		['a midnight without a zone', '2126-07-01T00:00:00', []],
		['a moment of that day', '2126-07-01T04:00:00.000Z', []],
		['a moment of the day before', '2126-07-01T03:00:00Z', []],
		[
			'the beginning of the next day in the zone',
			'2126-07-01T22:00:00.000Z',
			[
				"'Day' (day) is taken as 2126-07-01, the day that is written; in Europe/Berlin it is the beginning of 2126-07-02. If that is meant, write {{ DateTime.fromISO(…).toISODate() }}",
			],
		],
	])('days that a zone may move: %s', (_what, day, told) => {
		const of = put({
			body: {
				day: field.optional(field.date()),
				rows: field.optional(field.list('Row', { day: field.date() })),
				place: field.optional(field.group({ day: field.dayTimestamp() })),
			},
		});
		for (const json of [{ day }, { rows: [{ day }] }, { place: { day } }] as never[]) {
			for (const bodySource of ['input', 'json']) {
				const { hints } = read({ bodySource, jsonBody: json }, json, of, 'Europe/Berlin');
				expect(hints).toEqual(told);
			}
		}
	});

	it('what this package puts beside a body is no news', () => {
		const ours = { derived: [], review: [], document: {}, thingId: 'T', _files: {} };
		expect(read({ bodySource: 'input' }, { name: 'a', ...ours }).hints).toEqual([]);
	});

	it('a word that is none of the known ones is sent, and told', () => {
		const colour = () =>
			field.choice([
				{ name: 'Keep', value: '' },
				{ name: 'Red', value: 'red' },
				{ name: 'Blue', value: 'blue' },
			]);
		const of = put({
			body: {
				colour: field.optional(colour()),
				parts: field.optional(field.list('Part', { shade: colour() })),
				inside: field.optional(field.group({ shade: field.optional(colour()) })),
			},
		});
		const body = { colour: 'teal', parts: [{ shade: 'RED' }, { shade: 'pink' }], inside: { shade: 'blue' } };
		for (const [source, given] of Object.entries({ json: { jsonBody: body }, input: {} })) {
			const said = read({ bodySource: source, ...given }, body, of);
			expect(said.body).toEqual(body);
			expect(said.hints).toEqual([
				`'Colour' is sent as "teal", which is none of the known red, blue`,
				`'Shade' is sent as "pink", which is none of the known red, blue`,
			]);
		}
	});

	describe('an ID that seems to have lost a part is told where it is written', () => {
		const said = (id: string, route = 'PUT /thing/{thingId}') =>
			read({ thingId: id, name: 'a' }, {}, put({ route })).hints;
		const rest =
			'if what makes it has found nothing for a part of it, all records without that part have one ID';

		it.each([
			['INV-', "ends in '-'"],
			['INV-/', "ends in '/'"],
			['INV –', "ends in '–'"],
			['_12', "begins with '_'"],
			['/12', "begins with '/'"],
			['.12', "begins with '.'"],
			['-7-', "ends in '-'"],
			['INV-NULL', "has 'NULL'"],
			['INV-undefined', "has 'undefined'"],
			['M\ufffdller', "has '\ufffd'"],
		])('%s', (id, what) => {
			expect(said(id)).toEqual([`'Thing ID' ${what}: ${rest}`]);
			expect(said(id, 'GET /thing/{thingId}')).toEqual([]);
		});

		it.each([
			'INV-7',
			'-NxyAbCdEfGhIjK3MnOp',
			'V1StGXR8_Z5jdHi6B-my_',
			'#1001',
			'Smith & Co.',
			'A (b)',
			'NULLARBOR-1',
			'12',
			'\u00fc',
			'😀',
		])('but not %s', (id) => expect(said(id)).toEqual([]));

		it('in a body and deep inside, from every source', () => {
			const body = { name: 'a', rows: [{ sku: 'x-', own: 'R-' }, { sku: 'y' }] };
			const row = `'Own ID' ends in '-': ${rest}`;
			expect(read({ bodySource: 'json', jsonBody: body }).hints).toEqual([row]);
			expect(read({ bodySource: 'input' }, body).hints).toEqual([row]);
			const updateFields = { rows: { values: [{ sku: 'x-', ownId: 'R-' }] } };
			expect(read({ name: 'a', updateFields }).hints).toEqual([row]);
		});
	});

	it('an item of known names only needs no remark', () => {
		expect(read({ bodySource: 'input' }, { name: 'a' }).hints).toEqual([]);
	});

	it.each([
		['an object', { name: 'a', note: '' }],
		['text', '{"name":"a","note":""}'],
		['text with comments and commas too many', '{ "name": "a", // who\n "note": "", }'],
		[
			'text with values of nothing',
			'{ "name": "a", "note": "", "at": null, "rows": null, "place": { "city": "x", "zipCode": null } }',
		],
	])('JSON, as %s', (_what, jsonBody) => {
		expect(read({ bodySource: 'json', jsonBody }).body).toMatchObject({ name: 'a', note: '' });
		expect(JSON.stringify(read({ bodySource: 'json', jsonBody }).body)).not.toContain('null');
	});

	it('where there is no choice, the fields, whatever was stored before', () => {
		const of = put({ bodySource: false });
		expect(read({ bodySource: 'json', name: 'a' }, {}, of).body).toEqual({ name: 'a' });
	});

	it('the fields are not read where the body comes from elsewhere', () => {
		const asked: string[] = [];
		const parameters = new Proxy<Record<string, unknown>>(
			{ thingId: 'T', bodySource: 'json', jsonBody: { name: 'a' } },
			{
				has: (all, name) => {
					asked.push(String(name));
					return Reflect.has(all, name);
				},
			},
		);
		readInput(stage({ parameters }).context, put(), 0, () => {});
		expect(asked).not.toContain('name');
		expect(asked).toContain('updateFields');
	});

	it('an operation without a body has none', () => {
		const of = put({ body: undefined, bodySource: false });
		expect(read({ updateFields: { depth: 1 } }, {}, of)).toMatchObject({ query: { depth: 1 }, body: {} });
	});

	it('a collection is read only where there are fields for it', () => {
		const of = operation({ name: 'Get', action: 'Get', route: 'GET /thing' });
		expect(read({ additionalFields: { name: 1 } }, {}, of)).toEqual({
			path: {},
			query: {},
			settings: {},
			body: {},
			hints: [],
		});
	});
});

describe('a request that got lost is named by the ids of its item', () => {
	const lost = async (of: ReturnType<typeof put>, parameters: object) => {
		const { error } = await run(of, {
			parameters: { name: 'a', ...parameters },
			answer: () => new Error('lost'),
		});
		return error!.message.replace(/^.* check /, '');
	};

	it('those of the path', async () => {
		const of = operation({
			name: 'Link',
			action: 'Link',
			route: 'POST /thing/{thingId}/part/{partId}',
			path: { thingId: field.id('thingId'), partId: field.id('partId') },
		});
		expect(await lost(of, { thingId: 'T', partId: 'P' })).toBe('thingId "T", partId "P"');
	});

	it.each([
		[{ id: field.id('thingId') }, { thingId: 'T' }, 'id "T"'],
		[{ name: field.text() }, {}, 'the record'],
		[{ id: field.integer() }, { id: 7 }, 'the record'],
	])('or of the body', async (body, parameters, named) => {
		const of = operation({ name: 'Create', action: 'Create', route: 'POST /thing', body });
		expect(await lost(of, parameters)).toBe(named);
	});

	it('only an id of the caller is put out', async () => {
		const of = operation({
			name: 'Create',
			action: 'Create',
			route: 'POST /thing',
			body: { id: field.optional(field.id('thingId')) },
		});
		expect((await run(of, { parameters: {} })).items[0].json).toStrictEqual({});
		const numbered = operation({
			name: 'Create',
			action: 'Create',
			route: 'POST /thing',
			body: { id: field.integer() },
		});
		expect((await run(numbered, { parameters: { id: 7 } })).items[0].json).toStrictEqual({});
	});
});
