import { basename } from 'node:path';
import { n8n as declared } from '../../package.json';
import { testStage } from './stage';

const { api, credentials, emulator } = testStage();

/** `dist/nodes/BlueTape/BlueTape.node.js` is `blueTape` for n8n. */
const nameOf = (file: string) => basename(file).replace(/^./, (letter) => letter.toLowerCase());

test.each(declared.nodes.map((file) => `n8n-nodes-bluetape.${nameOf(file).replace('.node.js', '')}`))(
	'n8n knows the node %s',
	async (name) => expect(await api.nodeTypes()).toContain(name),
);

test.each(declared.credentials.map((file) => nameOf(file).replace('.credentials.js', '')))(
	'n8n knows the credential %s',
	async (name) => expect(await api.credentialTypes()).toContain(name),
);

test('the credential for the emulator passes its own test, one with a wrong key does not', async () => {
	expect(await api.testCredential(credentials.blueTapeApi)).toMatchObject({ status: 'OK' });
	const { baseUrl, accountId } = emulator.blueTape;
	const wrong = await api.createCredential({
		name: 'wrong key',
		type: 'blueTapeApi',
		data: { environment: 'custom', baseUrl, apiKey: 'wrong', accountId },
	});
	try {
		expect(await api.testCredential(wrong)).toMatchObject({ status: 'Error' });
	} finally {
		// The editor gives the newest credential to imported nodes.
		await api.deleteCredential(wrong.id);
	}
});
