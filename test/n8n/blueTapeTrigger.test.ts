import { approval, APPROVAL, payment, PAYMENT, post, secretHeader } from '../triggers/blueTapeStage';
import { until } from '../../runtime/until';
import { row } from './chain';
import { blueTapeTrigger } from './notices';
import { testStage } from './stage';

const { api, credentials, emulator, url } = testStage();
const opened: string[] = [];

interface Opened {
	id: string;
	webhook: (path: string) => string;
}

/** An active workflow: the trigger, and a node that notes what it gets. */
async function open(
	name: string,
	webhookId: string,
	parameters: Record<string, unknown>,
	active = true,
): Promise<Opened> {
	const { blueTapeWebhookApi, blueTapeApi } = credentials;
	const trigger = blueTapeTrigger(webhookId, { blueTapeWebhookApi, blueTapeApi }, parameters);
	const next = { name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	const { id } = await api.createWorkflow(row(name, trigger, next));
	opened.push(id);
	if (active) await api.activate(id);
	return { id, webhook: (path) => api.webhookUrl(`${webhookId}/${path}`) };
}

afterAll(async () => {
	for (const id of opened) {
		await api.deactivate(id).catch(() => {});
		await api.deleteWorkflow(id);
	}
});

test('genuine notices run; strangers, garbage and unselected events get their answer and leave no execution', async () => {
	const { id, webhook } = await open('answers', '11111111-aaaa-4000-8000-000000000001', {
		events: ['invoice.payment'],
		options: {},
	});
	const answers = [
		await post(webhook(PAYMENT), payment, {}),
		await post(webhook(PAYMENT), 'garbage', { 'X-BlueTape-Key': 'forged' }),
		await post(webhook(PAYMENT), '{"invoiceId": "6c8f90e4'),
		await post(webhook(PAYMENT), { amount: 10, status: 'Paid' }),
		await post(webhook(PAYMENT), approval),
		await post(webhook(APPROVAL), approval),
	];
	expect(answers.map(({ status }) => status)).toEqual([401, 401, 400, 400, 200, 200]);
	expect(answers[2].json).toEqual({
		received: false,
		reason: 'the body is neither a JSON object nor a form',
	});
	expect(answers[5].json).toMatchObject({ received: true, started: false });
	expect((await fetch(webhook(PAYMENT), { headers: secretHeader })).status).toBe(404);
	expect(await api.executionIds(id)).toEqual([]);

	const genuine = await post(webhook(PAYMENT), payment);
	const [execution] = await api.executions(id, 1);
	const [{ json }] = execution.items('Next');
	expect(json).toMatchObject({ ...payment, event: 'invoice.payment' });
	expect(genuine).toEqual({
		status: 200,
		json: { received: true, event: 'invoice.payment', eventId: json.eventId, started: true },
	});
});

test('a body above the limit gets 413', async () => {
	const { id, webhook } = await open('limit', '22222222-aaaa-4000-8000-000000000002', { options: {} });
	const large = { ...payment, note: 'x'.repeat(17 * 1024 * 1024) };
	expect((await post(webhook(PAYMENT), large)).status).toBe(413);
	expect(await api.executionIds(id)).toEqual([]);
});

// The suite's n8n runs with N8N_PROXY_HOPS=1.
test('behind one proxy the allowlist goes by the last address in X-Forwarded-For, whatever stands before it', async () => {
	const { id, webhook } = await open('proxy', '99999999-aaaa-4000-8000-000000000009', {
		options: { ipAllowlist: '203.0.113.0/24' },
	});
	const from = async (addresses?: string) =>
		await post(webhook(PAYMENT), payment, {
			...secretHeader,
			...(addresses && { 'X-Forwarded-For': addresses }),
		});
	expect((await from('198.51.100.1, 203.0.113.7')).status).toBe(200);
	expect((await from('203.0.113.7, 198.51.100.1')).status).toBe(403);
	expect((await from('203.0.113.7:4711')).status).toBe(403);
	expect((await from()).status).toBe(403);
	expect(await api.executions(id, 1)).toHaveLength(1);
});

test('with deduplicate on, twins and later repeats get 200 and run nothing', async () => {
	const { id, webhook } = await open('repeats', '33333333-aaaa-4000-8000-000000000003', {
		options: { deduplicate: true },
	});
	const twins = await Promise.all([1, 2, 3, 4].map(async () => await post(webhook(PAYMENT), payment)));
	const later = await post(webhook(PAYMENT), payment);
	const other = await post(webhook(PAYMENT), { ...payment, amount: 1 });
	expect([...twins, later, other].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
	const executions = await api.executions(id, 2);
	expect(executions.flatMap((each) => each.items('Next')).map(({ json }) => json.amount)).toEqual([
		2485.75, 1,
	]);
});

test('when finished, the answer is our own JSON, for a notice and for its repeat', async () => {
	const { webhook } = await open('late', '55555555-aaaa-4000-8000-000000000005', {
		options: { respond: 'whenFinished', deduplicate: true },
	});
	expect(await post(webhook(PAYMENT), payment)).toMatchObject({
		status: 200,
		json: { received: true, event: 'invoice.payment', started: true, succeeded: true },
	});
	expect(await post(webhook(PAYMENT), payment)).toMatchObject({
		status: 200,
		json: { received: true, started: false, repeat: true },
	});
});

test('when finished, a caller that does not wait loses the answer and not the notice, and its repeat runs nothing', async () => {
	const { id, webhook } = await open('hung up', '12121212-aaaa-4000-8000-000000000012', {
		options: { respond: 'whenFinished', deduplicate: true, verifyStatus: true },
	});
	await emulator.control('POST', '/faults', { match: { path: '/status' }, delayMs: 2000 });
	await emulator.clearJournal();
	const patience = new AbortController();
	const impatient = fetch(webhook(PAYMENT), {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...secretHeader },
		body: JSON.stringify(payment),
		signal: patience.signal,
	});
	await until(
		'the workflow is under way',
		60,
		async () => (await emulator.journal()).some(({ path }) => path.includes('/status')) || undefined,
	);
	patience.abort();
	await expect(impatient).rejects.toThrow('abort');
	const [first] = await api.executions(id, 1);
	expect(first).toMatchObject({ status: 'success' });
	expect(first.items('Next')).toHaveLength(1);
	expect(await post(webhook(PAYMENT), payment)).toMatchObject({ status: 200, json: { succeeded: true } });
	const [, second] = await api.executions(id, 2);
	expect(second.nodes.map(({ name }) => name)).toEqual(['BlueTape Trigger']);
});

test('verify status reads the invoice before the workflow goes on', async () => {
	const { id, webhook } = await open('verified', '66666666-aaaa-4000-8000-000000000006', {
		options: { verifyStatus: true },
	});
	await emulator.reset();
	await emulator.control('POST', '/bluetape/webhooks', {
		invoicePaymentUrl: webhook(PAYMENT),
		headers: secretHeader,
	});
	await emulator.control('POST', '/bluetape/invoices/INVOICE-3001/pay', {});
	await emulator.control('POST', '/bluetape/webhooks/fire', {
		event: 'invoice.payment',
		payload: { ...payment, invoiceId: 'INVENTED' },
	});
	const executions = await api.executions(id, 2);
	expect(executions.map((each) => each.items('Next')[0].json.verified)).toMatchObject([
		{ matches: true, status: 'Paid' },
		{ matches: false },
	]);
});

test('without a secret the workflow cannot be activated', async () => {
	const workflow = await open('no secret', '77777777-aaaa-4000-8000-000000000007', { options: {} }, false);
	const empty = await api.createCredential({
		name: 'empty secret',
		type: 'blueTapeWebhookApi',
		data: { headerName: 'X-BlueTape-Key', headerValue: ' ' },
	});
	const stored = await api.workflow(workflow.id);
	stored.nodes[0].credentials = { blueTapeWebhookApi: { id: empty.id, name: empty.name } };
	await api.rest('PATCH', `/rest/workflows/${workflow.id}`, {
		nodes: stored.nodes,
		versionId: stored.versionId,
	});
	await expect(api.activate(workflow.id)).rejects.toThrow('No usable secret is stored');
	await api.deleteCredential(empty.id);
});

test('the editor’s test run takes a notice at the test URL', async () => {
	const webhookId = '88888888-aaaa-4000-8000-000000000008';
	const { id } = await open('test run', webhookId, { options: { deduplicate: true } }, false);
	const run = async () =>
		await api.rest<{ waitingForWebhook?: boolean }>('POST', `/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name: 'BlueTape Trigger' },
		});
	for (const _ of [1, 2]) {
		expect(await run()).toMatchObject({ waitingForWebhook: true });
		expect((await post(`${url}/webhook-test/${webhookId}/${PAYMENT}`, '{')).status).toBe(400);
		expect(await post(`${url}/webhook-test/${webhookId}/${PAYMENT}`, payment)).toMatchObject({
			status: 200,
			json: { started: true },
		});
	}
	const executions = await api.executions(id, 2);
	expect(executions.map((each) => each.items('Next').length)).toEqual([1, 1]);
});
