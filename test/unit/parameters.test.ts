import type { IExecuteFunctions } from 'n8n-workflow';
import { readParameters } from '../../nodes/shared/parameters';

/** What a node sees as the tool of an agent: its input is what the model said, `$json` is what the agent itself was given. */
const asTool = {
	getInputData: () => [{ json: { customerId: 'said by the model' } }],
	getWorkflowDataProxy: () => ({ $json: { customerId: 'CUST-1' } }),
	getNodeParameter: () => '={{ $json.customerId }}',
	evaluateExpression: () => {
		throw new Error('not needed');
	},
} as unknown as IExecuteFunctions;

test('a path is followed in what n8n calls $json, not in the input item', () => {
	expect(readParameters(asTool, ['customerId'], 0)).toEqual({ customerId: 'CUST-1' });
});
