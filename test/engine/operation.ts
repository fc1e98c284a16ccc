import type { ICredentialType, IDataObject, INodeType } from 'n8n-workflow';
import { runNode, type NodeResult, type NodeRun } from './engine';

/** Runs one operation of the node under test. */
export type RunOperation = (
	resource: string,
	operation: string,
	parameters?: IDataObject,
	more?: Partial<NodeRun>,
) => Promise<NodeResult>;

/** Runs operations of a node that has this credential. */
export const operationsOf =
	(Node: new () => INodeType, Type: new () => ICredentialType, credential: IDataObject): RunOperation =>
	async (resource, operation, parameters = {}, more = {}) => {
		const type = new Type();
		return await runNode({
			node: new Node(),
			parameters: { resource, operation, ...parameters },
			credentials: { [type.name]: credential },
			credentialTypes: { [type.name]: type },
			...more,
		});
	};
