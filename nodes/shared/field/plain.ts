import { z } from '../../bundled/zod';
import { note, type Field, type Notes } from '../table/notes';

const LONGEST = 40;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** A refused value as a message quotes it: what is no plain value as JSON. */
export function quoted(value: NonNullable<unknown>): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const isMoment = value instanceof Date || typeof (value as { toISO?: unknown }).toISO === 'function';
	const text = isMoment ? (value as Date).toString() : value;
	if (typeof text === 'string') return `"${cut(text)}"`;
	try {
		return cut(JSON.stringify(value));
	} catch {
		// It goes round in circles, or is none.
		return 'an object';
	}
}

/** Fields that may be absent: of an empty text they say so, too. */
const optionals = new WeakSet<object>();

/** Tells that a field may be left out where it stands. */
export const mayBeLeftOut = (field: Field): unknown => optionals.add(field);

/** What is wrong with a value, in one sentence: what it must be, what it is, and what to write in its place. */
function refusal(value: unknown, sentence: string, remedy: Notes['remedy']): string {
	if (value === undefined || value === null || value === '') return `is required: it ${sentence}`;
	const advice = typeof remedy === 'function' ? remedy(value) : remedy;
	return `${sentence}, not ${quoted(value)}${advice ? `: ${advice}` : ''}`;
}

/**
 * A field whose value `convert` brings into its final form, with one sentence for every way to get it wrong; the field's remedy says
 * what to write in its place.
 */
export function plain<T>(
	notes: Notes,
	sentence: string,
	convert: (value: unknown) => T | undefined,
): Field<T> {
	const schema = z.unknown().transform((value, context): T => {
		const converted = convert(value);
		if (converted !== undefined) return converted;
		const message =
			value === '' && optionals.has(schema)
				? `is empty: it ${sentence}, or be left out`
				: refusal(value, sentence, notes.remedy);
		context.addIssue({ code: 'custom', message });
		return z.NEVER;
	});
	return note(schema as unknown as Field<T>, notes);
}
