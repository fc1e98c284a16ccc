import type { Credential } from '../runtime/api';
import type { WorkflowJson, WorkflowNode } from '../runtime/workflow';

/** Name of the node that is measured. */
export const MEASURED = 'Measured';

export const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	rest: Partial<WorkflowNode> = {},
): WorkflowNode => ({ name, type, typeVersion, position: [0, 0], parameters, ...rest });

/** A credential as a node refers to it. */
export const using = ({ id, name, type }: Credential) => ({ credentials: { [type]: { id, name } } });

/** A workflow in which each node follows the one before. */
export function chain(name: string, nodes: WorkflowNode[]): WorkflowJson {
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map((to, index) => [nodes[index].name, { main: [[{ node: to.name, type: 'main', index: 0 }]] }]),
	);
	const placed = nodes.map((each, index) => ({ ...each, position: [index * 220, 0] as [number, number] }));
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1' } };
}

export const start = () => node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

/** Items made inside of n8n. `expression` yields their list; it is JavaScript. */
export const makeItems = (expression: string): WorkflowNode[] => [
	node('List', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: `={{ JSON.stringify({ list: ${expression} }) }}`,
		options: {},
	}),
	node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'list', options: {} }),
];

/** n8n's HTTP Request as a user sets it up for BlueTape or BLU DELTA: stored credential, JSON body. */
export const httpRequest = (
	credential: Credential,
	method: string,
	url: string,
	rest: Record<string, unknown> = {},
	name = MEASURED,
): WorkflowNode =>
	node(
		name,
		'n8n-nodes-base.httpRequest',
		4.5,
		{
			...{ method, url, options: {} },
			...{ authentication: 'predefinedCredentialType', nodeCredentialType: credential.type },
			...rest,
		},
		using(credential),
	);

export const jsonBody = (expression: string) => ({
	...{ sendBody: true, specifyBody: 'json', jsonBody: `={{ ${expression} }}` },
});
