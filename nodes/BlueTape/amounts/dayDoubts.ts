import type { Body } from './sums';

/** Invoices and quotes are of these years; `0026` and `9126` are slips. */
const [FIRST, LAST] = ['2000', '2199'];
/** Hardly anybody waits longer for money. */
const MOST_YEARS = 5;

/** The day of a date or timestamp. */
export const dayOf = (text: string): string => text.slice(0, 10);

const yearOf = (text: string): string => text.slice(0, 4);

const yearsLater = (day: string, years: number): string =>
	`${Number(yearOf(day)) + years}`.padStart(4, '0') + day.slice(4);

/** Days that hardly anybody means. One far ahead on which an invoice expires may well be how a system writes "never". */
export function daysOff({ invoiceDate, quoteDate, dueDate, expirationDate }: Body): string[] {
	const given = invoiceDate ?? quoteDate;
	if (given === undefined) return [];
	const date = dayOf(given);
	const label = invoiceDate === undefined ? 'Quote Date' : 'Invoice Date';
	if (yearOf(date) < FIRST) return [`${label} ${date} is before the year ${FIRST}`];
	if (yearOf(date) > LAST) return [`${label} ${date} is after the year ${LAST}`];
	const due = dueDate && dayOf(dueDate);
	const end = expirationDate && dayOf(expirationDate);
	const doubts: string[] = [];
	if (due && due < date) doubts.push(`Due Date ${due} is before ${label} ${date}`);
	if (due && yearOf(due) > LAST) doubts.push(`Due Date ${due} is after the year ${LAST}`);
	if (end && end < date && end !== due) doubts.push(`Expiration Date ${end} is before ${label} ${date}`);
	return doubts;
}

/** A due date that may be a slip, or how a system writes "some day". */
export function lateDue({ invoiceDate, quoteDate, dueDate }: Body): string[] {
	const date = invoiceDate ?? quoteDate;
	if (date === undefined || dueDate === undefined) return [];
	const isLate = dayOf(dueDate) > yearsLater(dayOf(date), MOST_YEARS);
	return isLate ? [`Due Date ${dayOf(dueDate)} is more than ${MOST_YEARS} years later`] : [];
}
