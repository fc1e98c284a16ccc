import { Big } from '../../bundled/big';
import { shown } from '../../shared/values/cents';

/** Pieces that a printed price may be for: screws are sold by the hundred. */
const PER = [1, 100, 1000];
/** Discounts on a line have such steps, in percent; off list prices of fittings and cables three quarters and more are usual. */
const STEP = 0.5;
const MOST = 80;
/** Of two discounts one after the other the first has such steps, in percent, the second those of a whole one, up to so much. */
const [FIRST_STEP, MOST_SECOND] = [5, 20];

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
	const isExplained = totals.map(Math.abs).some(
		(total) =>
			single.minus(total).abs().lte(1) ||
			PER.some((pieces) => {
				const whole = full.div(pieces);
				return whole.minus(total).abs().lte(rounding) || isDiscounted(whole, total);
			}),
	);
	if (isExplained) return undefined;
	return (
		`The document has ${quantity} × ${price.toFixed(decimals)} beside a line total of ${shown(totals[1])}, so one of them may be ` +
		'misread, or something comes on top. The invoice has the total, and the price that this makes. Compare the line with the file.'
	);
}

/** Whether `total` is what discounts of usual percentages leave of `full`. */
function isDiscounted(full: Big, total: number): boolean {
	if (total === 0) return true;
	if (full.lte(total)) return false;
	const leaves = (rest: Big) => full.times(rest).minus(total).abs().lte(1);
	const rest = new Big(total).div(full);
	const percent = new Big(100).minus(rest.times(100));
	const usual = percent.div(STEP).round(0, Big.roundHalfUp).times(STEP);
	if (usual.lte(MOST) && leaves(new Big(100).minus(usual).div(100))) return true;
	return firsts.some((first) => {
		const second = new Big(100).minus(rest.times(10_000).div(100 - first)).round(0, Big.roundHalfUp);
		if (second.lt(1) || second.gt(MOST_SECOND)) return false;
		return leaves(new Big(100 - first).times(new Big(100).minus(second)).div(10_000));
	});
}

const firsts = Array.from({ length: MOST / FIRST_STEP }, (_, at) => (at + 1) * FIRST_STEP);
