import * as fc from 'fast-check';
import { Pace } from '../../nodes/shared/http/pace';
import { retryAfterMs, retryDelay, type Attempt } from '../../nodes/shared/http/retry';
import { fakeTime } from '../unit/fakeTime';
import { check } from './runs';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const LONGEST = 60_000;

const header = fc.oneof(
	fc.nat(200).map(String),
	fc.double().map(String),
	fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
	fc.string(),
);
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
	fc.record({
		status: fc.constantFrom(400, 401, 404, 408, 409, 429, 500, 502, 503, 504),
		retryAfter: fc.option(header, { nil: undefined }),
	}),
	fc.constant({ lost: true }),
);
/** After how many tries, of what, and with what luck. */
const moment = fc
	.record({
		tries: fc.integer({ min: 1, max: 9 }),
		write: fc.boolean(),
		chance: fc.double({ min: 0, max: 1, noNaN: true }),
	})
	.map(({ chance, ...given }) => ({ ...given, now: NOW, random: () => chance }));

describe('trying again', () => {
	it('waits as long as asked, a minute at most', () =>
		check(
			1000,
			fc.property(attempt, moment, (seen, given) => {
				const delay = retryDelay(seen, given);
				const asked = retryAfterMs(seen.retryAfter, NOW);
				if (asked !== undefined && asked > LONGEST) expect(delay).toBeUndefined();
				if (delay === undefined) return;
				if (asked !== undefined) expect(delay).toBe(asked);
				expect(delay).toBeGreaterThan(0);
				expect(delay).toBeLessThanOrEqual(LONGEST);
			}),
		));

	it('never repeats a write that may have happened, nor anything that was refused', () =>
		check(
			1000,
			fc.property(attempt, moment, (seen, given) => {
				const again = retryDelay(seen, given) !== undefined;
				const askedToWait = seen.status === 429 || seen.status === 503;
				if (again && given.write) expect(askedToWait).toBe(true);
				const broken = seen.lost === true || seen.status === 408 || seen.status! >= 500;
				if (again && !askedToWait) expect(broken).toBe(true);
			}),
		));

	it('ends after seven tries, whatever comes, and after three of a service that is broken', () =>
		check(
			500,
			fc.property(fc.array(attempt, { minLength: 10, maxLength: 10 }), fc.boolean(), (seen, write) => {
				const last = seen.findIndex(
					(one, index) => retryDelay(one, { tries: index + 1, write, now: NOW }) === undefined,
				);
				expect(last).toBeGreaterThanOrEqual(0);
				expect(last).toBeLessThan(7);
				const broken = seen.filter((one) => one.status !== 429 && one.status !== 503);
				if (broken.length === seen.length) expect(last).toBeLessThan(3);
			}),
		));

	it('no time that a header asks for is zero or negative', () =>
		check(
			1000,
			fc.property(header, (text) => {
				const ms = retryAfterMs(text, NOW);
				if (ms !== undefined) expect(ms).toBeGreaterThan(0);
			}),
		));
});

interface Event {
	at: number;
	what: 'turn' | 'served' | { busy: number };
}
const event: fc.Arbitrary<Event> = fc.record({
	at: fc.nat(5000),
	what: fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom('turn' as const, 'served' as const) },
		{ weight: 1, arbitrary: fc.record({ busy: fc.integer({ min: 1, max: 3000 }) }) },
	),
});

/** Lets the events happen at their moments; for each turn, when it was asked for and when it came. */
async function play(events: Event[]) {
	fakeTime();
	const began = Date.now();
	try {
		const pace = new Pace(Date.now, () => 0);
		const turns: Array<{ asked: number; came?: number }> = [];
		for (const { at, what } of events) {
			setTimeout(() => {
				if (what === 'served') return pace.served(Date.now() - 1);
				if (what !== 'turn') return pace.busy(what.busy, Date.now() - 1);
				const turn: (typeof turns)[number] = { asked: at };
				turns.push(turn);
				void pace.turn().then(() => {
					turn.came = Date.now() - began;
					pace.left();
				});
			}, at);
		}
		await jest.runAllTimersAsync();
		return turns;
	} finally {
		jest.useRealTimers();
		jest.restoreAllMocks();
	}
}

describe('the pace', () => {
	it('no request starts while the service is busy, and each starts in the end', async () =>
		await check(
			60,
			fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
				const pauses = events.flatMap(({ at, what }) =>
					typeof what === 'object' ? [{ from: at, to: at + what.busy }] : [],
				);
				const longest = Math.max(...pauses.map(({ from, to }) => to - from), 0);
				const turns = await play(events);
				expect(turns).toHaveLength(events.filter(({ what }) => what === 'turn').length);
				for (const { asked, came } of turns) {
					if (!pauses.length) expect(came).toBe(asked);
					expect(pauses.filter(({ from, to }) => from < came! && came! < to)).toEqual([]);
					// A window for each turn, at the slowest pace that the pauses may have taught.
					const end = Math.max(asked, ...pauses.map(({ to }) => to));
					expect(came).toBeGreaterThanOrEqual(asked);
					expect(came).toBeLessThanOrEqual(end + turns.length * longest * 1.2 + 1);
				}
			}),
		));
});
