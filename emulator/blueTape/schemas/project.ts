import { z } from 'zod';
import { decimal, oneOf, optionalText, text, timestamp } from './words';

const details = {
	name: optionalText,
	address: optionalText,
	creditAmount: decimal.optional(),
	status: oneOf('active', 'inactive').optional(),
	sourceModifiedDate: timestamp,
};

/** bluetape.md 4.9. */
export const projectCreate = z.object({ id: text, ...details }).strict();
export const projectUpdate = z.object(details).strict();
