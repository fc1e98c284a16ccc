import {
	after,
	allows,
	MOST_DOWNLOADS,
	type Happening,
	type State,
} from '../../nodes/BluDelta/queue/lifecycle';
import { feared, isLast, NOTHING_LOST, oneMore, passed } from '../../nodes/BluDelta/queue/lost';

const states: State[] = ['waiting', 'handedOver', 'atWork', 'due', 'stuck', 'gone'];
/** Where each happening leads from each of the states, in their order, with a download to spare; a dot: it changes nothing. */
const leads: Record<Happening, string> = {
	handOver: 'handedOver . . handedOver handedOver handedOver',
	giveToWork: 'atWork . . atWork atWork atWork',
	take: '. . . . . waiting',
	late: '. . due . . .',
	restart: '. due . . . .',
	giveUp: '. due due . . .',
	clear: '. . . . due .',
	leave: 'gone gone gone gone gone .',
};
const pairs = Object.entries(leads).flatMap(([happening, row]) =>
	row.split(' ').map((next, at) => [happening, states[at], next === '.' ? states[at] : next] as const),
);

it.each(pairs)('%s: %s becomes %s', (happening, state, next) => {
	expect(after(happening as Happening, state, 1)).toBe(next);
});

it.each(pairs)('%s: %s, with its last download left, is never to be fetched', (happening, state, next) => {
	const expected = next === 'waiting' || next === 'due' ? 'stuck' : next;
	expect(after(happening as Happening, state, MOST_DOWNLOADS)).toBe(expected);
});

it('each state allows one thing at the most, and what is at work nothing', () => {
	const allowed = Object.entries(allows).map(([state, may]) => [
		state,
		Object.entries(may).flatMap(([what, allow]) => (allow ? what : [])),
	]);
	expect(Object.fromEntries(allowed)).toEqual({
		waiting: ['download', 'handOver'],
		handedOver: ['confirm'],
		atWork: [],
		due: ['download', 'handOver'],
		stuck: ['handOver'],
		gone: ['handOver'],
	});
});

describe('lost answers', () => {
	/** `x`: an answer is lost while so many unknown documents wait; `-`: an unknown document comes. */
	const story = (unknown: number, steps: string) =>
		[...steps].reduce((lost, step) => (step === 'x' ? oneMore(lost, unknown) : passed(lost)), NOTHING_LOST);

	it.each<[string, number, string, number]>([
		['none', 5, '', 0],
		['none, though documents come', 5, '---', 0],
		['one, of the only document', 1, 'x', 1],
		['one of three: the two others come first', 3, 'x', 0],
		['and still the second of them', 3, 'x-', 0],
		['and then it', 3, 'x--', 1],
		['two of two: each has lost one', 2, 'xx', 1],
		['three of two: the second comes next', 2, 'xxx', 1],
		['four of two: both have lost two', 2, 'xxxx', 2],
		['two of the only one', 1, 'xx', 2],
		['where nobody knows how many wait', 0, 'xx', 2],
	])('%s', (_, unknown, steps, expected) => {
		const lost = story(unknown, steps);
		expect(feared(lost)).toBe(expected);
		expect(isLast(lost)).toBe(expected >= MOST_DOWNLOADS);
		expect(lost.answers).toBe(steps.split('x').length - 1);
	});
});
