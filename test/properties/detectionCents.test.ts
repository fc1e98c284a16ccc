import * as fc from 'fast-check';
import { partition } from '../../nodes/BluDelta/detection/partition';
import { largestRemainder } from '../../nodes/shared/values/spread';
import { check } from './runs';

describe('cents that are left over', () => {
	const weights = fc.array(fc.integer({ min: -1e6, max: 1e9 }), { minLength: 1, maxLength: 12 });
	const added = (all: number[]) => all.reduce((total, one) => total + one, 0);

	it('are spread so that the parts add up: each share is cut to whole cents, and the cents go to those that lost most', () =>
		check(
			250,
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, all) => {
				const parts = largestRemainder(total, all);
				expect(added(parts)).toBe(total);
				const whole = BigInt(added(all));
				if (whole === 0n) return;
				// What each part has more than its exact share, in fractions of a cent.
				const size = whole < 0n ? -whole : whole;
				const more = parts.map(
					(part, at) => (BigInt(part) * whole - BigInt(total) * BigInt(all[at])) * (size / whole),
				);
				const roundedUp = more.filter((one) => one > 0n);
				const cut = more.filter((one) => one <= 0n);
				for (const one of more) expect(one < size && one > -size).toBe(true);
				for (const one of roundedUp) expect(cut.every((other) => size - one >= -other)).toBe(true);
			}),
		));

	/** All ways to spread the lines over the groups, one by one. */
	function waysOf(lines: number[], groups: number): number[][] {
		if (!lines.length) return [[]];
		return waysOf(lines.slice(1), groups).flatMap((rest) =>
			Array.from({ length: groups }, (_, group) => [group, ...rest]),
		);
	}

	it('lines belong to the groups that they make up, if there is exactly one way', () =>
		check(
			150,
			fc.property(
				fc.array(fc.integer({ min: -3, max: 12 }).filter(Boolean), { minLength: 1, maxLength: 6 }),
				fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
				fc.constantFrom(0, 0, 0, 1),
				(lines, owner, off) => {
					const targets = [0, 1, 2].map((group) => added(lines.filter((_, at) => owner[at] === group)));
					targets[0] += off;
					const ways = waysOf(lines, 3).filter((way) =>
						targets.every((target, group) => added(lines.filter((_, at) => way[at] === group)) === target),
					);
					expect(partition(lines, targets)).toEqual(ways.length === 1 ? ways[0] : undefined);
				},
			),
		));
});
