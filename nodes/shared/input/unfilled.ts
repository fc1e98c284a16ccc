import { notesOf, parameterOf, shapeOf, type Field, type Notes, type Shape } from '../table/notes';
import { isObject } from '../values/object';
import { fieldAt } from './issues';

type Path = Array<string | number>;

const OF_MONEY: ReadonlyArray<Notes['kind']> = ['decimal', 'percent'];

/** Somebody has thought of that there may be nothing: `$json.deposit ?? ''`. */
const FORESEEN = /\?\?|\|\||\bifEmpty\b|\?[^.?][^]*:/;

/** Must somebody know when this gives nothing? A model leaves out what it was told nothing of; not so a rate or an amount. */
function isMinded(stored: string, kind: Notes['kind']): boolean {
	if (!/^=\s*\S/.test(stored) || FORESEEN.test(stored)) return false;
	return OF_MONEY.includes(kind) || (['integer', 'list'].includes(kind) && !/\$fromAI\b/i.test(stored));
}

const isNothing = (given: unknown): boolean =>
	given === undefined || given === null || (typeof given === 'string' && given.trim() === '');

const memberOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** The entries of a fixed collection, each as it is stored and as it was given. */
const entriesOf = (stored: unknown, given: unknown, name: string): Array<[unknown, unknown]> => {
	const values = [memberOf(given, name) ?? []].flat();
	return [memberOf(stored, name) ?? []].flat().map((entry, at) => [entry, values[at]]);
};

/** The ways to expressions that gave nothing, in a field and inside of it. */
function unfilledAt(path: Path, name: string, field: Field, stored: unknown, given: unknown): Path[] {
	const { kind } = notesOf(field);
	if (typeof stored === 'string') return isMinded(stored, kind) && isNothing(given) ? [path] : [];
	const shape = shapeOf(field);
	if (!shape) return [];
	const inside = (at: Path, ofStored: unknown, ofGiven: unknown) =>
		Object.entries(shape).flatMap(([key, inner]) => {
			const own = parameterOf(key, inner);
			return unfilledAt([...at, key], own, inner, memberOf(ofStored, own), memberOf(ofGiven, own));
		});
	if (kind === 'group') return inside(path, stored, given);
	return [
		...entriesOf(stored, given, 'values').flatMap((entry, at) => inside([...path, at], ...entry)),
		...entriesOf(stored, given, name).flatMap((entry) => {
			const [listStored, listGiven] = entry.map((each) => memberOf(each, 'list'));
			return unfilledAt(path, name, field, listStored, listGiven);
		}),
	];
}

/**
 * Tells of fields of money, numbers and lists whose expressions gave nothing, as one does that names a field which the item does not
 * have: nobody has left them empty. `stored` and `given` have the fields of `shape` by their keys.
 */
export function tellUnfilled(
	shape: Shape,
	stored: Record<string, unknown>,
	given: Record<string, unknown>,
	hint: (message: string, type: 'warning') => void,
): void {
	for (const [key, field] of Object.entries(shape)) {
		for (const path of unfilledAt([key], parameterOf(key, field), field, stored[key], given[key])) {
			hint(
				`${fieldAt(path, shape)} has an expression that gave nothing, so it was taken as not filled in: does the item have the field that it names?`,
				'warning',
			);
		}
	}
}
