import { again } from '../../benchmarks/agreement';
import type { Result } from '../../benchmarks/result';
import { printAgain } from '../../benchmarks/table';

const result = (name: string, ...readings: Result['readings']): Result => ({
	...{ name, title: name, checks: [], notes: [], readings },
});

const before = [
	result(
		'upload',
		{ side: 'Ours', unit: 's', rounds: [1, 2, 9] },
		{ side: 'Ours', unit: 'MB', rounds: [10] },
	),
	result('other', { side: 'Ours', unit: 's', rounds: [5] }),
];
const now = [
	result(
		'upload',
		{ side: 'Ours', unit: 's', rounds: [2.3, 1, 8] },
		{ side: 'Ours', unit: 'MB', rounds: [8] },
		{ side: 'Theirs', unit: 's', rounds: [1] },
	),
];

it('two runs are compared by the medians that both have', () => {
	expect(again(before, now)).toEqual([
		{ of: 'upload: Ours', unit: 's', before: 2, now: 2.3, change: expect.closeTo(0.15) },
		{ of: 'upload: Ours', unit: 'MB', before: 10, now: 8, change: expect.closeTo(-0.2) },
	]);
	expect(again([], now)).toEqual([]);
});

it('it is said how many lie within 15 %, in both directions', () => {
	const text = printAgain(again(before, now));
	expect(text).toContain('1 of 2 medians lie within 15 % of the run before.');
	expect(text).toContain('-20 %');
});
