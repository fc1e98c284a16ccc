import type { IDataObject } from 'n8n-workflow';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import {
	companySample,
	customerSample,
	invoiceSample,
	olderInvoiceSample,
} from '../emulator/blueTapeSamples';
import { cases, caseOf } from './cases';
import { inDays } from '../engine/days';

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
beforeEach(() => {
	stage.emulator.reset();
	stage.emulator.faults.add({ status: 201, body: '{"blueTapeId":"1"}', times: 10 });
});
afterAll(async () => await stage.emulator.stop());

const sent = () => stage.emulator.journal.last()?.body as IDataObject;
const withBody = cases.filter(({ body, operation }) => body && /create|update|upsert/i.test(operation));

/** The path id of an update, which is a field of its own in every mode. */
const pathId = ({ operation, ids }: (typeof cases)[number]) => (/update/i.test(operation) ? ids : {});

it('has something to compare', () => expect(withBody).toHaveLength(17));

describe('all three sources give the same request', () => {
	it.each(withBody)('$resource $operation', async (one) => {
		const { resource, operation, fields, body } = one;
		await stage.run(resource, operation, { bodySource: 'fields', ...fields });
		expect(sent()).toEqual(body);
		stage.emulator.journal.clear();
		await stage.run(
			resource,
			operation,
			{ bodySource: 'input', ...pathId(one) },
			{ items: [{ json: body! }] },
		);
		expect(sent()).toEqual(body);
		stage.emulator.journal.clear();
		await stage.run(resource, operation, {
			bodySource: 'json',
			jsonBody: JSON.stringify(body),
			...pathId(one),
		});
		expect(sent()).toEqual(body);
	});
});

describe("the vendor's own samples go through as JSON, odd spellings included", () => {
	it.each<[string, string, string, unknown]>([
		['company', 'create', 'older', companySample],
		['customer', 'create', 'older', customerSample],
		['invoice', 'create', 'older', olderInvoiceSample],
		['invoice', 'create', 'newer', invoiceSample],
	])('%s %s (%s)', async (resource, operation, _age, sample) => {
		const { error } = await stage.run(resource, operation, {
			bodySource: 'json',
			jsonBody: JSON.stringify(sample),
		});
		expect(error).toBeUndefined();
		expect(sent()).toEqual(sample);
	});

	it('even with the comments that the page has, and an expression that yields an object', async () => {
		const text = `{ "id": "P-1", // your id\n "name": "Tower", "sourceModifiedDate": "2023-01-04T09:47:57.477Z", // optional\n}`;
		const expected = { id: 'P-1', name: 'Tower', sourceModifiedDate: '2023-01-04T09:47:57.477Z' };
		await stage.run('project', 'create', { bodySource: 'json', jsonBody: text });
		expect(sent()).toEqual(expected);
		await stage.run(
			'project',
			'create',
			{ bodySource: 'json', jsonBody: '={{ $json }}' },
			{ items: [{ json: { ...expected, id: 'P-2' } }] },
		);
		expect(sent()).toEqual({ ...expected, id: 'P-2' });
	});
});

it('what a person should look at is told when it is sent all the same', async () => {
	const item = (review: unknown) => ({
		items: [{ json: { id: 'P-1', name: 'Tower', sourceModifiedDate: '2023-01-04', review } as IDataObject }],
	});
	const run = async (review: unknown) =>
		await stage.run('project', 'create', { bodySource: 'input' }, item(review));
	const { hints } = await run([{ field: 'name', message: 'Row 2 says "Towers"' }, { message: 'More' }]);
	expect(hints).toEqual([
		`The item is to be looked at before it is sent, as its 'review' says: Row 2 says "Towers" (and 1 more). Branch on review with an If node`,
	]);
	expect(sent()).not.toHaveProperty('review');
	expect((await run([{ message: 'One' }])).hints[0]).toContain('says: One. Branch');
	expect((await run([])).hints).toEqual([]);
	// A field of the user's own.
	for (const own of ['none', 7, null, {}, [null], ['good', 7, {}], [{ message: 7 }]]) {
		const { hints: none, error } = await run(own);
		expect([none, error]).toEqual([[], undefined]);
	}
});

