import { Big } from '../../bundled/big';
import { wholeCents } from '../../shared/values/cents';

/** Tax in cents on `net` cents at `rate` percent, half a cent up. */
export const taxOn = (net: number, rate: Big): number => wholeCents(rate.times(net).div(100)) ?? 0;

/**
 * Whether `tax` can be the tax on `net` at `rate` percent, rounded either way to the cent. A rate has one decimal in the
 * vendor's form (bludelta.md 6.6), so that `8.3` stands for 8.25 as well: any rate that rounds to it counts. 0 is 0.
 */
export function explains(rate: Big, net: number, tax: number): boolean {
	if (rate.eq(0)) return tax === 0;
	const decimals = Math.max(1, (rate.toFixed().split('.')[1] ?? '').length);
	const half = new Big(5).div(new Big(10).pow(decimals + 1));
	const [low, high] = [rate.minus(half), rate.plus(half)]
		.map((one) => one.times(net).div(100))
		.sort((one, other) => one.cmp(other));
	return low.minus(1).lt(tax) && high.plus(1).gt(tax);
}
