import { z } from 'zod';

const decimal = z.number();
const maybe = decimal.nullable();
const link = z.string().url();

/** bluetape.md 5.2. */
export const signUp = z.object({ signUpUrl: link }).strict();
/** bluetape.md 5.1 and 5.2: the older page has the id alone. */
export const newCustomer = z.object({ blueTapeId: z.string().min(1), signUpUrl: link.optional() }).strict();

/** bluetape.md 5.3. */
export const customerCredit = z.object({ limit: decimal, balance: decimal, pastDueAmount: decimal }).strict();

/** bluetape.md 5.5. */
const credit = z
	.object({
		...{ accountStatus: z.string(), masterStatus: z.string(), creditType: z.string() },
		...{ pastDue30: decimal, pastDue60: decimal, pastDue90: decimal, pastDue90Plus: decimal },
		...{ availableCredit: maybe.optional(), limit: maybe.optional(), pastDueAmount: maybe.optional() },
		...{ balance: decimal, processingAmount: decimal },
		automatedDrawApprovalInfo: z
			.object({
				isEnabled: z.boolean(),
				singleDrawMaxLimit: decimal,
				creditLimitPercentageAvailableToUseAutomatically: decimal,
				...{ dailyLimit: decimal, weeklyLimit: decimal },
			})
			.strict(),
	})
	.strict();

/** bluetape.md 5.4. */
const aboutCompany = {
	isCompanyRegistered: z.boolean(),
	creditApplicationStatus: z.string(),
	externalCompanyId: z.string(),
	customerInfos: z.array(z.object({ externalCustomerId: z.string(), isRegistered: z.boolean() }).strict()),
};

/** bluetape.md C10. */
export const companyCredit = {
	beside: z.object({ creditInfo: credit, ...aboutCompany }).strict(),
	inside: z.object({ creditInfo: credit.extend(aboutCompany).strict() }).strict(),
};

/** bluetape.md 5.6 and 5.7, but for the credit (5.5). */
export const statusOf = (id: 'invoiceId' | 'quoteId') =>
	z
		.object({
			[id]: z.string(),
			status: z.string(),
			totalAmount: decimal,
			creditInfo: z.object({}).passthrough(),
		})
		.strict();
export const withCredit = z.object({ creditInfo: credit }).passthrough();

/** bluetape.md C11. */
export const checkout = z.object({ checkOutUrl: link }).strict();
export const checkoutRedirect = {
	'a bare string': link,
	'an object with checkoutUrl': z.object({ checkoutUrl: link }).strict(),
};

/** The words of bluetape.md 5.8. */
export const life = z
	.object({
		status: z.enum([
			...(['Draft', 'Placed', 'InReview', 'Approved', 'PaymentProcessing'] as const),
			...(['Paid', 'Rejected', 'Canceled', 'Failed'] as const),
		]),
	})
	.passthrough();

/** The answer of bluetape.md #21. */
export const simplifiedUpdate = z.object({ details: z.object({ totalAmount: decimal }).strict() }).strict();
