import { cents, shown } from '../../shared/values/cents';
import { largestRemainder, sum } from '../../shared/values/spread';
import { differInSign, type Line } from './sums';
import { ownTax, withPrice } from './line';
import { centsOfRounding } from './roundedTax';
import { isTooLittle } from './unlikelyTax';
import { worked, type Workings } from './workings';

/**
 * The rest of the header's tax over the lines that lack theirs; nothing where the rest has the other sign, or is too little to be the tax
 * of lines beside others that have one.
 */
function spread(rest: number, weights: number[], isRest: boolean): number[] | undefined {
	const net = sum(weights);
	const isNone = differInSign(rest, net) || (isRest && isTooLittle(rest, net));
	return isNone ? undefined : largestRemainder(rest, weights);
}

/** Lines with their tax: by their rate, their total, their part of the header's tax (in cents), or none. */
function withTax(lines: Line[], headerTax: number | undefined, workings: Workings): Line[] {
	const told = lines.map((line) => ownTax(line));
	const lacking = lines.filter((_, index) => !told[index]).map(({ subTotal }) => cents(subTotal)!);
	const rest = headerTax === undefined ? 0 : headerTax - sum(told.map((one) => one?.tax ?? 0));
	const moved = centsOfRounding(lines, rest);
	const parts = moved ? undefined : spread(rest, lacking, lacking.length < lines.length);
	const how = parts ? `part of the tax ${shown(headerTax!)}, by Subtotal` : 'no tax is left for it';
	return lines.map((line, index) => {
		if (line.taxAmount !== undefined) return line;
		const found = told[index] ?? { tax: parts?.shift() ?? 0, how };
		const field = `lines[${index}].taxAmount`;
		if (told[index]?.isRest) workings.rests.add(field);
		const cent = moved?.[index] ?? 0;
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
