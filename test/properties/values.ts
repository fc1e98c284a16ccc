import * as fc from 'fast-check';

/** Anything that JSON, an expression or n8n's own objects may hold. */
export const anything = fc.anything({
	withDate: true,
	withBigInt: true,
	withNullPrototype: true,
	withSparseArray: true,
	values: [
		fc.string(),
		fc.string({ unit: 'binary' }),
		fc.double(),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
	],
});

/** A decimal as people write it, and the same in integer tenths of a cent. */
export const written = fc
	.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 14n }))
	.map(([negative, tenths]) => {
		const digits = tenths.toString().padStart(4, '0');
		const text = `${negative ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
		return { text, tenths: negative ? -tenths : tenths };
	});
