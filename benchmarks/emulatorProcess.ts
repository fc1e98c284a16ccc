import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../runtime/package';

/** The vendors' emulator in a process of its own, steered over HTTP. */
export interface EmulatorProcess {
	url: string;
	pid: number;
	/** Data of the credential `blueTapeApi`. */
	blueTape: { environment: 'custom'; baseUrl: string; apiKey: string; accountId: string };
	/** Data of the credential `bluDeltaApi`. */
	bluDelta: { baseUrl: string; apiKey: string; apiIdentifier: string };
	/** One call of emulator/README.md, such as `POST`, `/reset`. Throws when it is refused. */
	control: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
	stop: () => Promise<void>;
}

const wanted = [
	'Status page',
	'BlueTape base URL',
	'BlueTape API key',
	'BlueTape account',
	'BLU DELTA base URL',
	'BLU DELTA API key',
	'BLU DELTA identifier',
];

/** Starts `emulator/cli.ts` with demo records on a free port. Throws when it ends before it is ready. */
export async function startEmulatorProcess(): Promise<EmulatorProcess> {
	const tsNode = join(projectFolder, 'node_modules', 'ts-node', 'dist', 'bin.js');
	const child = spawn(process.execPath, [tsNode, join(projectFolder, 'emulator', 'cli.ts'), '--port', '0'], {
		cwd: projectFolder,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const stop = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGTERM');
		await gone;
	};
	process.once('exit', () => child.kill('SIGKILL'));
	const told: Record<string, string> = {};
	for await (const line of createInterface({ input: child.stdout })) {
		const [, name, value] = /^(.+?) {2,}(\S+)$/.exec(line) ?? [];
		if (name) told[name] = value;
		if (wanted.every((each) => told[each])) break;
	}
	const [page, baseUrl, apiKey, accountId, deltaUrl, deltaKey, apiIdentifier] = wanted.map(
		(name) => told[name],
	);
	if (!apiIdentifier) throw new Error('The emulator ended before it was ready');
	const url = page.replace(/\/$/, '');
	return {
		url,
		pid: child.pid!,
		blueTape: { environment: 'custom', baseUrl, apiKey, accountId },
		bluDelta: { baseUrl: deltaUrl, apiKey: deltaKey, apiIdentifier },
		async control<Answer>(method: string, path: string, body?: unknown) {
			const answer = await fetch(`${url}/emulator${path}`, {
				method,
				headers: { 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			if (!answer.ok) throw new Error(`The emulator refused ${method} ${path}: ${await answer.text()}`);
			return (await answer.json()) as Answer;
		},
		stop,
	};
}
