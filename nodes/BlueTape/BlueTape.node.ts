import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runOperation } from '../shared/run/execute';
import { nodeProperties } from '../shared/editor/nodeProperties';
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
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Get invoices financed and paid: companies, customers, invoices, quotes and projects',
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
