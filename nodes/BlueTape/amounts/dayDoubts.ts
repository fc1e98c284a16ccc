import type { Body } from './sums';

/** Invoices and quotes are of these years; `0026` and `9126` are slips. */
const [FIRST, LAST] = ['2000', '2199'];
/** Hardly anybody waits longer for money, */
const MOST_YEARS = 5;
/** or writes an invoice so long before. */
const MOST_AHEAD = 1;
/** Nor does anybody ask for money so late: BlueTape takes no change to such an invoice (bluetape.md 4.4). */
const MOST_LATE = 1;

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

/** Did a due date pass more than a year ago? */
export const isLongPast = (dueDate: string | undefined, today: string): boolean =>
	dueDate !== undefined && dayOf(dueDate) < yearsLater(today, -MOST_LATE);

/** Days so far ahead, or back, that a digit of the year may be a slip; a due date may also be how a system writes "some day". */
export function farDays({ invoiceDate, quoteDate, dueDate }: Body, today: string): string[] {
	const given = invoiceDate ?? quoteDate;
	if (given === undefined) return [];
	const date = dayOf(given);
	const label = invoiceDate === undefined ? 'Quote Date' : 'Invoice Date';
	const due = dueDate === undefined ? '' : dayOf(dueDate);
	const far: string[] = [];
	if (date > yearsLater(today, MOST_AHEAD)) far.push(`${label} ${date} is more than a year ahead`);
	if (due > yearsLater(date, MOST_YEARS)) far.push(`Due Date ${due} is more than ${MOST_YEARS} years later`);
	else if (due > yearsLater(today, MOST_YEARS))
		far.push(`Due Date ${due} is more than ${MOST_YEARS} years ahead`);
	else if (due >= date && isLongPast(dueDate, today)) far.push(`Due Date ${due} passed more than a year ago`);
	return far;
}
