import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { invoicePdf } from '../../pdf';
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
	const token = 'a long random token';
	// Its two credentials of n8n's own are there, so n8n selects them. Nobody speaks to the model.
	await api.createCredential({ name: 'Model', type: 'openAiApi', data: { apiKey: 'none' } });
	await api.createCredential({ name: 'Agents', type: 'httpBearerAuth', data: { token } });
	await importExample(editor, 'ai-tools', 0);
	await editor.screenshotCanvas('ai-tools');
	await editor.openNode('MCP Server Trigger');
	const url = (await editor.details.testUrls())[0].replace('/mcp-test/', '/mcp/');
	await editor.details.close();
	await editor.canvas.issues(0);
	published = await editor.publish();
	const client = new Client({ name: 'test', version: '1.0.0' });
	const requestInit = { headers: { Authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	const given = { customer_id: 'CUST-101' };
	const { content } = await client.callTool({ name: 'customer_credit', arguments: given });
	await client.close();
	expect(JSON.stringify(content)).toContain('CUST-101');
	expect(await requests(emulator)).toEqual(['GET customer/CUST-101/creditInfo 200']);
});
