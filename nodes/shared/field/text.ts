import { note, type About, type Field } from '../table/notes';
import { plain } from './plain';

/** Has a number more digits than JavaScript keeps? What it shows then are others than those that were typed. */
const hasLostDigits = (value: number): boolean =>
	Math.abs(value) > Number.MAX_SAFE_INTEGER || String(value).includes('e');

/** Text, or a number as its digits; undefined for anything else, and for a number that has lost some. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) && !hasLostDigits(value)
		? String(value)
		: undefined;
}

/** What to do about a number that has lost digits. */
export const wholeNumber = (value: unknown): string | undefined =>
	typeof value === 'number' && Number.isFinite(value) && hasLostDigits(value)
		? 'the number has lost digits; format the column as text, or write it in quotes'
		: undefined;

/** Text; a number (an id from a spreadsheet) is taken as its digits. May be empty only where it is optional. */
export const text = (about: About = {}): Field<string> =>
	plain({ kind: 'text', remedy: wholeNumber, ...about }, 'must be text', (value) =>
		textOf(value)?.trim() ? textOf(value) : undefined,
	);

/** Optional text that may be sent empty, to clear what is stored. */
export const optionalText = (about: About = {}): Field<string | undefined> =>
	note(
		plain({ kind: 'text', remedy: wholeNumber }, 'must be text', textOf).optional() as Field<
			string | undefined
		>,
		{
			kind: 'text',
			...about,
		},
	);
