import { Pace } from '../../nodes/shared/pace';

/** A service that serves `perSecond` requests in any second, and a client that keeps `parallel` requests of `ms` under way. */
async function drive({
	perSecond,
	parallel,
	ms,
	items,
}: Record<'perSecond' | 'parallel' | 'ms' | 'items', number>) {
	jest.useFakeTimers({ now: 1_000_000 });
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), wait);
		return controller.signal;
	});
	const pace = new Pace();
	let recent: number[] = [];
	let served = 0;
	let refused = 0;
	const one = async () => {
		while (served < items) {
			await pace.turn();
			const now = Date.now();
			recent = recent.filter((moment) => now - moment < 1000);
			const busy = recent.length >= perSecond;
			if (!busy) recent.push(now);
			await new Promise((resolve) => setTimeout(resolve, ms));
			if (busy) {
				refused++;
				pace.busy(1000);
			} else {
				served++;
				pace.served();
			}
		}
	};
	const all = Promise.all(Array.from({ length: parallel }, one));
	const started = Date.now();
	await jest.runAllTimersAsync();
	await all;
	const seconds = (Date.now() - started) / 1000;
	jest.useRealTimers();
	jest.restoreAllMocks();
	return { served, refused, seconds };
}

it.each([
	{ perSecond: 100, parallel: 50, ms: 50, items: 2000 },
	{ perSecond: 100, parallel: 10, ms: 5, items: 2000 },
	{ perSecond: 20, parallel: 10, ms: 200, items: 500 },
	{ perSecond: 5, parallel: 10, ms: 20, items: 200 },
])('learns what a service of $perSecond per second serves to $parallel at a time', async (given) => {
	const { served, refused, seconds } = await drive(given);
	expect(served).toBeGreaterThanOrEqual(given.items);
	expect(refused / served).toBeLessThan(0.05);
	// Gentle, but not timid: at least 70 % of what the service would have served.
	expect(served / seconds / given.perSecond).toBeGreaterThan(0.7);
});

it('does not hold back a service that is never busy', async () => {
	const { seconds } = await drive({ perSecond: 1e9, parallel: 50, ms: 50, items: 1000 });
	expect(seconds).toBeLessThan(1.1);
});

it('lets requests out one by one, so that their answers do not come bunched', async () => {
	const pace = new Pace();
	const out: number[] = [];
	const all = Promise.all([1, 2, 3].map(async (number) => await pace.turn().then(() => out.push(number))));
	// Everything that can happen before the event loop turns.
	await new Promise<void>((resolve) => process.nextTick(resolve));
	expect(out).toEqual([1]);
	await all;
	expect(out).toEqual([1, 2, 3]);
});

it('a stop ends the waiting at once', async () => {
	const pace = new Pace();
	pace.busy(60_000);
	const stop = new AbortController();
	const turn = pace.turn(stop.signal);
	stop.abort();
	await turn;
});
