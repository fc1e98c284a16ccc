import type { INodeProperties } from 'n8n-workflow';
import { isOptional, isUpFront, type Shape } from '../table/notes';
import { collectionOf, takesExtraFields, type Operation } from '../table/operation';
import { titleCase } from '../table/title';
import { BODY_SOURCE, DRY_RUN, EXTRA_FIELDS, JSON_BODY, KEEP_INPUT, PARALLEL } from './commonProperties';
import { byLabel, fieldProperties, fieldProperty } from './fieldProperties';

/** From top to bottom in the editor. */
export const PLACES = [
	'notice',
	'path',
	'settings',
	'source',
	'upFront',
	'json',
	'collection',
	'options',
] as const;
type Placed = Record<(typeof PLACES)[number], INodeProperties[]>;

/** All parameters of one operation, without the condition under which they show. */
export function operationProperties(operation: Operation): Placed {
	const { path, settings, bodySource, query, body } = operation;
	const fields = Object.entries({ ...query, ...body });
	const upFront = Object.fromEntries(fields.filter(([, field]) => isUpFront(field)));
	const added = Object.fromEntries(fields.filter(([, field]) => !isUpFront(field)));
	const asFields = (properties: INodeProperties[]) =>
		bodySource ? properties.map((property) => shownFor('fields', property)) : properties;
	return {
		notice: notice(operation),
		path: eachField(path),
		settings: eachField(settings),
		source: bodySource ? [BODY_SOURCE] : [],
		upFront: asFields(eachField(upFront)),
		json: bodySource ? [shownFor('json', { ...JSON_BODY, ...neededNames(body) })] : [],
		collection: asFields(
			collection(collectionOf(operation), 'Add Field', fieldProperties(added, 'collection')),
		),
		options: collection('options', 'Add Option', optionsOf(operation)),
	};
}

const notice = ({ effects }: Operation): INodeProperties[] =>
	effects ? [{ displayName: effects, name: 'effectsNotice', type: 'notice', default: '' }] : [];

const eachField = (shape: Shape): INodeProperties[] =>
	Object.entries(shape).map(([key, field]) => fieldProperty(key, field, 'node'));

const shownFor = (bodySource: 'fields' | 'json', property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { bodySource: [bodySource] } },
});

function neededNames(body: Shape = {}): { hint?: string } {
	const needed = Object.keys(body).filter((key) => !isOptional(body[key]));
	return needed.length ? { hint: `Needed: ${needed.join(', ')}` } : {};
}

const optionsOf = (operation: Operation): INodeProperties[] => {
	const { options, oneByOne, route } = operation;
	return [
		...fieldProperties(options, 'collection'),
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