describe('lists', () => {
	const { fields, body } = caseOf('invoice', 'createSimplified');
	const lines = body!.lines as IDataObject[];

	it.each([
		['an expression that yields a list', { lines: [{ list: '={{ $json.lines }}' }] }, lines],
		['a list as JSON text', { lines: [{ list: JSON.stringify(lines) }] }, lines],
		[
			'entries and an expression together',
			{ values: [lines[0]], lines: [{ list: '={{ $json.lines }}' }] },
			[lines[0], ...lines],
		],
		['an empty list', { lines: [{ list: '={{ [] }}' }] }, undefined],
		['an expression that gives nothing', { lines: [{ list: '={{ $json.none }}' }] }, undefined],
		['one that gives null', { lines: [{ list: '={{ null }}' }] }, undefined],
	])('%s', async (_name, given, expected) => {
		await stage.run(
			'invoice',
			'createSimplified',
			{ ...fields, bodySource: 'fields', lines: given, options: { checkAmounts: 'off' } },
			{ items: [{ json: { lines } }] },
		);
		expect(sent().lines).toEqual(expected);
	});
});

describe('unfilled, empty and absent', () => {
	const project = { projectId: 'P-1', bodySource: 'fields' };
	const details = (updateFields: IDataObject) => stage.run('project', 'update', { ...project, updateFields });

	it('an optional field left empty is not sent with a create', async () => {
		await stage.run('project', 'create', {
			...project,
			additionalFields: { name: '', address: 'Here', creditAmount: 0 },
		});
		expect(Object.keys(sent()).sort()).toEqual(['address', 'creditAmount', 'id', 'sourceModifiedDate']);
	});

	it('a text that the user added to an update and left empty is sent empty, to clear it', async () => {
		await details({ name: '' });
		expect(sent()).toMatchObject({ name: '' });
		expect(sent()).not.toHaveProperty('address');
	});

	it('null in an input item is absent', async () => {
		await stage.run(
			'project',
			'create',
			{ bodySource: 'input' },
			{ items: [{ json: { id: 'P-1', name: null, status: null } }] },
		);
		expect(Object.keys(sent()).sort()).toEqual(['id', 'sourceModifiedDate']);
	});

	it('in JSON, empty is sent as it stands', async () => {
		const jsonBody = { id: 'P-1', name: '' };
		await stage.run('project', 'create', { bodySource: 'json', jsonBody });
		expect(sent()).toMatchObject(jsonBody);
	});

	it('sourceModifiedDate is the moment of sending, as a UTC timestamp, unless given', async () => {
		const before = Date.now();
		await details({ name: 'x' });
		const stamp = sent().sourceModifiedDate as string;
		expect(stamp).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
		expect(Date.parse(stamp)).toBeGreaterThanOrEqual(before);
		expect(Date.parse(stamp)).toBeLessThanOrEqual(Date.now());
	});

	it('the status of a new invoice is Placed unless given, and any text may be given', async () => {
		const { status: _, ...body } = caseOf('invoice', 'create').body!;
		await stage.run('invoice', 'create', { bodySource: 'json', jsonBody: body });
		expect(sent().status).toBe('Placed');
		await stage.run('invoice', 'create', {
			bodySource: 'json',
			jsonBody: { ...body, status: 'somethingNew' },
		});
		expect(sent().status).toBe('somethingNew');
	});
});

it('input items: names that the operation does not know are left out, and told once for all items', async () => {
	const items = ['P-1', 'P-2'].map((id) => ({
		json: { id, name: 'Tower', colour: 'red', nested: { a: 1 } },
	}));
	const { hints } = await stage.run('project', 'create', { bodySource: 'input' }, { items });
	expect(sent()).toEqual({ id: 'P-2', name: 'Tower', sourceModifiedDate: expect.any(String) });
	expect(hints).toEqual([
		'Fields of the input that this operation does not know were left out: colour, nested [item 1, 2]',
	]);
});

