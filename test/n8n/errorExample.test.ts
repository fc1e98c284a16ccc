import { items, row } from './chain';
import { testStage } from './stage';

const { api, credentials, emulator, examples } = testStage();
const id = examples['errors-to-a-person'];
const made: string[] = [];

beforeEach(emulator.reset);
afterAll(async () => {
	for (const workflow of made) await api.deactivate(workflow);
	await api.deactivate(id);
	await emulator.reset();
});

/** Publishes a workflow that a call starts, whose BlueTape node fails, and calls it. */
async function failing(name: string, parameters: Record<string, unknown>): Promise<void> {
	const { id: credential, name: account } = credentials.blueTapeApi;
	const path = `failing-${made.length}`;
	const call = {
		...{ name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path },
		parameters: { path, responseMode: 'onReceived', options: {} },
	};
	const node = {
		...{ name: 'BlueTape', type: 'n8n-nodes-bluetape.blueTape', typeVersion: 1, parameters },
		credentials: { blueTapeApi: { id: credential, name: account } },
	};
	const workflow = row(name, call, items({ id: 'INV-9' }), node);
	const created = await api.createWorkflow({ ...workflow, settings: { errorWorkflow: id } });
	made.push(created.id);
	await api.activate(created.id);
	expect((await fetch(api.webhookUrl(path))).status).toBe(200);
}

test('a person is told which workflow, node and invoice it was, and what to do', async () => {
	await api.activate(id);
	await failing('Nightly', { resource: 'invoice', operation: 'getStatus', invoiceId: '={{ $json.id }}' });
	const [run] = await api.executions(id, 1);
	expect(run).toMatchObject({ status: 'success', mode: 'error' });
	expect(run.items('Tell a person').map(({ json }) => json)).toEqual([
		{
			subject: 'Nightly stopped at BlueTape',
			...{ workflow: 'Nightly', node: 'BlueTape', record: 'invoiceId "INV-9"' },
			happened: 'BlueTape answered 404: Invoice not found. (invoice_does_not_exist)',
			toDo: 'There is no invoice with this ID. Create it first, or check the ID and the environment',
			maybeSent: false,
			execution: expect.stringMatching(/\/workflow\/\w+\/executions\/\d+$/),
		},
	]);
	for (const secret of [emulator.blueTape.apiKey, emulator.blueTape.accountId])
		expect(JSON.stringify(run)).not.toContain(secret);
});

test('what may have been sent is told to somebody at once', async () => {
	await emulator.control('POST', '/faults', { match: { path: 'cancel$' }, drop: 'afterWrite' });
	await failing('Lost', { resource: 'invoice', operation: 'cancel', invoiceId: 'INVOICE-3001' });
	const run = (await api.executions(id, 2)).at(-1)!;
	expect(run.items('Call somebody').map(({ json }) => json)).toMatchObject([
		{ workflow: 'Lost', record: 'invoiceId "INVOICE-3001"', toDo: expect.any(String) },
	]);
});

test('in the editor the pinned errors go both ways', async () => {
	const run = await api.runAndRead(id, { trigger: 'Error Trigger' });
	expect(run).toMatchObject({ status: 'success', error: undefined });
	for (const name of ['Call somebody', 'Tell a person']) expect(run.items(name)).toHaveLength(1);
});
