import {
	Workflow,
	createRunExecutionData,
	type IDataObject,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IRun,
} from 'n8n-workflow';
import { Container, core } from './core';
import type { CredentialTypes } from './credentials';
import { nodeOf, nodeTypesOf, serverData } from './server';

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
	/** The workflow's setting: where n8n keeps an item's files. */
	binaryMode?: 'separate' | 'combined';
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
		binaryMode,
	} = given;
	const type = node.description.name;
	const workflow = new Workflow({
		id: 'w',
		name: 'w',
		active: false,
		nodeTypes: nodeTypesOf({ start, [type]: node }),
		settings: { executionOrder: 'v1', timezone: timeZone, binaryMode },
		nodes: [
			nodeOf('s', 'Start', 'start'),
			{ ...nodeOf('n', 'Node', type, parameters, credentials), ...settings },
		],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	});
	const server = serverData(credentialTypes, credentials, 'manual');
	const stack: IExecuteData[] = [{ node: workflow.getNode('Start')!, data: { main: [items] }, source: null }];
	const executionData = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
	const execution = new core.WorkflowExecute(server, 'manual', executionData).processRunExecutionData(
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
