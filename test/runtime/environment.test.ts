import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offlineEnvironment } from '../../runtime/offline';
import { withCredentials } from '../../runtime/stage';

const place = { port: 5701, brokerPort: 5702, userFolder: '/somewhere', n8nFolder: '/nowhere' };

test.each([
	'NODE_ENV',
	'NODE_OPTIONS',
	'N8N_ENCRYPTION_KEY',
	'DB_TYPE',
	'HTTPS_PROXY',
	'http_proxy',
	'npm_config_registry',
])('%s of the caller does not reach n8n', (name) => {
	const before = process.env[name];
	process.env[name] = 'of-the-caller';
	expect(Object.entries(offlineEnvironment(place))).not.toContainEqual([name, 'of-the-caller']);
	if (before === undefined) delete process.env[name];
	else process.env[name] = before;
});

test('n8n listens on loopback only, in its own folder', () => {
	expect(offlineEnvironment(place)).toMatchObject({
		PATH: process.env.PATH,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: '5701',
		N8N_RUNNERS_BROKER_PORT: '5702',
		N8N_USER_FOLDER: '/somewhere',
		N8N_DIAGNOSTICS_ENABLED: 'false',
	});
});

test('of the modules that call out, those are disabled that this n8n has', () => {
	const n8nFolder = mkdtempSync(join(tmpdir(), 'n8n-'));
	for (const name of ['insights', 'mcp', 'agents'])
		mkdirSync(join(n8nFolder, 'dist', 'modules', name), { recursive: true });
	expect(offlineEnvironment({ ...place, n8nFolder })).toMatchObject({
		N8N_DISABLED_MODULES: 'insights,agents',
	});
	rmSync(n8nFolder, { recursive: true });
});

const workflow = {
	name: 'w',
	connections: {},
	nodes: [
		{ name: 'A', type: 'a', parameters: {}, credentials: { blueTapeApi: { id: 'old', name: 'Mine' } } },
		{ name: 'B', type: 'b', parameters: {} },
	],
};

test('an example gets the credential of the same type', () => {
	const blueTapeApi = { id: 'new', name: 'Emulator', type: 'blueTapeApi' };
	expect(withCredentials(workflow, { blueTapeApi }).nodes).toEqual([
		{ ...workflow.nodes[0], credentials: { blueTapeApi: { id: 'new', name: 'Emulator' } } },
		workflow.nodes[1],
	]);
});

test('an example whose credential does not exist is refused by name', () => {
	expect(() => withCredentials(workflow, {})).toThrow('"w", "A": no credential blueTapeApi here');
});
