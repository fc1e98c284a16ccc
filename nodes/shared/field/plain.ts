import { z } from '../../bundled/zod';
import { note, type Field, type Notes } from '../table/notes';

const LONGEST = 40;

/** A refused value as a message quotes it; undefined for what is no plain value. */
export function quoted(value: NonNullable<unknown>): string | undefined {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const isMoment = value instanceof Date || typeof (value as { toISO?: unknown }).toISO === 'function';
	const text = isMoment ? (value as Date).toString() : value;
	if (typeof text !== 'string') return undefined;
	return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
}

/** What is wrong with a value, in one sentence: what it must be, what it is, and what to write in its place. */
function refusal(value: unknown, sentence: string, { remedy }: Notes): string {
	if (value === undefined || value === null || value === '') return `is required: it ${sentence}`;
	const given = quoted(value);
	const advice = typeof remedy === 'function' ? remedy(value) : remedy;
	return sentence + (given ? `, not ${given}` : '') + (advice ? `: ${advice}` : '');
}

/** A field whose value `convert` brings into its final form, with one sentence for every way to get it wrong. */
export function plain<T>(
	notes: Notes,
	sentence: string,
	convert: (value: unknown) => T | undefined,
): Field<T> {
	const schema = z.unknown().transform((value, context): T => {
		const converted = convert(value);
		if (converted !== undefined) return converted;
		context.addIssue({ code: 'custom', message: refusal(value, sentence, notes) });
		return z.NEVER;
	});
	return note(schema as unknown as Field<T>, notes);
}
