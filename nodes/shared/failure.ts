import type { JsonObject } from 'n8n-workflow';

export type FailureKind =
	| 'input'
	| 'credential'
	| 'notFound'
	| 'conflict'
	| 'rejected'
	| 'rateLimit'
	| 'unavailable'
	| 'stateUnknown'
	| 'noAnswer'
	| 'cancelled'
	| 'unexpected';

/** What went wrong with one item, in words for the person who runs the workflow. Holds no secret and no request. */
export interface Failure {
	kind: FailureKind;
	/** One sentence: what happened. */
	message: string;
	/** What to do about it. */
	advice?: string;
	/** HTTP status of the answer, where there was one. */
	status?: number;
	/** The vendor's own code, where it sent one. */
	code?: string;
	/** The record that it was about, by the caller's ids, as in `invoiceId "INV-7"`. */
	record?: string;
	/** Its fate is unknown, and it must not be done twice: not even by n8n's Retry On Fail. */
	final?: boolean;
	/** A write that was answered 503 before: it may have been done all the same. */
	maybeDone?: boolean;
	/** The run had ended, the service had asked for time, or the login failed, before this request left for the first time: it has done nothing. */
	unsent?: boolean;
	/** Milliseconds that the service asked us to wait. */
	retryAfterMs?: number;
}

/** Carries a failure from where it was noticed to the loop over the items. */
export class Failed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
		this.name = 'Failed';
	}
}

/** An error of the user's input: nothing was sent. */
export const inputFailure = (message: string, advice?: string): Failed =>
	new Failed({ kind: 'input', message, advice: advice });

/** Any thrown value as a failure. What is not ours keeps its message only: stacks and causes may hold secrets. */
export function failureOf(thrown: unknown): Failure {
	if (thrown instanceof Failed) return thrown.failure;
	const { message, description } = (thrown ?? {}) as { message?: string; description?: string | null };
	return { kind: 'unexpected', message: message ?? String(thrown), advice: description ?? undefined };
}

/** The value of some work, or the failure that it ended in, for work whose failure is not the end. */
export async function tried<T>(
	work: Promise<T>,
): Promise<{ value: T; failure?: undefined } | { value?: undefined; failure: Failure }> {
	try {
		return { value: await work };
	} catch (error) {
		return { failure: failureOf(error) };
	}
}

/** What stays visible of a failure when the workflow goes on: `$json.details.code` and so on. */
export function failureDetails({ kind, advice, status, code, record }: Failure): JsonObject {
	return {
		kind,
		...(code && { code }),
		...(status && { status }),
		...(record && { record }),
		...(advice && { hint: advice }),
	};
}

const KINDS: Record<number, FailureKind> = {
	401: 'credential',
	403: 'credential',
	404: 'notFound',
	409: 'conflict',
	410: 'notFound',
	425: 'unavailable',
	429: 'rateLimit',
	503: 'unavailable',
};

/** The kind of a failure by HTTP status. A write that ended in a 408, or a 5xx other than 503, may have happened. */
export function kindOfStatus(status: number, write: boolean): FailureKind {
	if (status in KINDS) return KINDS[status];
	if (status === 408 || status >= 500) return write ? 'stateUnknown' : 'unavailable';
	return 'rejected';
}
