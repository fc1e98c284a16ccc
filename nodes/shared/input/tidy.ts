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

/**
 * A fixed collection of the editor as a plain list: filled-in entries first, then those of the lists from expressions, which stand
 * under the list's own name. Undefined where there are only expressions that give nothing.
 */
function entriesOf(value: unknown, name: string): unknown {
	if (!isObject(value) || !('values' in value || name in value)) return isEmpty(value) ? [] : value;
	const filled = [value.values ?? []].flat();
	const given = [value[name] ?? []].flat() as Array<{ list?: unknown }>;
	const lists = given.map(({ list }) => listOf(list)).filter((list) => list !== undefined);
	if (given.length && !filled.length && !lists.length) return undefined;
	// What is no list is left for the schema to refuse.
	const odd = lists.find((list) => !Array.isArray(list));
	return odd === undefined ? [...filled, ...lists.flat()] : odd;
}

/** What an expression gave in place of a list; undefined for nothing. */
function listOf(given: unknown): unknown {
	if (typeof given !== 'string') return given ?? undefined;
	try {
		return given.trim() === '' ? undefined : ((JSON.parse(given) as unknown) ?? undefined);
	} catch {
		return given;
	}
}

function tidyField(name: string, field: Field, value: unknown, how: Tidying, path: string): unknown {
	const { kind } = notesOf(field);
	if (kind === 'dateTime') return inZone(value, how.timeZone);
	if (kind === 'group') return isObject(value) ? tidy(shapeOf(field)!, value, how, path) : value;
	if (kind !== 'list') return value;
	const entries = how.fromEditor ? entriesOf(value, parameterOf(name, field)) : value;
	if (!Array.isArray(entries)) return entries;
	const shape = shapeOf(field)!;
	// An empty text in a list entry clears nothing: entries are sent whole.
	return entries.map((entry: unknown) =>
		isObject(entry) ? tidy(shape, entry, { ...how, keepEmpty: false }, path) : entry,
	);
}

/** Does an empty value clear what is stored? Not one that the editor shows without being asked: nobody has touched it. */
function clears(field: Field, clean: unknown, { fromEditor }: Tidying): boolean {
	const { kind, upFront } = notesOf(field);
	return !(fromEditor && upFront) && (Array.isArray(clean) || (clean === '' && kind === 'text'));
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
		const clean = tidyField(name, field, value, how, `${path}${key}.`);
		if (clean === undefined) continue;
		if (!isEmpty(clean) || (how.keepEmpty && clears(field, clean, how))) tidied[name] = clean;
	}
	return tidied;
}
