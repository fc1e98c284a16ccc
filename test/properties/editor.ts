import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { resources } from '../../nodes/BlueTape/resources';
import { isUpFront, notesOf, shapeOf, type Shape } from '../../nodes/shared/table/notes';
import type { Operation } from '../../nodes/shared/table/operation';

/** Every operation whose body may come from fields, from the input item or as JSON. */
export const withBody = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.entries(operations)
		.filter(([, { bodySource }]) => bodySource)
		.map(([name, operation]) => ({ resource, name, operation })),
);

export type WithBody = (typeof withBody)[number];

/** Values of the ids in an operation's path. */
export const pathIds = ({ path }: Operation): IDataObject =>
	Object.fromEntries(Object.keys(path).map((key) => [key, 'ID-1']));

const parameterOf = (key: string, shape: Shape) => notesOf(shape[key]).parameter ?? key;

/** A body as the editor's fields hold it: lists as collections of entries, ids under their parameter's name. */
function inEditor(shape: Shape, body: object): IDataObject {
	const put = Object.entries(body).map(([key, value]: [string, unknown]) => {
		const { kind, single } = notesOf(shape[key]);
		const inner = shapeOf(shape[key])!;
		if (kind === 'group') return [parameterOf(key, shape), inEditor(inner, value as object)];
		if (kind !== 'list') return [parameterOf(key, shape), value];
		const entries = (value as object[]).map((entry) => inEditor(inner, entry));
		return [parameterOf(key, shape), { values: single ? entries[0] : entries }];
	});
	return Object.fromEntries(put) as IDataObject;
}

/** The node parameters by which a user enters `given`. */
export function asFields({ body, updates }: Operation, given: object): IDataObject {
	const part = (upFront: boolean) =>
		Object.fromEntries(Object.entries(given).filter(([key]) => isUpFront(body![key]) === upFront));
	return {
		...inEditor(body!, part(true)),
		[updates ? 'updateFields' : 'additionalFields']: inEditor(body!, part(false)),
	};
}

const { properties } = new BlueTape().description;

function shown({ displayOptions }: INodeProperties, { resource, name }: WithBody): boolean {
	const show: Record<string, unknown> = displayOptions?.show ?? {};
	const has = (key: string, value: string) => !show[key] || (show[key] as unknown[]).includes(value);
	return has('resource', resource) && has('operation', name) && has('bodySource', 'fields');
}

/** What stands over the field at `path` in the editor: `Lines 2 > Quantity`. */
export function labelAt(one: WithBody, path: Array<string | number>): string {
	const front = properties.filter((property) => shown(property, one));
	const collections = front.filter(({ type }) => type === 'collection');
	let choices = [...front, ...collections.flatMap(({ options }) => options as INodeProperties[])];
	let shape: Shape = one.operation.body!;
	const labels: string[] = [];
	for (const step of path) {
		if (typeof step === 'number') {
			labels.push(`${labels.pop()} ${step + 1}`);
			continue;
		}
		const name = parameterOf(step, shape);
		const property = choices.find((choice) => choice.name === name)!;
		labels.push(property.displayName);
		const { options = [] } = property;
		choices = (
			property.type === 'fixedCollection' ? (options[0] as INodePropertyCollection).values : options
		) as INodeProperties[];
		shape = shapeOf(shape[step]) ?? {};
	}
	return labels.join(' > ');
}
