import { Big } from '../../bundled/big';
import { wholeCents } from '../../shared/values/cents';
import { largestRemainder, sum } from '../../shared/values/spread';
import { groupLines, type LineGroup } from './lineGroups';
import type { SimplifiedDetection } from './simplified';
import type { Totals } from './totals';

/** What the document's line totals are: without or with tax. */
export type Basis = 'net' | 'gross';

export interface TaxSplit {
	/** In cents, one for each line. */
	taxes: number[];
	/** What the taxes were worked out from, and how each of them. */
	from: string;
	how: string[];
	/** Set when it can't be told which rate a line has. */
	doubt?: string;
}

/**
 * Tax per line, adding up to the header's (bludelta.md 8.3, step 3), for lines that add up to the header's amount. By
 * the rate of each line's VAT group where that is known and explains the header; else in proportion to the lines.
 */
export function splitTax(
	printed: number[],
	basis: Basis,
	header: Totals,
	vatGroups: SimplifiedDetection['vatGroups'] = [],
): TaxSplit {
	const groups = groupLines(printed, basis, header, vatGroups);
	const taxes = groups && atRates(printed, basis, header.taxAmount, groups);
	if (taxes) {
		const how = each(groups, (group) => group.lines.map((at) => howOf(group, printed[at], taxes[at], basis)));
		const only =
			groups.length > 1 ? '; only one grouping of the lines gives the amounts of the VAT groups' : '';
		return { taxes, from: 'VatGroup', how: how.map((one) => one + only) };
	}
	const how = 'header tax spread in proportion to the line totals, cents left over to the largest remainders';
	return {
		taxes: largestRemainder(header.taxAmount, printed),
		from: 'taxAmount',
		how: printed.map(() => how),
		doubt: doubtOf(printed, header, vatGroups.length > 0),
	};
}

/** Why shares in proportion may be wrong. Without a rate on the document they are the best that can be had, but for odd amounts. */
function doubtOf(printed: number[], { subTotal, taxAmount }: Totals, hasRates: boolean): string | undefined {
	const remedy = 'Compare rates and totals with the file, and correct the tax of the lines.';
	if (hasRates) {
		return (
			'Which line has which of the VAT rates on the document cannot be told from its amounts, so each line has the ' +
			`average rate. ${remedy}`
		);
	}
	const isMixed = printed.some((line) => line < 0) && printed.some((line) => line > 0);
	if (taxAmount === 0 || !(isMixed || taxAmount > subTotal)) return undefined;
	const odd = isMixed ? 'some lines are negative' : 'the tax is more than the net total';
	return `The document has no VAT rate and ${odd}, so the shares of the tax that the lines have may be wrong. ${remedy}`;
}

function howOf({ rate }: LineGroup, line: number, tax: number, basis: Basis): string {
	if (!rate) return 'a share of the tax that no VAT rate stands beside';
	const exact = taxWithin(line, rate, basis) === tax;
	return `at the VAT rate of ${rate.toFixed()} %${exact ? '' : ', brought to the tax on the document'}`;
}

/** Tax per line at the header's average rate, for lines that don't add up: the cents are not made to. */
export const averageTaxes = (printed: number[], basis: Basis, header: Totals): number[] => {
	const whole = basis === 'net' ? header.subTotal : header.totalAmount;
	return printed.map((line) => rounded(new Big(line).times(header.taxAmount).div(whole || 1)));
};

/**
 * Tax per line, each at its group's rate; undefined when that doesn't give the header's tax. What rounding leaves
 * over stays within a group, and off by less than a cent a line.
 */
function atRates(
	printed: number[],
	basis: Basis,
	taxAmount: number,
	groups: LineGroup[],
): number[] | undefined {
	const off = taxAmount - sum(groups.map(({ tax }) => tax));
	if (off === 0) return each(groups, (group) => spread(group, printed, basis));
	const byLine = each(groups, ({ rate, lines }) =>
		lines.flatMap((at) => (rate ? [taxWithin(printed[at], rate, basis)] : [])),
	);
	if (byLine.length === printed.length && sum(byLine) === taxAmount) return byLine;
	// The tax of several groups, each rounded, and that of the document, rounded once.
	if (Math.abs(off) > (groups.length + 1) / 2) return undefined;
	const [largest] = [...groups].sort((one, other) => other.tax - one.tax);
	return each(groups, (group) =>
		spread(group === largest ? { ...group, tax: group.tax + off } : group, printed, basis),
	);
}

/** What is said of each line, in the lines' order. */
function each<T>(groups: LineGroup[], of: (group: LineGroup) => T[]): T[] {
	const all: T[] = [];
	for (const group of groups) of(group).forEach((one, place) => (all[group.lines[place]] = one));
	return all;
}

/** A group's tax over its lines: each at the rate if that adds up, else in proportion. */
function spread({ rate, tax, lines }: LineGroup, printed: number[], basis: Basis): number[] {
	const amounts = lines.map((at) => printed[at]);
	const byRate = rate && amounts.map((line) => taxWithin(line, rate, basis));
	return byRate && sum(byRate) === tax ? byRate : largestRemainder(tax, amounts);
}

/** The tax on a net line, or in a gross one. */
const taxWithin = (line: number, rate: Big, basis: Basis) =>
	rounded(rate.times(line).div(basis === 'net' ? 100 : rate.plus(100)));

const rounded = (exact: Big) => wholeCents(exact) ?? 0;
