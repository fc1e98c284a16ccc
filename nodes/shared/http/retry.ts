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
const LONGEST_WAIT_MS = 60_000;

/** Milliseconds that a `Retry-After` header asks for; undefined when there is none or it is unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/**
 * Milliseconds to wait before the next try, or undefined when there must be none. 429 and 503 say that nothing was done,
 * so any request may be repeated; after a 500 or a lost connection only a read may: a write may have happened.
 * Waits double, with jitter so that parallel requests do not return together; the service's own wish comes first.
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
	const asked = attempt.status === 429 || attempt.status === 503;
	const broken = attempt.lost === true || (attempt.status ?? 0) >= 500;
	if (!asked && (write || !broken)) return undefined;
	if (tries >= (asked ? TRIES_WHEN_ASKED_TO_WAIT : TRIES_WHEN_BROKEN)) return undefined;
	const backOff = 500 * 2 ** (tries - 1) * (0.75 + random() / 2);
	const wished = retryAfterMs(attempt.retryAfter, now);
	const wait = wished === undefined ? backOff : wished * (1 + random() / 10);
	return Math.min(wait, LONGEST_WAIT_MS);
}
