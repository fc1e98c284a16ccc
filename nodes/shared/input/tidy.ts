import { inZone } from '../values/dates';
import { notesOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';

/** How raw values become what the schema parses. */
export interface Tidying {
	/** The workflow's time zone, for date-times without one. */
	timeZone: string;
	/** In an update an empty text or list clears what is stored, so it is kept; elsewhere empty means not filled in. */
	keepEmpty: boolean;
	/** Values come from the editor's fields: lists are fixed collections, ids have their parameter's name. */
	fromEditor: boolean;
	/** Collects the names that the shape does not know, and drops them; without it they stay, to be refused. */
	unknown?: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isEmpty = (value: unknown): boolean =>
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isObject(value) && Object.keys(value).length === 0);

/** A fixed collection of the editor as a plain list: filled-in entries first, then those from expressions. */
function entriesOf(value: unknown): unknown {
	if (!isObject(value) || !('values' in value || 'array' in value)) return isEmpty(value) ? [] : value;
	const { values = [], array = [] } = value as { values?: unknown; array?: Array<{ items?: unknown }> };
	const lists: unknown[] = array.map(({ items }) => (typeof items === 'string' ? parsedList(items) : items));
	// What is no list is left for the schema to refuse.
	const odd = lists.find((items) => !Array.isArray(items));
	return odd === undefined ? [values, ...lists].flat() : odd;
}

function parsedList(text: string): unknown {
	try {
		return text.trim() === '' ? [] : (JSON.parse(text) as unknown);
	} catch {
		return text;
	}
}

function tidyField(field: Field, value: unknown, how: Tidying, path: string): unknown {
	const { kind } = notesOf(field);
	if (kind === 'dateTime') return inZone(value, how.timeZone);
	if (kind === 'group') return isObject(value) ? tidy(shapeOf(field)!, value, how, path) : value;
	if (kind !== 'list') return value;
	const entries = how.fromEditor ? entriesOf(value) : value;
	if (!Array.isArray(entries)) return entries;
	const shape = shapeOf(field)!;
	// An empty text in a list entry clears nothing: entries are sent whole.
	return entries.map((entry: unknown) =>
		isObject(entry) ? tidy(shape, entry, { ...how, keepEmpty: false }, path) : entry,
	);
}

/** `raw` with unfilled fields left out, lists unwrapped and local times placed in their zone; values are not checked. */
export function tidy(
	shape: Shape,
	raw: Record<string, unknown>,
	how: Tidying,
	path = '',
): Record<string, unknown> {
	const tidied: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(raw)) {
		const name = how.fromEditor
			? (Object.keys(shape).find((known) => parameterOf(known, shape[known]) === key) ?? key)
			: key;
		const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (value === undefined || value === null) continue;
		if (!field) {
			if (how.unknown) how.unknown.push(path + key);
			else tidied[name] = value;
			continue;
		}
		const clean = tidyField(field, value, how, `${path}${key}.`);
		const clears = Array.isArray(clean) || (clean === '' && notesOf(field).kind === 'text');
		if (!isEmpty(clean) || (how.keepEmpty && clears)) tidied[name] = clean;
	}
	return tidied;
}
