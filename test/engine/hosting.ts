import {
	Workflow,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type IWebhookData,
	type IWebhookDescription,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialTypes } from './credentials';
import type { SeenTable } from './seenTable';
import { nodeOf, nodeTypesOf, serverData } from './server';

export const WEBHOOK_ID = '5b3f9c1e-0c3d-4a8e-9d5e-6f1a2b3c4d5e';

export interface Hosting {
	/** The trigger under test, e.g. `new BlueTapeTrigger()`. */
	node: INodeType;
	parameters: IDataObject;
	credentials?: Record<string, IDataObject>;
	credentialTypes?: CredentialTypes;
	/** `manual` for the editor's test run. */
	mode?: WorkflowExecuteMode;
	table?: SeenTable;
	/** The node's id in its workflow. */
	nodeId?: string;
	/** What n8n sees as the caller's address. */
	ip?: string;
	/** Called when n8n stores the execution; throws when that fails. */
	store?: () => void | Promise<void>;
	/** The node after the trigger; throws for a failing workflow. */
	after?: (items: INodeExecutionData[]) => void | Promise<void>;
	/** N8N_PAYLOAD_SIZE_MAX in bytes. */
	payloadSizeMax?: number;
}

export const modeOf = ({ mode = 'webhook' }: Hosting): WorkflowExecuteMode => mode;

export const serverDataOf = ({ credentialTypes = {}, credentials = {}, ...hosting }: Hosting) =>
	serverData(credentialTypes, credentials, modeOf(hosting));

/** The node behind the trigger, which tells what it receives and passes it on. */
const nextNode = ({ node, after }: Hosting, received?: (items: INodeExecutionData[]) => void): INodeType => ({
	description: {
		...node.description,
		name: 'next',
		inputs: ['main'],
		webhooks: [],
		properties: [],
		credentials: [],
	},
	async execute() {
		received?.(this.getInputData());
		await after?.(this.getInputData());
		return [this.getInputData()];
	},
});

/** The workflow as n8n loads it anew for each call: the trigger, and one node behind it. */
export function workflowOf(hosting: Hosting, received?: (items: INodeExecutionData[]) => void): Workflow {
	const { node, credentials = {}, nodeId = 't', parameters } = hosting;
	const type = node.description.name;
	return new Workflow({
		id: 'w',
		name: 'w',
		active: modeOf(hosting) === 'webhook',
		nodeTypes: nodeTypesOf({ [type]: node, next: nextNode(hosting, received) }),
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				...nodeOf(nodeId, 'Trigger', type, structuredClone(parameters), credentials),
				webhookId: WEBHOOK_ID,
			},
			nodeOf('n', 'Next', 'next'),
		],
		connections: { Trigger: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	});
}

/** What n8n knows of a registered webhook. */
export const webhookData = (
	hosting: Hosting,
	description: IWebhookDescription,
	workflow: Workflow,
): IWebhookData => ({
	httpMethod: 'POST',
	node: 'Trigger',
	path: `${WEBHOOK_ID}/${description.path}`,
	webhookDescription: description,
	workflowId: workflow.id,
	workflowExecuteAdditionalData: serverDataOf(hosting),
	isTest: modeOf(hosting) === 'manual',
});
