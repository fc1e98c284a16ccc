import { plainName } from '../../shared/values/plainName';

/** No documented name is so long, however it is written. */
export const LONGEST = 30;

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null counts as absent, and so does a text of blanks. */
export const isGiven = (value: unknown): boolean =>
	value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '');

/** Documented names by their plain writing; lists of names are constants, and a body may hold very many objects. */
const known = new WeakMap<readonly string[], Map<string, string>>();

function byPlainName(names: readonly string[]): Map<string, string> {
	const plainNames = known.get(names) ?? new Map(names.map((name) => [plainName(name), name]));
	known.set(names, plainNames);
	return plainNames;
}

/**
 * The names under which `fields` hold each of the documented `names`, in whatever writing: those with a value first, of these
 * the documented writing first.
 */
export function writings(fields: Fields, names: readonly string[]): Map<string, string[]> {
	const byPlain = byPlainName(names);
	const found = new Map<string, string[]>();
	const rank = (key: string, name: string) => (isGiven(fields[key]) ? 0 : 2) + (key === name ? 0 : 1);
	for (const key of Object.keys(fields)) {
		if (key.length > LONGEST) continue;
		const name = byPlain.get(plainName(key));
		if (name !== undefined) found.set(name, [...(found.get(name) ?? []), key]);
	}
	for (const [name, keys] of found)
		if (keys.length > 1) keys.sort((one, other) => rank(one, name) - rank(other, name));
	return found;
}

/** The values of those `names` that `fields` hold in whatever writing, by their documented name. Looks at every field once. */
export function valuesOf(fields: Fields, names: readonly string[]): Fields {
	const found = [...writings(fields, names)];
	return Object.fromEntries(found.map(([name, [key]]) => [name, fields[key]]));
}

const prefixed = (name: string) => `bluetape${name[0].toUpperCase()}${name.slice(1)}`;

/** A name for a field of ours that is none of a notice's own: `event`, or `bluetapeEvent` where the notice has an `event`. */
export function freeName(name: string, taken: Fields): string {
	while (Object.hasOwn(taken, name)) name = prefixed(name);
	return name;
}
