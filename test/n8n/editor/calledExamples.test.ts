import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { noticeSecret } from '../../../runtime/stage';
import { invoicePdf } from '../../pdf';
import { bluDeltaRecords } from '../bluDeltaStage';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { importExample, requests } from './example';
import { useEditor } from './useEditor';

// Examples that begin with a call from outside: the editor listens, and the call comes.
const stage = testStage();
const { api, credentials, emulator } = stage;
let editor: Editor;
useEditor((opened) => (editor = opened));

let published: string | undefined;
/** What a test makes in the editor goes; the stage's own credentials stay. */
afterEach(async () => {
	if (published) await api.deactivate(published);
	published = undefined;
	const own = Object.values(credentials).map(({ id }) => id);
	const all = await api.rest<Array<{ id: string }>>('GET', '/rest/credentials');
	for (const { id } of all) if (!own.includes(id)) await api.deleteCredential(id);
});

const manual = 'When clicking ‘Execute workflow’';
const secret = { [noticeSecret.headerName]: noticeSecret.headerValue };

/** Opens a model's example, has its first part run, and makes the emulator call the URLs for tests. */
async function runFirstPart(name: string): Promise<void> {
	// The trigger takes two credentials; n8n adds only one by itself.
	await importExample(editor, name, 1);
	await editor.openNode('BlueTape Trigger');
	await editor.details.chooseCredential(credentials.blueTapeApi.name, 'last');
	const urls = await editor.details.testUrls();
	await editor.details.close();
	await editor.canvas.issues(0);
	const urlOf = (path: string) => urls.find((url) => url.endsWith(path));
	await emulator.control('POST', '/bluetape/webhooks', {
		...{ invoicePaymentUrl: urlOf('/invoice/payment'), quoteApprovalUrl: urlOf('/quote/approval') },
		headers: secret,
	});
	await editor.canvas.execute(4, manual);
	await editor.canvas.fit();
	await editor.screenshotCanvas(name);
}

/** Presses the trigger's own button, has the emulator do something that it gives notice of, and waits for the last node. */
async function onNotice(path: string, body: object, last: string): Promise<void> {
	await editor.canvas.begin('BlueTape Trigger');
	await emulator.control('POST', path, body);
	await editor.canvas.reached(last);
}

/** The id of the one invoice or quote that the emulator has. */
async function made(kind: 'invoices' | 'quotes'): Promise<string> {
	const [id] = Object.keys((await bluDeltaRecords(stage).all()).blueTape[kind]);
	return id;
}

describe('the two models, from an empty BlueTape', () => {
	beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));

	test('model A: an invoice is made, an advance and then the rest are paid', async () => {
		await runFirstPart('model-a-invoice-only');
		const pay = `/bluetape/invoices/${await made('invoices')}/pay`;
		await onNotice(pay, { advanceRate: 80, paymentMethod: 'loan' }, 'Note the advance');
		await onNotice(pay, {}, 'Mark paid');
		const confirmation = 'GET invoice/*/status 200';
		expect(await requests(emulator)).toEqual([
			...['POST customer 201', 'POST invoice 201'],
			...[confirmation, confirmation],
		]);
	});

	test('model B: a quote is made, approved, invoiced and paid', async () => {
		await runFirstPart('model-b-quote-first');
		await onNotice(`/bluetape/quotes/${await made('quotes')}/approve`, {}, 'Invoice');
		await onNotice(`/bluetape/invoices/${await made('invoices')}/pay`, {}, 'Mark paid');
		expect(await requests(emulator)).toEqual([
			...['POST customer 201', 'POST quote 201'],
			...['GET quote/*/status 200', 'POST invoice 201', 'GET invoice/*-INV/status 200'],
		]);
	});
});

test('inbox: a mail with a PDF', async () => {
	await importExample(editor, 'inbox', 0);
	await editor.screenshotCanvas('inbox');
	await editor.openNode('A mail arrives');
	const [url] = await editor.details.testUrls();
	await editor.details.close();
	const form = new FormData();
	form.append('from', 'ada@example.com');
	const pdf = new Uint8Array(await invoicePdf({ number: 'RE-9', currency: 'USD' }));
	form.append('file', new Blob([pdf], { type: 'application/pdf' }), 'RE-9.pdf');
	await editor.canvas.begin();
	expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
	await editor.canvas.succeeded(3);
	expect(await requests(emulator)).toEqual(['POST upload/invoiceContainer 200']);
});

test('get all customers: for who has the secret', async () => {
	// n8n's own credential for a header is for the user to make.
	await importExample(editor, 'get-all-customers', 1);
	await editor.screenshotCanvas('get-all-customers');
	await editor.openNode('BlueTape asks');
	const form = await editor.details.newCredential();
	await form.fill({ name: 'X-BlueTape-Key', value: 'ask-secret' });
	await form.saveGood();
	const [url] = await editor.details.testUrls();
	await editor.details.close();
	await editor.canvas.issues(0);
	await editor.canvas.begin();
	expect((await fetch(url)).status).toBe(403);
	const answer = await fetch(url, { headers: { 'X-BlueTape-Key': 'ask-secret' } });
	expect(await answer.json()).toMatchObject([{ id: 'CUST-1' }, { id: 'CUST-2' }]);
	await editor.canvas.succeeded(3);
});

test('AI tools: published, and called as an agent does', async () => {
	// The same with n8n's credential for a token.
	await importExample(editor, 'ai-tools', 1);
	await editor.screenshotCanvas('ai-tools');
	await editor.openNode('MCP Server Trigger');
	const form = await editor.details.newCredential();
	await form.fill({ token: 'a long random token' });
	await form.saveGood();
	const url = (await editor.details.testUrls())[0].replace('/mcp-test/', '/mcp/');
	await editor.details.close();
	await editor.canvas.issues(0);
	published = await editor.publish();
	const client = new Client({ name: 'test', version: '1.0.0' });
	const requestInit = { headers: { Authorization: 'Bearer a long random token' } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	const given = { customer_id: 'CUST-101' };
	const { content } = await client.callTool({ name: 'customer_credit', arguments: given });
	await client.close();
	expect(JSON.stringify(content)).toContain('CUST-101');
	expect(await requests(emulator)).toEqual(['GET customer/CUST-101/creditInfo 200']);
});
