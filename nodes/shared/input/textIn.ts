import { notesOf, shapeOf, type Field, type Shape } from '../table/notes';
import { parseJson } from '../values/json';
import { plainName } from '../values/plainName';
import { numbersIn } from './names';

/**
 * What a text column or an expression holds for a `shape`: the value that it writes as JSON, else itself; undefined for nothing. Put
 * `together` by an expression, a number in it may be the text of a cell: 1.250 for 1250.
 */
export function valueIn(
	given: unknown,
	shape: Shape,
	from: 'editor' | 'item' | 'json' | 'together',
): unknown {
	if (typeof given !== 'string') return given ?? undefined;
	if (given.trim() === '') return undefined;
	const read = parseJson(given, from === 'together' ? 'typed' : numbersIn(shape, from));
	return read.mistake === undefined ? (read.value ?? undefined) : given;
}

/** What stands in place of a group; a bare text is one of its fields, where it says which. */
export function groupIn(given: unknown, field: Field, shape: Shape): unknown {
	const value = valueIn(given, shape, 'item');
	const { bareText } = notesOf(field);
	// What begins so was meant to be JSON.
	const isText = typeof value === 'string' && !/^\s*[{[]/.test(value);
	return isText && bareText !== undefined ? { [bareText]: value } : value;
}

/** Is a plain value in an item something else than the list or group whose label it has: the name of a customer, under `customer`? */
export function isOther(name: string, field: Field, key: string, value: unknown): boolean {
	const shape = shapeOf(field);
	return (
		shape !== undefined &&
		plainName(key) !== plainName(name) &&
		typeof valueIn(value, shape, 'item') !== 'object'
	);
}
