import type { IDataObject } from 'n8n-workflow';
import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import { resources } from '../../nodes/BlueTape/resources';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';
import workedExample from '../detection/worked-example.json';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { prepare } from './world';
import { inDays } from '../engine/days';

// An update replaces the whole record. A status that is not given is the one that the record has.

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const body = {
	...{ invoiceNumber: 'I-1', customerId: 'CUS-1', invoiceDate: inDays(0), dueDate: inDays(30) },
	lines: [{ quantity: 1, unitAmount: 10 }],
};
const path = { invoiceId: 'INV 7/a' };
const own = { id: 'INV 7/a' };
const encoded = 'INV%207%2Fa';
const statusOf = () => stage.emulator.blueTape.state.invoices.get('INV 7/a')?.status;
const there = async (status: string) => {
	await prepare(stage.emulator, ['customer']);
	await stage.byInput('invoice', 'create', { ...own, ...body, status });
	stage.emulator.journal.clear();
};
const operations = [
	['update', { bodySource: 'input', ...path }, body],
	['upsert', { bodySource: 'input' }, { ...own, ...body }],
] as Array<[string, IDataObject, IDataObject]>;

describe.each(operations)('%s', (operation, parameters, json) => {
	const run = (more: IDataObject = {}, options: IDataObject = {}) =>
		stage.run('invoice', operation, { ...parameters, options }, { items: [{ json: { ...json, ...more } }] });

	it.each(['Draft', 'Placed'])('keeps %s', async (status) => {
		await there(status);
		const { error } = await run();
		expect(error).toBeUndefined();
		expect(statusOf()).toBe(status);
		expect(stage.requests().slice(-2)).toEqual([`GET /invoice/${encoded}/status`, `PUT /invoice/${encoded}`]);
		expect((stage.emulator.journal.last()!.body as IDataObject).status).toBe(status);
	});

	it.each([
		'{"Status":"Draft"}',
		'{"data":{"status":"Draft"}}',
		'[{"status":"Draft"}]',
		'{"status":"success","creditInfo":{"status":"active"},"invoice":{"status":"Draft"}}',
	])('finds it in %s', async (body) => {
		await there('Placed');
		stage.emulator.faults.add({ status: 200, body, match: { path: 'status$' } });
		expect((await run()).error).toBeUndefined();
		expect((stage.emulator.journal.last()!.body as IDataObject).status).toBe('Draft');
	});

	it('warns of an update without lines, with them, and of a Dry Run alike', async () => {
		await there('Placed');
		const missing = expect.stringContaining('No lines were given: an update replaces the record');
		const header = { lines: undefined, totalAmount: 10, taxAmount: 0.8 };
		expect((await run()).hints).toEqual([]);
		expect((await run(header)).hints).toEqual([missing]);
		const dry = await run(header, { dryRun: true });
		expect(dry.hints).toEqual(expect.arrayContaining([missing, expect.stringContaining('Dry run:')]));
		expect(dry.hints).toHaveLength(2);
	});

	it('tells of another total, where nobody need know that the invoice is there', async () => {
		await there('Placed');
		const lines = [{ quantity: 1, unitAmount: 7.5 }];
		const told = [
			'Invoice "INV 7/a" was there with a total of 10.00, and is replaced by one of 7.50: see that both are the same invoice',
		];
		expect((await run({ lines })).hints).toEqual(operation === 'upsert' ? told : []);
		expect((await run({ lines })).hints).toEqual([]);
	});

	it.each(['{"status":"Placed"}', '{"status":"Placed","totalAmount":null,"creditInfo":{"totalAmount":5}}'])(
		'and not of none: %s',
		async (body) => {
			await there('Placed');
			stage.emulator.faults.add({ status: 200, body, match: { path: 'status$' } });
			expect((await run({ lines: [{ quantity: 1, unitAmount: 7.5 }] })).hints).toEqual([]);
		},
	);

	it('sends the one that is given, without a look', async () => {
		await there('Draft');
		await run({ status: 'Placed' });
		expect(statusOf()).toBe('Placed');
		expect(stage.requests().join()).not.toContain('GET');
	});

	it.each<[string, IDataObject, string]>([
		['refused', { status: 404, body: '{"code":"404","reason":"Gone."}' }, 'Gone.'],
		['without a status', { status: 200, body: '{"invoiceId":"I"}' }, 'did not tell the status'],
		['with an empty one', { status: 200, body: '{"status":""}' }, 'did not tell the status'],
		['with an error', { status: 200, body: '{"status":"error","message":"x"}' }, 'did not tell the status'],
		['with an odd one', { status: 200, body: '{"status":7}' }, 'did not tell the status'],
		[
			'about something else',
			{ status: 200, body: '{"creditInfo":{"status":"active"}}' },
			'did not tell the status',
		],
		['a web page', { status: 404, body: '<html><title>Nothing</title></html>' }, 'with a web page: Nothing'],
		['without anything', { status: 200, body: '' }, 'did not tell the status'],
	])('changes nothing when the answer is %s', async (_name, fault, sentence) => {
		await there('Draft');
		stage.emulator.faults.add({ ...fault, match: { path: 'status$' } });
		const { error } = await run();
		expect(error!.message).toContain(sentence);
		expect(error!.description).toContain('The invoice was not changed');
		expect(stage.requests().join()).not.toContain('PUT');
		expect(statusOf()).toBe('Draft');
	});

	it('a dry run shows where it would look', async () => {
		const at = (json: IDataObject) => (operation === 'upsert' ? (json.whenItExists as IDataObject) : json);
		const { items } = await run({}, { dryRun: true });
		const url = expect.stringContaining(`/integration/invoice/${encoded}/status`);
		expect(at(items[0].json)).toMatchObject({ statusFrom: { method: 'GET', url } });
		const given = await run({ status: 'Draft' }, { dryRun: true });
		expect(at(given.items[0].json)).not.toHaveProperty('statusFrom');
		expect(stage.requests()).toEqual([]);
	});
});

it('a new invoice of an upsert is placed', async () => {
	await prepare(stage.emulator, ['customer']);
	const { items } = await stage.byInput('invoice', 'upsert', { ...own, ...body });
	expect(items[0].json.created).toBe(true);
	expect(statusOf()).toBe('Placed');
	expect(stage.requests()).toEqual(['POST /invoice']);
});

it('in the editor the status of an update starts as the one that it has', async () => {
	await there('Draft');
	const { lines, ...fields } = body;
	const { error } = await stage.run('invoice', 'update', { ...path, ...fields, lines: { values: lines } });
	expect(error).toBeUndefined();
	expect(statusOf()).toBe('Draft');
});

const row = { ...body, lines: undefined, quantity: 1, unitAmount: 10 };
const formats: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };

it.each<[string, () => IDataObject | undefined]>([
	[
		'rows',
		() =>
			bodiesOf([{ ...row, ...own }], resources.invoice.operations.create.body!, formats, '2026-11-27').made[0]
				.body as IDataObject,
	],
	[
		'a document',
		() =>
			toBlueTapeInvoice(workedExample, { ...path, customerId: 'CUS-1' }).invoice as IDataObject | undefined,
	],
])('what %s gives leaves a draft a draft', async (_, made) => {
	await there('Draft');
	const { items } = await stage.byInput('invoice', 'upsert', made()!);
	expect(items[0].json.created).toBe(false);
	expect(statusOf()).toBe('Draft');
});
