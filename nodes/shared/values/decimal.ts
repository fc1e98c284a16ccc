import { Big } from '../../bundled/big';

/** A finite number, or plain decimal text like `-1234.50`, exactly; undefined for anything else: grouping (`1,100`), exponents, blanks. */
export function decimal(value: unknown): Big | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : undefined;
	const text = typeof value === 'string' ? value.trim() : '';
	return /^-?\d+(\.\d+)?$/.test(text) ? new Big(text) : undefined;
}

/**
 * The number that `value` writes, when JSON can carry it unchanged. A number that an expression has computed loses what is
 * beyond its 15 safe digits: `0.1 + 0.2` gives 0.3. Undefined for what is no `decimal`, or has more digits than a JSON number keeps.
 */
export function jsonNumber(value: unknown): number | undefined {
	const given = decimal(value);
	if (given === undefined) return undefined;
	if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(15));
	const number = given.toNumber();
	return Number.isFinite(number) && given.eq(number) ? number : undefined;
}
