import { Big } from '../../bundled/big';
import { cents } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import { partition } from './partition';
import type { SimplifiedDetection } from './simplified';
import type { Totals } from './totals';
import { explains, taxOn } from './vatRate';

/** Lines that share a rate: which of the lines, and the tax that they have together. In cents. */
export interface LineGroup {
	/** Percent; absent when the document doesn't say it. */
	rate?: Big;
	tax: number;
	/** Places of the lines. */
	lines: number[];
}

/** A VAT group of the document; several of one rate are one. */
interface RateGroup {
	rate?: Big;
	net?: number;
	/** As printed, not checked. */
	tax?: number;
}

/**
 * Which lines have which rate (bludelta.md 8.3, step 3): all of them the only one, if it explains the header's tax;
 * else by the one way to share them out that gives each group's amount. Undefined when that can't be told.
 */
export function groupLines(
	printed: number[],
	basis: 'net' | 'gross',
	header: Totals,
	vatGroups: SimplifiedDetection['vatGroups'] = [],
): LineGroup[] | undefined {
	const groups = byRate(vatGroups);
	if (!groups) return undefined;
	const [{ rate } = {}] = groups;
	if (rate && groups.length === 1 && explains(rate, header.subTotal, header.taxAmount)) {
		return [{ rate, tax: header.taxAmount, lines: printed.map((_line, at) => at) }];
	}
	const nets = withRest(groups, header.subTotal);
	const taxes = nets && believed(nets, header.taxAmount);
	if (!taxes) return undefined;
	const owner = partition(
		printed,
		nets.map(({ net }, at) => (basis === 'net' ? net : net + taxes[at])),
	);
	return (
		owner &&
		nets.map(({ rate: own }, group) => ({
			rate: own,
			tax: taxes[group],
			lines: owner.flatMap((one, line) => (one === group ? [line] : [])),
		}))
	);
}

/** Undefined when there are none, or a rate is senseless. Without rate and tax is exempt: a rate of 0. */
function byRate(vatGroups: NonNullable<SimplifiedDetection['vatGroups']>): RateGroup[] | undefined {
	const rates = new Map<string, RateGroup>();
	vatGroups.forEach(({ vatRate, netAmount, vatAmount }, at) => {
		const [net, tax] = [cents(netAmount), cents(vatAmount)];
		const percent = vatRate ?? (tax === 0 ? 0 : undefined);
		const same = rates.get(String(percent ?? `without ${at}`));
		rates.set(String(percent ?? `without ${at}`), {
			rate: percent === undefined ? undefined : new Big(percent),
			net: same ? plus(same.net, net) : net,
			tax: same ? plus(same.tax, tax) : tax,
		});
	});
	const groups = [...rates.values()];
	return groups.length === 0 || groups.some(({ rate }) => rate?.lt(0)) ? undefined : groups;
}

const plus = (a: number | undefined, b: number | undefined) =>
	a === undefined || b === undefined ? undefined : a + b;

/** The groups with a net amount each; what they lack to the net total is the one that was not read. */
function withRest(groups: RateGroup[], subTotal: number): Array<RateGroup & { net: number }> | undefined {
	const rest = subTotal - sum(groups.map(({ net = 0 }) => net));
	const open = groups.filter(({ net }) => net === undefined).length;
	if (open > 1) return undefined;
	const whole = groups.map((group) => ({ ...group, net: group.net ?? rest }));
	return open === 0 && rest > 0 ? [...whole, { net: rest }] : whole;
}

/** The tax of each group: as printed where its rate explains it, else by its rate; without a rate the rest of the header's. */
function believed(groups: Array<RateGroup & { net: number }>, taxAmount: number): number[] | undefined {
	const sure = groups.map(({ rate, net, tax }) =>
		tax !== undefined && (!rate || explains(rate, net, tax)) ? tax : undefined,
	);
	const open = sure.filter((tax) => tax === undefined).length;
	const rest = taxAmount - sum(sure.map((tax = 0) => tax));
	const taxes = groups.map(({ rate, net }, at) => {
		const isRest = open === 1 && rest >= 0 && (!rate || explains(rate, net, rest));
		return sure[at] ?? (isRest ? rest : rate && taxOn(net, rate));
	});
	const known = taxes.filter((tax) => tax !== undefined);
	return known.length === taxes.length ? known : undefined;
}
