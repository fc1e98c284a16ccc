import { until } from '../../runtime/until';
import { invoice } from './editor/invoice';
import { type Model, startModel } from './model';
import { testStage } from './stage';

// The example's agent with a language model that says what the test tells it to.
const { api, emulator, examples } = testStage();
let id: string;
let model: Model;
let credential: string;

beforeAll(async () => {
	model = await startModel();
	const data = { apiKey: 'scripted', url: model.url };
	const made = await api.createCredential({ name: 'Scripted', type: 'openAiApi', data });
	credential = made.id;
	const { nodes, ...rest } = await api.workflow(examples['ai-tools']);
	nodes.find(({ type }) => type.endsWith('.lmChatOpenAi'))!.credentials = {
		openAiApi: { id: made.id, name: made.name },
	};
	const json = { sessionId: 'test', action: 'sendMessage', chatInput: 'Create invoice INV-77 for CUST-101' };
	({ id } = await api.createWorkflow({
		...{ ...rest, nodes },
		pinData: { 'When chat message received': [{ json }] },
	}));
});
beforeEach(emulator.reset);
afterAll(async () => {
	await model?.stop();
	await api.deleteWorkflow(id);
	await api.deleteCredential(credential);
	await emulator.reset();
});

const given = {
	...{ invoice_id: 'INV-77', customer_id: invoice.customerId, invoice_number: '77' },
	...{ invoice_date: invoice.invoiceDate, due_date: invoice.dueDate },
	lines: [
		{ description: 'Gravel, 40 yd', quantity: 40, unitAmount: 25, taxRate: 10 },
		{ description: 'Delivery', quantity: 1, unitAmount: 120, taxRate: 0 },
	],
};

/** Lets the agent check the invoice and ask for it, up to the two buttons. */
async function asked(last: string) {
	model.say(
		{ tool: 'check_invoice', given },
		{ tool: 'create_invoice', given: { toolParameters: given, hitlParameters: {} } },
		{ text: last },
	);
	const { executionId } = await api.rest<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: 'When chat message received' },
	});
	const text = await until('the agent asks', 30, async () => {
		const { status, data } = await api.rest<{ status: string; data: string }>(
			'GET',
			`/rest/executions/${executionId}`,
		);
		return ['running', 'new'].includes(status) ? undefined : data;
	});
	const links = text.match(/https?:[^"]+webhook-waiting[^"]+/g) ?? [];
	const press = async (approved: boolean) => {
		const link = links.find((each) => each.includes(`approved=${approved}`))!;
		// A link that a robot follows, such as a preview, presses nothing.
		const answer = await fetch(link, {
			headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' },
		});
		expect(answer.status).toBe(200);
		// Then it waits once more: for a chat that takes the answer.
		return await until('the agent has ended', 30, async () => {
			const run = await api.execution(executionId);
			if (run.status === 'error') throw new Error(run.error?.message);
			return run.items('AI Agent').length ? run : undefined;
		});
	};
	return { text, press };
}
const writes = async () => (await emulator.journal()).filter(({ method }) => method !== 'GET');

test('nothing is sent before a person agrees, then the invoice is there', async () => {
	const { text, press } = await asked('INV-77 is there');
	expect(text).toContain('Create this invoice? BlueTape then writes to the customer');
	expect(text).toContain(`Customer ${invoice.customerId} is asked for 1,220.00 US dollars with tax, due on`);
	expect(text).toContain('Delivery');
	expect(model.tools().sort()).toEqual([
		'check_invoice',
		'create_invoice',
		'customer_credit',
		'invoice_status',
	]);
	expect(await writes()).toEqual([]);
	const run = await press(true);
	expect(await writes()).toMatchObject([
		{ method: 'POST', status: 201, body: { id: 'INV-77', totalAmount: 1220, lines: [{}, {}] } },
	]);
	expect(model.heard()).toContain('INV-77');
	expect(run.items('AI Agent')[0].json.output).toBe('INV-77 is there');
});

test('when the person does not, nothing is sent and the agent is told', async () => {
	const { press } = await asked('Then not');
	const run = await press(false);
	expect(run.items('AI Agent')[0].json.output).toBe('Then not');
	expect(model.heard()).toMatch(/rejected the tool call to create_invoice/);
	expect(await writes()).toEqual([]);
});
