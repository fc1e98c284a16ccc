import type { About, Field, Notes } from '../table/notes';
import { isNothing } from '../values/noId';
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
 * One word of a set that the vendor may extend: `values` are those that are known and shown in the editor; any other text passes, from
 * an item, JSON or an expression. Sent in the given letter case: the vendors' samples differ from their own lists.
 */
export const choice = (values: Choices, about: About = {}): Field<string> =>
	plain(
		{ kind: 'choice', options: values, ...about },
		`must be text, such as ${values.flatMap(({ value }) => value || []).join(', ')}`,
		(value) => {
			const word = typeof value === 'string' ? value.trim() : '';
			return word && !isNothing(word) ? word : undefined;
		},
	);

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

/**
 * Some words of a set that the vendor may extend, at least one: a list or text with commas. Known ones are sent in the given spelling,
 * whatever their letter case; others as they came.
 */
export function choices(values: Choices, about: About = {}): Field<string[]> {
	const names = values.map(({ value }) => value);
	const sentence = `must be one or several of ${names.join(', ')}`;
	return plain({ kind: 'choices', options: values, ...about }, sentence, (value) => {
		const given: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
		return several(given, (one) => meant(names, one) ?? (textOf(one)?.trim() || undefined));
	});
}
