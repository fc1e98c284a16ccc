import { cents, shown } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import type { Body, Line, Sums } from './sums';
import { workOutLines } from './lineSums';
import { worked, type Workings } from './workings';

const NOTHING =
	"There are no amounts: add lines with quantity and unit price, or 'Total Amount' (totalAmount) and 'Tax Amount' (taxAmount)";

/** What a header that has one sum alone lacks, by that sum. */
const ALONE: Record<keyof Sums, string> = {
	subTotal: "Subtotal alone tells no total: add 'Tax Amount' (taxAmount), 0 when there is none, or lines",
	taxAmount: "Tax Amount alone tells no total: add 'Total Amount' (totalAmount), or lines",
	totalAmount:
		"Total Amount alone tells no tax: add 'Tax Amount' (taxAmount), 0 when there is none, or lines",
};

/** Subtotal, tax and total of a header without lines: the third from the other two. */
function withoutLines(header: Sums, workings: Workings): Sums {
	const [subTotal, tax, total] = [cents(header.subTotal), cents(header.taxAmount), cents(header.totalAmount)];
	const known = Object.entries({ subTotal, taxAmount: tax, totalAmount: total }).filter(
		([, amount]) => amount !== undefined,
	);
	if (known.length < 2) {
		workings.missing.push(known.length ? ALONE[known[0][0] as keyof Sums] : NOTHING);
		return {};
	}
	if (subTotal === undefined) {
		return { subTotal: worked(workings, 'subTotal', total! - tax!, `${shown(total!)} − ${shown(tax!)}`) };
	}
	return tax === undefined ? { taxAmount: rest(subTotal, total!, workings, false) } : {};
}

/** The tax that a total leaves; `isToldByLines`: do the lines say the same by themselves? */
function rest(subTotal: number, total: number, workings: Workings, isToldByLines: boolean): number {
	if (!isToldByLines) workings.rests.add('taxAmount');
	return worked(workings, 'taxAmount', total - subTotal, `${shown(total)} − ${shown(subTotal)}`);
}

/** Does each line with a tax have its own, or a rate? Then no part of the header's was given to it. */
const tellTax = (given: Line[], lines: Line[]): boolean =>
	given.every(
		({ taxRate, taxAmount }, index) => (taxRate ?? taxAmount) !== undefined || lines[index].taxAmount === 0,
	);

/** Subtotal and tax of a header from its lines. */
function fromLines(
	{ subTotal, taxAmount, totalAmount, lines: own = [] }: Body,
	lines: Line[],
	workings: Workings,
): Sums {
	const added = (key: keyof Sums) => sum(lines.map((line) => cents(line[key])!));
	const found: Sums = {};
	if (subTotal === undefined) {
		found.subTotal = worked(workings, 'subTotal', added('subTotal'), 'the sum of the lines');
	}
	if (taxAmount !== undefined) return found;
	const given = subTotal !== undefined && totalAmount !== undefined;
	found.taxAmount = given
		? rest(cents(subTotal)!, cents(totalAmount)!, workings, tellTax(own, lines))
		: worked(workings, 'taxAmount', added('taxAmount'), 'the sum of the lines');
	return found;
}

/** The tax that the header tells, in cents: given, or left between a subtotal and a total that are given. */
function headerTax({ subTotal, taxAmount, totalAmount }: Sums): number | undefined {
	const [less, total] = [cents(subTotal), cents(totalAmount)];
	return cents(taxAmount) ?? (less === undefined || total === undefined ? undefined : total - less);
}

/** What `workOut` makes of a body. Where something is missing, the body is not complete. */
export interface WorkedOut<B extends Body> extends Workings {
	body: B;
	/** The tax rates that were given for the lines, in percent; the body has them no more. */
	rates: Array<number | undefined>;
}

/**
 * The body of an invoice or quote with every amount that can be worked out, in exact cents, halves rounded up; what is given is
 * never changed. A line's `taxRate` (percent) is used and taken out. `amountDue`: has the body one (quotes have not)?
 */
export function workOut<B extends Body>(given: B, has: { amountDue: boolean }): WorkedOut<B> {
	const workings: Workings = { derived: [], missing: [], rests: new Set() };
	const body: B = { ...given };
	const bare = given.lines ?? [];
	const rates = bare.map(({ taxRate }) => taxRate);
	if (bare.length) {
		const lines = workOutLines(bare, headerTax(given), workings);
		if (!lines) return { body, rates, ...workings };
		body.lines = lines.map(({ taxRate: _, ...line }) => line);
		Object.assign(body, fromLines(given, lines, workings));
	} else {
		Object.assign(body, withoutLines(given, workings));
		if (workings.missing.length) return { body, rates, ...workings };
	}
	if (body.totalAmount === undefined) {
		const [subTotal, tax] = [cents(body.subTotal)!, cents(body.taxAmount)!];
		body.totalAmount = worked(workings, 'totalAmount', subTotal + tax, `${shown(subTotal)} + ${shown(tax)}`);
	}
	if (has.amountDue && body.amountDue === undefined) {
		body.amountDue = worked(workings, 'amountDue', cents(body.totalAmount)!, 'the total');
	}
	if (body.expirationDate === undefined && body.dueDate !== undefined) {
		body.expirationDate = body.dueDate;
		workings.derived.push({ field: 'expirationDate', value: body.dueDate, how: 'the due date' });
	}
	return { body, rates, ...workings };
}
