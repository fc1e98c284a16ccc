/** What became of one attempt: an HTTP status, or no answer at all. */
export interface Attempt {
	status?: number;
	/** The connection ended before an answer came. */
	lost?: boolean;
	/** `Retry-After` header: seconds or a date. */
	retryAfter?: string;
}

const TRIES_WHEN_ASKED_TO_WAIT = 7;
const TRIES_WHEN_BROKEN = 3;
/** Who asks for more time is not waited for. */
export const LONGEST_WAIT_MS = 60_000;

/** Does a failure that asks for so much time end the run's requests? */
export const isTooLong = (ms: number | undefined): ms is number => ms !== undefined && ms > LONGEST_WAIT_MS;

/** No wait is taken for longer: by a slip the header may ask for more time than there are dates. */
export const YEAR_MS = 366 * 86_400_000;

/** Milliseconds that a `Retry-After` header asks for; undefined when it is unreadable, or asks for no time or one that is over. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	if (header === undefined) return undefined;
	const seconds = Number(header);
	const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
	return wait > 0 ? Math.min(wait, YEAR_MS) : undefined;
}

/** Too early (425): nothing was done, and the same may go through in a moment. */
const BROKEN = [408, 425];

/** Did the service ask for time? Then nothing was done. */
export const asksToWait = (status: number | undefined): boolean => status === 429 || status === 503;

/**
 * Milliseconds to wait before the next try, or undefined when there must be none. 429 and 503 say that nothing was done,
 * so any request may be repeated; after a 408, a 500 or a lost connection only a read may: a write may have happened.
 * The service's own wish comes first; otherwise waits double, with jitter so that parallel requests do not return together.
 */
export function retryDelay(
	attempt: Attempt,
	{
		tries,
		write,
		now = Date.now(),
		random = Math.random,
	}: { tries: number; write: boolean; now?: number; random?: () => number },
): number | undefined {
	const { status = 0, lost = false } = attempt;
	const asked = asksToWait(status);
	const broken = lost || BROKEN.includes(status) || status >= 500;
	if (!asked && (write || !broken)) return undefined;
	if (tries >= (asked ? TRIES_WHEN_ASKED_TO_WAIT : TRIES_WHEN_BROKEN)) return undefined;
	const wished = retryAfterMs(attempt.retryAfter, now);
	if (wished !== undefined) return isTooLong(wished) ? undefined : wished;
	return 500 * 2 ** (tries - 1) * (0.75 + random() / 2);
}
