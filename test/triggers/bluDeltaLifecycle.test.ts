import {
	after,
	allows,
	MOST_DOWNLOADS,
	type Happening,
	type State,
} from '../../nodes/BluDelta/queue/lifecycle';
import { count } from '../../nodes/BluDelta/queue/count';
import { downloaded, happen } from '../../nodes/BluDelta/queue/documents';
import { ledgerOf, ledgers, type Ledger } from '../../nodes/BluDelta/queue/ledger';
import { allCame, countStrays, feared, isLast, oneMore, passed } from '../../nodes/BluDelta/queue/lost';
import type { Session } from '../../nodes/shared/http/session';

jest.mock('../../nodes/BluDelta/queue/count');

const states: State[] = ['waiting', 'handedOver', 'atWork', 'due', 'stuck', 'gone'];
/** Where each happening leads from each of the states, in their order, with a download to spare; a dot: it changes nothing. */
const leads: Record<Happening, string> = {
	handOver: 'handedOver . . handedOver handedOver handedOver',
	giveToWork: 'atWork . . atWork atWork atWork',
	take: '. . . . . waiting',
	late: '. . due . . .',
	restart: '. due . . . .',
	giveUp: '. due due . . .',
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
		waiting: ['download'],
		handedOver: ['confirm'],
		atWork: [],
		due: ['download'],
		stuck: [],
		gone: [],
	});
});

describe('lost answers', () => {
	const MINUTE = 60_000;
	const session = {} as Session;
	let ledger: Ledger;
	beforeEach(() => {
		jest.useFakeTimers({ now: 10 * MINUTE });
		ledgers.clear();
		ledger = ledgerOf({ baseUrl: '', credential: undefined } as Session);
	});
	afterEach(() => jest.useRealTimers());
	const counted = (out: number | undefined, released = 0) =>
		jest.mocked(count).mockImplementation(async (_, [state]) => {
			const number = { Downloaded: out, Released: released }[state];
			if (number === undefined) throw new Error('no');
			return number;
		});
	const come = (...ids: string[]) =>
		ids.forEach((id) => {
			downloaded(ledger, id, {}, Date.now());
			happen(ledger, id, 'take', Date.now());
		});
	const lose = async (answers: number) => {
		for (let lost = 0; lost < answers; lost++) await oneMore(session, ledger, new Set());
		jest.advanceTimersByTime(2 * MINUTE);
	};
	const downloads = () => [...ledger.documents.values()].map((document) => document.downloads);

	it.each<[string, number, number | undefined, number | undefined, number]>([
		['none', 0, 0, 5, 0],
		['one, and no document is out: it never reached the service', 1, 0, 0, 0],
		['one', 1, 0, 1, 1],
		['one, and others were out before', 1, 3, 4, 1],
		['two of the same one', 2, 0, 1, 2],
		['two of two', 2, 0, 2, 1],
		['three of two', 3, 0, 2, 2],
		['two, one document was out before: it may be that one and another', 2, 1, 2, 2],
		['five of five', 5, 0, 5, 1],
		['two, and more documents are out than that explains', 2, 0, 9, 1],
		['two, and nobody knows how many are out', 2, 0, undefined, 2],
		['two of two, and nobody knows how many were out before', 2, undefined, 2, 2],
	])('%s', async (_, answers, before, out, expected) => {
		if (before !== undefined) counted(before);
		else counted(undefined);
		await countStrays(session, ledger);
		await lose(answers);
		counted(out);
		const fear = await feared(session, ledger);
		expect(fear).toBe(expected);
		expect(isLast(fear)).toBe(expected >= MOST_DOWNLOADS);
	});

	it('are all feared as long as a count may be older than the last of them', async () => {
		counted(0);
		await oneMore(session, ledger, new Set());
		jest.advanceTimersByTime(MINUTE);
		expect(await feared(session, ledger)).toBe(1);
		jest.advanceTimersByTime(1000);
		expect(await feared(session, ledger)).toBe(0);
	});

	it('count documents that are known among those that are out, and those gone within a minute', async () => {
		counted(1);
		come('a');
		await countStrays(session, ledger);
		expect(ledger.strays).toBe(0);
		await lose(2);
		counted(3);
		expect(await feared(session, ledger)).toBe(1);
		ledger.documents.set('b', { state: 'gone', downloads: 1, handOvers: 1, at: Date.now() });
		expect(await feared(session, ledger)).toBe(2);
		jest.advanceTimersByTime(2 * MINUTE);
		expect(await feared(session, ledger)).toBe(1);
	});

	it('cost each one that is out a download, and the first at most of those that came just now', async () => {
		come('a', 'b', 'c', 'd');
		counted(0);
		await oneMore(session, ledger, new Set(['c', 'd']));
		expect(downloads()).toEqual([2, 2, 2, 1]);
		expect([...ledger.documents.values()].map(({ state }) => state)).toEqual([
			'stuck',
			'stuck',
			'stuck',
			'waiting',
		]);
	});

	it('are of the documents that wait while so many of them do; then a new lap begins', async () => {
		counted(0, 13);
		come('old');
		await oneMore(session, ledger, new Set());
		// Ten may be taken away, and one has come since the count.
		expect(ledger.lost).toMatchObject({ laps: 1, ahead: 2 });
		jest.advanceTimersByTime(2 * MINUTE);
		come('new');
		await oneMore(session, ledger, new Set());
		expect(ledger.lost).toMatchObject({ answers: 2, laps: 1, ahead: 1 });
		expect(downloads()).toEqual([3, 1]);
		passed(ledger);
		passed(ledger);
		expect(ledger.lost.ahead).toBe(0);
		await oneMore(session, ledger, new Set());
		expect(ledger.lost).toMatchObject({ answers: 3, laps: 2, since: Date.now() });
		expect(downloads()).toEqual([4, 2]);
	});

	it('are forgotten when all that waits has come', async () => {
		await lose(2);
		allCame(ledger);
		expect(ledger).toMatchObject({ lost: { answers: 0 }, strays: 0 });
	});

	it('may be of a document that was thought to be gone', () => {
		ledger.documents.set('a', { state: 'gone', downloads: 1, handOvers: 1, at: 0 });
		downloaded(ledger, 'a', {}, Date.now(), 1);
		expect(downloads()).toEqual([3]);
	});
});
