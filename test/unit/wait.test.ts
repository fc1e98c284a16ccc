import { wait } from '../../nodes/shared/http/wait';

it.each([0, -1, 0.5])('a wait of %d ms is over soon', async (ms) => {
	const start = Date.now();
	await wait(ms);
	expect(Date.now() - start).toBeLessThan(500);
});

it('a run that has ended waits for nothing', async () => {
	await wait(60_000, AbortSignal.abort());
});

it('a run that ends does not wait any longer', async () => {
	const stop = new AbortController();
	const waiting = wait(60_000, stop.signal);
	stop.abort();
	await waiting;
});
