import type { IDisplayOptions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import {
	isOptional,
	labelOf,
	notesOf,
	parameterOf,
	shapeOf,
	type Field,
	type Notes,
	type Shape,
} from '../table/notes';
import { alphabetical } from './alphabetical';
import { sentences } from './sentences';

/** Where a field stands: by itself in the node, among those that the user adds, or in an entry of a list. */
type Within = 'node' | 'collection' | 'entry';

/** What the editor shows for one field. */
export function fieldProperty(key: string, field: Field, within: Within): INodeProperties {
	const { description, placeholder, hint, asked, onlyWithout } = notesOf(field);
	const needed = asked || onlyWithout || !isOptional(field);
	return {
		displayName: labelOf(key, field),
		name: parameterOf(key, field),
		...(description && { description: sentences(description) }),
		...(placeholder && { placeholder }),
		...(hint && { hint }),
		...(within !== 'collection' && needed && { required: true }),
		...box(key, field),
		...(onlyWithout && { displayOptions: { hide: whenFilled(onlyWithout) } }),
	};
}

/** The condition under which one of these parameters has a value. */
const whenFilled = (paths: string[]): NonNullable<IDisplayOptions['hide']> =>
	Object.fromEntries(paths.map((path) => [`/${path}`, [{ _cnd: { exists: true } }]]));

/** The fields that a user adds, sorted as n8n wants them. */
export const addedProperties = (shape: Shape): INodeProperties[] =>
	Object.entries(shape)
		.map(([key, field]) => fieldProperty(key, field, 'collection'))
		.sort(byLabel);

export const byLabel = (a: INodeProperties, b: INodeProperties): number =>
	alphabetical(a.displayName, b.displayName);

type Box = Pick<INodeProperties, 'type' | 'default' | 'placeholder' | 'typeOptions' | 'options'>;

/** A number box cannot be left empty: without a value to begin with it would send a 0 that nobody typed. */
function numberBox({ kind, default: start, minValue }: Notes): Box {
	if (start === undefined) return { type: 'string', default: '' };
	const typeOptions = kind === 'integer' ? { minValue, numberPrecision: 0 } : { numberPrecision: 2 };
	return { type: 'number', default: start, typeOptions };
}

/** What the user fills in or chooses from. */
function box(key: string, field: Field): Box {
	const notes = notesOf(field);
	const options = [...(notes.options ?? [])];
	switch (notes.kind) {
		case 'decimal':
		case 'integer':
		case 'percent':
			return numberBox(notes);
		case 'date':
			return { type: 'dateTime', default: '', typeOptions: { dateOnly: true } };
		case 'dateTime':
			return { type: 'dateTime', default: '' };
		case 'flag':
			return { type: 'boolean', default: notes.default ?? false };
		case 'choice':
			return { type: 'options', options, default: notes.default ?? notes.options?.[0]?.value ?? '' };
		case 'choices':
			return { type: 'multiOptions', options, default: notes.defaults ?? [] };
		case 'group':
			return {
				type: 'collection',
				placeholder: `Add to ${labelOf(key, field)}`,
				default: {},
				options: addedProperties(shapeOf(field)!),
			};
		case 'json':
			return { type: 'json', default: notes.default ?? '{}', typeOptions: { rows: 4 } };
		case 'list':
			return listBox(key, field);
		default:
			return { type: 'string', default: notes.default ?? '' };
	}
}

/** A field that shows although others of its entry have to be added. */
const shownAlways = (property: INodeProperties): INodeProperties => ({
	...property,
	typeOptions: { ...property.typeOptions, showEvenWhenOptional: true },
});

/** The fields of a list's entry, in the order in which people fill them in. */
function entryProperties(shape: Shape, hidden: string[] = []): INodeProperties[] {
	const properties = Object.entries(shape).map(([key, field]) => fieldProperty(key, field, 'entry'));
	if (!hidden.length) return properties;
	return properties.map((property) =>
		hidden.includes(property.name) || property.required ? property : shownAlways(property),
	);
}

/** The entry in which a whole list stands. An agent's field is called after both names: the list's own, so that a model knows it. */
function listFromExpression(key: string, field: Field, shape: Shape): INodePropertyCollection {
	const name = parameterOf(key, field);
	const list: INodeProperties = {
		displayName: labelOf(key, field),
		name: 'list',
		type: 'json',
		default: '',
		placeholder: `e.g. {{ $json.${name} }}`,
		description: `An expression that yields a list of objects with the fields ${Object.keys(shape).join(', ')}`,
	};
	return {
		name,
		displayName: 'List From Expression',
		values: [notesOf(field).hidden ? shownAlways(list) : list],
	};
}

/** A list as a fixed collection. n8n drops an expression in place of a fixed collection, so arrays have an entry of their own. */
function listBox(key: string, field: Field): Box {
	const { entry = '', single = false, title, hidden } = notesOf(field);
	const shape = shapeOf(field)!;
	const values = { name: 'values', displayName: entry, values: entryProperties(shape, hidden) };
	return {
		type: 'fixedCollection',
		placeholder: `Add ${entry}`,
		typeOptions: {
			multipleValues: !single,
			...(!single && { sortable: true }),
			...(title && { fixedCollection: { itemTitle: `={{ $collection.item.value.${title} }}` } }),
			...(hidden && { hideOptionalFields: true }),
		},
		default: {},
		options: single ? [values] : [values, listFromExpression(key, field, shape)],
	};
}
