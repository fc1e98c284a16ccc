import { z } from '../../bundled/zod';
import { parseJson } from '../values/json';
import { isOptional, note, type About, type Field, type Shape, type Values } from '../table/notes';
import { quoted } from './plain';

/** What is wrong with a value that is not what it `must` be, and what to write instead: its bare text, or else the field that can't be left out, shows how. */
function notSo(
	value: unknown,
	must: string,
	shape: Shape,
	write: (entry: string) => string,
	bareText?: string,
): string {
	if (value === undefined || value === null) return 'is required';
	const names = Object.keys(shape);
	const name = bareText ?? names.find((key) => !isOptional(shape[key])) ?? names[0];
	return `${must}, not ${quoted(value)}` + (name ? `: write ${write(`{ "${name}": … }`)}` : '');
}

/** A nested object. Unknown names are refused. */
export function group<S extends Shape>(shape: S, about: About = {}): Field<Values<S>> {
	const schema = z
		.object(shape, {
			errorMap: ({ code }, { data, defaultError }) => ({
				message:
					code === 'invalid_type'
						? notSo(data, 'must be an object', shape, (entry) => entry, about.bareText)
						: defaultError,
			}),
		})
		.strict();
	return note(schema as unknown as Field<Values<S>>, { kind: 'group', ...about });
}

type ListAbout<S extends Shape> = About & {
	min?: number;
	max?: number;
	/** What is wrong with an entry as a whole, if anything. */
	check?: (entry: Values<S>) => string | undefined;
};

/** A list of objects; `entry` labels one of them. */
export function list<S extends Shape>(
	entry: string,
	shape: S,
	about: ListAbout<S> = {},
): Field<Array<Values<S>>> {
	const { min = 0, max, check, ...notes } = about;
	const item = group(shape).superRefine((value, context) => {
		const message = check?.(value);
		if (message) context.addIssue({ code: 'custom', message });
	});
	let schema = z.array(item, {
		errorMap: ({ code }, { data, defaultError }) => ({
			message:
				code === 'invalid_type' ? notSo(data, 'must be a list', shape, (one) => `[${one}, …]`) : defaultError,
		}),
	});
	if (min) schema = schema.min(min, `needs at least ${min} ${entry.toLowerCase()}`);
	if (max) schema = schema.max(max, `takes at most ${max} ${entry.toLowerCase()}`);
	return note(schema as unknown as Field<Array<Values<S>>>, {
		kind: 'list',
		entry,
		single: max === 1,
		...notes,
	});
}

/** One JSON object, as text or as an expression gives it, for what no field is made for. */
export function jsonObject(about: About = {}): Field<Record<string, unknown>> {
	const schema = z.unknown().transform((value, context): Record<string, unknown> => {
		const read = typeof value === 'string' ? parseJson(value.trim() || '{}', 'number') : { value };
		const problem = (message: string) => {
			context.addIssue({ code: 'custom', message });
			return z.NEVER;
		};
		if (read.mistake !== undefined) return problem(`can't be read as JSON: ${read.mistake}`);
		const { value: given } = read as { value: unknown };
		if (typeof given === 'object' && given !== null && !Array.isArray(given))
			return given as Record<string, unknown>;
		return problem('must be one JSON object');
	});
	return note(schema as unknown as Field<Record<string, unknown>>, { kind: 'json', ...about });
}
