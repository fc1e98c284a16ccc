import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { type N8nInstall, installN8n } from './n8nInstall';
import { offlineEnvironment } from './offline';
import { buildPackage, packFolder, unpackPackage } from './package';
import { descendants, signal } from './processTree';

export interface N8nOptions {
	/** Kept after `stop()`; without it a temporary folder is used and removed. */
	userFolder?: string;
	/** On 127.0.0.1; without it a free one. */
	port?: number;
	/** Added to, and stronger than, the offline environment. */
	env?: Record<string, string>;
	/** A tarball of `npm pack`; stronger than `packageDir`. Without both, this project is built and packed. */
	packageTarball?: string;
	/** A package folder, packed as it stands. */
	packageDir?: string;
	/** n8n's version. */
	version?: string;
	/** Longest wait for the first answer, in seconds; default 180. */
	readySeconds?: number;
	/** Told what goes on, one short line at a time. */
	progress?: (line: string) => void;
}

export interface N8n {
	/** Like `http://127.0.0.1:5678`, without a slash at the end. */
	url: string;
	pid: number;
	userFolder: string;
	logFile: string;
	/** Folder of the unpacked package inside `userFolder`. */
	packageFolder: string;
	install: N8nInstall;
	/** The last lines that n8n logged. */
	logTail: (lines?: number) => Promise<string>;
	/** SIGTERM, after ten seconds SIGKILL to n8n and the processes below it; waits for the end. */
	stop: () => Promise<void>;
}

/**
 * Starts a real n8n with the package in it, on loopback and without outbound calls, and waits until it answers.
 * Throws with the end of the log when n8n exits or doesn't get ready in time; nothing is left running then.
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const progress = options.progress ?? (() => {});
	const install = await installN8n(options.version, progress);
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-')));
	try {
		const packageFolder = await placePackage(options, userFolder, progress);
		progress(`Starting n8n ${install.version}`);
		return await launch(options, install, userFolder, packageFolder);
	} catch (error) {
		if (!options.userFolder) await rm(userFolder, { recursive: true, force: true });
		throw error;
	}
}

async function placePackage(options: N8nOptions, userFolder: string, progress: (line: string) => void) {
	if (options.packageTarball) return await unpackPackage(options.packageTarball, userFolder);
	progress('Packing the nodes');
	const tarball = options.packageDir ? await packFolder(options.packageDir) : await buildPackage();
	const folder = await unpackPackage(tarball, userFolder);
	await rm(dirname(tarball), { recursive: true, force: true });
	return folder;
}

async function launch(options: N8nOptions, install: N8nInstall, userFolder: string, packageFolder: string) {
	const port = options.port ?? (await getPort({ host: '127.0.0.1' }));
	const brokerPort = await getPort({ host: '127.0.0.1' });
	const logFile = join(userFolder, 'n8n.log');
	mkdirSync(userFolder, { recursive: true });
	const log = openSync(logFile, 'a');
	const child = spawn(install.node, ['--require', join(__dirname, 'leash.js'), install.bin, 'start'], {
		cwd: userFolder,
		env: {
			...offlineEnvironment({ port, brokerPort, userFolder }),
			...options.env,
			// See leash.js.
			...(options.userFolder ? {} : { N8N_NODES_BLUETAPE_TEMPORARY: userFolder }),
		},
		stdio: ['ignore', log, log, 'ipc'],
	});
	closeSync(log);
	// n8n lives as long as this process or until stop(), but doesn't keep this process alive.
	child.unref();
	child.channel?.unref();
	child.on('error', () => {});

	const url = `http://127.0.0.1:${port}`;
	const logTail = async (lines = 25) =>
		(await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');
	const stop = async () => {
		await end(child);
		if (!options.userFolder) await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
	};
	const notReady = await readiness(url, child, options.readySeconds ?? 180);
	if (notReady) {
		const tail = await logTail();
		await stop();
		throw new Error(`n8n ${install.version} ${notReady}. The end of its log:\n${tail}`);
	}
	return { url, pid: child.pid!, userFolder, logFile, packageFolder, install, logTail, stop };
}

/** Undefined once n8n answers as a whole (database, REST), else the reason why it won't. */
async function readiness(url: string, child: ChildProcess, seconds: number): Promise<string | undefined> {
	const deadline = Date.now() + seconds * 1000;
	while (Date.now() < deadline) {
		if (child.pid === undefined) return 'could not be started';
		if (ended(child)) return `ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`;
		if ((await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)))
			return undefined;
		await sleep(250);
	}
	return `was not ready after ${seconds} seconds`;
}

async function answers(url: string): Promise<boolean> {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
		const json = answer.headers.get('content-type')?.includes('json') ?? false;
		await answer.arrayBuffer();
		return answer.ok && json;
	} catch {
		return false;
	}
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || ended(child)) return;
	const below = await descendants(child.pid);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	child.ref();
	child.kill('SIGTERM');
	const patience = new AbortController();
	await Promise.race([gone, sleep(10_000, undefined, { signal: patience.signal })]);
	patience.abort();
	if (!ended(child)) {
		for (const pid of [child.pid, ...(await descendants(child.pid))]) signal(pid, 'SIGKILL');
		await gone;
	}
	// The task runner sees n8n's end by itself, unless n8n was killed.
	for (const pid of below) signal(pid, 'SIGKILL');
}
