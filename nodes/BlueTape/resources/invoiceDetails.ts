import { group, list, optional, optionalText, text } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { amountDue, lines, totals } from './amountFields';
import { day, days } from './dayDescriptions';
import { customerId } from './ownIds';
import { sourceModifiedDate } from './sourceModifiedDate';

// Sales people are not written to, so their addresses are not checked: the vendor's own sample has "string" there.
const salesInfo = optional(
	list(
		'Sales Person',
		{
			firstName: optionalText(),
			lastName: optionalText(),
			emailAddress: optionalText({ placeholder: 'e.g. nathan@example.com' }),
			cellPhoneNumber: optionalText({ placeholder: 'e.g. +12025550123' }),
		},
		{ description: 'Members of sales' },
	),
);

/** What an invoice says, when it is created as when it is changed (bluetape.md 4.4). */
export const invoiceDetails = {
	invoiceNumber: text({ description: 'The number that people read on the invoice' }),
	customerId,
	invoiceDate: day(),
	dueDate: day(days.due),
	lines,
	...totals,
	amountDue,
	expirationDate: optional(day(days.expiration)),
	salesInfo,
	sourceModifiedDate,
} satisfies Shape;

/** Where the goods go, in one line or in parts. */
export const shippingAddress = group(
	{
		attention: optionalText(),
		address: optionalText({
			description: 'The whole address in one line; or fill in Address in Parts instead',
		}),
		addressModel: optional(
			group(
				{
					address: optionalText(),
					city: optionalText(),
					state: optionalText(),
					zipCode: optionalText({ label: 'ZIP Code' }),
					country: optionalText(),
				},
				{ label: 'Address in Parts', description: 'Instead of the address in one line' },
			),
		),
	},
	{ bareText: 'address' },
);
