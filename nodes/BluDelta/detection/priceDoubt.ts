import { Big } from '../../bundled/big';
import { shown } from '../../shared/values/cents';

/** Pieces that a printed price may be for: screws are sold by the hundred. */
const PER = [1, 100, 1000];
/** Discounts on a line have such steps, in percent, and are hardly more than half of it, if it is not free. */
const STEP = 0.5;
const MOST = 50;

/** Decimals as printed: zeros at the end are lost, and a price has two or more. */
const decimalsOf = (price: Big) => Math.max(2, (price.toFixed().split('.')[1] ?? '').length);

/**
 * Why a line's printed quantity and price can't be those of its total: one of the three was misread. Undefined where the price
 * is that of the whole line, of a hundred or a thousand pieces, or where a discount explains what is lacking.
 *
 * @param totals in cents: the line's without tax, and as printed
 */
export function priceDoubt(quantity: number, price: Big, totals: [number, number]): string | undefined {
	if (!Number.isSafeInteger(quantity) || quantity <= 0) return undefined;
	const single = price.abs().times(100);
	const full = single.times(quantity);
	const decimals = decimalsOf(price);
	// Half of the last decimal of the price, for each piece, and a cent.
	const rounding = new Big(10)
		.pow(2 - decimals)
		.div(2)
		.times(quantity)
		.plus(1);
	const isExplained = totals
		.map(Math.abs)
		.some(
			(total) =>
				single.minus(total).abs().lte(1) ||
				PER.some((pieces) => full.div(pieces).minus(total).abs().lte(rounding)) ||
				isDiscounted(full, total),
		);
	if (isExplained) return undefined;
	return (
		`The document has ${quantity} × ${price.toFixed(decimals)} beside a line total of ${shown(totals[1])}, so one of them may be ` +
		'misread, or something comes on top. The invoice has the total, and the price that this makes. Compare the line with the file.'
	);
}

/** Whether `total` is what a discount of a usual percentage leaves of `full`. */
function isDiscounted(full: Big, total: number): boolean {
	if (total === 0) return true;
	if (full.lte(total)) return false;
	const percent = new Big(100).minus(new Big(total).times(100).div(full));
	const usual = percent.div(STEP).round(0, Big.roundHalfUp).times(STEP);
	return usual.lte(MOST) && full.times(usual).div(100).plus(total).minus(full).abs().lte(1);
}
