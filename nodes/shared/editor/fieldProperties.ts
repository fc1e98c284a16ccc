import type { INodeProperties } from 'n8n-workflow';
import { isOptional, labelOf, notesOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';
import { alphabetical } from './alphabetical';
import { sentences } from './sentences';

/** Where a field stands: by itself in the node, among those that the user adds, or in an entry of a list. */
type Within = 'node' | 'collection' | 'entry';

/** What the editor shows for one field. */
export function fieldProperty(key: string, field: Field, within: Within): INodeProperties {
	const { description, placeholder } = notesOf(field);
	return {
		displayName: labelOf(key, field),
		name: parameterOf(key, field),
		...(description && { description: sentences(description) }),
		...(placeholder && { placeholder }),
		...(within !== 'collection' && !isOptional(field) && { required: true }),
		...box(key, field, within),
	};
}

/** The fields of a collection or of a list entry, sorted as n8n wants them. */
export const fieldProperties = (shape: Shape, within: 'collection' | 'entry'): INodeProperties[] =>
	Object.entries(shape)
		.map(([key, field]) => fieldProperty(key, field, within))
		.sort(byLabel);

export const byLabel = (a: INodeProperties, b: INodeProperties): number =>
	alphabetical(a.displayName, b.displayName);

type Box = Pick<INodeProperties, 'type' | 'default' | 'placeholder' | 'typeOptions' | 'options'>;

/** What the user fills in or chooses from. */
function box(key: string, field: Field, within: Within): Box {
	const notes = notesOf(field);
	const options = [...(notes.options ?? [])];
	switch (notes.kind) {
		case 'decimal':
		case 'integer':
			// A number box cannot be left empty, and an entry shows all of its fields.
			if (within === 'entry' && isOptional(field)) return { type: 'string', default: '' };
			return {
				type: 'number',
				default: notes.default ?? 0,
				typeOptions:
					notes.kind === 'integer'
						? { minValue: notes.minValue, numberPrecision: 0 }
						: { numberPrecision: notes.precision ?? 2 },
			};
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
				options: fieldProperties(shapeOf(field)!, 'collection'),
			};
		case 'json':
			return { type: 'json', default: notes.default ?? '{}', typeOptions: { rows: 4 } };
		case 'list':
			return listBox(key, field);
		default:
			return { type: 'string', default: notes.default ?? '' };
	}
}

/** A list as a fixed collection. n8n drops an expression in place of a fixed collection, so arrays have an entry of their own. */
function listBox(key: string, field: Field): Box {
	const { entry = '', single = false } = notesOf(field);
	const shape = shapeOf(field)!;
	const values = { name: 'values', displayName: entry, values: fieldProperties(shape, 'entry') };
	const array = {
		name: 'array',
		displayName: 'List From Expression',
		values: [
			{
				displayName: 'List',
				name: 'items',
				type: 'json' as const,
				default: '',
				placeholder: `e.g. {{ $json.${parameterOf(key, field)} }}`,
				description: `An expression that yields a list of objects with the fields ${Object.keys(shape).join(', ')}`,
			},
		],
	};
	return {
		type: 'fixedCollection',
		placeholder: `Add ${entry}`,
		typeOptions: { multipleValues: !single },
		default: {},
		options: single ? [values] : [values, array],
	};
}
