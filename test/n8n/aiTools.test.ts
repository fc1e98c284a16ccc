import type { WorkflowNode } from '../../runtime/workflow';
import { type Agent, agentOf } from './agent';
import { invoice } from './editor/invoice';
import { testStage } from './stage';

const { api, credentials, emulator, examples } = testStage();
let agent: Agent;

/** Without a description of its own, a tool is described by n8n, from what the node says of itself. */
const undescribed = (status: WorkflowNode): WorkflowNode[] => [
	{
		...{ ...status, id: 'automatic', name: 'Automatic', position: [840, 260] },
		parameters: { ...status.parameters, descriptionType: 'auto', toolDescription: '' },
	},
	{
		...{ id: 'count', name: 'Count', type: 'n8n-nodes-bluetape.bluDeltaTool', typeVersion: 1 },
		position: [1060, 260],
		parameters: { resource: 'document', operation: 'count' },
		credentials: { bluDeltaApi: credentials.bluDeltaApi },
	},
];

beforeAll(async () => {
	await emulator.reset();
	agent = await agentOf(api, examples['ai-tools'], undescribed);
});
beforeEach(emulator.reset);
afterAll(async () => await agent?.leave());

const asked = {
	...{ invoice_id: 'INV-AI-1', customer_id: invoice.customerId, invoice_number: 'AI-1' },
	...{ invoice_date: invoice.invoiceDate, due_date: invoice.dueDate },
	lines: [{ description: 'Gravel, 40 yd', quantity: 40, unitAmount: 25, taxRate: 10 }],
};
const sent = async () =>
	(await emulator.journal()).map(({ method, path, status }) => ({ method, path, status }));

/** What an agent reads of a call, and whether it is told that the call failed. */
async function call(name: string, given: Record<string, unknown>) {
	const { content, isError = false } = await agent.client.callTool({ name, arguments: given });
	const text = (content as Array<{ text: string }>).map((part) => part.text).join('\n');
	const { apiKey, accountId } = emulator.blueTape;
	for (const secret of [apiKey, accountId]) expect(text).not.toContain(secret);
	return { text, isError };
}

test('without the token nobody gets in', async () => {
	const answer = await fetch(agent.url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
		body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
	});
	expect(answer.status).toBe(403);
});

test('the tools have names, descriptions and the fields that the agent has to fill', async () => {
	const { tools } = await agent.client.listTools();
	const tool = (name: string) => tools.find((each) => each.name === name)!;
	const types = (name: string) =>
		Object.fromEntries(
			Object.entries(tool(name).inputSchema.properties as Record<string, { type: string }>).map(
				([key, { type }]) => [key, type],
			),
		);
	const { lines: _, ...texts } = asked;
	const fields = Object.fromEntries(Object.keys(texts).map((key) => [key, 'string']));
	expect(types('check_invoice')).toMatchObject(fields);
	expect(types('create_invoice')).toMatchObject(fields);
	expect(tool('create_invoice').inputSchema.required!.sort()).toEqual(Object.keys(asked).sort());
	expect(types('invoice_status')).toEqual({ invoice_id: 'string' });
	expect(types('customer_credit')).toEqual({ customer_id: 'string' });
	expect(tool('check_invoice').description).toContain('Sends nothing');
	expect(tool('create_invoice').description).toContain('e-mail and SMS');
	expect(tool('create_invoice').inputSchema.properties!.due_date).toMatchObject({
		description: 'YYYY-MM-DD',
	});
	expect(tool('create_invoice').inputSchema.properties!.lines).toMatchObject({
		description: expect.stringMatching(/list.*description.*quantity.*unitAmount.*taxRate/),
	});
	expect(tool('Automatic').description).toMatch(/status.*invoice.*BlueTape/i);
	expect(tool('Count').description).toMatch(/count.*document.*BLU DELTA/i);
});

test('a dry run shows the request and sends nothing; the same values then make the invoice', async () => {
	const checked = await call('check_invoice', asked);
	expect(JSON.parse(checked.text)).toMatchObject([
		{ dryRun: true, request: { method: 'POST', body: { id: 'INV-AI-1', totalAmount: 1100 } } },
	]);
	expect(await sent()).toEqual([]);
	const created = await call('create_invoice', asked);
	expect(created.isError).toBe(false);
	expect(JSON.parse(created.text)).toMatchObject([{ invoiceId: 'INV-AI-1' }]);
	expect(await emulator.journal()).toMatchObject([
		{ method: 'POST', status: 201, body: { id: 'INV-AI-1', totalAmount: 1100, dueDate: invoice.dueDate } },
	]);
});

test.each([
	[
		'a date that is none',
		{ due_date: 'in 30 days' },
		["'Due Date' (dueDate) must be a date like", 'Nothing was sent'],
	],
	[
		'amounts that do not add up',
		{ lines: [{ ...asked.lines[0], totalAmount: 1200 }] },
		['make 1100.00, but Total Amount is 1200.00', 'Correct it'],
	],
])('%s: the agent reads what to change, and nothing is sent', async (_, wrong, parts) => {
	const { text, isError } = await call('create_invoice', { ...asked, ...wrong });
	expect(isError).toBe(true);
	for (const part of parts) expect(text).toContain(part);
	expect(await sent()).toEqual([]);
});

test('a list that is none: the agent reads what it must be', async () => {
	const { text, isError } = await call('create_invoice', { ...asked, lines: { first: asked.lines[0] } });
	expect(isError).toBe(true);
	expect(text).toContain("'Lines' (lines) must be a list");
	expect(await sent()).toEqual([]);
});

test('a second invoice of the same ID is refused, with the way out', async () => {
	await call('create_invoice', asked);
	const { text, isError } = await call('create_invoice', asked);
	expect(isError).toBe(true);
	expect(text).toContain(
		'This invoice ID is taken. Use Create or Update: it updates the invoice that is there',
	);
	expect((await sent()).map(({ status }) => status)).toEqual([201, 409]);
});

test('reads: the status of an invoice, and what to do about one that is not there', async () => {
	await call('create_invoice', asked);
	const found = await call('invoice_status', { invoice_id: 'INV-AI-1' });
	expect(JSON.parse(found.text)).toMatchObject([
		{ invoiceId: 'INV-AI-1', status: 'Placed', totalAmount: 1100 },
	]);
	const lost = await call('invoice_status', { invoice_id: 'NOPE' });
	expect(lost.isError).toBe(true);
	expect(lost.text).toContain('There is no invoice with this ID');
	const credit = await call('customer_credit', { customer_id: invoice.customerId });
	expect(JSON.parse(credit.text)).toMatchObject([
		{ customerId: invoice.customerId, limit: expect.any(Number) },
	]);
});
