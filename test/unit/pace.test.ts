import { Pace } from '../../nodes/shared/http/pace';

/** Time that the test moves on. */
function fakeTime(): void {
	jest.useFakeTimers({ now: 1_000_000 });
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), wait);
		return controller.signal;
	});
}
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

/** A service that serves `perSecond` requests in any second, and a client that keeps `parallel` requests of `ms` under way. */
async function drive({
	perSecond,
	parallel,
	ms,
	items,
}: Record<'perSecond' | 'parallel' | 'ms' | 'items', number>) {
	fakeTime();
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

describe('what it learns when the service is busy', () => {
	const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);
	/** Milliseconds until each of two requests that are asked for now may start. */
	async function starts(pace: Pace): Promise<number[]> {
		const asked = Date.now();
		const turns = [1, 2].map(async () => await pace.turn().then(() => Date.now() - asked));
		await jest.runAllTimersAsync();
		return await Promise.all(turns);
	}
	const serve = (pace: Pace, count: number) => Array.from({ length: count }, () => pace.served());

	it('a tenth slower than it served in as long a time as it now asks for', async () => {
		fakeTime();
		const pace = new Pace();
		serve(pace, 50);
		await pass(1000);
		serve(pace, 10);
		pace.busy(1000);
		// Those that were refused at the same time.
		pace.busy(1000);
		pace.busy(700);
		expect(await starts(pace)).toEqual([1000, 1110]);
	});

	it('good answers bring the pace up again, little by little', async () => {
		fakeTime();
		const pace = new Pace();
		serve(pace, 10);
		pace.busy(1000);
		serve(pace, 1000);
		// 110 ms, brought up a thousand times by 0.02 %.
		expect(await starts(pace)).toEqual([1000, 1091]);
	});

	it('busy a second time it goes slower still, from the pace that it had', async () => {
		fakeTime();
		const pace = new Pace();
		serve(pace, 10);
		pace.busy(1000);
		await pass(1000);
		pace.busy(1000);
		expect(await starts(pace)).toEqual([1000, 1121]);
	});

	it('who waits when it asks for more time waits on', async () => {
		fakeTime();
		const pace = new Pace();
		pace.busy(1000);
		const asked = Date.now();
		const turn = pace.turn().then(() => Date.now() - asked);
		await pass(500);
		pace.busy(2000);
		await jest.runAllTimersAsync();
		expect(await turn).toBe(2500);
	});

	it('a service that served nobody yet gets one request in the time that it asks for', async () => {
		fakeTime();
		const pace = new Pace();
		pace.busy(10);
		expect(await starts(pace)).toEqual([10, 120]);
	});
});
