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
		subtitle: '={{ "confirm: " + $parameter["confirmation"] }}',
		// n8n's node search shows this one for the action node, too.
		description: 'Have invoices read. The trigger starts a workflow for each document that is finished',
		builderHint: {
			searchHint:
				'Starts with each document that BLU DELTA has read. With Confirmation On Hand-Over the next poll confirms it; with Manual end the workflow with the BLU DELTA operation Confirm. Connect Needs Attention to a person.',
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
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Needs Attention'],
		credentials: [{ name: 'bluDeltaApi', required: true, testedBy: 'bluDeltaApiTest' }],
		properties: [
			{
				displayName:
					'A test run takes the next document and uses one of its three downloads. It confirms nothing, and takes no document a second time.',
				name: 'testNotice',
				type: 'notice',
				default: '',
			},
			...Object.entries(triggerFields).map(([key, field]) => ({
				...fieldProperty(key, field, 'node'),
				...(key === 'redeliverAfter' && { displayOptions: { show: { confirmation: ['manual'] } } }),
			})),
		],
	};

	methods = { credentialTest: { bluDeltaApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		// A setting that the editor hides has no value.
		const read = (name: string) => [name, this.getNodeParameter(name, null) ?? undefined] as const;
		try {
			const given = Object.fromEntries(Object.keys(triggerFields).map(read));
			return (await poll(this, parse(triggerFields, given))).lists();
		} catch (error) {
			throw nodeError(this, failureOf(error));
		}
	}
}
