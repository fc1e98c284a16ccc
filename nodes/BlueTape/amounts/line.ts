import { Big } from '../../bundled/big';
import { cents, isWholeCents, shown, TOO_MUCH, wholeCents } from '../../shared/values/cents';
import type { Line } from './sums';
import { worked, type Workings } from './workings';

/** Quantity × unit price in cents, half a cent rounded up; undefined when one of them is missing. */
export function priceOfAll({ quantity, unitAmount }: Line): number | undefined {
	if (quantity === undefined || unitAmount === undefined) return undefined;
	// A price in whole cents needs no exact arithmetic.
	const product = isWholeCents(unitAmount) ? cents(unitAmount)! * quantity : Number.NaN;
	if (Math.abs(product) < TOO_MUCH) return product;
	return wholeCents(new Big(unitAmount).times(quantity).times(100));
}

/** The tax of a rate in percent on an amount in cents, in cents, half a cent rounded up. */
export const taxOf = (amount: number, rate: number): number | undefined =>
	wholeCents(new Big(amount).times(rate).div(100));

/** Cents ÷ quantity in dollars, where that is exact to four decimals: what a unit price may have. */
function unitPrice(amount: number, quantity: number): number | undefined {
	if (quantity === 0) return undefined;
	const price = new Big(amount).div(100).div(quantity).round(4);
	return price.times(quantity).times(100).eq(amount) ? price.toNumber() : undefined;
}

/** What a total in cents is without the tax of a rate in it, where that rate gives the total back. */
function withoutTax(total: number, rate: number): { amount: number; how: string } | undefined {
	const whole = new Big(100).plus(rate);
	const amount = wholeCents(new Big(total).times(100).div(whole))!;
	if (amount + taxOf(amount, rate)! !== total) return undefined;
	return { amount, how: `${shown(total)} × 100 ÷ ${whole.toFixed()}` };
}

/** A subtotal in cents from what else a line has, and how. */
function subTotalOf(line: Line): { amount: number; how: string } | undefined {
	const price = priceOfAll(line);
	if (price !== undefined) return { amount: price, how: `${line.quantity} × ${line.unitAmount}` };
	const [total, tax] = [cents(line.totalAmount), cents(line.taxAmount)];
	if (total === undefined) return undefined;
	if (tax !== undefined) return { amount: total - tax, how: `${shown(total)} − ${shown(tax)}` };
	return line.taxRate === undefined ? undefined : withoutTax(total, line.taxRate);
}

/** Why a unit price is missing that can't be worked out from the subtotal. */
function withoutPrice(amount: number | undefined, quantity: number): string {
	if (amount === undefined) return 'is missing: add it, or the Subtotal of the line';
	return `is missing, and ${shown(amount)} ÷ ${quantity} is not exact to four decimals: add it`;
}

/** A line with subtotal and unit price. `at` is its place, like `lines[0]`; `label` what the editor calls it. */
export function withPrice(given: Line, at: string, label: string, workings: Workings): Line {
	const line = { ...given };
	if (line.quantity === undefined) {
		workings.missing.push(`'${label} > Quantity' (quantity) is missing: add it, 1 for a price of all of it`);
	}
	if (line.subTotal === undefined) {
		const found = subTotalOf(line);
		if (found) line.subTotal = worked(workings, `${at}.subTotal`, found.amount, found.how);
	}
	if (line.unitAmount === undefined && line.quantity !== undefined) {
		const amount = cents(line.subTotal);
		const price = amount === undefined ? undefined : unitPrice(amount, line.quantity);
		if (price === undefined) {
			workings.missing.push(`'${label} > Unit Price' (unitAmount) ${withoutPrice(amount, line.quantity)}`);
		} else {
			line.unitAmount = price;
			workings.derived.push({
				field: `${at}.unitAmount`,
				value: price,
				how: `${shown(amount!)} ÷ ${line.quantity}`,
			});
		}
	} else if (line.subTotal === undefined && line.quantity !== undefined) {
		workings.missing.push(`'${label} > Subtotal' (subTotal) is too large: correct Quantity or Unit Price`);
	}
	return line;
}

/**
 * The tax in cents of a line with a subtotal that the line itself tells, and how, unless it is given; undefined when only the header may
 * know.
 */
export function ownTax(line: Line): { tax: number; how?: string; isRest?: boolean } | undefined {
	const { taxAmount, taxRate, subTotal, totalAmount } = line;
	if (taxAmount !== undefined) return { tax: cents(taxAmount)! };
	const amount = cents(subTotal)!;
	const byRate = taxRate === undefined ? undefined : taxOf(amount, taxRate);
	if (byRate !== undefined) return { tax: byRate, how: `${taxRate} % of ${shown(amount)}` };
	const total = cents(totalAmount);
	if (total === undefined) return undefined;
	return { tax: total - amount, how: `${shown(total)} − ${shown(amount)}`, isRest: true };
}
