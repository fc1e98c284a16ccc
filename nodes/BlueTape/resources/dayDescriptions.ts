import { date, OTHER_DAY } from '../../shared/field';

const remedy = `${OTHER_DAY}, or with From Rows and its Date Format`;

/** A day of an invoice or quote. */
export const day = (description?: string) => date({ remedy, ...(description && { description }) });

/** What the days of invoices and quotes do; little is known of the last one (bluetape.md 4.4). */
export const days = {
	due: 'When it has to be paid. After this day the invoice cannot be changed.',
	expiration: 'BlueTape does not document what happens after this day. Left out, it is the due date.',
};
