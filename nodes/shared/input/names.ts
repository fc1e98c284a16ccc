import { labelOf, notesOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';
import type { Numbers } from '../values/json';
import { plainName } from '../values/plainName';

const itemNames = new WeakMap<Shape, Map<string, string>>();

/** What an item may call the fields of a shape, in one writing: a field's own name comes before its parameter's, and that before the label. */
function itemNamesOf(shape: Shape): Map<string, string> {
	const known = itemNames.get(shape);
	if (known) return known;
	const names = new Map<string, string>();
	for (const called of [(name: string) => name, parameterOf, labelOf]) {
		for (const [name, field] of Object.entries(shape)) {
			const plain = plainName(called(name, field));
			if (!names.has(plain)) names.set(plain, name);
		}
	}
	itemNames.set(shape, names);
	return names;
}

/** The field that is called `key`: by its own name, else as the source calls it; `key` itself when there is none. */
export function nameOf(shape: Shape, key: string, from: 'editor' | 'item' | 'json'): string {
	if (from === 'json' || (from === 'item' && Object.hasOwn(shape, key))) return key;
	if (from === 'item') return itemNamesOf(shape).get(plainName(key)) ?? key;
	return Object.keys(shape).find((name) => parameterOf(name, shape[name]) === key) ?? key;
}

const OF_NUMBERS = ['decimal', 'integer', 'percent'];

/** How the numbers of a JSON text are read that holds these fields: `12.500` is 12.5 in a number field, and may be an ID in any other. */
export const numbersIn =
	(shape: Shape, from: 'editor' | 'item' | 'json') =>
	(path: string[]): Numbers => {
		let fields: Shape | undefined = shape;
		let kind: string | undefined;
		for (const step of path) {
			const name: string = fields ? nameOf(fields, step, from) : step;
			const field: Field | undefined = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
			kind = field && notesOf(field).kind;
			fields = field && shapeOf(field);
		}
		return kind !== undefined && OF_NUMBERS.includes(kind) ? 'number' : 'typed';
	};
