import { Big } from '../../bundled/big';
import { cents, isWholeCents, shown } from '../../shared/values/cents';
import { differInSign, SUMS, type Line, type Sums } from './sums';
import { priceOfAll, taxOf } from './line';
import { rateOdd, taxOff } from './unlikelyTax';

/** Subtotal and tax that don't make the total, in cents; `where` begins the sentence. */
export function sumOff(sums: Sums, where = ''): string[] {
	const [subTotal, tax, total] = SUMS.map(([key]) => cents(sums[key])!);
	if (subTotal + tax === total) return [];
	return [
		`${where}Subtotal and Tax Amount make ${shown(subTotal + tax)}, but Total Amount is ${shown(total)}`,
	];
}

/** Amounts that are no whole cents, as the German `1.094` for 1094 is none. */
export function brokenCents(amounts: Array<[label: string, amount: unknown]>, where = ''): string[] {
	return amounts
		.filter(([, amount]) => !isWholeCents(amount as number))
		.map(([label, amount]) => `${where}${label} ${amount as number} has more than two decimals`);
}

/** A subtotal that is more than what was delivered costs, or of the other sign; below zero, what came back. */
function above(line: Line, where: string): string[] {
	const [subTotal, price] = [cents(line.subTotal)!, priceOfAll(line)];
	if (line.unitAmount === 0 && subTotal) {
		return [`${where}Unit Price is 0, but Subtotal is ${shown(subTotal)}`];
	}
	const factors = `${line.quantity} × ${line.unitAmount}`;
	if (price === undefined) return [`${where}Quantity × Unit Price (${factors}) is too large for an amount`];
	const product = `Quantity × Unit Price (${factors} is ${shown(price)})`;
	if (differInSign(subTotal, price)) {
		return [`${where}Subtotal ${shown(subTotal)} has another sign than ${product}`];
	}
	if (Math.abs(subTotal) <= Math.abs(price) + 1) return [];
	return [`${where}${product} is ${subTotal < 0 ? 'nearer to 0' : 'less'} than Subtotal, ${shown(subTotal)}`];
}

/** A rate and a tax that were both given and differ by more than the cent that rounding may cost. */
function rateOff({ taxAmount, subTotal }: Line, rate: number | undefined, where: string): string[] {
	const [tax, amount] = [cents(taxAmount)!, cents(subTotal)!];
	const byRate = rate === undefined ? undefined : taxOf(amount, rate);
	if (byRate === undefined || Math.abs(byRate - tax) <= 1) return [];
	return [`${where}${rate} % of ${shown(amount)} is ${shown(byRate)}, but Tax Amount is ${shown(tax)}`];
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
	...rateOdd(rate, where),
	...(rate === undefined ? taxOff(line, isRest, 1, where) : []),
];

/** A price for one of it that is no money, where thousands may be meant: 1094 by `1.094`. */
export function priceOff({ quantity, unitAmount }: Line, where: string): string[] {
	const thousands = thousandsOf(unitAmount!);
	if (quantity !== 1 || thousands === undefined) return [];
	return [
		`${where}Unit Price ${unitAmount!} of Quantity 1 has more than two decimals: write ${shown(cents(unitAmount)!)}, or ${thousands} if that is meant`,
	];
}

/** What a price of three decimals is to those who write thousands so: `1.094` is 1094; undefined for any other. */
function thousandsOf(price: number): number | undefined {
	const written = String(price);
	return /^-?[1-9]\d{0,2}\.\d{3}$/.test(written) ? Number(written.replace('.', '')) : undefined;
}

/** A price that may well be right: of three decimals, and what it makes is rounded. */
export function rounding({ quantity, unitAmount }: Line, where: string): string[] {
	const thousands = thousandsOf(unitAmount!);
	const exact = new Big(unitAmount!).times(quantity!);
	if (thousands === undefined || quantity === 1 || exact.eq(exact.round(2))) return [];
	return [
		`${where}${quantity} × ${unitAmount} is ${exact.toFixed()}, rounded; if it is not, write ${thousands} as Unit Price`,
	];
}

/** A subtotal that may well be right, and is worth a remark: it is less than what was delivered costs. */
export function discount(line: Line, where: string): string[] {
	const [subTotal, price] = [cents(line.subTotal)!, priceOfAll(line)];
	if (price === undefined || differInSign(subTotal, price)) return [];
	if (Math.abs(subTotal) >= Math.abs(price) - 1) return [];
	const product = `${line.quantity} × ${line.unitAmount}, ${shown(price)}`;
	return [
		`${where}Subtotal ${shown(subTotal)} is ${price < 0 ? 'nearer to 0 than' : 'below'} ${product}: taken as a discount`,
	];
}
