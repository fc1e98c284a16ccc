import type { IDataObject } from 'n8n-workflow';
import { date, decimal, group, list, optional, optionalText, text } from '../../shared/field';
import { type Shape } from '../../shared/notes';
import { operation, resource } from '../../shared/operation';
import { amountDoubts } from '../amounts';
import { upsert } from '../upsert';
import { lines, totals } from './amounts';
import { days } from './days';
import { fileOperations } from './files';
import { customerId, invoiceId, newInvoiceId } from './ids';
import { projectLinks } from './links';
import { projectDetails } from './projectDetails';
import { simplifiedInvoice } from './simplifiedInvoice';
import { sourceModifiedDate } from './sourceModifiedDate';
import { status } from './status';

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

// contract/bluetape.md 4.4
const details = {
	invoiceNumber: text({ description: 'The number that people read on the invoice' }),
	customerId,
	invoiceDate: date(),
	dueDate: date({ description: days.due }),
	expirationDate: date({ description: days.expiration }),
	...totals,
	amountDue: decimal({ description: 'Still owed; on a new invoice the same as the total' }),
	status,
	lines,
	salesInfo,
	sourceModifiedDate,
} satisfies Shape;

const shippingAddress = group({
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
});

const example = { blueTapeId: '63168de0cbee', details: { totalAmount: 1100 }, invoiceId: 'INV-1001' };
const check = (body: IDataObject) => amountDoubts(body);
const ownPath = { invoiceId };

const create = operation({
	name: 'Create',
	action: 'Create an invoice',
	description: 'Create an invoice for an existing customer',
	route: 'POST /integration/invoice',
	body: {
		id: newInvoiceId,
		...details,
		quoteId: optionalText({
			label: 'Quote ID',
			description: 'Your own ID of the quote that this invoice follows. Their totals must be equal.',
		}),
		quoteRefNumber: optionalText({
			label: 'Quote Reference Number',
			description: 'The number that people read on the quote',
		}),
		projectDetails: optional(projectDetails('type')),
		shippingAddress: optional(shippingAddress),
	},
	bodySource: true,
	effects: 'BlueTape asks the customer to pay, by e-mail and SMS',
	check,
	example,
});

const update = operation({
	name: 'Update',
	action: 'Update an invoice',
	description: 'Change an invoice that nobody has acted on yet (status Placed)',
	route: 'PUT /integration/invoice/{invoiceId}',
	path: ownPath,
	body: details,
	bodySource: true,
	check,
	example,
});

/** The checkout link under one name, beside the answer as it came: the pages differ in name and shape (C11). */
function readCheckout(answer: unknown): IDataObject {
	const fields = typeof answer === 'object' && answer !== null ? (answer as IDataObject) : {};
	const checkoutUrl = typeof answer === 'string' ? answer : (fields.checkOutUrl ?? fields.checkoutUrl);
	return { ...fields, checkoutUrl };
}

const bearer = 'Whoever has the link can use it: treat it like a password';
const checkoutExample = {
	checkoutUrl: 'https://www.bluetape.com/i/r?account=7aec7f522d88&id=INV-1001',
	invoiceId: 'INV-1001',
};

/** Invoices: what customers are asked to pay. */
export const invoice = resource({
	name: 'Invoice',
	description: 'What a customer is asked to pay',
	operations: {
		create,
		update,
		upsert: upsert(create, update, 'invoice_already_exist'),
		...simplifiedInvoice,
		cancel: operation({
			name: 'Cancel',
			action: 'Cancel an invoice',
			route: 'PUT /integration/invoice/{invoiceId}/cancel',
			path: ownPath,
			body: {},
			effects: 'A cancelled invoice cannot be brought back',
			example: { invoiceId: 'INV-1001' },
		}),
		getStatus: operation({
			name: 'Get Status',
			action: 'Get the status of an invoice',
			description: "Get status (Placed, Paid, Rejected and others), total and the customer's credit",
			route: 'GET /integration/invoice/{invoiceId}/status',
			path: ownPath,
			example: {
				invoiceId: 'INV-1001',
				status: 'Placed',
				creditInfo: { accountStatus: 'active', availableCredit: 133560, limit: 134000, balance: 440 },
				totalAmount: 1100,
			},
		}),
		getCheckout: operation({
			name: 'Get Checkout',
			action: 'Get the checkout link of an invoice',
			description: `Get the page on which the customer pays. ${bearer}`,
			route: 'GET /integration/invoice/{invoiceId}/checkout',
			path: ownPath,
			read: readCheckout,
			example: { checkOutUrl: checkoutExample.checkoutUrl, ...checkoutExample },
		}),
		getCheckoutRedirect: operation({
			name: 'Get Checkout with Redirect',
			action: 'Get the checkout link of an invoice with a redirect',
			description: `Get the page on which the customer pays and then comes back to your address. ${bearer}`,
			route: 'GET /integration/invoice/{invoiceId}/checkout-redirect',
			path: ownPath,
			query: {
				redirectUrl: optionalText({
					upFront: true,
					placeholder: 'e.g. https://shop.example.com/thanks',
					description: 'Where the customer goes after paying',
				}),
			},
			read: readCheckout,
			example: checkoutExample,
		}),
		...projectLinks('invoice'),
		...fileOperations('invoice'),
	},
});
