import { decimal, integer, list, optional, optionalText } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';

/** What invoices and quotes both total (bluetape.md 4.4, 4.8). */
export const totals = {
	subTotal: decimal({ label: 'Subtotal', description: 'After discounts, before tax' }),
	taxAmount: decimal({ description: 'Tax in the total; 0 when there is none' }),
	totalAmount: decimal({ description: 'With tax' }),
} satisfies Shape;

/** Lines of invoices and quotes (bluetape.md 4.6). A discount has no field: it is part of the subtotal. */
export const lines = optional(
	list(
		'Line',
		{
			description: optionalText({ description: 'What was delivered' }),
			unitAmount: decimal({ precision: 4, description: 'Price of one unit' }),
			quantity: integer({
				default: 1,
				description: 'Whole units only. For 12.5 m send quantity 1 with the price of all of it.',
			}),
			subTotal: decimal({ label: 'Subtotal', description: 'After discount, before tax' }),
			taxAmount: decimal(),
			totalAmount: decimal({ description: 'After discount, with tax' }),
		},
		{ description: 'What was delivered, line by line' },
	),
);
