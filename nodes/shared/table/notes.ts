import { z } from '../../bundled/zod';
import { titleCase } from './title';

/** What zod does not know of a field: how the editor shows it and how a stored value is tidied before parsing. */
export interface Notes {
	kind:
		| 'text'
		| 'decimal'
		| 'percent'
		| 'integer'
		| 'date'
		| 'dateTime'
		| 'flag'
		| 'choice'
		| 'choices'
		| 'group'
		| 'list'
		| 'json';
	/** Name of the node parameter where it differs from the name in the request (`id` is `invoiceId` in the editor). */
	parameter?: string;
	label?: string;
	description?: string;
	placeholder?: string;
	/** Stands below the field, always. */
	hint?: string;
	/** Shown among the required fields although it may stay empty. */
	upFront?: boolean;
	/** The editor asks for it, although it can be worked out where it is missing. */
	asked?: boolean;
	/** The editor shows it, and asks for it, only while none of these parameters (paths in the node) has a value. */
	onlyWithout?: string[];
	/** What to write in place of a value that is refused; it may depend on the value. */
	remedy?: string | ((value: unknown) => string | undefined);
	/** What is worth a warning about a value that is taken: the end of a sentence that begins with the label. */
	remark?: (value: string) => string | undefined;
	/** Value that the editor starts with. */
	default?: string | number | boolean;
	/** Values that the editor starts with, for `choices`. */
	defaults?: string[];
	options?: ReadonlyArray<{ name: string; value: string; description?: string }>;
	minValue?: number;
	/** Label of one entry of a list, e.g. `Line`. */
	entry?: string;
	/** A list that holds one entry at most. */
	single?: boolean;
	/** The field of a group that a bare text in its place stands for, in an item. */
	bareText?: string;
	/** The field of a list's entry that the editor shows as its title. */
	title?: string;
	/** Fields of a list's entry that the editor shows when the user adds them. */
	hidden?: string[];
}

export type Field<T = unknown> = z.ZodType<T, z.ZodTypeDef, unknown>;
export type Shape = Record<string, Field>;
export type Values<S extends Shape> = z.objectOutputType<S, z.ZodTypeAny>;
export type About = Omit<Notes, 'kind' | 'options' | 'entry' | 'single'>;

const registry = new WeakMap<z.ZodTypeAny, Notes>();

/** Registers what zod does not know of `schema`. */
export function note<T extends z.ZodTypeAny>(schema: T, notes: Notes): T {
	registry.set(schema, notes);
	return schema;
}

/** The layers of a schema from the outside in: optional and default wrap what carries the notes. */
function* layers(schema: z.ZodTypeAny): Generator<z.ZodTypeAny> {
	for (let layer: z.ZodTypeAny | undefined = schema; layer;) {
		yield layer;
		const definition = layer._def as { innerType?: z.ZodTypeAny; schema?: z.ZodTypeAny };
		layer = definition.innerType ?? definition.schema;
	}
}

/** The notes of a field, also through `.optional()` and `.default()`. Throws for a schema not made in this file. */
export function notesOf(schema: z.ZodTypeAny): Notes {
	for (const layer of layers(schema)) {
		const notes = registry.get(layer);
		if (notes) return notes;
	}
	throw new TypeError('A field must be made by nodes/shared/field');
}

/** The fields of a group, or of one entry of a list; undefined for plain fields. */
export function shapeOf(schema: z.ZodTypeAny): Shape | undefined {
	for (const layer of layers(schema)) {
		if (layer instanceof z.ZodObject) return layer.shape as Shape;
		if (layer instanceof z.ZodArray) return shapeOf(layer.element as z.ZodTypeAny);
	}
	return undefined;
}

/** May the field be left out? Read from how it was made: zod's own answer tries out a value, for each of the many fields when n8n starts. */
export const isOptional = (schema: z.ZodTypeAny): boolean =>
	[...layers(schema)].some((layer) => layer instanceof z.ZodOptional || layer instanceof z.ZodDefault);

/** Does the field stand by itself in the editor, before the optional ones? */
export const isUpFront = (field: Field): boolean => !isOptional(field) || notesOf(field).upFront === true;

/** The name of the node parameter for the field that the request calls `key`. */
export const parameterOf = (key: string, field: Field): string => notesOf(field).parameter ?? key;

/** The field's name in the editor. */
export const labelOf = (key: string, field: Field): string =>
	notesOf(field).label ?? titleCase(parameterOf(key, field));
