import { CredentialTestContext } from 'n8n-core';
import type { IDataObject, INodeCredentialTestResult, INodeType } from 'n8n-workflow';
import { credentialTypes } from '../../release/published';

/** Tests a credential as n8n does when it is saved: by the function that the node names for it. */
export async function credentialTested(
	node: INodeType,
	type: string,
	data: IDataObject,
): Promise<INodeCredentialTestResult> {
	if (Object.values(credentialTypes).find(({ name }) => name === type)?.test) {
		throw new Error(`n8n would ask the test of ${type} itself`);
	}
	const { testedBy } = node.description.credentials!.find(({ name }) => name === type)!;
	const context = new CredentialTestContext({} as never);
	return await node.methods!.credentialTest![testedBy as string].call(context, {
		...{ id: '1', name: 'Tested', type, data: data as never },
	});
}
