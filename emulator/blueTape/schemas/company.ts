import { z } from 'zod';
import { customerFields } from './customer';
import { amount, count, decimal, oneOf, optionalText, text, timestamp } from './words';

const agingOverdueBalance = z
	.object({
		name: optionalText,
		daysFrom: count,
		daysTo: count.optional(),
		overdueBalance: amount,
	})
	.strict();

const creditDetails = z
	.object({
		accountType: oneOf('credit', 'cash'),
		accountCreationDate: timestamp,
		pricePackage: z.string(),
		creditProvider: oneOf('inhouse', 'co'),
		creditStatus: oneOf('active', 'suspended', 'closed'),
		creditAmount: decimal,
		outstandingAmount: decimal,
		overdueBalance: decimal,
		agingOverdueBalance: z.array(agingOverdueBalance),
		invoicesOverallAmount: decimal,
		invoicesOverallCount: count,
		invoicesLastYearAmount: decimal,
		invoicesLastYearCount: count,
		invoicesYearToDateAmount: decimal,
		invoicesYearToDateCount: count,
		invoicesLastMonthAmount: decimal,
		invoicesLastMonthCount: count,
		invoicesMonthToDateAmount: decimal,
		invoicesMonthToDateCount: count,
		invoicesMonthlyAverageAmount: decimal,
		invoicesMonthlyAverageCount: amount,
	})
	.partial()
	.strict();

const details = {
	businessName: text,
	businessAddress: text,
	businessPhoneNumber: optionalText,
	businessDisplayName: optionalText,
	creditDetails: creditDetails.optional(),
	sourceModifiedDate: timestamp,
};

/** bluetape.md 4.1. */
export const companyCreate = z
	.object({ id: text, ...details, customers: z.array(z.object(customerFields).strict()).optional() })
	.strict();
export const companyUpdate = z.object(details).strict();
/** bluetape.md 4.2. */
export const companyLink = z.object({ customerId: text }).strict();
