import { cents } from '../../shared/values/cents';
import type { Body, Line } from '../amounts/sums';
import { NUMBER_FORMATS, numberOfCell } from './cells';

/** What a value may be as an amount, in cents, in any writing. */
export const amountsIn = (value: unknown): Set<number> =>
	new Set(NUMBER_FORMATS.flatMap((format) => cents(numberOfCell(value, format, 'amount')) ?? []));

/** How often each amount stands in a list, in cents and in any writing; of one list once: a table asks for each of its rows. */
const counted = new WeakMap<unknown[], Map<number, number>>();

function timesIn(list: unknown[], values: () => unknown[] = () => list): Map<number, number> {
	const found = counted.get(list) ?? new Map<number, number>();
	if (counted.has(list)) return found;
	counted.set(list, found);
	for (const value of values()) {
		for (const amount of amountsIn(value)) found.set(amount, (found.get(amount) ?? 0) + 1);
	}
	return found;
}

/** Is there tax that was put on top of prices? Where `said`, all that a person gave, has the total with it, the prices were without. */
export function isTaxAdded(body: Body, said: unknown[]): boolean {
	if (![body, ...(body.lines ?? [])].some(({ taxAmount }) => cents(taxAmount))) return false;
	return !timesIn(said).has(cents(body.totalAmount)!);
}

/**
 * Does `said`, all that a person gave, have a sum that quantity × price makes, that of all or of `line`? A quantity, a price or a `unit` of
 * it that is as much by chance is none.
 */
export function isBorneOut(body: Body, line: Line | undefined, said: unknown[], unit: unknown): boolean {
	const { lines = [] } = body;
	const own = timesIn(lines, () => lines.flatMap(({ quantity, unitAmount }) => [quantity, unitAmount]));
	const ofUnit = (sum: number) => (cents(unit) === sum ? lines.length : 0);
	return [body, line]
		.flatMap((one) => [cents(one?.subTotal), cents(one?.totalAmount)])
		.some((sum) => sum && (timesIn(said).get(sum) ?? 0) > (own.get(sum) ?? 0) + ofUnit(sum));
}
