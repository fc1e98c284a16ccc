import { post, secretHeader } from '../triggers/blueTapeStage';
import { items } from './chain';
import { testStage } from './stage';

const { api, examples, emulator } = testStage();
const active: string[] = [];

/** Activates an example and lets the emulator call its trigger. */
async function listen(example: string): Promise<string> {
	const id = examples[example];
	const { nodes } = await api.workflow(id);
	const webhookId = nodes.find(({ type }) => type.endsWith('.blueTapeTrigger'))!.webhookId as string;
	await emulator.control('POST', '/bluetape/webhooks', {
		invoicePaymentUrl: api.webhookUrl(`${webhookId}/invoice/payment`),
		quoteApprovalUrl: api.webhookUrl(`${webhookId}/quote/approval`),
		headers: secretHeader,
	});
	active.push(id);
	await api.activate(id);
	return id;
}

/** The last items of the newest executions: by the name of the last node. */
async function ends(id: string, count: number) {
	const executions = await api.executions(id, count);
	return executions.map(({ status, error, nodes }) => {
		if (status !== 'success') throw new Error(error?.message);
		const last = nodes.at(-1)!;
		return { node: last.name, json: last.outputs.flat()[0].json };
	});
}

beforeEach(async () => await emulator.reset());
afterAll(async () => {
	for (const id of active) await api.deactivate(id);
});

test('model A: the invoice is made, an advance of 80 % and the rest are booked, an invented payment is not', async () => {
	const id = await listen('model-a-invoice-only');
	const made = await api.runAndRead(id);
	expect(made).toMatchObject({ status: 'success', error: undefined });
	const { invoiceId } = made.items('Invoice')[0].json;
	await emulator.control('POST', `/bluetape/webhooks/fire`, {
		event: 'invoice.payment',
		payload: { invoiceId, amount: 1100, fee: 0, paymentMethod: 'card', status: 'Paid' },
	});
	await api.executions(id, 2);
	for (const amount of [880, 220]) {
		const paid = await emulator.control('POST', `/bluetape/invoices/${invoiceId as string}/pay`, {
			...(amount === 880 && { advanceRate: 80 }),
			paymentMethod: 'loan',
		});
		expect(paid).toMatchObject({ status: amount === 880 ? 'PaymentProcessing' : 'Paid' });
		await api.executions(id, amount === 880 ? 3 : 4);
	}
	expect(await ends(id, 4)).toMatchObject([
		{ node: 'Invoice', json: { invoiceId } },
		{ node: 'Ask a person', json: { invoiceId, state: 'unconfirmed', problem: 'BlueTape says Placed' } },
		{ node: 'Note the advance', json: { invoiceId, state: 'partly paid', received: 880, total: 1100 } },
		{
			node: 'Mark paid',
			json: { invoiceId, state: 'paid', received: 220, total: 1100, paymentMethod: 'loan' },
		},
	]);
});

test('model B: the approved quote is invoiced once and paid, a rejected one is not invoiced', async () => {
	const id = await listen('model-b-quote-first');
	const quotes = [await api.runAndRead(id), await api.runAndRead(id)].map(
		(run) => run.items('Quote')[0].json.quoteId as string,
	);
	await emulator.control('POST', `/bluetape/quotes/${quotes[0]}/approve`, {});
	await api.executions(id, 3);
	await emulator.control('POST', `/bluetape/quotes/${quotes[1]}/reject`, {});
	await api.executions(id, 4);
	const invoiceId = `${quotes[0]}-INV`;
	await emulator.control('POST', `/bluetape/invoices/${invoiceId}/pay`, { advanceRate: 90 });
	await api.executions(id, 5);
	await emulator.control('POST', `/bluetape/invoices/${invoiceId}/pay`, {});
	expect((await ends(id, 6)).slice(2)).toMatchObject([
		{ node: 'Invoice', json: { invoiceId, created: true } },
		{ node: 'Tell sales', json: { quoteId: quotes[1], state: 'rejected' } },
		{ node: 'Note the advance', json: { invoiceId, state: 'partly paid', received: 990 } },
		{ node: 'Mark paid', json: { invoiceId, state: 'paid', received: 110 } },
	]);
	const repeat = { quoteId: quotes[0], result: 'Approved', creditInfo: {} };
	await emulator.control('POST', '/bluetape/webhooks/fire', { event: 'quote.approval', payload: repeat });
	const [last] = (await api.executions(id, 7)).slice(-1);
	expect(last.nodes.map(({ name }) => name)).toContain('Invoice');
	const created = (await emulator.journal()).filter(
		({ method, path, status }) =>
			method === 'POST' && path.endsWith('/integration/invoice') && status === 201,
	);
	// The example's row has no quote ID: it is the notice's.
	expect(created).toMatchObject([{ body: { id: invoiceId, quoteId: quotes[0] } }]);
});

test.each([
	['model-a-invoice-only', ['Mark paid', 'Note the advance']],
	['model-b-quote-first', ['Mark paid', 'Note the advance', 'Tell sales']],
])('%s runs in the editor with the notices that are pinned to its trigger', async (example, last) => {
	await emulator.reset();
	const run = await api.runAndRead(examples[example], { trigger: 'BlueTape Trigger' });
	expect(run).toMatchObject({ status: 'success', error: undefined });
	const ends = ['Ask a person', ...last].filter((name) => run.nodes.some((node) => node.name === name));
	expect(ends).toEqual(last);
	for (const name of last) expect(run.items(name)).toHaveLength(1);
});

const customers = [
	{ id: 'CUST-1', firstName: 'Ada', emailAddress: 'ada.byron@example.com' },
	{ id: 'CUST-2', firstName: 'Grace' },
];

test.each([
	['as it is', {}],
	['with a look-up that gives an item for each', items(...customers)],
])('get all customers, %s: only who has the secret gets the list', async (_, lookUp) => {
	const id = examples['get-all-customers'];
	const stored = await api.workflow(id);
	const own = stored.nodes.find(({ name }) => name === 'Your customers')!;
	Object.assign(own, { ...lookUp, name: own.name });
	const webhook = stored.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook')!;
	const { name, ...credential } = await api.createCredential({
		name: 'BlueTape asks',
		type: 'httpHeaderAuth',
		data: { name: 'X-BlueTape-Key', value: 'ask-secret' },
	});
	webhook.credentials = { httpHeaderAuth: { id: credential.id, name } };
	await api.rest('PATCH', `/rest/workflows/${id}`, { nodes: stored.nodes, versionId: stored.versionId });
	active.push(id);
	await api.activate(id);
	const url = api.webhookUrl(webhook.parameters.path as string);
	expect((await fetch(url)).status).toBe(403);
	const answer = await fetch(url, { headers: { 'X-BlueTape-Key': 'ask-secret' } });
	expect(await answer.json()).toMatchObject(customers);
	expect((await post(url, {}, { 'X-BlueTape-Key': 'ask-secret' })).status).toBe(404);
	await api.deactivate(active.pop()!);
	await api.deleteCredential(credential.id);
});
