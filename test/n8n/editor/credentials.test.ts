import { testStage } from '../stage';
import type { Editor } from './editor';
import { useEditor } from './useEditor';

const { api, credentials, emulator } = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));
afterEach(async () => {
	const own = Object.values(credentials).map(({ id }) => id);
	const all = await api.rest<Array<{ id: string }>>('GET', '/rest/credentials');
	for (const { id } of all) if (!own.includes(id)) await api.deleteCredential(id);
});

const dialog = { x: 216, y: 90, width: 1008, height: 660 };
/** The name that n8n gives a new credential, when the stage has one already. */
const name = (first: string) => `${first} 2`;

test('BlueTape API: red with the reason for a wrong key, green for the right one', async () => {
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	await editor.start('bluetape', 'BlueTape', 'Create invoice');
	const form = await editor.details.newCredential();
	await form.named(name('BlueTape account'));
	expect(await form.chosen('environment')).toBe('Sandbox');
	await form.choose('environment', 'Custom');
	await form.fill({ baseUrl, apiKey: 'wrong', accountId });
	await form.saveRefused('BlueTape refused the API Key or the Account ID');
	await editor.screenshot('credential-refused', dialog);
	await form.fill({ apiKey });
	await form.saveGood();
	const saved = await editor.details.openCredential();
	await saved.form.getByText('Connection tested successfully').waitFor();
	await editor.screenshot('credential-works', dialog);
	await saved.remove();
});

test('BLU DELTA API: the same, and a wrong address has a reason of its own', async () => {
	const { baseUrl, apiKey, apiIdentifier } = emulator.bluDelta;
	await editor.start('blu delta', 'BLU DELTA', 'Upload document');
	const form = await editor.details.newCredential();
	await form.named(name('BLU DELTA account'));
	await form.fill({ baseUrl, apiKey: 'wrong', apiIdentifier });
	await form.saveRefused('BLU DELTA refused the API Key, the API Identifier or one of the Clients');
	await form.fill({ apiKey, baseUrl: baseUrl.replace(/\/api$/, '') });
	await form.saveRefused('check the Base URL, it ends in /api');
	await form.fill({ baseUrl });
	await form.saveGood();
	const saved = await editor.details.openCredential();
	await saved.form.getByText('Connection tested successfully').waitFor();
	await saved.remove();
});
