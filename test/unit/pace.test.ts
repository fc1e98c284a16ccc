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
