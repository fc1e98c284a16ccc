import { z } from '../../bundled/zod';
import { note, type Field, type Notes } from '../table/notes';

/** A field whose value `convert` brings into its final form, with one sentence for every way to get it wrong. */
export function plain<T>(
	notes: Notes,
	sentence: string,
	convert: (value: unknown) => T | undefined,
): Field<T> {
	const schema = z.unknown().transform((value, context): T => {
		const converted = convert(value);
		if (converted !== undefined) return converted;
		const missing = value === undefined || value === null || value === '';
		context.addIssue({ code: 'custom', message: missing ? `is required: it ${sentence}` : sentence });
		return z.NEVER;
	});
	return note(schema as unknown as Field<T>, notes);
}
