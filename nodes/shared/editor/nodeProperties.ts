import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource } from '../table/operation';
import { alphabetical } from './alphabetical';
import { operationProperties, PLACES } from './operationProperties';
import { sentences } from './sentences';

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => alphabetical(a.name, b.name);

/** The whole `properties` of a node from its table of resources. `first` names the resource that a new node starts with. */
export function nodeProperties(resources: Record<string, Resource>, first: string): INodeProperties[] {
	const entries = Object.entries(resources);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			default: first,
			options: entries.map(([value, { name, description }]) => ({ name, value, description })).sort(byName),
		},
		...entries.map(([key, resource]) => operationChoice(key, resource)),
		...entries.flatMap(([key, { operations }]) => merged(key, operations)),
	];
}

function operationChoice(resourceKey: string, { operations }: Resource): INodeProperties {
	const options = Object.entries(operations).map(operationOption).sort(byName);
	// Never one that cannot be undone, just because of its initial.
	const start = ['create', 'upload'].find((key) => key in operations) ?? options[0].value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resourceKey] } },
		default: start,
		options,
	};
}

function operationOption([value, operation]: [string, Operation]): INodePropertyOptions {
	const { name, action, description, effects } = operation;
	return {
		name,
		value,
		action,
		description: sentences(effects ? `${description}. ${effects}` : description),
	};
}

/** The parameters of all operations of a resource; equal ones are put together, so that the node's description stays small. */
function merged(resourceKey: string, operations: Record<string, Operation>): INodeProperties[] {
	const each = Object.entries(operations).map(([key, operation]) => ({
		key,
		places: operationProperties(operation),
	}));
	return PLACES.flatMap((place) => {
		const seen = new Map<string, { property: INodeProperties; shownFor: string[] }>();
		for (const { key, places } of each) {
			for (const property of places[place]) {
				const text = JSON.stringify(property);
				const known = seen.get(text);
				if (known) known.shownFor.push(key);
				else seen.set(text, { property, shownFor: [key] });
			}
		}
		return [...seen.values()].map(({ property, shownFor }) => ({
			...property,
			displayOptions: {
				...property.displayOptions,
				show: { resource: [resourceKey], operation: shownFor, ...property.displayOptions?.show },
			},
		}));
	});
}
