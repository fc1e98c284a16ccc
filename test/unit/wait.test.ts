import { wait } from '../../nodes/shared/http/wait';

it.each([0, -1, 0.5])('a wait of %d ms, which no timer takes, comes to its end', async (ms) =>
	expect(await wait(ms)).toBeUndefined(),
);

it('a run that has ended waits for nothing', async () => {
	await wait(60_000, AbortSignal.abort());
});

it('a run that ends does not wait any longer', async () => {
	const stop = new AbortController();
	const waiting = wait(60_000, stop.signal);
	stop.abort();
	await waiting;
});
