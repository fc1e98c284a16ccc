import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { core } from './core';
import { StoredCredentials, type CredentialTypes } from './credentials';

const ABSOLUTE = 'http://engine.invalid/';

/** What n8n's server gives an execution: credentials (here from memory), addresses, and what watches it. */
export const serverData = (
	types: CredentialTypes,
	credentials: Record<string, IDataObject>,
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData =>
	({
		credentialsHelper: new StoredCredentials(types, credentials),
		hooks: new core.ExecutionLifecycleHooks(mode, '1', {} as IWorkflowBase),
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
	}) as unknown as IWorkflowExecuteAdditionalData;

/** The node types that n8n knows, by their names. */
export const nodeTypesOf = (types: Record<string, INodeType>): INodeTypes => ({
	getByName: (name) => types[name],
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
	getKnownTypes: () => ({}),
});

/** A node as it stands in a workflow. */
export const nodeOf = (
	id: string,
	name: string,
	type: string,
	parameters: IDataObject = {},
	credentials: Record<string, IDataObject> = {},
): INode => ({
	...{ id, name, type, typeVersion: 1, position: [0, 0] },
	parameters: parameters as INode['parameters'],
	credentials: Object.fromEntries(Object.keys(credentials).map((key) => [key, { id: key, name: key }])),
});
