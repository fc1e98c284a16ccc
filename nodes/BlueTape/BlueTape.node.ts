import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runOperation } from '../shared/run/execute';
import { nodeProperties } from '../shared/editor/nodeProperties';
import { subtitle } from '../shared/editor/subtitle';
import { blueTape } from './api';
import { blueTapeApiTest } from './credentialTest';
import { resources } from './resources';

/** The action node: every operation of BlueTape's integration API. */
export class BlueTape implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BlueTape',
		name: 'blueTape',
		icon: { light: 'file:blueTape.svg', dark: 'file:blueTape.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Get invoices financed and paid: companies, customers, invoices, quotes and projects',
		builderHint: {
			searchHint:
				'Trade credit and payment of invoices between businesses. IDs are your own, from your system: reuse them, and prefer Create or Update where a record may exist already. Lines with quantity and price suffice: amounts that are left out are worked out. BlueTape writes to the customer by e-mail and SMS, from the sandbox too: test with own contacts or the option Dry Run.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-bluetape.blueTapeTrigger',
					relationHint: 'Starts a workflow when a quote is decided on or an invoice is paid',
				},
				{
					nodeType: 'n8n-nodes-bluetape.bluDelta',
					relationHint: 'Reads a PDF or scan of an invoice into the fields that Create Invoice takes',
				},
			],
		},
		defaults: { name: 'BlueTape' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'blueTapeApi', required: true, testedBy: 'blueTapeApiTest' }],
		properties: nodeProperties(resources, 'invoice'),
	};

	methods = { credentialTest: { blueTapeApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runOperation(this, resources, blueTape, this.continueOnFail())];
	}
}
