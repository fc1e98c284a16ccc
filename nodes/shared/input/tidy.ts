import { notesOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';
import { inZone } from '../values/dates';
import { nameOf } from './names';
import { groupIn, isOther, valueIn } from './textIn';
import { isObject } from '../values/object';

/** How raw values become what the schema parses. */
export interface Tidying {
	/** The workflow's time zone, for date-times without one. */
	timeZone: string;
	/** In an update an empty text or list clears what is stored, so it is kept; elsewhere empty means not filled in. */
	keepEmpty: boolean;
	/**
	 * `editor`: lists are fixed collections, ids have their parameter's name. `item`: whatever an item calls a field, by the API's name,
	 * the parameter's or the label, in any writing; blank cells are not there. `json`: the API's names, and what is empty was typed so.
	 */
	from: 'editor' | 'item' | 'json';
	/** Texts that expressions have put together: their numbers may be the text of a cell. */
	together?: Set<string>;
	/** Collects the names that the shape does not know, and drops them; without it they stay, to be refused. */
	unknown?: string[];
	/** Collects the values that an item has for a field by another name beside the one that is taken. */
	seconds?: Second[];
}

/** Two names of an item for one field. */
export interface Second {
	field: Field;
	/** With the way to it, as in `lines.tax_amount`. */
	taken: { name: string; value: unknown };
	left: { name: string; value: unknown };
}

const isEmpty = (value: unknown): boolean =>
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isObject(value) && Object.keys(value).length === 0);

/**
 * A fixed collection of the editor as a plain list: filled-in entries first, then those of the lists from expressions, which stand
 * under the list's own name. Undefined where there are only expressions that give nothing.
 */
function entriesOf(value: unknown, name: string, entry: Shape, together?: Set<string>): unknown {
	if (!isObject(value) || !('values' in value || name in value)) return isEmpty(value) ? [] : value;
	const filled = [value.values ?? []].flat();
	const given = [value[name] ?? []].flat() as Array<{ list?: unknown }>;
	const lists = given
		.map(({ list }) => listOf(list, entry, together?.has(list as string) ? 'together' : 'editor'))
		.filter((list) => list !== undefined);
	if (given.length && !filled.length && !lists.length) return undefined;
	// What is no list is left for the schema to refuse.
	const odd = lists.find((list) => !Array.isArray(list));
	return odd === undefined ? [...filled, ...lists.flat()] : odd;
}

/** What stands in place of a list, one `entry` for a list of one; undefined for nothing. */
export function listOf(given: unknown, entry: Shape, source: Tidying['from'] | 'together'): unknown {
	const from = source === 'together' ? 'editor' : source;
	const value = valueIn(given, entry, source);
	const isEntry =
		isObject(value) && Object.keys(value).some((key) => Object.hasOwn(entry, nameOf(entry, key, from)));
	return isEntry ? [value] : value;
}

function tidyField(name: string, field: Field, given: unknown, how: Tidying, path: string): unknown {
	const { kind } = notesOf(field);
	const shape = shapeOf(field);
	if (kind === 'dateTime') return inZone(given, how.timeZone);
	if (!shape) return given;
	if (kind === 'group') {
		const value = how.from === 'item' ? groupIn(given, field, shape) : given;
		return isObject(value) ? tidy(shape, value, how, path) : value;
	}
	const entries = {
		editor: () => entriesOf(given, parameterOf(name, field), shape, how.together),
		item: () => listOf(given, shape, 'item'),
		json: () => given,
	}[how.from]();
	if (!Array.isArray(entries)) return entries;
	const there = entries.filter((entry) => entry !== null && entry !== undefined);
	if (entries.length && !there.length) return undefined;
	// An empty text in a list entry clears nothing: entries are sent whole.
	return there.map((entry: unknown) =>
		isObject(entry) ? tidy(shape, entry, { ...how, keepEmpty: false }, path) : entry,
	);
}

const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Does an empty value clear what is stored? Not one that the editor shows without being asked: nobody has touched it. */
function clears(field: Field, clean: unknown, { from }: Tidying): boolean {
	const { kind, upFront } = notesOf(field);
	return !(from === 'editor' && upFront) && (Array.isArray(clean) || (clean === '' && kind === 'text'));
}

/** `raw` with unfilled fields left out, lists unwrapped and local times placed in their zone; values are not checked. */
export function tidy(
	shape: Shape,
	raw: Record<string, unknown>,
	how: Tidying,
	path = '',
): Record<string, unknown> {
	const tidied = new Map<string, unknown>();
	/** What the item calls the fields that it has. */
	const called = new Map<string, string>();
	for (const [key, value] of Object.entries(raw)) {
		// Nothing was typed; of an item, a blank cell is nothing either.
		if (value === undefined || value === null || (how.from === 'item' && isBlank(value))) continue;
		const name = nameOf(shape, key, how.from);
		const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (!field || (how.from === 'item' && isOther(name, field, key, value))) {
			if (how.unknown) how.unknown.push(path + key);
			else tidied.set(name, value);
			continue;
		}
		if (how.from === 'item') {
			// The field's own name comes before what else it is called.
			if (isEmpty(value)) continue;
			const first = isBlank(raw[name]) || isEmpty(raw[name]) ? called.get(name) : name;
			if (first !== undefined && first !== key) {
				const [taken, left] = [first, key].map((one) => ({ name: path + one, value: raw[one] }));
				how.seconds?.push({ field, taken, left });
				continue;
			}
			called.set(name, key);
		}
		const clean = tidyField(name, field, value, how, `${path}${key}.`);
		if (clean === undefined) continue;
		const typed =
			how.from === 'json' || (how.keepEmpty && how.from === 'editor' && clears(field, clean, how));
		if (typed || !isEmpty(clean)) tidied.set(name, clean);
	}
	// Not one by one: a member called __proto__ would be none.
	return Object.fromEntries(tidied);
}
