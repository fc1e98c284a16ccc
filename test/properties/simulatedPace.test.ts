// The pace beside services of many kinds, in time that the test moves on: what a run takes, and what it wastes.

import { simulated, type Service } from './simulated';

afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

/** Takes so many in any second by its own clock and asks the others to wait a second. */
function perSecond(count: number, asked = 1000): Service {
	let recent: number[] = [];
	return (now) => {
		recent = recent.filter((moment) => now - moment < 1000);
		if (recent.length >= count) return asked;
		recent.push(now);
		return undefined;
	};
}
/** Asks the first `count` requests to wait. */
const atFirst = (count: number, asked: number, after = 0): Service => {
	let seen = 0;
	return () => (++seen > after && seen <= after + count ? asked : undefined);
};

describe('a service that has no limit', () => {
	it.each([
		[1, 50],
		[10, 50],
		[50, 50],
		[10, 2000],
	])('is not held back (%d parallel requests of %d ms)', async (parallel, ms) => {
		const items = 20 * parallel;
		expect(await simulated({ parallel, ms, items, service: () => undefined })).toMatchObject({
			milliseconds: 20 * ms,
			refused: 0,
		});
	});

	const rounds = 100;
	it.each([
		{ parallel: 1, ms: 50, asked: 500, after: 0 },
		{ parallel: 1, ms: 50, asked: 500, after: 3 },
		{ parallel: 10, ms: 50, asked: 500, after: 0 },
		{ parallel: 10, ms: 50, asked: 500, after: 7 },
		{ parallel: 10, ms: 50, asked: 1000, after: 12 },
		{ parallel: 10, ms: 50, asked: 60_000, after: 0 },
		{ parallel: 10, ms: 50, asked: 60_000, after: 25 },
		{ parallel: 10, ms: 2000, asked: 1000, after: 4 },
		{ parallel: 50, ms: 200, asked: 1000, after: 100 },
		{ parallel: 50, ms: 5, asked: 500, after: 30 },
	])(
		'one refusal costs its own wait and one round at most ($parallel parallel requests of $ms ms, asked to wait $asked ms after $after)',
		async ({ parallel, ms, asked, after }) => {
			const items = rounds * parallel;
			const run = await simulated({ parallel, ms, items, service: atFirst(1, asked, after) });
			expect(run.refused).toBe(1);
			// A wait is up to a tenth longer than asked.
			expect(run.milliseconds).toBeLessThanOrEqual(rounds * ms + asked * 1.1 + ms);
		},
	);

	it('that refuses all of the first round delays them by that wait', async () => {
		const run = await simulated({ parallel: 10, ms: 50, items: 1000, service: atFirst(10, 60_000) });
		expect(run.milliseconds).toBeLessThanOrEqual(100 * 50 + 66_000 + 50);
	});

	it('that has served a few and then refuses a round is soon known to have none', async () => {
		const run = await simulated({ parallel: 10, ms: 50, items: 1000, service: atFirst(5, 60_000, 5) });
		expect(run.milliseconds).toBeLessThanOrEqual(100 * 50 + 66_000 + 50);
	});

	it('and was away for a while is trusted again after a time', async () => {
		// 400 served in two seconds, then a round is refused as by a limit of 100 in half a second.
		const run = await simulated({ parallel: 10, ms: 50, items: 20_000, service: atFirst(10, 500, 400) });
		expect(run.milliseconds).toBeLessThan(1.05 * 2000 * 50 + 550);
	});
});

describe('a service that takes so many a second', () => {
	it.each([
		{ limit: 100, parallel: 10, ms: 50, items: 1000 },
		{ limit: 100, parallel: 50, ms: 50, items: 1000 },
		{ limit: 100, parallel: 50, ms: 50, items: 10_000 },
		{ limit: 100, parallel: 10, ms: 5, items: 2000 },
		{ limit: 100, parallel: 50, ms: 400, items: 10_000 },
		{ limit: 100, parallel: 10, ms: 50, items: 10_000, uneven: 0.5 },
		{ limit: 100, parallel: 50, ms: 200, items: 10_000, uneven: 0.5 },
		{ limit: 20, parallel: 10, ms: 100, items: 2000, uneven: 1 },
		{ limit: 100, parallel: 1, ms: 5, items: 1000 },
		{ limit: 20, parallel: 10, ms: 200, items: 1000 },
		{ limit: 5, parallel: 10, ms: 20, items: 400 },
		{ limit: 5, parallel: 1, ms: 20, items: 200 },
		{ limit: 40, parallel: 50, ms: 100, items: 2000 },
	])('$limit is kept at its rate, with $parallel parallel requests of $ms ms', async (given) => {
		const { limit, ...run } = given;
		const ended = await simulated({ ...run, service: perSecond(limit) });
		expect(ended.refused / (given.items + ended.refused)).toBeLessThan(0.05);
		const rate = given.items / (ended.milliseconds / 1000);
		expect(rate / limit).toBeGreaterThanOrEqual(0.95);
	});

	it('is found out at once, also where a refusal is quicker than an answer and overtakes some', async () => {
		const given = { parallel: 50, ms: 200, items: 1000, uneven: 1, back: 0 };
		const { refused } = await simulated({ ...given, service: perSecond(100) });
		expect(refused).toBeLessThanOrEqual(given.parallel);
	});

	it('or a minute, counted from the full minute, is kept at its rate', async () => {
		const minute = () => 60_000 - (Date.now() % 60_000);
		let served = 0;
		let current = -1;
		const service = (now: number) => {
			const number = Math.floor(now / 60_000);
			if (number !== current) served = 0;
			current = number;
			return served++ < 300 ? undefined : minute();
		};
		const { refused, milliseconds } = await simulated({ parallel: 10, ms: 100, items: 3000, service });
		expect(refused / 3000).toBeLessThan(0.05);
		expect(3000 / (milliseconds / 60_000)).toBeGreaterThanOrEqual(0.95 * 300);
	});

	it('with a bucket of 50 beside it is kept at its rate', async () => {
		let tokens = 50;
		let last = 1_000_000;
		const service = (now: number) => {
			tokens = Math.min(50, tokens + (now - last) / 10);
			last = now;
			if (tokens < 1) return 1000;
			tokens--;
			return undefined;
		};
		const { refused, milliseconds } = await simulated({ parallel: 10, ms: 50, items: 5000, service });
		expect(refused / 5000).toBeLessThan(0.05);
		// 50 at once, and then 100 a second.
		expect((5000 - 50) / (milliseconds / 1000)).toBeGreaterThanOrEqual(0.85 * 100);
	});

	it('is followed when that becomes more or less', async () => {
		const slow = perSecond(50);
		const fast = perSecond(150);
		const service = (now: number) => (now < 1_030_000 || now > 1_120_000 ? slow : fast)(now);
		const { refused, milliseconds } = await simulated({ parallel: 10, ms: 50, items: 12_000, service });
		expect(refused / 12_000).toBeLessThan(0.05);
		// 30 seconds at 50, 90 at 150, the rest at 50; a limit that has risen is found out within a minute or so.
		expect(milliseconds).toBeLessThan(200_000);
	});
});