describe('an invoice whose item writes its names in another way', () => {
	const header = {
		...{
			id: 'I',
			invoice_number: '1',
			Customer_ID: 'C',
			'Invoice-Date': inDays(0),
			due_date: inDays(30),
		},
	};

	it('is sent with all of its amounts', async () => {
		const line = { Quantity: 1, unit_amount: 10, tax_rate: 8 };
		for (const [lines, more] of [
			[[line], { AMOUNT_DUE: 5, quote_id: 'Q' }],
			[JSON.stringify(line), { AMOUNT_DUE: 5, quote_id: 'Q', TAXAMOUNT: 0.8 }],
		] as Array<[unknown, IDataObject]>) {
			const json = { ...header, LINES: lines, ...more } as IDataObject;
			const { error, hints } = await stage.byInput('invoice', 'create', json);
			expect([error, hints]).toEqual([undefined, []]);
			expect(sent()).toMatchObject({
				...{ invoiceNumber: '1', customerId: 'C', dueDate: inDays(30), quoteId: 'Q' },
				...{ taxAmount: 0.8, totalAmount: 10.8, amountDue: 5 },
			});
		}
	});

	it('is told what of them may be missing', async () => {
		const lines = [{ quantity: 1, unitAmount: 10, discount_percent: 5 }];
		const json = { ...header, lines, invoice_status: 'Draft' } as IDataObject;
		const doubt = expect.stringMatching(/^Line 1: discount_percent is 5, which is not sent: is it part/);
		const { error } = await stage.byInput('invoice', 'create', json);
		expect(error!.message).toEqual(doubt);
		const { hints } = await stage.byInput('invoice', 'create', json, { options: { checkAmounts: 'warn' } });
		expect(hints).toEqual([
			expect.stringMatching(/^Perhaps an amount .* left out: lines.discount_percent, invoice_status$/),
			doubt,
		]);
	});

	it('is refused with two IDs of its own', async () => {
		const lines = [{ quantity: 1, unitAmount: 10 }];
		for (const operation of ['create', 'upsert']) {
			const json = { ...header, id: 17, invoiceId: 'INV-17', lines };
			const { error } = await stage.byInput('invoice', operation, json);
			expect(error!.message).toBe(
				'the item has id 17 and invoiceId "INV-17", two IDs for one record: keep the one that is meant',
			);
		}
	});
});

describe('days and moments', () => {
	const { sourceModifiedDate: _, ...body } = caseOf('invoice', 'create').body!;

	it.each([
		['2026-12-31', '2026-12-31'],
		['2026-12-31T00:00:00', '2026-12-31'],
		['2026-12-31T23:59:59.999-11:00', '2026-12-31'],
		['2026-12-31T00:30:00.000+14:00', '2026-12-31'],
		["={{ DateTime.fromISO('2026-12-31T23:30:00', { zone: 'America/Los_Angeles' }) }}", '2026-12-31'],
		["={{ DateTime.fromISO('2026-12-31', { zone: 'Asia/Tokyo' }) }}", '2026-12-31'],
	])('%s is the day %s in any time zone of the workflow', async (given, day) => {
		for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
			const { fields } = caseOf('invoice', 'create');
			const { error } = await stage.run(
				'invoice',
				'create',
				{ ...fields, bodySource: 'fields', dueDate: given },
				{ timeZone },
			);
			expect(error).toBeUndefined();
			expect(sent().dueDate).toBe(day);
			expect((sent().projectDetails as IDataObject).startDate).toBe('2026-05-20T00:00:00.000Z');
		}
	});

	it.each([
		['2026-03-31T10:00:00', 'America/New_York', '2026-03-31T14:00:00.000Z'],
		['2026-01-31T10:00:00', 'America/New_York', '2026-01-31T15:00:00.000Z'],
		['2026-03-31T10:00:00+02:00', 'America/New_York', '2026-03-31T08:00:00.000Z'],
		['2026-03-31', 'America/New_York', '2026-03-31T00:00:00.000Z'],
	])('the moment %s in %s is sent as %s', async (given, timeZone, expected) => {
		await stage.run(
			'project',
			'create',
			{ projectId: 'P', bodySource: 'fields', additionalFields: { sourceModifiedDate: given } },
			{ timeZone },
		);
		expect(sent().sourceModifiedDate).toBe(expected);
	});

	it('a numeric text is taken exactly', async () => {
		await stage.run('invoice', 'create', {
			bodySource: 'json',
			jsonBody: { ...body, subTotal: '1000.10', taxAmount: '99.90', invoiceNumber: 1001 },
			options: { checkAmounts: 'off' },
		});
		expect(sent()).toMatchObject({ subTotal: 1000.1, taxAmount: 99.9, invoiceNumber: '1001' });
	});
});

