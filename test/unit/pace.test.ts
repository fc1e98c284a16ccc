import { Pace } from '../../nodes/shared/http/pace';
import { fakeTime } from './fakeTime';

afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
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

describe('a pause', () => {
	/** Milliseconds until a request that is asked for now may start. */
	const start = async (pace: Pace, ...given: Parameters<Pace['turn']>) => {
		const asked = Date.now();
		return await pace.turn(...given).then((moment) => moment - asked);
	};
	const middle = () => 0.5;

	it('is up to a tenth longer than asked', async () => {
		fakeTime();
		const times: number[] = [];
		for (const random of [0, 0.5, 1]) {
			const pace = new Pace(Date.now, () => random);
			pace.busy(1000, Date.now());
			const turn = start(pace);
			await jest.runAllTimersAsync();
			times.push(await turn);
		}
		expect(times).toEqual([1000, 1050, 1100]);
	});

	it('becomes longer for those that wait already when more is asked', async () => {
		fakeTime();
		const pace = new Pace(Date.now, () => 0);
		pace.busy(1000, Date.now());
		const turn = start(pace);
		await jest.advanceTimersByTimeAsync(500);
		pace.busy(2000, Date.now() - 600);
		await jest.runAllTimersAsync();
		expect(await turn).toBe(2500);
	});

	it('does not become shorter', async () => {
		fakeTime();
		const pace = new Pace(Date.now, () => 0);
		pace.busy(1000, Date.now());
		pace.busy(300, Date.now());
		const turn = start(pace);
		await jest.runAllTimersAsync();
		expect(await turn).toBe(1000);
	});

	it('ends at once with the run', async () => {
		const pace = new Pace();
		pace.busy(60_000, Date.now());
		const stop = new AbortController();
		const turn = pace.turn(stop.signal);
		stop.abort();
		await turn;
	});

	it('ends within a second when the run has stopped', async () => {
		fakeTime();
		const pace = new Pace(Date.now, middle);
		pace.busy(60_000, Date.now());
		let stopped = false;
		const turn = start(pace, undefined, () => stopped);
		await jest.advanceTimersByTimeAsync(2500);
		stopped = true;
		await jest.advanceTimersByTimeAsync(1000);
		expect(await turn).toBe(3000);
	});
});

describe('a limit that is learnt', () => {
	/** Asks for so many requests, and collects when they start, to a tenth of a second from now: they leave one by one. */
	function ask(pace: Pace, count: number): number[] {
		const asked = Date.now();
		const starts: number[] = [];
		for (let index = 0; index < count; index++) {
			void pace.turn().then((moment) => starts.push(Math.round((moment - asked) / 100) * 100));
		}
		return starts;
	}

	/** Four rounds of five parallel requests; of the last one two were served and three asked to wait ten seconds, which are over. */
	async function learnt() {
		fakeTime();
		const pace = new Pace(Date.now, () => 0);
		for (let round = 1; round <= 4; round++) {
			ask(pace, 5);
			await jest.advanceTimersByTimeAsync(20_000);
			for (let index = 0; index < 5; index++) pace.left();
		}
		const now = Date.now();
		for (let index = 0; index < 2; index++) pace.served(now);
		for (let index = 0; index < 3; index++) pace.busy(10_000, now);
		await jest.advanceTimersByTimeAsync(10_000);
		return pace;
	}

	it('is at first no lower than one round of the parallel requests', async () => {
		const starts = ask(await learnt(), 6);
		await jest.advanceTimersByTimeAsync(9000);
		expect(starts).toEqual([0, 0, 0, 0, 0]);
		await jest.advanceTimersByTimeAsync(2000);
		expect(starts.slice(5)).toEqual([10_200]);
	});

	it('is over for those that wait, too, within a second of being passed', async () => {
		const pace = await learnt();
		const starts = ask(pace, 6);
		await jest.advanceTimersByTimeAsync(500);
		const began = Date.now();
		for (let index = 0; index < 5; index++) pace.served(began);
		await jest.advanceTimersByTimeAsync(1000);
		expect(starts.slice(5)).toEqual([1000]);
	});

	it('costs nobody the place in the row when others are served within it', async () => {
		const pace = await learnt();
		const starts = ask(pace, 10);
		await jest.advanceTimersByTimeAsync(500);
		pace.served(Date.now());
		await jest.advanceTimersByTimeAsync(11_000);
		expect(starts.slice(5)).toEqual([10_200, 10_200, 10_200, 10_200, 10_200]);
	});
});
