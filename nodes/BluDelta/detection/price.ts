import { Big } from '../../bundled/big';
import { cents, fromCents, shown } from '../../shared/values/cents';
import { priceDoubt } from './priceDoubt';
import type { Report } from './report';
import type { SimplifiedLine } from './simplified';

export interface CountAndPrice {
	description: string;
	quantity: number;
	unitAmount: number;
}

/** Decimals of a price that are kept, those of BlueTape's field here. */
const MOST_DECIMALS = 4;

/**
 * Quantity and unit price so that their product is the line's net amount, give or take a cent. The amount decides: what
 * is printed as the price may be the line's total (bludelta.md 6.4). BlueTape takes whole quantities only; what does not
 * fit becomes one piece, with the original in the description.
 *
 * @param subTotal in cents
 */
export function countAndPrice(
	line: SimplifiedLine,
	description: string,
	subTotal: number,
	path: string,
	report: Report,
): CountAndPrice {
	const derive = (member: string, value: number, how: string, from: string) =>
		report.derived.push({ field: `${path}.${member}`, value, how, from });
	const quantity = line.quantity ?? 1;
	const makes = (unit: Big) => {
		const off = unit.times(quantity).times(100).minus(subTotal).abs();
		// A price of nothing is none for an amount of a cent.
		return off.lte(1) && (subTotal === 0 || !unit.eq(0));
	};
	const price = line.unitPrice === undefined ? undefined : new Big(line.unitPrice);
	if (price && line.quantity !== undefined) {
		const message = priceDoubt(line.quantity, price, [subTotal, cents(line.totalAmount) ?? subTotal]);
		if (message !== undefined) report.review.push({ field: `${path}.unitAmount`, message });
	}
	if (Number.isSafeInteger(quantity) && quantity > 0) {
		const share = new Big(subTotal).div(100).div(quantity);
		const prices = [
			...(price ? [price.round(MOST_DECIMALS, Big.roundHalfUp)] : []),
			...[2, MOST_DECIMALS].map((decimals) => share.round(decimals, Big.roundHalfUp)),
		];
		const unit = prices.find(makes);
		if (unit) {
			const unitAmount = unit.eq(0) ? 0 : unit.toNumber();
			if (line.quantity === undefined) {
				derive('quantity', 1, '1, because the line has no quantity', 'nothing');
			}
			if (!price?.eq(unit)) {
				derive('unitAmount', unitAmount, `${shown(subTotal)} divided by ${quantity}`, 'subTotal');
			}
			return { description, quantity, unitAmount };
		}
	}
	const unitAmount = fromCents(subTotal);
	const original = originalOf(quantity, price, subTotal);
	derive(
		'quantity',
		1,
		`1 instead of ${original}, which BlueTape's whole quantities cannot express`,
		'Quantity',
	);
	derive('unitAmount', unitAmount, 'the whole line', 'subTotal');
	return { description: `${description} (${original})`, quantity: 1, unitAmount };
}

/** As printed; without a price that is the line's total instead. */
function originalOf(quantity: number, price: Big | undefined, subTotal: number): string {
	if (!price || price.times(100).eq(subTotal)) return `quantity ${quantity}`;
	const decimals = Math.max(2, (price.toFixed().split('.')[1] ?? '').length);
	return `${quantity} × ${price.toFixed(decimals)}`;
}
