import { z } from 'zod';
import { projectDetails } from './projectDetails';
import { amount, count, day, decimal, oneOf, optionalText, text, timestamp } from './words';

/** bluetape.md 4.6. */
export const line = z
	.object({
		description: optionalText,
		unitAmount: decimal,
		quantity: count,
		subTotal: decimal,
		taxAmount: decimal,
		totalAmount: decimal,
	})
	.strict();

const person = {
	firstName: optionalText,
	lastName: optionalText,
	emailAddress: optionalText,
	cellPhoneNumber: optionalText,
};

/** The lifecycle of bluetape.md 5.8. */
export const invoiceStatuses = [
	'Draft',
	'Placed',
	'InReview',
	'Approved',
	'PaymentProcessing',
	'Paid',
	'Rejected',
	'Canceled',
	'Failed',
] as const;
/** The older words of bluetape.md C1. */
export const legacyStatuses = ['open', 'draft', 'paid', 'partiallyPaid', 'unknown', 'void'];

const money = { subTotal: amount, totalAmount: amount, taxAmount: amount, amountDue: amount };
const details = {
	invoiceNumber: text,
	customerId: text,
	invoiceDate: day,
	dueDate: day,
	expirationDate: day,
	...money,
	lines: z.array(line).optional(),
	status: oneOf(...invoiceStatuses, ...legacyStatuses),
	sourceModifiedDate: timestamp,
	salesInfo: z.array(z.object(person).strict()).optional(),
};

const shippingAddress = z
	.object({
		attention: optionalText,
		address: optionalText,
		addressModel: z
			.object({
				address: optionalText,
				city: optionalText,
				state: optionalText,
				zipCode: optionalText,
				country: optionalText,
			})
			.strict()
			.optional(),
	})
	.strict();

/** bluetape.md 4.4. */
export const invoiceCreate = z
	.object({
		id: text,
		...details,
		quoteRefNumber: optionalText,
		quoteId: optionalText,
		projectDetails: projectDetails('type').optional(),
		shippingAddress: shippingAddress.optional(),
	})
	.strict();
export const invoiceUpdate = z.object(details).strict();

const payer = z
	.object({ ...person, businessName: optionalText })
	.strict()
	.refine((one) => Boolean(one.emailAddress || one.cellPhoneNumber), 'a payer needs an e-mail or a phone');

const simplified = {
	invoiceNumber: text,
	invoiceDate: timestamp,
	dueDate: timestamp,
	expirationDate: timestamp,
	...money,
	lines: z.array(line).optional(),
	sourceModifiedDate: timestamp,
	payersInfo: z.array(payer).min(1, 'at least one payer is needed'),
};

/** bluetape.md 4.5. */
export const simplifiedCreate = z
	.object({ id: text, ...simplified, projectDetails: projectDetails('buildForType', 'Default').optional() })
	.strict();
export const simplifiedUpdate = z.object(simplified).strict();
