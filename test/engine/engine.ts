import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
	IDataObject,
	IExecuteData,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

// n8n-core reads these when it is loaded.
const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
mkdirSync(join(userFolder, '.n8n'));
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_ENCRYPTION_KEY: 'test',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
});
process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));

/* eslint-disable @typescript-eslint/no-require-imports */
const { Container } = require('@n8n/di') as typeof import('@n8n/di');
const core = require('n8n-core') as typeof import('n8n-core');
/* eslint-enable */
import { NodeHelpers, Workflow, createRunExecutionData } from 'n8n-workflow';
import { StoredCredentials, type CredentialTypes } from './credentials';

const ABSOLUTE = 'http://engine.invalid/';
const meta: IWorkflowBase = {
	id: 'w',
	name: 'w',
	nodes: [],
	connections: {},
	active: false,
	activeVersionId: null,
	isArchived: false,
	createdAt: new Date(),
	updatedAt: new Date(),
};

const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

export interface NodeRun {
	/** The node under test, e.g. `new BlueTape()`. */
	node: INodeType;
	parameters: IDataObject;
	items?: INodeExecutionData[];
	credentials?: Record<string, IDataObject>;
	credentialTypes?: CredentialTypes;
	settings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	timeZone?: string;
	/** Called with the running execution, e.g. to cancel it. */
	running?: (execution: { cancel: () => void }) => void;
}

export interface NodeResult {
	items: INodeExecutionData[];
	/** Items of the node's error output. */
	errorItems: INodeExecutionData[];
	error?: { message: string; description?: string | null; context?: IDataObject; httpCode?: string | null };
	hints: string[];
	run: IRun;
}

/**
 * Runs one node in n8n-core's real engine, behind a start node that emits `items`: real expressions, HTTP helper, binary
 * store, paired items, error output and Retry On Fail. Only credentials come from memory instead of n8n's database.
 */
export async function runNode(given: NodeRun): Promise<NodeResult> {
	await Container.get(core.BinaryDataService).init();
	const {
		node,
		parameters,
		items = [{ json: {} }],
		credentials = {},
		credentialTypes = {},
		settings,
		timeZone = 'UTC',
	} = given;
	const type = node.description.name;
	const types: Record<string, INodeType> = { start, [type]: node };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
		getKnownTypes: () => ({}),
	};
	const named = Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }]));
	const workflow = new Workflow({
		id: 'w',
		name: 'w',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: timeZone },
		nodes: [
			{ id: 's', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: 'n',
				name: 'Node',
				type,
				typeVersion: 1,
				position: [1, 0],
				parameters: parameters as INode['parameters'],
				credentials: named,
				...settings,
			},
		],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	});
	const additionalData = {
		credentialsHelper: new StoredCredentials(credentialTypes, credentials),
		hooks: new core.ExecutionLifecycleHooks('manual', '1', meta),
		executionId: '1',
		instanceBaseUrl: ABSOLUTE,
		restApiUrl: `${ABSOLUTE}rest`,
		webhookBaseUrl: `${ABSOLUTE}webhook`,
		webhookTestBaseUrl: `${ABSOLUTE}webhook-test`,
		webhookWaitingBaseUrl: `${ABSOLUTE}webhook-waiting`,
		formWaitingBaseUrl: `${ABSOLUTE}form-waiting`,
		variables: {},
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const stack: IExecuteData[] = [{ node: workflow.getNode('Start')!, data: { main: [items] }, source: null }];
	const executionData = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
	const execution = new core.WorkflowExecute(additionalData, 'manual', executionData).processRunExecutionData(
		workflow,
	);
	given.running?.({ cancel: () => execution.cancel() });
	const run = await execution;
	const task = run.data.resultData.runData.Node?.at(-1);
	return {
		items: task?.data?.main?.[0] ?? [],
		errorItems: task?.data?.main?.[1] ?? [],
		error: (task?.error ?? run.data.resultData.error) as NodeResult['error'],
		hints: (task?.hints ?? []).map(({ message }) => message),
		run,
	};
}

/** Stores a file in the engine's binary store, as a node before the one under test would. */
export async function binaryItem(
	content: Buffer,
	fileName: string,
	mimeType: string,
	json: IDataObject = {},
): Promise<INodeExecutionData> {
	const service = Container.get(core.BinaryDataService);
	await service.init();
	const data = await service.store(core.FileLocation.ofExecution('w', '1'), content, {
		data: '',
		fileName,
		mimeType,
	});
	return { json, binary: { data } };
}

/** The content of a file that a node put out. */
export async function binaryContent(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
	return await Container.get(core.BinaryDataService).getAsBuffer(item.binary![property]);
}
