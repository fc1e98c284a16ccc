import { cents, shown } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import { SUMS, type Body, type Line } from './sums';
import type { WorkedOut } from './workOut';
import { brokenCents, discount, lineDoubts, sumOff, taxOff } from './lineDoubts';

/** The lines against the header, in cents. */
function linesOff(body: Body, lines: Line[]): string[] {
	return SUMS.flatMap(([key, label]) => {
		const added = sum(lines.map((line) => cents(line[key])!));
		const said = cents(body[key])!;
		if (added === said) return [];
		return [`the lines' ${label} make ${shown(added)}, but the header says ${shown(said)}`];
	});
}

/** Total and amount due that nobody asks a customer for. `isNew`: an invoice that is there may be paid. */
function dueOff({ totalAmount, amountDue }: Body, isNew: boolean): string[] {
	const total = cents(totalAmount)!;
	const due = cents(amountDue);
	const doubts: string[] = [];
	if (total === 0) doubts.push('Total Amount is 0.00');
	if (total < 0) doubts.push(`Total Amount is ${shown(total)}, below zero`);
	if (due === undefined) return doubts;
	if (due > total) doubts.push(`Amount Due is ${shown(due)}, but Total Amount is ${shown(total)}`);
	if (due < 0) doubts.push(`Amount Due is ${shown(due)}, below zero`);
	if (due === 0 && total > 0 && isNew) {
		doubts.push(`Amount Due is 0.00, but Total Amount is ${shown(total)}, so nothing would be asked for`);
	}
	return doubts;
}

/** The day of a date or timestamp. */
const dayOf = (text: string): string => text.slice(0, 10);

function daysOff({ invoiceDate, quoteDate, dueDate }: Body): string[] {
	const date = invoiceDate ?? quoteDate;
	if (date === undefined || dueDate === undefined || dayOf(dueDate) >= dayOf(date)) return [];
	const label = invoiceDate === undefined ? 'Quote Date' : 'Invoice Date';
	return [`Due Date ${dayOf(dueDate)} is before ${label} ${dayOf(date)}`];
}

const nameOf = (index: number) => `Line ${index + 1}: `;

/**
 * What is doubtful in a body that has all its amounts, one sentence each: sums that don't add up, in exact cents
 * (bluetape.md trap 19), amounts and days that hardly anybody means. Empty when there is nothing.
 */
export function doubtsOf(
	{ body, rates, rests }: Pick<WorkedOut<Body>, 'body' | 'rates' | 'rests'>,
	{ isNew }: { isNew: boolean },
): string[] {
	const { lines = [] } = body;
	const isRest = rests.has('taxAmount');
	const header = SUMS.map(([key, label]): [string, unknown] => [label, body[key]]);
	if (body.amountDue !== undefined) header.push(['Amount Due', body.amountDue]);
	return [
		...brokenCents(header),
		...sumOff(body),
		...lines.flatMap((line, index) =>
			lineDoubts(line, rates[index], rests.has(`lines[${index}].taxAmount`), nameOf(index)),
		),
		...(lines.length ? linesOff(body, lines) : []),
		// The sum of lines with and without tax may be any.
		...(lines.length && !isRest ? [] : taxOff(body, isRest, lines.length || 1)),
		...dueOff(body, isNew),
		...daysOff(body),
	];
}

/** What may well be meant and is worth a remark. `today` is a calendar day. */
export function remarksOn(body: Body, today: string): string[] {
	const { lines = [], dueDate } = body;
	const passed = dueDate !== undefined && dayOf(dueDate) < today;
	return [
		...(passed ? [`Due Date ${dayOf(dueDate)} has passed`] : []),
		...lines.flatMap((line, index) => discount(line, nameOf(index))),
	];
}
