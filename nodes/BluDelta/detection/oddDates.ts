import { addDays } from '../../shared/values/dates';
import type { SimplifiedDocument } from './documentForms';
import type { Review } from './report';

/** No document that is invoiced today is older. */
const FIRST = '2000-01-01';
/** Days that the longest payment term has: five years. */
const LONGEST = 1827;

/** Hardly any document is dated so many days ahead. */
const AHEAD = 366;

/** Dates that can be read but are hardly those of the document: a digit of the year was misread. `today` is a calendar day. */
export function oddDates({ invoiceDate, dueDate }: SimplifiedDocument, today: string): Review[] {
	if (invoiceDate === undefined) return [];
	const odd: Review[] = [];
	const tell = (field: string, what: string, remedy: string) =>
		odd.push({ field, message: `${what}. Compare ${remedy} with the file.` });
	const invoiced = `The invoice date ${invoiceDate} lies`;
	if (invoiceDate < FIRST) tell('invoiceDate', `${invoiced} before the year 2000`, 'it');
	const isAhead = invoiceDate > addDays(today, AHEAD)!;
	if (isAhead) tell('invoiceDate', `${invoiced} more than a year ahead`, 'it');
	if (dueDate === undefined) return odd;
	const due = `The due date ${dueDate} lies`;
	const last = addDays(invoiceDate, LONGEST);
	if (dueDate < invoiceDate) tell('dueDate', `${due} before the invoice date ${invoiceDate}`, 'both');
	if (last !== undefined && dueDate > last) {
		tell('dueDate', `${due} more than five years after the invoice date ${invoiceDate}`, 'both');
	} else if (dueDate > addDays(today, LONGEST)!) {
		tell('dueDate', `${due} more than five years ahead`, 'it');
	}
	return odd;
}
