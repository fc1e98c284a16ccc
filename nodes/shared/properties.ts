import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { DRY_RUN, CHECK_AMOUNTS, PARALLEL, BODY_SOURCE, JSON_BODY } from './commonProperties';
import { isOptional, notesOf, shapeOf, type Field, type Shape } from './notes';
import type { Operation, Resource } from './operation';
import { titleCase } from './title';

const byLabel = (a: { displayName: string }, b: { displayName: string }) =>
	a.displayName.localeCompare(b.displayName);

/** A description as n8n writes them: one sentence has no period, several have one at the end too. */
const sentences = (text: string): string => (text.includes('. ') && !text.endsWith('.') ? `${text}.` : text);

/** Does the field stand by itself in the editor, before the optional ones? */
export const isUpFront = (field: Field): boolean => !isOptional(field) || notesOf(field).upFront === true;

/** The name of the node parameter for the field that the request calls `key`. */
export const parameterOf = (key: string, field: Field): string => notesOf(field).parameter ?? key;

/** What the editor shows for one field. Inside a list entry an optional number starts empty, so it is a text box. */
export function property(
	key: string,
	field: Field,
	within: 'node' | 'collection' | 'entry',
): INodeProperties {
	const notes = notesOf(field);
	const name = parameterOf(key, field);
	const common = {
		displayName: notes.label ?? titleCase(name),
		name,
		...(notes.description && { description: sentences(notes.description) }),
		...(notes.placeholder && { placeholder: notes.placeholder }),
		...(within !== 'collection' && !isOptional(field) && { required: true }),
	};
	const needless = within === 'entry' && isOptional(field);
	switch (notes.kind) {
		case 'decimal':
		case 'integer':
			if (needless) return { ...common, type: 'string', default: '' };
			return {
				...common,
				type: 'number',
				default: notes.default ?? 0,
				typeOptions:
					notes.kind === 'integer'
						? { minValue: notes.minValue, numberPrecision: 0 }
						: { numberPrecision: 2 },
			};
		case 'date':
			return { ...common, type: 'dateTime', default: '', typeOptions: { dateOnly: true } };
		case 'dateTime':
			return { ...common, type: 'dateTime', default: '' };
		case 'flag':
			return { ...common, type: 'boolean', default: notes.default ?? false };
		case 'choice':
			return {
				...common,
				type: 'options',
				options: [...(notes.options ?? [])],
				default: notes.default ?? notes.options?.[0]?.value ?? '',
			};
		case 'choices':
			return {
				...common,
				type: 'multiOptions',
				options: [...(notes.options ?? [])],
				default: notes.defaults ?? [],
			};
		case 'group':
			return {
				...common,
				type: 'collection',
				placeholder: `Add to ${common.displayName}`,
				default: {},
				options: properties(shapeOf(field)!, 'collection'),
			};
		case 'list':
			return listProperty(common, notes.entry!, notes.single === true, shapeOf(field)!);
		default:
			return { ...common, type: 'string', default: notes.default ?? '' };
	}
}

type Common = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder' | 'required'>;

/** A list as a fixed collection. n8n drops an expression in place of a fixed collection, so arrays have an entry of their own. */
function listProperty(common: Common, entry: string, single: boolean, shape: Shape): INodeProperties {
	const values = { name: 'values', displayName: entry, values: properties(shape, 'entry') };
	const array = {
		name: 'array',
		displayName: 'List From Expression',
		values: [
			{
				displayName: 'List',
				name: 'items',
				type: 'json' as const,
				default: '',
				placeholder: `e.g. {{ $json.${common.name} }}`,
				description: `An expression that yields a list of objects with the fields ${Object.keys(shape).join(', ')}`,
			},
		],
	};
	return {
		...common,
		type: 'fixedCollection',
		placeholder: `Add ${entry}`,
		typeOptions: { multipleValues: !single },
		default: {},
		options: single ? [values] : [values, array],
	};
}

/** The fields of a collection or of a list entry, sorted as n8n wants them. */
export function properties(shape: Shape, within: 'collection' | 'entry'): INodeProperties[] {
	return Object.entries(shape)
		.map(([key, field]) => property(key, field, within))
		.sort(byLabel);
}

