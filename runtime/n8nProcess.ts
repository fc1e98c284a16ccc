import { join } from 'node:path';
import getPort from 'get-port';
import { type Child, startChild } from './child';
import type { N8nInstall } from './n8nInstall';
import { offlineEnvironment } from './offline';

/** One process of n8n, on loopback and without outbound calls. */
export interface N8nProcess extends Child {
	/** Like `http://127.0.0.1:5678`, without a slash at the end; a worker answers only about its health. */
	url: string;
}

export interface N8nProcessOptions {
	/** What it is to people, like `worker 1`. */
	name: string;
	command: 'start' | 'webhook' | 'worker';
	/** The user folder; the log lies in it too. */
	folder: string;
	logFile: string;
	/** Without it a free one. */
	port?: number;
	/** Added to, and stronger than, the offline environment. */
	env?: Record<string, string>;
	readySeconds: number;
	/** Does the n8n at this address answer as it should? */
	ready: (url: string) => Promise<boolean>;
}

/** Starts a process of n8n, which ends with this one, and waits until it answers. Throws with the end of its log. */
export async function startN8nProcess(install: N8nInstall, options: N8nProcessOptions): Promise<N8nProcess> {
	const { name, command, folder, logFile, env, readySeconds, ready } = options;
	const port = options.port ?? (await getPort({ host: '127.0.0.1' }));
	const brokerPort = await getPort({ host: '127.0.0.1' });
	const url = `http://127.0.0.1:${port}`;
	const child = await startChild({
		name,
		command: [install.node, '--require', join(__dirname, 'leash.js'), install.bin, command],
		cwd: folder,
		env: {
			...offlineEnvironment({ port, brokerPort, userFolder: folder, n8nFolder: install.folder }),
			...(command === 'worker' && { QUEUE_HEALTH_CHECK_PORT: String(port) }),
			...env,
		},
		logFile,
		ready: async () => await ready(url),
		readySeconds,
	});
	return { ...child, url };
}
