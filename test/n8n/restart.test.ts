import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../../runtime/api';
import { type N8n, startN8n } from '../../runtime/n8n';
import { until } from '../../runtime/until';
import { invoicePdf } from '../pdf';
import { bluDeltaRecords } from './bluDeltaStage';
import { row } from './chain';
import { testStage } from './stage';

// An n8n of its own, which ends between hand-over and confirm and starts again from its database.

const stage = testStage();
const records = bluDeltaRecords(stage);
const { BLUETAPE_PACKAGE_TARBALL: packageTarball, BLUETAPE_N8N: version } = process.env;
let userFolder: string;
let n8n: N8n;
let api: N8nApi;
jest.setTimeout(600_000);

async function start(withoutPackage: boolean): Promise<void> {
	n8n = await startN8n({ userFolder, packageTarball, version, withoutPackage, env: { N8N_PROXY_HOPS: '1' } });
	api = new N8nApi(n8n);
	await api.login();
}

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-restart-'));
	await stage.emulator.control('POST', '/reset', { seed: false });
	await start(false);
});
afterAll(async () => {
	await n8n?.stop();
	await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
	await stage.emulator.reset();
});

/** Takes each document, keeps the address that wakes it up, sleeps until somebody calls there, and confirms. */
async function workflow() {
	const { baseUrl, apiKey, apiIdentifier } = stage.emulator.bluDelta;
	const data = { baseUrl, apiKey, apiIdentifier, clients: '', timeoutSeconds: 900 };
	const { id, name } = await api.createCredential({ name: 'BLU DELTA', type: 'bluDeltaApi', data });
	const credentials = { bluDeltaApi: { id, name } };
	return await api.createWorkflow(
		row(
			'Restarted',
			{
				...{ name: 'New', type: 'n8n-nodes-bluetape.bluDeltaTrigger', typeVersion: 1, credentials },
				parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, confirmation: 'manual' },
			},
			{
				...{ name: 'Address', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
				parameters: {
					mode: 'raw',
					jsonOutput:
						'={{ { invoiceId: $json.invoiceId, redelivered: $json.redelivered, resume: $execution.resumeUrl } }}',
				},
			},
			{
				...{ name: 'Asleep', type: 'n8n-nodes-base.wait', typeVersion: 1.1, webhookId: 'asleep' },
				parameters: { resume: 'webhook', options: {} },
			},
			{
				...{ name: 'Confirm', type: 'n8n-nodes-bluetape.bluDelta', typeVersion: 1, credentials },
				parameters: {
					...{ resource: 'document', operation: 'confirm' },
					invoiceId: "={{ $('Address').item.json.invoiceId }}",
				},
			},
		),
	);
}

/** Waits until so many executions sleep or have ended; gives what each of them was handed, oldest first. */
const handed = async (id: string, count: number) =>
	await until(`workflow ${id} has begun ${count} times`, 200, async () => {
		const all = await Promise.all((await api.executionIds(id)).map(async (one) => await api.execution(one)));
		const begun = all.filter((execution) => execution.items('Address').length).reverse();
		return begun.length >= count ? begun.flatMap((execution) => execution.items('Address')) : undefined;
	});

/** Wakes an execution up. */
async function wake(item: { json: Record<string, unknown> }): Promise<void> {
	const { pathname, search } = new URL(item.json.resume as string);
	const answer = await fetch(n8n.url + pathname + search, { signal: AbortSignal.timeout(60_000) });
	expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
}

test('a document at work through a restart of n8n is handed over once and confirmed once, and the next one comes', async () => {
	await records.upload(await invoicePdf({ number: 'RE-1' }));
	const { id } = await workflow();
	await api.activate(id);
	const [first] = await handed(id, 1);
	const confirmed = async () =>
		(await stage.emulator.journal()).filter(({ path }) => path === '/api/confirm/invoice').length;

	await n8n.stop();
	await records.upload(await invoicePdf({ number: 'RE-2' }));
	await start(true);
	// It polls as it starts, and learns that the first document is still at work.
	await until('n8n has polled', 120, async () =>
		(await stage.emulator.journal()).some(({ path }) => path === '/api/invoiceContainer/state'),
	);
	expect(await handed(id, 1)).toHaveLength(1);
	expect(await records.documents()).toMatchObject([
		{ id: first.json.invoiceId, state: 'Downloaded', attempts: 1 },
		{ state: 'Released', attempts: 0 },
	]);
	expect(await confirmed()).toBe(0);

	await wake(first);
	const [, second] = await handed(id, 2);
	expect(second.json.redelivered).toBeUndefined();
	await wake(second);
	const done = await until('both are confirmed', 60, async () => {
		const documents = await records.documents();
		return documents.every(({ state }) => state === 'Confirmed') ? documents : undefined;
	});
	expect(done.map(({ attempts }) => attempts)).toEqual([1, 1]);
	expect(second.json.invoiceId).toBe(done[1].id);
	expect(await confirmed()).toBe(2);
	expect(await handed(id, 2)).toHaveLength(2);
});
