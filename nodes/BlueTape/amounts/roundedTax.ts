import { Big } from '../../bundled/big';
import { cents } from '../../shared/values/cents';
import type { Line } from './sums';
import { taxOf } from './line';

/** What rounding took from the tax of a line's rate, in parts of a cent: 0 where there is no rate, or the line has its own tax. */
function lost({ subTotal, taxAmount, taxRate }: Line): Big {
	const net = cents(subTotal)!;
	const tax = taxRate && taxAmount === undefined ? taxOf(net, taxRate) : undefined;
	return tax === undefined ? new Big(0) : new Big(net).times(taxRate!).div(100).minus(tax);
}

/**
 * By line, the cent by which the tax of its rate gives way to the header's tax, which is `off` cents more than the taxes of the lines:
 * from those that lost most by rounding. Undefined where rounding does not explain it: a tax that was rounded on the sum is less than a cent from
 * the exact one, once for each rate; one that was rounded by line is another one where the line has half a cent.
 */
export function centsOfRounding(lines: Line[], off: number): number[] | undefined {
	const parts = lines.map((line, index) => ({ index, part: lost(line) }));
	const all = parts.reduce((total, { part }) => total.plus(part), new Big(0));
	const rates = new Set(lines.filter((_, index) => !parts[index].part.eq(0)).map(({ taxRate }) => taxRate));
	const rounded = parts.filter(({ part }) => part.times(off).gt(0));
	const halves = rounded.filter(({ part }) => part.abs().eq(0.5));
	const isOfSum = all.minus(off).abs().lt(rates.size) && Math.abs(off) <= rounded.length;
	if (off && !isOfSum && Math.abs(off) > halves.length) return undefined;
	const most = rounded.sort((a, b) => b.part.abs().cmp(a.part.abs())).slice(0, Math.abs(off));
	const moved = new Set(most.map(({ index }) => index));
	return lines.map((_, index) => (moved.has(index) ? Math.sign(off) : 0));
}
