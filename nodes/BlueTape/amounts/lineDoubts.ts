import { Big } from '../../bundled/big';
import { cents, isWholeCents, shown } from '../../shared/values/cents';
import { SUMS, type Line, type Sums } from './sums';
import { priceOfAll, taxOf } from './line';

/** Subtotal and tax that don't make the total, in cents; `where` begins the sentence. */
export function sumOff(sums: Sums, where = ''): string[] {
	const [subTotal, tax, total] = SUMS.map(([key]) => cents(sums[key])!);
	if (subTotal + tax === total) return [];
	return [
		`${where}Subtotal and Tax Amount make ${shown(subTotal + tax)}, but Total Amount is ${shown(total)}`,
	];
}

/** Hardly any tax of the world is more than this part of what it is on. */
const MOST_TAX = 0.3;

/**
 * A tax that no tax can be beside its subtotal: of the other sign, more than the whole of it, or far too much where it is only what
 * the total leaves (`isRest`), which may be mistaken itself. Rounding may have added half a cent in each of its `parts`.
 */
export function taxOff(sums: Sums, isRest: boolean, parts: number, where = ''): string[] {
	const [net, tax, total] = SUMS.map(([key]) => cents(sums[key])!);
	const most = Math.abs(net) * (isRest ? MOST_TAX : 1) + parts / 2;
	if (tax === 0 || (tax * net > 0 && Math.abs(tax) <= most)) return [];
	const left = isRest ? `, what Total Amount ${shown(total)} leaves,` : '';
	return [`${where}Tax Amount ${shown(tax)}${left} can hardly be the tax on Subtotal ${shown(net)}`];
}

/** Amounts that are no whole cents, as the German `1.094` for 1094 is none. */
export function brokenCents(amounts: Array<[label: string, amount: unknown]>, where = ''): string[] {
	return amounts
		.filter(([, amount]) => !isWholeCents(amount as number))
		.map(([label, amount]) => `${where}${label} ${amount as number} has more than two decimals`);
}

/** A subtotal that is more than what was delivered costs. */
function above(line: Line, where: string): string[] {
	const [subTotal, price] = [cents(line.subTotal)!, priceOfAll(line)];
	if (line.unitAmount === 0 && subTotal) {
		return [`${where}Unit Price is 0, but Subtotal is ${shown(subTotal)}`];
	}
	if (price === undefined || subTotal <= price + 1) return [];
	const product = `${line.quantity} × ${line.unitAmount} is ${shown(price)}`;
	return [`${where}Quantity × Unit Price (${product}) is less than Subtotal, ${shown(subTotal)}`];
}

/** A rate and a tax that were both given and differ by more than the cent that rounding may cost. */
function rateOff({ taxAmount, subTotal }: Line, rate: number | undefined, where: string): string[] {
	const [tax, amount] = [cents(taxAmount)!, cents(subTotal)!];
	const byRate = rate === undefined ? undefined : taxOf(amount, rate);
	if (byRate === undefined || Math.abs(byRate - tax) <= 1) return [];
	return [`${where}${rate} % of ${shown(amount)} is ${shown(byRate)}, but Tax Amount is ${shown(tax)}`];
}

/** A rate that looks like a fraction: a sheet shows 8 % and hands over 0.08. */
function fraction(rate: number | undefined, where: string): string[] {
	if (rate === undefined || rate <= 0 || rate >= MOST_TAX) return [];
	const percent = new Big(rate).times(100).toNumber();
	return [`${where}Tax Rate ${rate} is taken as ${rate} %; for ${percent} % write ${percent}`];
}

/**
 * What is doubtful in a line that has all its amounts. `rate`: the tax rate that was given for it, in percent; `isRest`: is its tax only
 * what its total leaves?
 */
export const lineDoubts = (
	line: Line,
	rate: number | undefined,
	isRest: boolean,
	where: string,
): string[] => [
	...brokenCents(
		SUMS.map(([key, label]) => [label, line[key]]),
		where,
	),
	...sumOff(line, where),
	...above(line, where),
	...rateOff(line, rate, where),
	...fraction(rate, where),
	...(rate === undefined ? taxOff(line, isRest, 1, where) : []),
];

/** A subtotal that may well be right, and is worth a remark: it is less than what was delivered costs. */
export function discount(line: Line, where: string): string[] {
	const [subTotal, price] = [cents(line.subTotal)!, priceOfAll(line)];
	if (price === undefined || subTotal >= price - 1) return [];
	const product = `${line.quantity} × ${line.unitAmount}, ${shown(price)}`;
	return [`${where}Subtotal ${shown(subTotal)} is below ${product}: taken as a discount`];
}
