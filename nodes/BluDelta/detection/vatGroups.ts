import { Big } from '../../bundled/big';
import { cents, shown } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import type { SimplifiedDetection } from './simplified';
import { explains, taxOn } from './vatRate';

type VatGroup = NonNullable<SimplifiedDetection['vatGroups']>[number];

/** What all VAT groups say together, in cents; absent when one of them lacks the amount. */
export interface GroupSums {
	net?: number;
	tax?: number;
	/** Why the sum of the taxes can't be believed. */
	doubt?: string;
}

const all = (amounts: Array<number | undefined>) => {
	const known = amounts.filter((amount) => amount !== undefined);
	return known.length > 0 && known.length === amounts.length ? sum(known) : undefined;
};

/**
 * Adds the groups up, each one checked before: groups may be incomplete, and one may carry the tax of the whole
 * document (bludelta.md 8.2).
 */
export function sumsOfGroups(groups: VatGroup[] = [], netTotal?: number, grandTotal?: number): GroupSums {
	const net = all(groups.map(({ netAmount }) => cents(netAmount)));
	const tax = all(groups.map(taxIn));
	const sums = { net, tax };
	const whole = netTotal ?? net;
	const wrong = groups.find((group) => agrees(group) === false);
	if (wrong) return { ...sums, doubt: contradiction(wrong) };
	if (net !== undefined && net !== whole) {
		return { ...sums, doubt: `they cover ${shown(net)} of the net total ${shown(whole ?? 0)}` };
	}
	const isRest = whole !== undefined && grandTotal !== undefined && tax === grandTotal - whole;
	const open = groups.some((group) => agrees(group) === undefined);
	return open && !isRest ? { ...sums, doubt: 'not all of them have a rate, a net amount and a tax' } : sums;
}

/**
 * The tax of all groups that can be believed, where that speaks against the printed tax total: it is another one for the whole
 * net total, or more for a part of it. Undefined where rounding explains it.
 */
export function taxAgainst(groups: VatGroup[] = [], taxTotal: number, netTotal?: number): number | undefined {
	const sure = groups.filter(
		(group) => taxIn(group) !== undefined && agrees(group) !== false && holds(group),
	);
	if (!sure.length) return undefined;
	const tax = sum(sure.map((group) => taxIn(group) ?? 0));
	const isWhole = sure.length === groups.length && all(sure.map((one) => cents(one.netAmount))) === netTotal;
	// Half a cent for each, and the decimals of a rate that are not printed where the tax is by the rate.
	const rounding = sure.map(({ vatAmount, netAmount = 0 }) =>
		vatAmount === undefined ? 1 + Math.abs(cents(netAmount) ?? 0) / 2000 : 0.5,
	);
	const off = tax - taxTotal;
	return (isWhole ? Math.abs(off) : off) > sum(rounding) + 0.5 ? tax : undefined;
}

/** A tax beside nothing else may be that of the whole document (bludelta.md 8.2). */
const holds = ({ vatRate, vatAmount }: VatGroup) => vatRate !== undefined || cents(vatAmount) === 0;

/** As printed, else by the rate. */
function taxIn({ vatRate, netAmount, vatAmount }: VatGroup): number | undefined {
	const net = cents(netAmount);
	const byRate = vatRate === undefined || net === undefined ? undefined : taxOn(net, new Big(vatRate));
	return cents(vatAmount) ?? byRate;
}

/** Whether a group's printed tax is that of its rate on its net amount; undefined when one of the three is missing. */
function agrees({ vatRate, netAmount, vatAmount }: VatGroup): boolean | undefined {
	const [net, tax] = [cents(netAmount), cents(vatAmount)];
	// Exempt: there is no rate to print.
	if (vatRate === undefined && tax === 0) return true;
	if (vatRate === undefined || net === undefined || tax === undefined) return undefined;
	return explains(new Big(vatRate), net, tax);
}

const contradiction = ({ vatRate, netAmount, vatAmount }: VatGroup) =>
	`${shown(cents(vatAmount) ?? 0)} is not ${vatRate} % of ${shown(cents(netAmount) ?? 0)}`;
