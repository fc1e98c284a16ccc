import { z } from '../bundled/zod';
import { decimalText } from './decimal';
import { calendarDay, isCalendarDay, utcTimestamp } from './dates';
import { note, notesOf, type About, type Field, type Notes, type Shape, type Values } from './notes';

/** A field that passes `check` into its final form, with one sentence for every way to get it wrong. */
function plain<T>(notes: Notes, sentence: string, convert: (value: unknown) => T | undefined): Field<T> {
	const schema = z.unknown().transform((value, context): T => {
		const converted = convert(value);
		if (converted !== undefined) return converted;
		const missing = value === undefined || value === null || value === '';
		context.addIssue({ code: 'custom', message: missing ? `is required: it ${sentence}` : sentence });
		return z.NEVER;
	});
	return note(schema as unknown as Field<T>, notes);
}

/** `field` may be absent. An unfilled one is left out of the request. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
	return note(field.optional() as Field<T | undefined>, notesOf(field));
}

/** `field` may be absent and then takes the value of `fallback`. */
export function withDefault<T>(field: Field<T>, fallback: () => string): Field<T> {
	return note(field.default(fallback) as unknown as Field<T>, notesOf(field));
}

const textOf = (value: unknown): string | undefined =>
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

/** An identifier that the caller chose. `.` and `..` would change the path of the request, even when encoded; half a character can't be. */
export const id = (parameter: string, about: About = {}): Field<string> =>
	plain({ kind: 'text', parameter, ...about }, 'must be an ID (not empty, not "." or "..")', (value) => {
		const given = textOf(value)?.trim();
		return given && !/^\.{1,2}$|\p{Surrogate}/u.test(given) ? given : undefined;
	});

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const guidText = (value: unknown): string | undefined => {
	const given = textOf(value)
		?.trim()
		.replace(/^\{(.*)\}$/, '$1')
		.toLowerCase();
	return given && GUID.test(given) ? given : undefined;
};

/** An identifier that the service gave, a GUID; sent in lower case. */
export const guid = (about: About = {}): Field<string> =>
	plain({ kind: 'text', ...about }, 'must be an ID like 9aba5d6c-0890-eb11-a870-d0c5d372cac4', guidText);

/** The parts of a list, or of text with commas or line breaks between them. */
const partsOf = (value: unknown): unknown[] =>
	Array.isArray(value)
		? [...(value as unknown[])]
		: (textOf(value)
				?.split(/[,;\s]+/)
				.filter(Boolean) ?? []);

/** Several GUIDs, at least one: a list, or text with commas between them. Each once, in lower case. */
export const guids = (about: About = {}): Field<string[]> => {
	const sentence = 'must be IDs like 9aba5d6c-0890-eb11-a870-d0c5d372cac4, with commas between them';
	return plain({ kind: 'text', ...about }, sentence, (value) => {
		const given = partsOf(value).map(guidText);
		return given.length && given.every((one) => one !== undefined) ? [...new Set(given)] : undefined;
	});
};

/** An e-mail address that somebody is going to be written to. */
export const email = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. nathan@example.com', ...about },
		'must be an e-mail address like nathan@example.com',
		(value) =>
			typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? value.trim() : undefined,
	);

/** A phone number that somebody is going to be called or texted at: 10 to 15 digits, with the usual separators. */
export const phone = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. +12025550123', ...about },
		'must be a phone number with area code like +12025550123',
		(value) => {
			const given = textOf(value)?.trim() ?? '';
			const digits = given.replace(/\D/g, '').length;
			return /^\+?[\d\s().-]+$/.test(given) && digits >= 10 && digits <= 15 ? given : undefined;
		},
	);

/** An amount; `"1100.00"` is taken exactly, `"1,100"` is refused. */
export const decimal = (about: About = {}): Field<number> =>
	plain(
		{ kind: 'decimal', ...about },
		'must be a number like 1100.50 (a point, no thousands separator)',
		decimalText,
	);

/** A whole number that is not negative. */
export const integer = (about: About = {}): Field<number> =>
	plain({ kind: 'integer', minValue: 0, ...about }, 'must be a whole number, 0 or more', (value) => {
		const number = decimalText(value);
		return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
	});

/** A calendar day, sent as `YYYY-MM-DD`. A date-time gives the day that it shows, in whatever time zone it is in. */
export const date = (about: About = {}): Field<string> =>
	plain({ kind: 'date', ...about }, 'must be a date like 2026-03-31', calendarDay);

/** A calendar day, sent as the timestamp of its midnight in UTC, which is how some endpoints show days. */
export const dayTimestamp = (about: About = {}): Field<string> =>
	plain({ kind: 'date', ...about }, 'must be a date like 2026-03-31', (value) => {
		const day = calendarDay(value);
		return day && isCalendarDay(day) ? `${day}T00:00:00.000Z` : undefined;
	});

/** A moment, sent as a UTC timestamp with milliseconds. */
export const dateTime = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'dateTime', ...about },
		'must be a date and time like 2026-03-31T09:30:00.000Z',
		utcTimestamp,
	);

/** Yes or no. */
export const flag = (about: About = {}): Field<boolean> =>
	plain({ kind: 'flag', default: false, ...about }, 'must be true or false', (value) =>
		value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
	);

/**
 * One of `values`, compared without regard to letter case and sent as given (the vendors' samples differ in case from
 * their own lists). `open` lets any other text pass: for sets that the vendor may extend.
 */
export function choice(
	values: ReadonlyArray<{ name: string; value: string; description?: string }>,
	about: About & { open?: boolean } = {},
): Field<string> {
	const { open, ...notes } = about;
	const known = values.map(({ value }) => value.toLowerCase());
	const sentence = `must be one of ${values.map(({ value }) => value).join(', ')}`;
	return plain({ kind: 'choice', options: values, ...notes }, sentence, (value) =>
		typeof value === 'string' && value !== '' && (open || known.includes(value.toLowerCase()))
			? value
			: undefined,
	);
}

/** Some of `values`, at least one: a list or text with commas. Letter case does not matter; sent in the given spelling. */
export function choices(
	values: ReadonlyArray<{ name: string; value: string; description?: string }>,
	about: About = {},
): Field<string[]> {
	const names = values.map(({ value }) => value);
	const sentence = `must be one or several of ${names.join(', ')}`;
	return plain({ kind: 'choices', options: values, ...about }, sentence, (value) => {
		const list: unknown[] = Array.isArray(value) ? value : [];
		const given = typeof value === 'string' ? value.split(',') : [...list];
		const known = given.map((one) =>
			names.find((name) => name.toLowerCase() === textOf(one)?.trim().toLowerCase()),
		);
		return known.length && known.every((one) => one !== undefined) ? [...new Set(known)] : undefined;
	});
}

/** A nested object. Unknown names are refused. */
export function group<S extends Shape>(shape: S, about: About = {}): Field<Values<S>> {
	const schema = z
		.object(shape, { invalid_type_error: 'must be an object', required_error: 'is required' })
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
	let schema = z.array(item, { invalid_type_error: 'must be a list', required_error: 'is required' });
	if (min) schema = schema.min(min, `needs at least ${min} ${entry.toLowerCase()}`);
	if (max) schema = schema.max(max, `takes at most ${max} ${entry.toLowerCase()}`);
	return note(schema as unknown as Field<Array<Values<S>>>, {
		kind: 'list',
		entry,
		single: max === 1,
		...notes,
	});
}
