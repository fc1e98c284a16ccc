import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { failureOf } from '../shared/failure';
import { parse } from '../shared/input/schema';
import { nodeError } from '../shared/run/nodeError';
import { fieldProperty } from '../shared/editor/fieldProperties';
import { bluDeltaApiTest } from './credentialTest';
import { triggerFields } from './trigger/triggerFields';
import { poll } from './trigger/poll';

/** Starts a workflow with each document that BLU DELTA has read. */
export class BluDeltaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BLU DELTA Trigger',
		name: 'bluDeltaTrigger',
		icon: { light: 'file:bluDelta.svg', dark: 'file:bluDelta.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "documents: " + $parameter["documents"] }}',
		description: 'Starts the workflow when BLU DELTA has read a document',
		builderHint: {
			searchHint:
				'Starts with each document that BLU DELTA has read. Keep Confirmation on Manual and end the workflow with the BLU DELTA operation Confirm: a document is gone once it is confirmed, and holds up those behind it until then.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-bluetape.bluDelta',
					relationHint: 'Confirms the document at the end, and turns it into a BlueTape invoice',
				},
			],
		},
		defaults: { name: 'BLU DELTA Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bluDeltaApi', required: true, testedBy: 'bluDeltaApiTest' }],
		properties: [
			{
				displayName:
					'A test run takes the next document and uses one of its three downloads. It confirms nothing.',
				name: 'testNotice',
				type: 'notice',
				default: '',
			},
			...Object.entries(triggerFields).map(([key, field]) => fieldProperty(key, field, 'node')),
		],
	};

	methods = { credentialTest: { bluDeltaApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const read = (name: string) => [name, this.getNodeParameter(name)] as const;
		try {
			const given = Object.fromEntries(Object.keys(triggerFields).map(read));
			const items = await poll(this, parse(triggerFields, given));
			return items.length ? [items] : null;
		} catch (error) {
			throw nodeError(this, failureOf(error));
		}
	}
}
