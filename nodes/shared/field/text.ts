import { note, type About, type Field } from '../table/notes';
import { plain } from './plain';

/** Text, or a number as its digits; undefined for anything else. */
export const textOf = (value: unknown): string | undefined =>
	typeof value === 'string'
		? value
		: typeof value === 'number' && Number.isFinite(value)
			? String(value)
			: undefined;

/** Text; a number (an id from a spreadsheet) is taken as its digits. May be empty only where it is optional. */
export const text = (about: About = {}): Field<string> =>
	plain({ kind: 'text', ...about }, 'must be text', (value) =>
		textOf(value)?.trim() ? textOf(value) : undefined,
	);

/** Optional text that may be sent empty, to clear what is stored. */
export const optionalText = (about: About = {}): Field<string | undefined> =>
	note(plain({ kind: 'text' }, 'must be text', textOf).optional() as Field<string | undefined>, {
		kind: 'text',
		...about,
	});
