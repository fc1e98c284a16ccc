import type { Execution } from '../../runtime/execution';
import type { WorkflowJson, WorkflowNode } from '../../runtime/workflow';
import type { TestStage } from './stage';

/** Nodes of n8n's own that the tests put before and after ours. */
export const manual: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** Gives these items. */
export const items = (...list: object[]): WorkflowNode => ({
	name: 'Items',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode: `return ${JSON.stringify(list.map((json) => ({ json })))};` },
});

/** Gives one item with a file in the field `data`. */
export const file = (content: Buffer, fileName: string, mimeType: string): WorkflowNode[] => [
	items({ base64: content.toString('base64') }),
	{
		name: 'File',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: { operation: 'toBinary', sourceProperty: 'base64', options: { fileName, mimeType } },
	},
];

/** Reads the file in the field `data` into the field `base64`. */
export const readFile: WorkflowNode = {
	name: 'Read',
	type: 'n8n-nodes-base.extractFromFile',
	typeVersion: 1,
	parameters: { operation: 'binaryToPropery', destinationKey: 'base64', options: {} },
};

/** A workflow of nodes one after the other, the first one a trigger. */
export function row(name: string, ...nodes: WorkflowNode[]): WorkflowJson {
	const all = nodes.map((node, index) => ({
		id: `${index}`,
		...node,
		position: [index * 220, 0] as [number, number],
	}));
	const links = all
		.slice(1)
		.map(({ name: next }, index) => [all[index].name, { main: [[{ node: next, type: 'main', index: 0 }]] }]);
	return {
		name,
		nodes: all,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow of nodes one after the other, from a Manual Trigger on. */
export const chain = (name: string, ...nodes: WorkflowNode[]): WorkflowJson => row(name, manual, ...nodes);

/** Makes the workflow in n8n, runs it from its Manual Trigger and removes it; its execution is removed with it. */
export async function runChain(api: TestStage['api'], ...nodes: WorkflowNode[]): Promise<Execution> {
	const { id } = await api.createWorkflow(chain('Test', ...nodes));
	try {
		return await api.runAndRead(id, { seconds: 60 });
	} finally {
		await api.deleteWorkflow(id);
	}
}
