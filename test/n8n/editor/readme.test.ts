import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { N8nApi } from '../../../runtime/api';
import { type N8n, startN8n } from '../../../runtime/n8n';
import { packFolder, projectFolder } from '../../../runtime/package';
import { type Registry, startRegistry } from '../registry/registry';
import { testStage } from '../stage';
import { CommunityNodes } from './communityNodes';
import type { Editor } from './editor';
import { invoice, lines } from './invoice';
import { useEditor } from './useEditor';

// The README from its first line on, as someone walks it who has n8n and nothing else.
const { emulator } = testStage();
let editor: Editor;
let registry: Registry | undefined;
let n8n: N8n | undefined;

beforeAll(async () => {
	const { BLUETAPE_PACKAGE_TARBALL: tarball, BLUETAPE_N8N: version } = process.env;
	const packed = tarball ?? (await packFolder(projectFolder));
	registry = await startRegistry(packed);
	if (!tarball) await rm(dirname(packed), { recursive: true });
	n8n = await startN8n({ version, withoutPackage: true, env: registry.env });
});
useEditor(
	(opened) => (editor = opened),
	async () => {
		const { url, logFile } = n8n!;
		const api = new N8nApi(n8n!);
		await api.login();
		return { url, logFile, api, cookie: api.rest.cookie() };
	},
);
afterAll(async () => {
	await n8n?.stop();
	await registry?.stop();
});

const person = {
	firstName: 'Ada',
	lastName: 'Byron',
	emailAddress: 'ada.byron@example.com',
	cellPhoneNumber: '+12025550143',
};
const sent = async () =>
	(await emulator.journal()).map(({ method, path, status }) => `${method} ${path} ${status}`);

test('"Install": by its name under Settings → Community nodes', async () => {
	await editor.newWorkflow();
	const settings = new CommunityNodes(editor.page);
	await settings.open();
	await settings.install(registry!.name);
	const told = await settings.card(registry!.name).innerText();
	expect(told).toContain(registry!.version);
	expect(told).toContain('4 nodes');
	await editor.screenshot('installed', { x: 200, y: 60, width: 1240, height: 180 });
});

test('"Credentials" and "Your first invoice": from an empty canvas to the page where the customer pays', async () => {
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const { canvas, details } = editor;
	await editor.start('bluetape', 'BlueTape', 'Create or update customer');
	const form = await details.newCredential();
	await form.choose('environment', 'Custom');
	await form.fill({ baseUrl, apiKey, accountId });
	await form.saveGood();
	await details.fillAll({ customerId: 'CUST-README', ...person });
	await details.close();
	// n8n shows the stored values there by itself: `upsert: customer`.
	await canvas.node('Create or update customer').getByText('create or update: customer').waitFor();

	await editor.add('bluetape', 'BlueTape', 'Create or update invoice');
	await details.opened();
	await details.fillAll({ invoiceId: 'INV-README', ...invoice, customerId: 'CUST-README' });
	await details.addTo('lines', 'Line');
	await details.fillAll(lines[0], 'lines.values[0].');
	await details.close();

	await editor.add('bluetape', 'BlueTape', 'Get checkout link of invoice');
	await details.opened();
	await details.fill('invoiceId', 'INV-README');
	await details.close();

	await emulator.clearJournal();
	await canvas.execute(4);
	await editor.openNode('Get checkout link of invoice');
	expect(await details.result()).toContain('checkoutUrl');
	expect(await sent()).toEqual([
		expect.stringMatching(/^POST .*\/customer 201$/),
		expect.stringMatching(/^POST .*\/invoice 201$/),
		expect.stringMatching(/^GET .*\/invoice\/INV-README\/checkout 200$/),
	]);
	await details.close();
});

test('"Examples": the first one, imported from its file', async () => {
	await editor.newWorkflow();
	await editor.canvas.importFile(join(projectFolder, 'examples', 'first-invoice.json'));
	await editor.canvas.issues(0);
	await editor.canvas.execute(11);
	expect(await sent()).toHaveLength(8);
});
