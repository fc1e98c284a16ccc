import { z } from 'zod';
import { line } from './invoice';
import { projectDetails } from './projectDetails';
import { amount, day, text, timestamp } from './words';

const details = {
	quoteNumber: text,
	customerId: text,
	quoteDate: day,
	dueDate: day,
	expirationDate: day,
	subTotal: amount,
	totalAmount: amount,
	taxAmount: amount,
	lines: z.array(line).optional(),
	sourceModifiedDate: timestamp,
};

/** bluetape.md 4.8. */
export const quoteCreate = z
	.object({ id: text, ...details, projectDetails: projectDetails('type').optional() })
	.strict();
export const quoteUpdate = z.object(details).strict();