/** The parameter that holds the optional fields of an operation. */
export const collectionOf = (operation: Pick<Operation, 'updates'>): 'updateFields' | 'additionalFields' =>
	operation.updates ? 'updateFields' : 'additionalFields';

/** Order in the editor: equal parameters of several operations are put together, so each kind has its place. */
const PLACES = ['notice', 'path', 'setting', 'source', 'field', 'json', 'collection', 'options'] as const;
type Placed = { place: (typeof PLACES)[number]; property: INodeProperties };

/** All parameters of one operation, without the condition under which they show. */
function* operationProperties(operation: Operation): Generator<Placed> {
	const shown = (bodySource: 'fields' | 'json') =>
		operation.bodySource && { displayOptions: { show: { bodySource: [bodySource] } } };
	if (operation.effects) {
		yield {
			place: 'notice',
			property: { displayName: operation.effects, name: 'effectsNotice', type: 'notice', default: '' },
		};
	}
	for (const [key, field] of Object.entries(operation.path))
		yield { place: 'path', property: property(key, field, 'node') };
	for (const [key, field] of Object.entries(operation.settings))
		yield { place: 'setting', property: property(key, field, 'node') };
	if (operation.bodySource) yield { place: 'source', property: BODY_SOURCE };
	const fields = Object.entries({ ...operation.query, ...operation.body });
	for (const [key, field] of fields.filter(([, field]) => isUpFront(field))) {
		yield { place: 'field', property: { ...property(key, field, 'node'), ...shown('fields') } };
	}
	if (operation.bodySource) {
		const needed = Object.entries(operation.body ?? {}).filter(([, field]) => !isOptional(field));
		const hint = needed.length ? { hint: `Needed: ${needed.map(([key]) => key).join(', ')}` } : {};
		yield { place: 'json', property: { ...JSON_BODY, ...hint, ...shown('json') } };
	}
	const optional = Object.fromEntries(fields.filter(([, field]) => !isUpFront(field)));
	if (Object.keys(optional).length) {
		const collection = collectionProperty(
			collectionOf(operation),
			'Add Field',
			properties(optional, 'collection'),
		);
		yield { place: 'collection', property: { ...collection, ...shown('fields') } };
	}
	const options = [
		...properties(operation.options, 'collection'),
		...(operation.oneByOne || !operation.route ? [] : [PARALLEL]),
		...(operation.route ? [DRY_RUN] : []),
		...(operation.check ? [CHECK_AMOUNTS] : []),
	];
	if (options.length)
		yield { place: 'options', property: collectionProperty('options', 'Add Option', options.sort(byLabel)) };
}

const collectionProperty = (
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName: titleCase(name),
	name,
	type: 'collection',
	placeholder,
	default: {},
	options,
});

/** Puts equal parameters of several operations together, so that the description of the node stays small. */
function merged(resourceKey: string, operations: Record<string, Operation>): INodeProperties[] {
	const seen = new Map<string, Placed & { shownFor: string[] }>();
	for (const [key, operation] of Object.entries(operations)) {
		for (const placed of operationProperties(operation)) {
			const text = JSON.stringify(placed);
			const known = seen.get(text);
			if (known) known.shownFor.push(key);
			else seen.set(text, { ...placed, shownFor: [key] });
		}
	}
	const sorted = [...seen.values()].sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place));
	return sorted.map(({ property, shownFor }) => ({
		...property,
		displayOptions: {
			show: { resource: [resourceKey], operation: shownFor, ...property.displayOptions?.show },
		},
	}));
}

function operationOption([value, { name, action, description, effects }]: [
	string,
	Operation,
]): INodePropertyOptions {
	return {
		name,
		value,
		action,
		description: sentences(effects ? `${description}. ${effects}` : description),
	};
}

/** The whole `properties` of a node from its table of resources. `first` names the resource that a new node starts with. */
export function nodeProperties(resources: Record<string, Resource>, first: string): INodeProperties[] {
	const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);
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
		...entries.map(([key, { operations }]): INodeProperties => {
			const options = Object.entries(operations).map(operationOption).sort(byName);
			// Never one that cannot be undone, just because of its initial.
			const start = ['create', 'upload'].find((key) => key in operations) ?? options[0].value;
			return {
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [key] } },
				default: start,
				options,
			};
		}),
		...entries.flatMap(([key, { operations }]) => merged(key, operations)),
	];
}
