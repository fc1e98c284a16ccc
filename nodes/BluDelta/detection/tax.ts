import { Big } from '../../bundled/big';
import { partition } from './partition';
import { cents, wholeCents } from '../../shared/values/cents';
import type { SimplifiedDetection } from './simplified';
import { largestRemainder, settle, sum } from '../../shared/values/spread';
import type { Totals } from './totals';

type VatGroups = SimplifiedDetection['vatGroups'];

/** What the document's line totals are: without or with tax. */
export type Basis = 'net' | 'gross';

export interface TaxSplit {
	subTotals: number[];
	taxes: number[];
	/** What the taxes were worked out from, and how. */
	from: string;
	how: string;
	/** Set when the rate on the document does not explain its tax. */
	doubt?: string;
}

interface RateGroup {
	rate: Big;
	net: number | undefined;
	vat: number | undefined;
}

/** Cents that rounding may move: one per line, and at least two (bludelta.md 8.3, step 1). */
export const slackOf = (lines: number[]) => Math.max(2, lines.length);

const within = (amounts: number[], target: number) => Math.abs(sum(amounts) - target) <= slackOf(amounts);

/**
 * Net amount and tax per line, in cents, adding up to the header's subTotal and taxAmount
 * (bludelta.md 8.3, step 3). By the rate of each line's VAT group where that is known and explains
 * the header; else in proportion to the lines.
 */
export function splitTax(printed: number[], basis: Basis, header: Totals, vatGroups: VatGroups): TaxSplit {
	const groups = byRate(vatGroups);
	const owner = groupOfLines(printed, basis, groups);
	const rated = owner && atRates(printed, basis, groups, owner);
	if (rated && within(rated.subTotals, header.subTotal) && within(rated.taxes, header.taxAmount)) {
		return {
			subTotals: settle(rated.subTotals, header.subTotal, printed),
			taxes: settle(rated.taxes, header.taxAmount, printed),
			from: 'VatGroup',
			how:
				groups.length === 1
					? `at the VAT rate of ${groups[0].rate.toString()} %`
					: 'at the rates of the VAT groups, whose amounts only one grouping of the lines reproduces',
		};
	}
	const doubt =
		'The VAT rates on the document do not explain its totals, so the tax was spread over the lines in ' +
		'proportion. Compare rates and totals with the file.';
	return {
		...inProportion(printed, basis, header),
		from: 'taxAmount',
		how: 'header tax spread in proportion to the line totals, cents left over to the largest remainders',
		...(rated && { doubt }),
	};
}

/** VAT groups by rate, those of one rate taken together; none at all when a rate is missing or senseless. */
function byRate(vatGroups: VatGroups): RateGroup[] {
	const rates = new Map<number, RateGroup>();
	for (const { vatRate, netAmount, vatAmount } of vatGroups ?? []) {
		if (vatRate === undefined || vatRate < 0) return [];
		const same = rates.get(vatRate);
		rates.set(vatRate, {
			rate: new Big(vatRate),
			net: same ? plus(same.net, cents(netAmount)) : cents(netAmount),
			vat: same ? plus(same.vat, cents(vatAmount)) : cents(vatAmount),
		});
	}
	return [...rates.values()];
}

const plus = (a: number | undefined, b: number | undefined) =>
	a === undefined || b === undefined ? undefined : a + b;

/** The group of each line: the only one, or by the one partition that reproduces the groups' amounts. */
function groupOfLines(printed: number[], basis: Basis, groups: RateGroup[]): number[] | undefined {
	if (groups.length === 1) return printed.map(() => 0);
	const targets = groups.map(({ net, vat }) => (basis === 'net' ? net : plus(net, vat)));
	const known = targets.filter((target) => target !== undefined);
	return known.length === targets.length && known.length > 0 ? partition(printed, known) : undefined;
}

function atRates(printed: number[], basis: Basis, groups: RateGroup[], owner: number[]) {
	const rates = owner.map((group) => groups[group].rate);
	const round = (exact: Big) => wholeCents(exact) ?? 0;
	if (basis === 'net') {
		const taxes = printed.map((line, at) => round(new Big(line).times(rates[at]).div(100)));
		const settled = settleGroups(
			taxes,
			printed,
			owner,
			groups.map(({ vat }) => vat),
		);
		return { subTotals: printed, taxes: settled };
	}
	const nets = printed.map((line, at) => round(new Big(line).times(100).div(rates[at].plus(100))));
	const subTotals = settleGroups(
		nets,
		printed,
		owner,
		groups.map(({ net }) => net),
	);
	return { subTotals, taxes: printed.map((line, at) => line - subTotals[at]) };
}

/** Lets each group's rounding cents fall on its own largest line, so that they stay within their rate. */
function settleGroups(
	amounts: number[],
	printed: number[],
	owner: number[],
	targets: Array<number | undefined>,
): number[] {
	const settled = [...amounts];
	targets.forEach((target, group) => {
		const members = owner.flatMap((one, at) => (one === group ? [at] : []));
		const own = members.map((at) => amounts[at]);
		if (target === undefined || !within(own, target)) return;
		const lines = members.map((at) => printed[at]);
		settle(own, target, lines).forEach((amount, place) => (settled[members[place]] = amount));
	});
	return settled;
}

function inProportion(printed: number[], basis: Basis, header: Totals) {
	if (basis === 'net') {
		const subTotals = settle(printed, header.subTotal, printed);
		return { subTotals, taxes: largestRemainder(header.taxAmount, subTotals) };
	}
	const subTotals = largestRemainder(header.subTotal, printed);
	const taxes = printed.map((line, at) => line - subTotals[at]);
	return { subTotals, taxes: settle(taxes, header.taxAmount, printed) };
}