describe('a number of three decimals that ends in 0, as databases write them', () => {
	const { body, fields } = caseOf('invoice', 'create');
	const line = '{"description":"a","quantity":3.000,"unitAmount":12.500,"taxRate":8.250}';
	const {
		lines: _lines,
		subTotal: _subTotal,
		taxAmount: _tax,
		totalAmount: _total,
		amountDue: _due,
		...header
	} = body!;
	const text = JSON.stringify({ ...header, id: 'ID', invoiceNumber: 'NUMBER' })
		.replace('"ID"', '100.100')
		.replace('"NUMBER"', '1.100')
		.replace(/}$/, `,"lines":[${line}]}`);
	const expected = {
		id: '100.100',
		invoiceNumber: '1.100',
		lines: [{ quantity: 3, unitAmount: 12.5, subTotal: 37.5, taxAmount: 3.09, totalAmount: 40.59 }],
	};

	const fieldsOf = (list: string): IDataObject => ({
		...fields,
		...{
			bodySource: 'fields',
			additionalFields: {},
			invoiceId: '100.100',
			id: '100.100',
			invoiceNumber: '1.100',
			lines: { lines: [{ list }] },
		},
	});

	it.each<[string, IDataObject, IDataObject]>([
		['JSON', { bodySource: 'json', jsonBody: text }, {}],
		['JSON of one expression', { bodySource: 'json', jsonBody: '={{ $json.text }} ' }, { text }],
		[
			'JSON that an expression makes of values',
			{ bodySource: 'json', jsonBody: '={{ JSON.stringify($json.body) }}' },
			{ body: { ...header, ...JSON.parse(text), id: '100.100', invoiceNumber: '1.100' } },
		],
		['a list as text', fieldsOf(`[${line}]`), {}],
		['a list of one expression', fieldsOf('={{ $json.lines }}'), { lines: `[${line}]` }],
		[
			'an input item',
			{ bodySource: 'input' },
			{ ...header, id: '100.100', invoiceNumber: '1.100', lines: `[${line}]` },
		],
		[
			'an input item of one line',
			{ bodySource: 'input' },
			{ ...header, id: '100.100', invoiceNumber: '1.100', Lines: line.replace('unitAmount', 'unit_amount') },
		],
	])('%s: is that number, and as an ID stays as it was typed', async (_source, parameters, json) => {
		const { error } = await stage.run('invoice', 'create', parameters, { items: [{ json }] });
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject(expected);
	});

	const refused = /'Lines 1 > Unit Price' \(unitAmount\) must be a number .*: write 12\.5 or 12500/;
	it.each<[string, IDataObject, IDataObject]>([
		['is a text', { bodySource: 'json', jsonBody: text.replace('12.500', '"12.500"') }, {}],
		[
			'was put in by an expression',
			{ bodySource: 'json', jsonBody: `=${text.replace('12.500', '{{ $json.price }}')}` },
			{ price: '12.500' },
		],
		[
			'was put in inside of an expression',
			{
				bodySource: 'json',
				jsonBody: `={{ $json.head + ',"lines":[${line.replace('12.500', "' + $json.price + '")}] }' }}`,
			},
			{ price: '12.500', head: text.replace(/,"lines".*$/, '') },
		],
		...['={{ $json.parts.join("") }}', '={{ $json.parts\n\t.join("") }}'].map(
			(jsonBody): [string, IDataObject, IDataObject] => [
				`was put in by ${JSON.stringify(jsonBody)}`,
				{ bodySource: 'json', jsonBody },
				{ parts: text.split(/(?<=:)(?=12\.500)/) },
			],
		),
		[
			'was put into a list',
			fieldsOf(`=[${line.replace('12.500', '{{ $json.price }}')}]`),
			{ price: '12.500' },
		],
		[
			'was put into a list inside of an expression',
			fieldsOf(`={{ '[${line.replace('12.500', "' + $json.price + '")}]' }}`),
			{ price: '12.500' },
		],
		[
			'is a text in a text',
			{ bodySource: 'input' },
			{ ...header, id: 'A', invoiceNumber: 'B', lines: `[${line.replace('12.500', '"12.500"')}]` },
		],
	])('is refused where it %s: 12.5 or 12500', async (_what, parameters, json) => {
		const { error } = await stage.run('invoice', 'create', parameters, { items: [{ json }] });
		expect(error!.message).toMatch(refused);
	});
});

