import execa from 'execa';
import { createServer } from 'node:net';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const start = (...flags: string[]) =>
	execa('node', ['-r', 'ts-node/register', 'emulator/cli.ts', ...flags], { cwd: root, cleanup: true });

/** Reads what the process prints until it has told how to stop it. */
async function announcement(child: execa.ExecaChildProcess): Promise<string> {
	let text = '';
	return await new Promise((resolve, reject) => {
		child.stdout!.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes('Stop with')) resolve(text);
		});
		child.catch(reject);
	});
}

test('tells addresses and keys that work, evades a taken port, and stops when told', async () => {
	const taken = createServer();
	await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
	const { port } = taken.address() as { port: number };
	const child = start('--port', String(port), '--rate-limit', '3');
	try {
		const text = await announcement(child);
		const value = (label: string) => new RegExp(`${label}\\s+(\\S+)`).exec(text)?.[1] ?? '';
		expect(value('base URL')).not.toContain(`:${port}/`);
		const response = await fetch(`${value('base URL')}/integration/customer/CUST-101/creditInfo`, {
			headers: { 'X-BlueTape-Key': value('API key'), 'X-Integration-AccountId': value('account') },
		});
		expect(response.status).toBe(200);
		const state = await (await fetch(`${value('Status page')}emulator/state`)).json();
		expect(state).toMatchObject({ rateLimitPerSecond: 3 });
		child.kill('SIGTERM');
		expect((await child).exitCode).toBe(0);
	} finally {
		child.kill('SIGKILL');
		taken.close();
	}
});

test('many answers that are held back at the same time make Node warn of nothing', async () => {
	const child = start();
	try {
		const url = /Status page\s+(\S+)/.exec(await announcement(child))![1];
		const fault = { method: 'POST', headers: { 'content-type': 'application/json' } };
		const body = JSON.stringify({ delayMs: 300, times: 20, status: 500 });
		expect((await fetch(`${url}emulator/faults`, { ...fault, body })).ok).toBe(true);
		const calls = Array.from({ length: 20 }, async () => (await fetch(`${url}nowhere`)).status);
		expect(await Promise.all(calls)).toEqual(Array(20).fill(500));
		child.kill('SIGTERM');
		expect((await child).stderr).toBe('');
	} finally {
		child.kill('SIGKILL');
	}
});
