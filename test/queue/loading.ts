import { readFile } from 'node:fs/promises';
import { send } from './sender';
import { shots } from './shots';
import { type Stage, openStage, secret } from './stage';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage('immediately', { ofEach: 1, env: { N8N_LOG_LEVEL: 'debug' } });
});
afterAll(async () => await stage?.close());

test('the main, the webhook process and the worker load the package lazily', async () => {
	const { main, webhooks, workers } = stage.queue;
	for (const { logFile } of [main, ...webhooks, ...workers]) {
		const log = await readFile(logFile, 'utf8');
		expect(log).toContain('Lazy-loading nodes and credentials from n8n-nodes-bluetape');
		expect(log).not.toContain('Loaded all credentials and nodes from n8n-nodes-bluetape');
	}
});

test('loaded so, the webhook process takes notices, and the worker runs them', async () => {
	const { urls, counter, queue } = stage;
	for (const { notice, forged } of shots(20).slice(0, 3)) {
		expect(forged).toBeUndefined();
		const { answers } = await send(urls, 0, notice, { [secret.name]: secret.value });
		expect(answers).toEqual([200]);
		expect(await counter.hasRun(notice.id, 60)).toBe(true);
	}
	const worked = await Promise.all(queue.workers.map(async ({ logFile }) => await readFile(logFile, 'utf8')));
	expect(worked.join()).toMatch(/Worker finished execution/);
});

test('loaded so, the webhook process asks for the secret before it reads the body', async () => {
	const answer = await fetch(`${stage.urls[0]}/invoice/payment`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"invoiceId": ',
		signal: AbortSignal.timeout(20_000),
	});
	expect(answer.status).toBe(401);
});
