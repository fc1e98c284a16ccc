import type { INodeProperties } from 'n8n-workflow';

// Parameters that many operations have, whatever the vendor.

export const DRY_RUN: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: true,
	description: 'Whether to check the input and show the request that would be sent, without sending it',
};
export const KEEP_INPUT: INodeProperties = {
	displayName: 'Keep Input Fields',
	name: 'keepInput',
	type: 'boolean',
	default: true,
	description:
		'Whether the output item has the fields and files of the input item, with those of the answer over them',
};
export const EXTRA_FIELDS: INodeProperties = {
	displayName: 'Extra Fields',
	name: 'extraFields',
	type: 'json',
	default: '{}',
	description:
		'One JSON object, sent as part of the body as it is: for fields and values that this node does not know',
};
export const PARALLEL: INodeProperties = {
	displayName: 'Parallel Requests',
	name: 'parallelRequests',
	type: 'number',
	default: 10,
	typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
	description:
		'How many items are worked on at the same time. The output keeps the order of the input. Files: at most 2.',
};

export const BODY_SOURCE: Omit<INodeProperties, 'displayOptions'> = {
	displayName: 'Body Source',
	name: 'bodySource',
	type: 'options',
	default: 'fields',
	noDataExpression: true,
	description: 'Where the data to send comes from',
	options: [
		{ name: 'Fields Below', value: 'fields', description: 'Fill in each field' },
		{
			name: 'Input Item',
			value: 'input',
			description:
				"Take the fields of the incoming item that have the API's names or the labels here; others are left out and told",
		},
		{ name: 'JSON', value: 'json', description: 'One JSON object as the API documents it' },
	],
};
/** Stands where the fields of the input item are taken; its text says which ones are needed. */
export const NEEDED: Omit<INodeProperties, 'displayName'> = {
	name: 'neededNotice',
	type: 'notice',
	default: '',
};
export const JSON_BODY: Omit<INodeProperties, 'displayOptions'> = {
	displayName: 'JSON Body',
	name: 'jsonBody',
	type: 'json',
	default: '{}',
	required: true,
	typeOptions: { rows: 10 },
	description: 'The object to send, with the names that the API documents. A misspelt name is refused.',
};
