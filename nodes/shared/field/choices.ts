import type { About, Field, Notes } from '../table/notes';
import { plain } from './plain';
import { several } from './several';
import { textOf } from './text';

type Choices = NonNullable<Notes['options']>;
type Choice<V extends string> = Choices[number] & { value: V };

/** Yes or no; as text in any letter case. */
export const flag = (about: About = {}): Field<boolean> =>
	plain({ kind: 'flag', default: false, ...about }, 'must be true or false', (value) => {
		const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
		return said === true || said === 'true' ? true : said === false || said === 'false' ? false : undefined;
	});

/**
 * One of `values`, compared without regard to letter case and sent as given (the vendors' samples differ in case from
 * their own lists). `open` lets any other text pass: for sets that the vendor may extend.
 */
export function choice(values: Choices, about: About & { open?: boolean } = {}): Field<string> {
	const { open, ...notes } = about;
	const known = values.map(({ value }) => value.toLowerCase());
	const names = values.map(({ value }) => value).filter(Boolean);
	const sentence = open ? `must be a word like ${names.join(', ')}` : `must be one of ${names.join(', ')}`;
	return plain({ kind: 'choice', options: values, ...notes }, sentence, (value) =>
		typeof value === 'string' && value !== '' && (open || known.includes(value.toLowerCase()))
			? value
			: undefined,
	);
}

/** The one of `names` that is meant, in whatever letter case. */
function meant<V extends string>(names: V[], value: unknown): V | undefined {
	const name = textOf(value)?.trim().toLowerCase();
	return names.find((known) => known.toLowerCase() === name);
}

/** One of `values` that this package acts on by itself. Letter case does not matter; gives the known spelling. */
export function setting<const V extends string>(
	values: ReadonlyArray<Choice<V>>,
	about: About = {},
): Field<V> {
	const names = values.map(({ value }) => value);
	const sentence = `must be one of ${names.join(', ')}`;
	return plain({ kind: 'choice', options: values, ...about }, sentence, (value) => meant(names, value));
}

/** Some of `values`, at least one: a list or text with commas. Letter case does not matter; sent in the given spelling. */
export function choices(values: Choices, about: About = {}): Field<string[]> {
	const names = values.map(({ value }) => value);
	const sentence = `must be one or several of ${names.join(', ')}`;
	return plain({ kind: 'choices', options: values, ...about }, sentence, (value) => {
		const given: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
		return several(given, (one) => meant(names, one));
	});
}
