import { z } from 'zod';

/** Required text; "empty" is an invalid value by the vendor's list of error codes (bluetape.md 9.2). */
export const text = z.string().min(1, 'must not be empty');
/** Optional text may be empty: the vendor's own samples send `"unitNo": ""`. */
export const optionalText = z.string().optional();
/** A plain JSON number. */
export const decimal = z.number().finite();
export const amount = decimal.nonnegative();
export const count = z.number().int().nonnegative();
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string().date('must be a date like 2026-03-31');
/** A full UTC timestamp (bluetape.md C17, C18). */
export const timestamp = z
	.string()
	.datetime({ message: 'must be a UTC timestamp like 2026-03-31T08:00:00.000Z' });
export const dayOrTimestamp = z.union([day, timestamp], {
	errorMap: () => ({ message: 'must be a date or a UTC timestamp' }),
});

/** One of these words in any letter case (bluetape.md C13). */
export const oneOf = (...words: string[]) =>
	z.string().refine((value) => words.some((word) => word.toLowerCase() === value.toLowerCase()), {
		message: `must be one of ${words.join(', ')}`,
	});
