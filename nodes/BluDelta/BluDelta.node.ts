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
import { bluDelta } from './api';
import { bluDeltaApiTest } from './credentialTest';
import { resources } from './resources';

/** The action node: BLU DELTA's Web API, and the way from a read document to a BlueTape invoice. */
export class BluDelta implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BLU DELTA',
		name: 'bluDelta',
		icon: { light: 'file:bluDelta.svg', dark: 'file:bluDelta.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Have invoices read: upload documents, fetch what was read, turn it into BlueTape invoices',
		builderHint: {
			searchHint:
				'OCR for invoices: upload a PDF or image, let BLU DELTA read and people validate it, then download the data. To start with each read document use the trigger. To BlueTape Invoice turns what was read into the body of a BlueTape invoice. Confirm a document last, when all other work with it is done.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-bluetape.bluDeltaTrigger',
					relationHint: 'Starts a workflow with each document that was read',
				},
				{
					nodeType: 'n8n-nodes-bluetape.blueTape',
					relationHint: 'Takes the invoice that To BlueTape Invoice makes',
				},
			],
		},
		defaults: { name: 'BLU DELTA' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'bluDeltaApi',
				required: true,
				testedBy: 'bluDeltaApiTest',
				displayOptions: { hide: { operation: ['toBlueTapeInvoice'] } },
			},
		],
		properties: nodeProperties(resources, 'document'),
	};

	methods = { credentialTest: { bluDeltaApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runOperation(this, resources, bluDelta, this.continueOnFail())];
	}
}
