import { cents, shown } from '../../shared/values/cents';
import { largestRemainder, sum } from '../../shared/values/spread';
import type { Line } from './sums';
import { ownTax, withPrice } from './line';
import { worked, type Workings } from './workings';

/** The rest of the header's tax over the lines that lack theirs; nothing where the rest has the other sign. */
function spread(rest: number, weights: number[]): number[] | undefined {
	return rest * sum(weights) < 0 ? undefined : largestRemainder(rest, weights);
}

/** By line, the cent by which a tax of a rate gives way where the header's tax was taken from the sum, and not line by line. */
function centsOf(lines: Line[], off: number): number[] {
	const rated = lines.map(({ taxAmount, taxRate }) => taxAmount === undefined && Boolean(taxRate));
	if (Math.abs(off) > rated.filter(Boolean).length) return [];
	let left = Math.abs(off);
	return rated.map((isRated) => (isRated && left-- > 0 ? Math.sign(off) : 0));
}

/** Lines with their tax: by their rate, their total, their part of the header's tax (in cents), or none. */
function withTax(lines: Line[], headerTax: number | undefined, workings: Workings): Line[] {
	const told = lines.map((line) => {
		if (line.taxAmount !== undefined) return { tax: cents(line.taxAmount)!, how: undefined, isRest: false };
		return ownTax(line);
	});
	const lacking = lines.filter((_, index) => !told[index]).map(({ subTotal }) => cents(subTotal)!);
	const rest = headerTax === undefined ? 0 : headerTax - sum(told.map((one) => one?.tax ?? 0));
	const parts = spread(rest, lacking);
	const off = lacking.length ? [] : centsOf(lines, rest);
	const how =
		headerTax && parts ? `part of the tax ${shown(headerTax)}, by Subtotal` : 'no tax is left for it';
	return lines.map((line, index) => {
		if (line.taxAmount !== undefined) return line;
		const found = told[index] ?? { tax: parts?.shift() ?? 0, how };
		const field = `lines[${index}].taxAmount`;
		if (told[index]?.isRest) workings.rests.add(field);
		const cent = off[index] ?? 0;
		const why = cent ? `${found.how}, and a cent for the tax ${shown(headerTax!)} of all` : found.how!;
		return { ...line, taxAmount: worked(workings, field, found.tax + cent, why) };
	});
}

/** A line with its total, for what it has of subtotal and tax. */
function withTotal(line: Line, at: string, workings: Workings): Line {
	if (line.totalAmount !== undefined) return line;
	const [subTotal, taxAmount] = [cents(line.subTotal)!, cents(line.taxAmount)!];
	const how = `${shown(subTotal)} + ${shown(taxAmount)}`;
	return { ...line, totalAmount: worked(workings, `${at}.totalAmount`, subTotal + taxAmount, how) };
}

/**
 * Lines with all their amounts, halves of a cent rounded up; the tax that the header tells (in cents) goes to those without one,
 * in proportion to their subtotals. Undefined when an amount is missing, which `workings` tells.
 */
export function workOutLines(
	given: Line[],
	headerTax: number | undefined,
	workings: Workings,
): Line[] | undefined {
	const before = workings.missing.length;
	const priced = given.map((line, index) =>
		withPrice(line, `lines[${index}]`, `Lines ${index + 1}`, workings),
	);
	if (workings.missing.length > before) return undefined;
	return withTax(priced, headerTax, workings).map((line, index) =>
		withTotal(line, `lines[${index}]`, workings),
	);
}
