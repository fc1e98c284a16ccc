import { decimal, integer, list, optional, optionalText, percent } from '../../shared/field';
import { type About, type Shape } from '../../shared/table/notes';

const remedy = 'write it so, or read other notations with From Rows and its Number Format';
/** Money: left out, it is worked out from the other amounts. */
const amount = (about: About = {}) => optional(decimal({ remedy, ...about }));
const rateRemedy = 'for a rate in percent use Tax Rate of a line';

/** A unit beside the number is another mistake than a part of one. */
function quantityRemedy(value: unknown): string | undefined {
	// The pattern takes long over more, which is no number with a unit.
	const isShort = typeof value === 'string' && value.length <= 200;
	const [unit] = (isShort && /\d/.test(value) && /^\p{L}\D*|(?<=\d[^\d\p{L}]*)\p{L}\D*$/u.exec(value)) || [];
	return unit
		? `write the number alone, without '${unit.trim()}'`
		: 'BlueTape takes whole units only. Write 1, and the price of the whole quantity as Unit Price; for returned goods a negative Unit Price';
}

/** What invoices and quotes both total (bluetape.md 4.4, 4.8). */
export const totals = {
	subTotal: amount({
		label: 'Subtotal',
		description: 'After discounts, before tax. Left out, it is the sum of the lines.',
	}),
	taxAmount: amount({
		remedy: rateRemedy,
		description: 'Tax in the total, 0 when there is none. Left out, it is the sum of the lines.',
	}),
	totalAmount: amount({ description: 'With tax. Left out, it is subtotal plus tax.' }),
} satisfies Shape;

/** What a customer still owes on an invoice; quotes have no such field. */
export const amountDue = amount({ description: 'Still owed. Left out, it is the total.' });

/** Lines of invoices and quotes (bluetape.md 4.6). A discount has no field: it is part of the subtotal. */
export const lines = optional(
	list(
		'Line',
		{
			description: optionalText({ description: 'What was delivered' }),
			quantity: integer({
				placeholder: 'e.g. 40',
				remedy: quantityRemedy,
				description: 'Whole units only. For 12.5 m send quantity 1 with the price of all of it.',
			}),
			unitAmount: optional(
				decimal({
					label: 'Unit Price',
					asked: true,
					placeholder: 'e.g. 12.99',
					remedy,
					description:
						'Price of one unit, before tax. In JSON and input items it may follow from the subtotal.',
				}),
			),
			taxRate: optional(
				percent({
					placeholder: 'e.g. 8.25',
					description:
						'In percent; 8 and 8% are the same. It is not sent: the tax amount is worked out from it.',
				}),
			),
			subTotal: amount({
				label: 'Subtotal',
				description: 'After discount, before tax. Left out, it is quantity × unit price.',
			}),
			taxAmount: amount({
				remedy: rateRemedy,
				description: "Left out, it follows from the tax rate, or is the line's part of the tax in the header",
			}),
			totalAmount: amount({ description: 'After discount, with tax. Left out, it is subtotal plus tax.' }),
		},
		{
			upFront: true,
			title: 'description',
			hidden: ['subTotal', 'taxAmount', 'totalAmount'],
			description: 'What was delivered, line by line. The amounts of the invoice or quote follow from them.',
		},
	),
);
