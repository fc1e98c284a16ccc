import type { IDataObject } from 'n8n-workflow';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { runNode } from '../engine/engine';
import { BluDelta } from '../../nodes/BluDelta/BluDelta.node';
import { invoice, next } from './documents';

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));

const journal = (path: string) => stage.emulator.journal.filter({ path });

describe('confirm', () => {
	it.each([204, 200])('an empty answer of %d is a confirmation, and needs no look-up', async (status) => {
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, status, body: '' });
		await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		const { items } = await stage.run('document', 'confirm', { invoiceId });
		expect(items[0].json).toEqual({ invoiceId, confirmed: true });
		expect(stage.emulator.journal.filter({ path: '/states' })).toEqual([]);
	});

	it('takes the document off the queue; a second time says so', async () => {
		await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		const first = await stage.run('document', 'confirm', { invoiceId });
		expect(first.items[0].json).toEqual({ invoiceId, confirmed: true });
		expect(stage.queue()).toEqual([]);
		const second = await stage.run('document', 'confirm', { invoiceId: `{${invoiceId.toUpperCase()}}` });
		expect(second.items[0].json).toEqual({ invoiceId, confirmed: true, alreadyConfirmed: true });
	});

	it('is repeated when its answer got lost', async () => {
		await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, drop: 'afterWrite' });
		const { items } = await stage.run('document', 'confirm', { invoiceId });
		expect(items[0].json).toEqual({ invoiceId, confirmed: true, alreadyConfirmed: true });
	});

	it('looks a refusal up in the state history when it knows the container', async () => {
		const [invoiceContainerId] = await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		await stage.run('document', 'confirm', { invoiceId });
		const refusal = { match: { path: '/api/confirm' }, status: 200, body: '{"State":1,"Message":"No."}' };
		stage.emulator.faults.add(refusal, refusal);
		const known = await stage.run('document', 'confirm', {
			invoiceId,
			additionalFields: { invoiceContainerId },
		});
		expect(known.items[0].json).toMatchObject({ alreadyConfirmed: true });
		const unknown = await stage.run('document', 'confirm', { invoiceId });
		expect(unknown.error?.message).toBe('BLU DELTA refused the request (State 1): No.');
	});

	it('tells the refusal when the history cannot be had', async () => {
		const [invoiceContainerId] = await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		stage.emulator.faults.add(
			{ match: { path: '/api/confirm' }, status: 200, body: '{"State":1,"Message":"No."}' },
			{ match: { path: '/api/invoiceContainer/state' }, status: 400 },
		);
		const { error } = await stage.run('document', 'confirm', {
			invoiceId,
			additionalFields: { invoiceContainerId },
		});
		expect(error?.message).toBe('BLU DELTA refused the request (State 1): No.');
	});

	it('refuses what is no id before anything is sent, and says so of unknown ones', async () => {
		const bad = await stage.run('document', 'confirm', { invoiceId: 'RE-7' });
		expect(bad.error?.message).toMatch(/'Document ID' \(\w+\) must be an ID like/);
		expect(stage.emulator.journal.entries).toEqual([]);
		const unknown = await stage.run('document', 'confirm', {
			invoiceId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		});
		expect(unknown.error?.message).toMatch(/State 1\): Unknown invoice/);
	});
});

describe('count', () => {
	it.each(['both', 'Confirmed', 'Confirmend'] as const)(
		'counts states together (spelling: %s)',
		async (confirmedSpelling) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { confirmedSpelling });
			await stage.upload(invoice, invoice);
			await stage.run('document', 'confirm', { invoiceId: stage.queue()[0] });
			const { items, error } = await stage.run('document', 'count', { states: ['Released', 'Confirmed'] });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ count: 2, states: ['Released', 'Confirmed'] });
		},
	);

	it('takes states from an expression, and leaves those that it does not know to BLU DELTA', async () => {
		const good = await stage.run('document', 'count', { states: '={{ "released, NEW" }}' });
		expect(good.items[0].json).toEqual({ count: 0, states: ['Released', 'New'] });
		const { error } = await stage.run('document', 'count', { states: ['Lost'] });
		expect(error?.message).toMatch(/Unknown state: 'Lost'/);
	});
});

