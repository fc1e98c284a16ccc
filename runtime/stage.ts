import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/server';
import { type Credential, N8nApi } from './api';
import { type N8n, type N8nOptions, startN8n } from './n8n';
import { noticeSecret } from './noticeSecret';
import { projectFolder } from './package';
import type { Workflow, WorkflowJson } from './workflow';

export interface StageOptions {
	n8n?: N8nOptions;
	emulator?: EmulatorOptions;
	/** Folder of the workflows to import; default `examples`. */
	examplesFolder?: string;
	progress?: (line: string) => void;
}

/** A real n8n with the package, its credentials and the examples, and the vendors' emulator beside it. */
export interface Stage {
	n8n: N8n;
	/** Logged in as `owner`. */
	api: N8nApi;
	emulator: Emulator;
	/** By credential type. */
	credentials: Record<string, Credential>;
	/** By file name without `.json`. */
	examples: Record<string, Workflow>;
	/** Stops n8n and the emulator, whatever state they are in. */
	close: () => Promise<void>;
}

/** Opens the whole stage. When a part fails, stops the rest and throws. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
	const progress = options.progress ?? (() => {});
	progress('Starting the emulator');
	const emulator = await startEmulator({ seed: true, ...options.emulator });
	const close: Array<() => Promise<void>> = [async () => await emulator.stop()];
	const closeAll = async () => {
		for (const step of close.splice(0).reverse()) await step();
	};
	try {
		const n8n = await startN8n({ progress, ...options.n8n });
		close.push(n8n.stop);
		const api = new N8nApi(n8n);
		await api.login();
		progress('Creating credentials, importing the examples');
		const credentials = await createCredentials(api, emulator);
		const folder = options.examplesFolder ?? join(projectFolder, 'examples');
		const examples = await importExamples(api, folder, credentials);
		return { n8n, api, emulator, credentials, examples, close: closeAll };
	} catch (error) {
		await closeAll();
		throw error;
	}
}

/** What each credential type of the package needs to reach the emulator. */
function credentialData({ blueTape, bluDelta }: Emulator): Record<string, Record<string, unknown>> {
	const { baseUrl, apiKey, accountId } = blueTape;
	return {
		blueTapeApi: { environment: 'custom', baseUrl, apiKey, accountId },
		bluDeltaApi: {
			...{ baseUrl: bluDelta.baseUrl, apiKey: bluDelta.apiKey },
			...{ apiIdentifier: bluDelta.apiIdentifier, clients: '', timeoutSeconds: 900 },
		},
		blueTapeWebhookApi: { ...noticeSecret },
	};
}

/** The names that n8n's editor gives to first credentials, and the examples ask for: imported by hand, they find them. */
const credentialNames: Record<string, string> = {
	blueTapeApi: 'BlueTape account',
	bluDeltaApi: 'BLU DELTA account',
	blueTapeWebhookApi: 'BlueTape Webhook Secret account',
};

async function createCredentials(api: N8nApi, emulator: Emulator): Promise<Stage['credentials']> {
	const known = await api.credentialTypes();
	const credentials: Stage['credentials'] = {};
	for (const [type, data] of Object.entries(credentialData(emulator))) {
		if (!known.includes(type)) continue;
		credentials[type] = await api.createCredential({ name: credentialNames[type], type, data });
	}
	return credentials;
}

async function importExamples(api: N8nApi, folder: string, credentials: Stage['credentials']) {
	const files = existsSync(folder) ? (await readdir(folder)).filter((file) => file.endsWith('.json')) : [];
	const examples: Stage['examples'] = {};
	for (const file of files.sort()) {
		const workflow = JSON.parse(await readFile(join(folder, file), 'utf8')) as WorkflowJson;
		examples[basename(file, '.json')] = await api.createWorkflow(withCredentials(workflow, credentials));
	}
	return examples;
}

/** An imported example. Throws when there is none of that name. */
export function exampleOf({ examples }: Pick<Stage, 'examples'>, name: string): Workflow {
	if (examples[name]) return examples[name];
	throw new Error(`There is no example ${name}.json. There are: ${Object.keys(examples).join(', ')}`);
}

/** The workflow with each node's credential replaced by the one of its type. Throws when there is none. */
export function withCredentials(workflow: WorkflowJson, credentials: Stage['credentials']): WorkflowJson {
	const nodes = workflow.nodes.map((node) => {
		const own = Object.keys(node.credentials ?? {}).map((type) => {
			if (!credentials[type])
				throw new Error(`"${workflow.name}", "${node.name}": no credential ${type} here`);
			return [type, { id: credentials[type].id, name: credentials[type].name }];
		});
		return own.length ? { ...node, credentials: Object.fromEntries(own) } : node;
	});
	return { ...workflow, nodes };
}
