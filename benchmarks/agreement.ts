import type { Result } from './result';
import { median } from './statistics';

/** How far the medians of two runs of a case may lie apart, as a share of the earlier one. */
export const AGREED = 0.15;

/** One reading of a case in this run and in the one before. */
export interface Again {
	/** Such as `create-50: BlueTape`. */
	of: string;
	unit: string;
	before: number;
	now: number;
	/** Change of the median, as a share of the earlier one; below 0 it is less than before. */
	change: number;
}

/** All readings that both runs have. */
export function again(before: Result[], now: Result[]): Again[] {
	return now.flatMap(({ name, readings }) => {
		const earlier = before.find((each) => each.name === name)?.readings ?? [];
		return readings.flatMap(({ side, unit, rounds }) => {
			const same = earlier.find((each) => each.side === side && each.unit === unit);
			if (!same) return [];
			const [first, second] = [median(same.rounds), median(rounds)];
			return { of: `${name}: ${side}`, unit, before: first, now: second, change: second / first - 1 };
		});
	});
}
