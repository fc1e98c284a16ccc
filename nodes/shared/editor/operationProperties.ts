import type { INodeProperties } from 'n8n-workflow';
import { isOptional, isUpFront, notesOf, parameterOf, type Field, type Shape } from '../table/notes';
import { collectionOf, takesExtraFields, type Operation } from '../table/operation';
import { titleCase } from '../table/title';
import {
	BODY_SOURCE,
	DRY_RUN,
	EXTRA_FIELDS,
	JSON_BODY,
	KEEP_INPUT,
	NEEDED,
	PARALLEL,
} from './commonProperties';
import { addedProperties, byLabel, fieldProperty } from './fieldProperties';

/** From top to bottom in the editor. */
export const PLACES = [
	'notice',
	'path',
	'settings',
	'source',
	'needed',
	'upFront',
	'instead',
	'json',
	'collection',
	'options',
] as const;
type Placed = Record<(typeof PLACES)[number], INodeProperties[]>;

/** All parameters of one operation, without the condition under which they show. */
export function operationProperties(operation: Operation): Placed {
	const { path, settings, bodySource, query, body } = operation;
	const instead = partOf(settings, (field) => notesOf(field).onlyWithout !== undefined);
	const fields = { ...query, ...body };
	const upFront = partOf(fields, isUpFront);
	const added = partOf(fields, (field) => !isUpFront(field));
	const asFields = (properties: INodeProperties[]) =>
		bodySource ? properties.map((property) => shownFor('fields', property)) : properties;
	const needed = neededNames(operation, Object.keys(neededOf(operation)));
	return {
		notice: notice(operation),
		path: eachField(path),
		settings: eachField(partOf(settings, (field) => notesOf(field).onlyWithout === undefined)),
		source: bodySource ? [BODY_SOURCE] : [],
		needed: neededNotice(operation),
		upFront: asFields(eachField(upFront)),
		instead: asFields(eachField(instead)),
		json: bodySource ? [shownFor('json', { ...JSON_BODY, ...(needed && { hint: needed }) })] : [],
		collection: asFields(collection(collectionOf(operation), 'Add Field', addedProperties(added))),
		options: collection('options', 'Add Option', optionsOf(operation)),
	};
}

const notice = ({ effects }: Operation): INodeProperties[] =>
	effects ? [{ displayName: effects, name: 'effectsNotice', type: 'notice', default: '' }] : [];

const eachField = (shape: Shape): INodeProperties[] =>
	Object.entries(shape).map(([key, field]) => fieldProperty(key, field, 'node'));

const shownFor = (bodySource: 'fields' | 'input' | 'json', property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, show: { bodySource: [bodySource] } },
});

const partOf = (shape: Shape, belongs: (field: Field) => boolean): Shape =>
	Object.fromEntries(Object.entries(shape).filter(([, field]) => belongs(field)));

const neededOf = ({ body = {} }: Operation): Shape => partOf(body, (field) => !isOptional(field));

/** What a body can't do without, in words. */
function neededNames({ needs }: Operation, names: string[]): string {
	const all = [names.join(', '), needs].filter(Boolean).join('; ');
	return all && `Needed: ${all}`;
}

/** The same for an input item, whose own ID goes by the name that says of what. */
function neededNotice(operation: Operation): INodeProperties[] {
	const names = Object.entries(neededOf(operation)).map(([key, field]) => parameterOf(key, field));
	const displayName = neededNames(operation, names);
	return operation.bodySource && displayName ? [shownFor('input', { displayName, ...NEEDED })] : [];
}

const optionsOf = (operation: Operation): INodeProperties[] => {
	const { options, oneByOne, route } = operation;
	return [
		...addedProperties(options),
		KEEP_INPUT,
		...(takesExtraFields(operation) ? [EXTRA_FIELDS] : []),
		...(route && !oneByOne ? [PARALLEL] : []),
		...(route ? [DRY_RUN] : []),
	].sort(byLabel);
};

/** What the user adds one by one; nothing where there is nothing to add. */
const collection = (name: string, placeholder: string, options: INodeProperties[]): INodeProperties[] =>
	options.length
		? [{ displayName: titleCase(name), name, type: 'collection', placeholder, default: {}, options }]
		: [];
