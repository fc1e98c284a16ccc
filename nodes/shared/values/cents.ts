import { Big } from '../../bundled/big';
import { decimal } from './decimal';

/** Cents from here on would lose one as JSON numbers (15 significant digits are safe); no amount is as large. */
export const TOO_MUCH = 1e15;

/** The cents of a number that has no more than two decimals, without the cost of exact arithmetic; undefined for any other. */
function plainCents(value: unknown): number | undefined {
	if (typeof value !== 'number') return undefined;
	const near = Math.round(value * 100);
	// Dividing rounds to the nearest number there is: that is `value` only if it was written with two decimals.
	return Math.abs(near) < TOO_MUCH && near / 100 === value ? near + 0 : undefined;
}

/** Money in integer cents, half a cent rounded up (away from zero); undefined for what is no `decimal`, and beyond `TOO_MUCH`. */
export function cents(value: unknown): number | undefined {
	const plain = plainCents(value);
	if (plain !== undefined) return plain;
	const given = decimal(value);
	return given === undefined ? undefined : wholeCents(given.times(100));
}

/** Has an amount no part of a cent? */
export const isWholeCents = (value: number): boolean => plainCents(value) !== undefined;

/** Rounds an exact number of cents, half up; undefined beyond what a JSON number holds exactly. */
export function wholeCents(exact: Big): number | undefined {
	const rounded = exact.round(0, Big.roundHalfUp);
	if (rounded.abs().gte(TOO_MUCH)) return undefined;
	return rounded.eq(0) ? 0 : rounded.toNumber();
}

/** Cents as a JSON number with at most two decimals: 82860 becomes 828.6. */
export const fromCents = (amount: number): number => amount / 100;

/** Cents as people write them: 82860 becomes `828.60`. */
export function shown(amount: number): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
