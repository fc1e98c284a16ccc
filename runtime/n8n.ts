import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type N8nInstall, installN8n } from './n8nInstall';
import { type N8nProcess, startN8nProcess } from './n8nProcess';
import { buildPackage, packFolder, unpackPackage } from './package';

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
	/** Starts n8n as a user finds it: the package is theirs to install. */
	withoutPackage?: boolean;
	/** n8n's version. */
	version?: string;
	/** Longest wait for the first answer, in seconds; default 180. */
	readySeconds?: number;
	/** Told what goes on, one short line at a time. */
	progress?: (line: string) => void;
}

/** A started n8n; `stop` also removes what is temporary. */
export interface N8n extends N8nProcess {
	userFolder: string;
	install: N8nInstall;
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
		if (!options.withoutPackage) await placePackage(options, userFolder, progress);
		progress(`Starting n8n ${install.version}`);
		return await launch(options, install, userFolder);
	} catch (error) {
		if (!options.userFolder) await rm(userFolder, { recursive: true, force: true });
		throw error;
	}
}

async function placePackage(options: N8nOptions, userFolder: string, progress: (line: string) => void) {
	if (options.packageTarball) {
		await unpackPackage(options.packageTarball, userFolder);
		return;
	}
	progress('Packing the nodes');
	const tarball = options.packageDir ? await packFolder(options.packageDir) : await buildPackage();
	await unpackPackage(tarball, userFolder);
	await rm(dirname(tarball), { recursive: true, force: true });
}

async function launch(options: N8nOptions, install: N8nInstall, userFolder: string): Promise<N8n> {
	await mkdir(userFolder, { recursive: true });
	const n8n = await startN8nProcess(install, {
		name: `n8n ${install.version}`,
		command: 'start',
		folder: userFolder,
		logFile: join(userFolder, 'n8n.log'),
		port: options.port,
		// See leash.js.
		env: { ...options.env, ...(!options.userFolder && { N8N_NODES_BLUETAPE_TEMPORARY: userFolder }) },
		readySeconds: options.readySeconds ?? 180,
		// As a whole: database and REST.
		ready: async (url) =>
			(await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)),
	});
	const stop = async () => {
		await n8n.stop();
		if (!options.userFolder) await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
	};
	return { ...n8n, userFolder, install, stop };
}

async function answers(url: string): Promise<boolean> {
	const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
	const json = answer.headers.get('content-type')?.includes('json') ?? false;
	await answer.arrayBuffer();
	return answer.ok && json;
}
