import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { N8nApi, type Credential } from '../runtime/api';
import { type N8n, type N8nOptions, startN8n } from '../runtime/n8n';
import { buildPackage } from '../runtime/package';
import { type EmulatorProcess, startEmulatorProcess } from './emulatorProcess';

/** A running n8n with the package and the stored credentials. */
export interface Running {
	n8n: N8n;
	api: N8nApi;
	/** By credential type. */
	credentials: Record<string, Credential>;
}

/** Where all benchmarks of one command take place. */
export interface Place {
	emulator: EmulatorProcess;
	/** Path of the packed package, built once. */
	tarball: string;
	/** How often each side is measured. */
	rounds: number;
	progress: (line: string) => void;
	/** The n8n that cases share, started when the first one asks for it. */
	shared: () => Promise<Running>;
	/** A new n8n of its own, for what an earlier run would change. The caller stops it. */
	fresh: (options?: N8nOptions) => Promise<Running>;
	/** Ends the shared n8n, so that the next case begins with a new one. */
	retire: () => Promise<void>;
	close: () => Promise<void>;
}

export interface PlaceOptions {
	rounds: number;
	/** Added to the environment of every n8n. */
	env?: Record<string, string>;
	progress: (line: string) => void;
}

export async function openPlace({ rounds, env, progress }: PlaceOptions): Promise<Place> {
	progress('Building and packing the nodes');
	const tarball = await buildPackage();
	progress('Starting the emulator in a process of its own');
	const emulator = await startEmulatorProcess();
	let running: Promise<Running> | undefined;

	const fresh = async (options: N8nOptions = {}): Promise<Running> => {
		const n8n = await startN8n({
			packageTarball: tarball,
			...options,
			// The benchmarks' own files lie in the folder for temporary files.
			env: {
				...{ N8N_RESTRICT_FILE_ACCESS_TO: tmpdir(), N8N_CUSTOM_EXTENSIONS: join(__dirname, 'bareNode') },
				...env,
				...options.env,
			},
		});
		const api = new N8nApi(n8n);
		await api.login();
		return { n8n, api, credentials: await createCredentials(api, emulator) };
	};
	const retire = async () => {
		await (await running)?.n8n.stop();
		running = undefined;
	};
	return {
		...{ emulator, tarball, rounds, progress, fresh, retire },
		shared: async () => {
			if (!running) progress('Starting n8n');
			return await (running ??= fresh());
		},
		async close() {
			await retire();
			await emulator.stop();
			await rm(dirname(tarball), { recursive: true, force: true });
		},
	};
}

/** What the nodes, n8n's own ones included, need to reach the emulator and to be reached. */
async function createCredentials(api: N8nApi, { blueTape, bluDelta }: EmulatorProcess) {
	const secret = { headerName: 'X-BlueTape-Key', headerValue: 'benchmark-secret' };
	const data: Record<string, Record<string, unknown>> = {
		blueTapeApi: blueTape,
		bluDeltaApi: { ...bluDelta, clients: '', timeoutSeconds: 900 },
		blueTapeWebhookApi: secret,
		httpHeaderAuth: { name: secret.headerName, value: secret.headerValue },
	};
	const credentials: Running['credentials'] = {};
	for (const [type, values] of Object.entries(data)) {
		credentials[type] = await api.createCredential({ name: `${type} (benchmark)`, type, data: values });
	}
	return credentials;
}

/** A folder for temporary files of one command. */
export const temporaryFile = (name: string) =>
	join(tmpdir(), `n8n-nodes-bluetape-bench-${process.pid}-${name}`);
