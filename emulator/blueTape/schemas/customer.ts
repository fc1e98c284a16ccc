import { z } from 'zod';
import { text, timestamp } from './words';

const details = {
	firstName: text,
	lastName: text,
	// Any text will do, even none: a customer who cannot be reached is kept as a draft (bluetape.md trap 3).
	emailAddress: z.string(),
	cellPhoneNumber: z.string(),
	sourceModifiedDate: timestamp,
};

export const customerFields = { id: text, ...details };
/** bluetape.md 4.3. */
export const customerCreate = z.object({ ...customerFields, companyId: text.optional() }).strict();
export const customerUpdate = z.object(details).strict();
