import { readFile } from 'node:fs/promises';
import { seedBlueTape } from '../../emulator/blueTape/seed';
import { credentialTypes, nodes } from '../../release/published';
import { confirmed, print } from '../../runtime/report';
import { openStage, type Stage } from '../../runtime/stage';
import { wholeWay } from '../../runtime/tour';
import { PAYMENT, payment, post } from '../triggers/blueTapeStage';
import { agentOf } from './agent';

// An n8n of its own that tells how it loads: like every started n8n it reads the metadata, and the classes when they are used.
let stage: Stage;
beforeAll(async () => {
	const { BLUETAPE_PACKAGE_TARBALL: packageTarball, BLUETAPE_N8N: version } = process.env;
	stage = await openStage({
		n8n: { packageTarball, version, env: { N8N_LOG_LEVEL: 'debug' } },
		// Demo documents would stand before the one whose way is shown.
		emulator: { seed: false },
	});
	seedBlueTape(stage.emulator.blueTape.state);
}, 300_000);
afterAll(async () => await stage?.close());

interface Shown {
	name: string;
	properties: unknown[];
	iconUrl?: { light: string; dark: string };
}
const shown = async (kind: 'nodes' | 'credentials') =>
	await stage.api.rest<Shown[]>('GET', `/types/${kind}.json`);

test('n8n has loaded the package lazily', async () => {
	const log = await readFile(stage.n8n.logFile, 'utf8');
	expect(log).toContain('Lazy-loading nodes and credentials from n8n-nodes-bluetape');
	expect(log).not.toContain('Loaded all credentials and nodes from n8n-nodes-bluetape');
});

test('the editor gets nodes, tools and credentials with their parameters', async () => {
	const found = Object.fromEntries((await shown('nodes')).map((node) => [node.name, node.properties.length]));
	for (const [name, { description }] of Object.entries(nodes)) {
		const own = description.properties.length;
		expect(found[`n8n-nodes-bluetape.${name}`]).toBeGreaterThanOrEqual(own);
		if (description.usableAsTool) expect(found[`n8n-nodes-bluetape.${name}Tool`]).toBeGreaterThanOrEqual(own);
	}
	const credentials = (await shown('credentials')).map(({ name }) => name);
	expect(credentials).toEqual(expect.arrayContaining(Object.keys(credentialTypes)));
});

test('the editor gets every icon', async () => {
	const all = [...(await shown('nodes')), ...(await shown('credentials'))];
	const urls = all.flatMap(({ iconUrl }) => Object.values(iconUrl ?? {}));
	const own = [...new Set(urls)].filter((url) => url.startsWith('icons/n8n-nodes-bluetape/'));
	expect(own).toHaveLength(4);
	for (const url of own) {
		const answer = await fetch(`${stage.n8n.url}/${url}`);
		expect(answer.headers.get('content-type')).toContain('image/svg');
		expect(await answer.text()).toContain('<svg');
	}
});

test('credentials are tested: by a request, and by a function of a node', async () => {
	for (const credential of Object.values(stage.credentials))
		expect(await stage.api.testCredential(credential)).toMatchObject({ status: 'OK' });
	const { baseUrl, accountId } = stage.emulator.blueTape;
	const data = { environment: 'custom', baseUrl, accountId, apiKey: 'wrong' };
	const wrong = await stage.api.createCredential({ name: 'Wrong', type: 'blueTapeApi', data });
	expect(await stage.api.testCredential(wrong)).toMatchObject({ status: 'Error' });
	const split = { headerName: 'X BlueTape', headerValue: 'secret' };
	const secret = await stage.api.createCredential({ name: 'Split', type: 'blueTapeWebhookApi', data: split });
	expect(await stage.api.testCredential(secret)).toMatchObject({ status: 'Error' });
});

test('both triggers and both action nodes work, from a PDF to a paid invoice', async () => {
	const chapters = [];
	for await (const chapter of wholeWay(stage, () => {})) {
		chapters.push(chapter);
		if (!confirmed(chapters)) throw new Error(print(chapters));
	}
	expect(chapters.length).toBeGreaterThan(3);
});

test('the webhook decides how its body is read, which no JSON can say', async () => {
	const { nodes: inside } = stage.examples['model-a-invoice-only'];
	const { webhookId } = inside.find(({ type }) => type.endsWith('.blueTapeTrigger'))!;
	const url = stage.api.webhookUrl(`${webhookId as string}/${PAYMENT}`);
	expect((await post(url, payment, {})).status).toBe(401);
	// Read by n8n before the node is asked, it would be 422.
	expect((await post(url, '{"invoiceId": ', {})).status).toBe(401);
});

test('a tool answers an agent', async () => {
	const { client, leave } = await agentOf(stage.api, stage.examples['ai-tools'].id);
	try {
		const { content } = await client.callTool({ name: 'invoice_status', arguments: { invoice_id: 'NOPE' } });
		expect(JSON.stringify(content)).toContain('There is no invoice with this ID');
	} finally {
		await leave();
	}
});
