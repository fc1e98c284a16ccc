import { Big } from '../../bundled/big';
import { cents, shown } from '../../shared/values/cents';
import { differInSign, SUMS, type Sums } from './sums';
import { taxOf } from './line';

/** Hardly any tax of the world is more than this part of what it is on. */
const MOST_TAX = 0.3;

/** Is a tax in cents, a cent of rounding added, below a thousandth of what it is on? */
export const isTooLittle = (tax: number, net: number): boolean =>
	tax !== 0 && (Math.abs(tax) + 1) * 1000 < Math.abs(net);

/** A fraction that stands where an amount belongs: a sheet shows 8 % and hands over 0.08. */
function fraction({ subTotal, taxAmount }: Sums, isRest: boolean): string | undefined {
	const [net, tax] = [cents(subTotal)!, cents(taxAmount)!];
	if (Math.abs(taxAmount!) >= MOST_TAX || !isTooLittle(tax, net)) return undefined;
	const percent = new Big(taxAmount!).times(100).abs();
	const meant = taxOf(net, percent.toNumber())!;
	return isRest ? '' : `; for ${percent.toFixed()} % write ${shown(meant)}`;
}

/**
 * A tax that no tax can be beside its subtotal: of the other sign, more than the whole of it, far too much where it is only what
 * the total leaves (`isRest`), which may be mistaken itself, or so little that it is a fraction. Rounding may have added half a cent in each
 * of its `parts`.
 */
export function taxOff(sums: Sums, isRest: boolean, parts: number, where = ''): string[] {
	const [net, tax, total] = SUMS.map(([key]) => cents(sums[key])!);
	const most = Math.abs(net) * (isRest ? MOST_TAX : 1) + parts / 2;
	const advice = fraction(sums, isRest);
	if (!differInSign(tax, net) && Math.abs(tax) <= most && advice === undefined) return [];
	const left = isRest ? `, what Total Amount ${shown(total)} leaves,` : '';
	return [
		`${where}Tax Amount ${shown(tax)}${left} can hardly be the tax on Subtotal ${shown(net)}${advice ?? ''}`,
	];
}

/** A rate that no tax has: one that looks like a fraction, or that lost its point, as 82.5 for 8.25. */
export function rateOdd(rate: number | undefined, where: string): string[] {
	if (rate === undefined || rate <= 0) return [];
	if (rate > MOST_TAX * 100) {
		return [
			`${where}Tax Rate ${rate} is taken as ${rate} %, and hardly any tax is above ${MOST_TAX * 100} %`,
		];
	}
	if (rate >= MOST_TAX) return [];
	const percent = new Big(rate).times(100).toNumber();
	return [`${where}Tax Rate ${rate} is taken as ${rate} %; for ${percent} % write ${percent}`];
}
