import { partition } from '../../nodes/BluDelta/detection/partition';
import { largestRemainder, sum } from '../../nodes/shared/values/spread';

describe('largest remainder', () => {
	it.each([
		['contract example', 13260, [50000, 7500, 5500, 6600], [9526, 1429, 1048, 1257]],
		['equal thirds: the first gets the cent', 100, [1, 1, 1], [34, 33, 33]],
		['negative total', -100, [1, 1, 1], [-33, -33, -34]],
		['a discount line', 1800, [10000, -1000], [2000, -200]],
		['a discount line, odd cents', 10, [300, -100, 100], [10, -3, 3]],
		['negative weights', 100, [-1, -1, -2], [25, 25, 50]],
		['negative weights, odd cents', 100, [-1, -1, -1], [34, 33, 33]],
		['negative weights of several sizes', 100, [-1, -2, -4], [14, 29, 57]],
		['no weight at all', 5, [0, 0], [5, 0]],
		['weights that cancel out', 5, [7, -7], [5, 0]],
		['beyond 2^53 in between', 999999999999999, [999999999999998, 1], [999999999999998, 1]],
		['nothing to spread', 0, [3, 4], [0, 0]],
	])('%s', (_name, total, weights, expected) => {
		expect(largestRemainder(total, weights)).toEqual(expected);
		expect(sum(expected)).toBe(total);
	});
});

describe('partition', () => {
	const twelve = Array.from({ length: 12 }, (_one, at) => 2 ** at);
	it.each([
		['contract example', [50000, 7500, 5500, 6600], [63000, 6600], [0, 0, 0, 1]],
		['three groups', [1, 10, 100, 1000], [11, 1000, 100], [0, 0, 2, 1]],
		['two ways', [50, 50], [50, 50], undefined],
		['no way', [50, 60], [55, 55], undefined],
		['a group too few', [50, 60], [50], undefined],
		['a discount', [100, -10, 50], [90, 50], [0, 0, 1]],
		['lines of nothing do not count', [50, 0, 60], [60, 50], [1, 0, 0]],
		['an empty group', [50, 60], [110, 0], [0, 0]],
		['twelve lines', twelve, [4095 - 64, 64], twelve.map((one) => (one === 64 ? 1 : 0))],
		['thirteen lines', [...twelve, 4096], [8191 - 64, 64], undefined],
		['too many ways to try', twelve, [4095 - 64, 64, 0, 0, 0, 0], undefined],
	])('%s', (_name, lines, targets, expected) => {
		expect(partition(lines, targets)).toEqual(expected);
	});
});
