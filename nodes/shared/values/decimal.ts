import { Big } from '../../bundled/big';

/**
 * The number that `value` writes, when JSON can carry it unchanged: a finite number, or plain decimal text like `1100.00`.
 * A number that an expression has computed loses what is beyond its 15 safe digits: `0.1 + 0.2` gives 0.3.
 * Undefined for anything else: grouping (`1,100`), exponents, blanks, more digits than a JSON number keeps.
 */
export function decimalText(value: unknown): number | undefined {
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return undefined;
		return Number.isInteger(value) ? value : Number(value.toPrecision(15));
	}
	if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.trim())) return undefined;
	const number = Number(value);
	return Number.isFinite(number) && new Big(value.trim()).eq(number) ? number : undefined;
}

/** An amount in whole cents, half a cent away from zero rounded up; exact at any size, where `0.1 + 0.2` is not. */
export function cents(amount: number): Big {
	return new Big(amount).times(100).round(0, 1);
}

/** Cents as an amount with two decimals, for messages: 110050 gives `1100.50`. */
export function amountText(inCents: Big): string {
	return inCents.div(100).toFixed(2);
}
