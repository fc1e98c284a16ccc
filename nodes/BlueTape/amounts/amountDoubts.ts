import { cents, shown } from '../../shared/values/cents';
import type { Derived } from '../../shared/table/parsed';
import { sum } from '../../shared/values/spread';
import { SUMS, type Body, type Line } from './sums';
import type { WorkedOut } from './workOut';
import { daysOff, dayOf, isLongPast } from './dayDoubts';
import { brokenCents, discount, lineDoubts, priceOff, rounding, sumOff } from './lineDoubts';
import { amountOf, summedLines } from './summedLines';
import { taxOff } from './unlikelyTax';

const isWorkedOut = (derived: Derived[], field: string) => derived.some((one) => one.field === field);

/** The lines against the sums that the header was given, in cents. */
function linesOff(body: Body, lines: Line[], derived: Derived[]): string[] {
	return SUMS.filter(([key]) => !isWorkedOut(derived, key)).flatMap(([key, label]) => {
		const added = sum(lines.map((line) => cents(line[key])!));
		const said = cents(body[key])!;
		if (added === said) return [];
		return [`The lines' ${label} make ${shown(added)}, but the header says ${shown(said)}`];
	});
}

/** Total and amount due that nobody asks a customer for. `isNew`: an invoice that is there may be paid. */
function dueOff({ totalAmount, amountDue }: Body, isNew: boolean): string[] {
	const total = cents(totalAmount)!;
	// A quote has none.
	const due = cents(amountDue) ?? total;
	const doubts: string[] = [];
	if (total === 0) doubts.push('Total Amount is 0.00');
	if (total < 0) doubts.push(`Total Amount is ${shown(total)}, below zero`);
	if (due > total) doubts.push(`Amount Due is ${shown(due)}, but Total Amount is ${shown(total)}`);
	if (due < Math.min(total, 0)) doubts.push(`Amount Due is ${shown(due)}, below zero`);
	if (due === 0 && total > 0 && isNew) {
		doubts.push(`Amount Due is 0.00, but Total Amount is ${shown(total)}, so nothing would be asked for`);
	}
	return doubts;
}

/** The lines whose price no sum bears out that was given: how it was read, nobody else has said. */
function* unconfirmed(lines: Line[], derived: Derived[]): Generator<[line: Line, where: string]> {
	if (!['subTotal', 'totalAmount'].every((field) => isWorkedOut(derived, field))) return;
	for (const [index, line] of lines.entries()) {
		const isAlone = ['subTotal', 'totalAmount'].every((field) =>
			isWorkedOut(derived, `lines[${index}].${field}`),
		);
		if (isAlone) yield [line, nameOf(index)];
	}
}

/** Lines that are sums of others, and would be asked for once more. */
const sums = (lines: Line[]): string[] =>
	summedLines(lines).map((index) => {
		const line = lines[index];
		return `${nameOf(index)}"${line.description}" is ${shown(amountOf(line)!)}, the sum of lines above it, which would be asked for twice: leave it out`;
	});

const nameOf = (index: number) => `Line ${index + 1}: `;

/**
 * What is doubtful in a body that has all its amounts, one sentence each: sums that don't add up, in exact cents
 * (bluetape.md trap 19), amounts and days that hardly anybody means. Empty when there is nothing. `isFormatChosen`: has somebody said how
 * numbers are written?
 */
export function doubtsOf(
	{ body, rates, rests, derived }: Pick<WorkedOut<Body>, 'body' | 'rates' | 'rests' | 'derived'>,
	{ isNew, isFormatChosen = false }: { isNew: boolean; isFormatChosen?: boolean },
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
		...(isFormatChosen ? [] : [...unconfirmed(lines, derived)]).flatMap(([line, where]) =>
			priceOff(line, where),
		),
		...sums(lines),
		...(lines.length ? linesOff(body, lines, derived) : []),
		// The sum of lines with and without tax may be any.
		...(lines.length && !isRest ? [] : taxOff(body, isRest, lines.length || 1)),
		...dueOff(body, isNew),
		...daysOff(body),
	];
}

/** Tells of lines that are without tax beside lines with a rate: one may have been forgotten. */
export function untaxed({
	body,
	rates,
	derived,
}: Pick<WorkedOut<Body>, 'body' | 'rates' | 'derived'>): string[] {
	if (rates.every((rate) => rate === undefined)) return [];
	const numbers = body.lines!.flatMap(({ subTotal, taxAmount }, index) => {
		const isTaken = rates[index] === undefined && isWorkedOut(derived, `lines[${index}].taxAmount`);
		return isTaken && cents(subTotal) !== 0 && cents(taxAmount) === 0 ? [index + 1] : [];
	});
	return numbers.length ? [`No Tax Rate was given for Lines ${numbers.join(', ')}: taken as 0`] : [];
}

/**
 * What may well be meant and is worth a remark. `today` is a calendar day; `derived` tells what was worked out, where nobody has chosen
 * how numbers are written.
 */
export function remarksOn(body: Body, today: string, derived: Derived[] = []): string[] {
	const { lines = [], dueDate } = body;
	const passed = dueDate !== undefined && dayOf(dueDate) < today && !isLongPast(dueDate, today);
	return [
		...(passed ? [`Due Date ${dayOf(dueDate)} has passed`] : []),
		...lines.flatMap((line, index) => discount(line, nameOf(index))),
		...[...unconfirmed(lines, derived)].flatMap(([line, where]) => rounding(line, where)),
	];
}
