import { Big } from '../../bundled/big';
import { decimal } from './decimal';

/** Cents from here on would lose one as JSON numbers (15 significant digits are safe); no amount is as large. */
export const TOO_MUCH = 1e15;

/** Money in integer cents, half a cent rounded up (away from zero); undefined for what is no `decimal`, and beyond `TOO_MUCH`. */
export function cents(value: unknown): number | undefined {
	const given = decimal(value);
	return given === undefined ? undefined : wholeCents(given.times(100));
}

/** Rounds an exact number of cents, half up; undefined beyond what a JSON number holds exactly. */
export function wholeCents(exact: Big): number | undefined {
	const rounded = exact.round(0, Big.roundHalfUp);
	if (rounded.abs().gte(TOO_MUCH)) return undefined;
	return rounded.eq(0) ? 0 : rounded.toNumber();
}

/** Cents as a JSON number with at most two decimals: 82860 becomes 828.6. */
export const fromCents = (amount: number): number => new Big(amount).div(100).toNumber();

/** Cents as people write them: 82860 becomes `828.60`. */
export const shown = (amount: number): string => new Big(amount).div(100).toFixed(2);