describe('state history', () => {
	it('gives an item per container, with the first state as the current one', async () => {
		Object.assign(stage.emulator.bluDelta.state.settings, { timestamps: 'contradictory' });
		const ids = await stage.upload(invoice, invoice);
		const [invoiceId] = stage.queue();
		await stage.run('document', 'confirm', { invoiceId });
		const nowhere = '00000000-0000-0000-0000-00000000dead';
		const containerIds = `${ids[1].toUpperCase()}, ${nowhere}\n${ids[0]},${ids[0]}`;
		const { items } = await stage.run('document', 'getStates', { containerIds });
		expect(items.map(({ json }) => [json.invoiceContainerId, json.found])).toEqual([
			[ids[1], true],
			[nowhere, false],
			[ids[0], true],
		]);
		expect(items[2].json).toMatchObject({
			state: 'SplitIntoDocuments',
			documents: [{ invoiceId, state: 'Confirmed' }],
		});
	});

	it('knows the current state of a history that begins with the oldest one', async () => {
		Object.assign(stage.emulator.bluDelta.state.settings, { stateOrder: 'oldestFirst' });
		const containerIds = await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		const released = await stage.run('document', 'getStates', { containerIds });
		expect(released.items[0].json).toMatchObject({
			state: 'SplitIntoDocuments',
			documents: [{ state: 'Released' }],
		});
		await stage.run('document', 'confirm', { invoiceId });
		const confirmed = await stage.run('document', 'getStates', { containerIds });
		expect(confirmed.items[0].json).toMatchObject({ documents: [{ state: 'Confirmed' }] });
	});

	it('a document that has just come is new', async () => {
		Object.assign(stage.emulator.bluDelta.state.settings, { processing: 'manual' });
		const containerIds = await stage.upload(invoice);
		const { items } = await stage.run('document', 'getStates', { containerIds });
		expect(items[0].json).toMatchObject({ state: 'New', documents: [] });
	});

	it.each(['omitted', 'state1'] as const)(
		'asks for 250 containers in hundreds (unknown ones: %s)',
		async (unknownContainers) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { unknownContainers });
			const [known] = await stage.upload(invoice);
			const ids = Array.from(
				{ length: 249 },
				(_, at) => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`,
			);
			const items = [{ json: { ids: [...ids, known] } }];
			const run = await stage.run('document', 'getStates', { containerIds: '={{ $json.ids }}' }, { items });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(250);
			expect(run.items.filter(({ json }) => json.found)).toHaveLength(1);
			const calls = journal('/invoiceContainer/state');
			expect(Math.max(...calls.map(({ query }) => String(query.containerIds).split(',').length))).toBe(100);
			if (unknownContainers === 'omitted') expect(calls).toHaveLength(3);
		},
	);

	it('refuses what is no id before anything is sent', async () => {
		const { error } = await stage.run('document', 'getStates', { containerIds: 'A1, B2' });
		expect(error?.message).toMatch(/'Container IDs' \(containerIds\) must be IDs like/);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});

describe('to BlueTape invoice', () => {
	it('needs neither credential nor network, and puts the invoice at the top of the item', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', next);
		stage.emulator.journal.clear();
		const { items: mapped, error } = await runNode({
			node: new BluDelta(),
			parameters: {
				resource: 'document',
				operation: 'toBlueTapeInvoice',
				customerId: 'CUS-1',
				expectedCurrency: 'USD',
				additionalFields: { status: 'open' },
			},
			items,
		});
		expect(error).toBeUndefined();
		const [{ json, binary, pairedItem }] = mapped;
		expect(json).toMatchObject({
			id: items[0].json.invoiceId,
			customerId: 'CUS-1',
			invoiceNumber: 'RE-7',
			totalAmount: 110,
			status: 'open',
			review: [],
			document: { invoiceId: items[0].json.invoiceId, fileName: 'invoice.pdf' },
		});
		expect(json.derived).not.toEqual([]);
		expect(binary).toHaveProperty('data');
		expect(pairedItem).toEqual({ item: 0 });
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	it('takes 8.25 % for what it is, though one decimal arrives: there is nothing to review', async () => {
		const lines = [{ description: 'Laminated beam', quantity: 24, unitPrice: 48.5, vatRate: 8.25 }];
		await stage.upload({ ...invoice, lines });
		const { items } = await stage.run('document', 'downloadNext', next);
		expect(items[0].json.vatGroups).toMatchObject([{ vatRate: 8.3, netAmount: 1164, vatAmount: 96.03 }]);
		const parameters = { customerId: 'CUS-1', expectedCurrency: 'USD' };
		const { items: mapped } = await stage.run('document', 'toBlueTapeInvoice', parameters, { items });
		expect(mapped[0].json).toMatchObject({
			review: [],
			taxAmount: 96.03,
			lines: [{ quantity: 24, unitAmount: 48.5, subTotal: 1164, taxAmount: 96.03, totalAmount: 1260.03 }],
		});
	});

	it.each([
		['customerId', 'null', 'Customer ID'],
		['customerId', ' undefined ', 'Customer ID'],
		['customerId', 'NaN', 'Customer ID'],
		['invoiceId', 'null', 'Invoice ID'],
	])('a %s %p of a look-up that found nothing is refused, and none is told', async (name, given, label) => {
		const items = [{ json: { detectInvoiceResponse: {} } }];
		const run = (value: string) => {
			const [customerId, invoiceId] = name === 'customerId' ? [value, ''] : ['CUS-1', value];
			const parameters = { customerId, expectedCurrency: '', additionalFields: { invoiceId } };
			return stage.run('document', 'toBlueTapeInvoice', parameters, { items });
		};
		const { error } = await run(given);
		expect(error?.message).toContain(
			`'${label}' (${name}) must be an ID (not "null"), not "${given}": what it is made of is missing`,
		);
		for (const none of ['', '  ']) expect((await run(none)).items[0].json.review).toHaveLength(1);
	});

	it('tells in review why a document makes no invoice', async () => {
		const items = [{ json: { invoiceId: 'x', stateBeforeRelease: 'Error' } }];
		const parameters: IDataObject = {
			resource: 'document',
			operation: 'toBlueTapeInvoice',
			customerId: '',
			expectedCurrency: '',
		};
		const { items: mapped } = await runNode({ node: new BluDelta(), parameters, items });
		expect(mapped[0].json).toMatchObject({ derived: [], document: { invoiceId: 'x' } });
		expect(mapped[0].json.review).toEqual([expect.objectContaining({ field: 'stateBeforeRelease' })]);
		expect(mapped[0].json).not.toHaveProperty('totalAmount');
	});
});