describe('a text in place of a group or list', () => {
	const { body } = caseOf('invoice', 'create');
	const { shippingAddress: _, ...invoice } = body!;

	it.each([
		['Shipping Address', '12 Main St, Denver', { address: '12 Main St, Denver' }],
		['shippingAddress', '12 Main St', { address: '12 Main St' }],
		['shipping_address', '"12 Main St"', { address: '12 Main St' }],
		['Shipping Address', '{"attention":"Ada"}', { attention: 'Ada' }],
		['Shipping Address', ' ', undefined],
		['Shipping Address', 'null', undefined],
	])('%s %j', async (name, value, address) => {
		const { error } = await stage.byInput('invoice', 'create', { ...invoice, [name]: value });
		expect(error).toBeUndefined();
		expect(sent().shippingAddress).toEqual(address);
	});

	it.each([
		['input', '{"attention":"Ada"'],
		['json', '12 Main St'],
	])(
		'is refused where it is meant as JSON or stands in JSON (%s), with the field to write',
		async (bodySource, value) => {
			const json = { ...invoice, shippingAddress: value };
			const { error } = await stage.run(
				'invoice',
				'create',
				{ bodySource, jsonBody: json },
				{ items: [{ json }] },
			);
			expect(error!.message).toContain(`must be an object, not "${value}": write { "address": … }`);
		},
	);

	it.each(['ACME', 17, true])(
		'the column customer of a company is none of its customers: %j',
		async (customer) => {
			const { customers: _customers, ...company } = caseOf('company', 'create').body!;
			const { error, hints } = await stage.byInput('company', 'create', { ...company, customer });
			expect(error).toBeUndefined();
			expect(sent()).not.toHaveProperty('customers');
			expect(JSON.stringify(hints)).toMatch(/does not know were left out: customer/);
		},
	);

	it('one that has the own name of the list is refused', async () => {
		const company = { ...caseOf('company', 'create').body!, customers: 'ACME' };
		expect((await stage.byInput('company', 'create', company)).error!.message).toMatch(
			/must be a list, not "ACME"/,
		);
		const { error } = await stage.byInput('invoice', 'create', {
			...invoice,
			lines: undefined,
			Lines: 'three',
		});
		expect(error!.message).toMatch(/must be a list, not "three"/);
	});
});
