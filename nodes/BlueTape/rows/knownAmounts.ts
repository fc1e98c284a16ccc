import { cents } from '../../shared/values/cents';
import { speaksOf, wordsOf, type Kind } from '../../shared/values/moneyNames';
import { sum } from '../../shared/values/spread';
import { priceOfAll, taxOf } from '../amounts/line';
import type { Body, Line } from '../amounts/sums';

/** Prices of one unit, in cents: as they stand there, after a discount, and with tax. */
function pricesIn({ lines = [] }: Body): Set<number | undefined> {
	const perUnit = (amount: number | undefined, { quantity }: Line) =>
		amount === undefined || !quantity ? undefined : Math.round(amount / quantity);
	return new Set(
		counted(lines).flatMap((line) => {
			const tax = cents(line.taxAmount) ?? 0;
			const all = [cents(line.subTotal), cents(line.totalAmount), (priceOfAll(line) ?? 0) + tax];
			return [cents(line.unitAmount), ...all.map((amount) => perUnit(amount, line))];
		}),
	);
}

/** The lines that can be counted with: in a body that is for a person, not all need be. */
const counted = (lines: Line[]): Line[] =>
	lines.filter((line) =>
		[line.quantity, line.unitAmount, line.subTotal].every((one) => typeof one === 'number'),
	);

/** Cents by which such a line is less than its price. */
const discountOf = (line: Line): number => (priceOfAll(line) ?? 0) - (cents(line.subTotal) ?? 0);

/** What a name may speak of: a kind of amount, or the price of one unit. */
type Wanted = Kind | 'price';
interface Worked {
	amounts: Set<number | undefined>;
	rates: Map<number, boolean>;
}
/** What a body has for each of them, once: a table asks for every cell. */
const worked = new WeakMap<Body, Map<Wanted, Worked>>();

function workedFor(body: Body, wanted: Wanted): Worked {
	const all = worked.get(body) ?? new Map<Wanted, Worked>();
	worked.set(body, all);
	const amounts = () => (wanted === 'price' ? pricesIn(body) : amountsOf(body, wanted));
	const one = all.get(wanted) ?? { amounts: amounts(), rates: new Map<number, boolean>() };
	all.set(wanted, one);
	return one;
}

export const known = (body: Body, wanted: Wanted): Set<number | undefined> => workedFor(body, wanted).amounts;

export function isKnownRate(rate: number, body: Body, kind: Kind): boolean {
	const { rates } = workedFor(body, kind);
	const found = rates.get(rate) ?? isRateOf(rate, body, kind);
	rates.set(rate, found);
	return found;
}

/** Amounts that a body has anyway, in cents: what repeats one takes nothing away when it is left out. */
function amountsOf({ lines: given = [], ...header }: Body, kind: Kind): Set<number | undefined> {
	const all: Line[] = [header, ...given];
	const lines = counted(given);
	// `Untaxed`, `Taxed total`: what is as much as the whole is no tax on it.
	const wholes = [header.subTotal, header.totalAmount].map(cents);
	if (kind === 'tax') return new Set([...all.map(({ taxAmount }) => cents(taxAmount)), ...wholes]);
	const paid = (cents(header.totalAmount) ?? 0) - (cents(header.amountDue) ?? cents(header.totalAmount) ?? 0);
	if (kind === 'extra') {
		const asLines = lines.filter(({ description }) => speaksOf('extra', wordsOf(String(description))));
		const discounts = lines.map(discountOf);
		const amounts = [paid, sum(discounts), ...discounts, ...asLines.map(({ subTotal }) => cents(subTotal)!)];
		return new Set([...amounts, ...asLines.map(({ totalAmount }) => cents(totalAmount)!)].map(Math.abs));
	}
	const prices = lines.map((line) => priceOfAll(line) ?? 0);
	const sums = all.flatMap(({ subTotal, totalAmount }) => [cents(subTotal), cents(totalAmount)]);
	return new Set([...sums, cents(header.amountDue), paid, ...prices, sum(prices)]);
}

/** Does a body have the tax or the discount that a rate in percent makes? */
function isRateOf(rate: number, { lines = [], ...header }: Body, kind: Kind): boolean {
	if (!Number.isFinite(rate)) return false;
	if (kind === 'extra') {
		return counted(lines).some(
			(line) => discountOf(line) !== 0 && taxOf(priceOfAll(line)!, rate) === discountOf(line),
		);
	}
	return [header, ...lines].some(
		({ subTotal, taxAmount }) => !!taxAmount && taxOf(cents(subTotal) ?? 0, rate) === cents(taxAmount),
	);
}
