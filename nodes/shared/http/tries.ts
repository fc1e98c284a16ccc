import { close } from './closed';
import { isGood } from './received';
import { afterUnknown } from './earlierTry';
import { exchange, type Outcome } from './exchange';
import { Failed, kindOfStatus, tried, type Failure } from '../failure';
import { cancelled, held, isStrange, neverTwice, refused, unanswered } from './requestFailure';
import { asksToWait, retryDelay } from './retry';
import { withoutKeys } from './secrets';
import type { Answer, Outgoing } from './request';
import type { Session, Vendor } from './session';
import { wait } from './wait';

/** A refused request did nothing, whatever its status. */
const isGoodFor = (vendor: Vendor, answer: Answer, outgoing: Outgoing): boolean =>
	isGood(answer) && !vendor.isRefusal?.(answer, outgoing);

/** A good answer, without the key that it may quote; what was read of a file is no text of the service's. */
const told = (session: Session, { file, read }: Outgoing, answer: Answer): Answer =>
	file || read ? answer : { ...answer, body: withoutKeys(session, answer.body) };

interface Try extends Outcome {
	/** When the request left, by the pace. */
	began: number;
	token?: Record<string, string>;
}

/** Waits for its turn and sends the request once, unless the run has ended meanwhile. */
async function once(session: Session, outgoing: Outgoing): Promise<Try> {
	const { access, pace, signal, stopped } = session;
	const began = await pace.turn(signal, stopped);
	try {
		// No login for a request that stays; `exchange` looks again, right before it leaves.
		const stop = held(session, outgoing);
		if (stop) return { began, failure: stop.failure };
		const login = await tried(Promise.resolve(outgoing.withCredential ? undefined : access?.headers()));
		if (login.failure) return { began, failure: { ...login.failure, unsent: true } };
		const token = login.value;
		for (const value of Object.values(token ?? {})) (session.tokens ??= new Set()).add(value);
		return { began, token, ...(await exchange(session, outgoing, token)) };
	} finally {
		pace.left();
	}
}

/**
 * Sends one request and returns its 2xx answer: the only way from this package to the network.
 * Waits and repeats by the rule of `retry.ts`; throws `Failed` for everything else.
 */
export async function send(session: Session, outgoing: Outgoing): Promise<Answer> {
	const { value, failure } = await tried(repeated(session, outgoing));
	if (value) return value;
	// Also when it was the login that was asked to wait.
	close(session, failure);
	throw new Failed(neverTwice(session, outgoing, failure));
}

async function repeated(session: Session, outgoing: Outgoing): Promise<Answer> {
	const { access, pace, signal, vendor } = session;
	const { repeat } = outgoing;
	const write = repeat ? repeat === 'no' : outgoing.method !== 'GET';
	let renewed = false;
	let maybeDone = false;
	const failed = (failure: Failure) =>
		new Failed(maybeDone ? afterUnknown({ ...failure, maybeDone }, outgoing.method) : failure);
	for (let tries = 1; ; tries++) {
		const { began, token, answer, unreached, failure } = await once(session, outgoing);
		const status = answer?.status;
		if (answer && !asksToWait(status)) pace.served(began);
		// A refused token is no try: nothing was done then.
		const triedBefore = tries > (renewed ? 2 : 1);
		if (failure) throw failed(triedBefore ? { ...failure, unsent: undefined } : failure);
		maybeDone ||= write && status === 503;
		if (answer && token && access?.isRefusal(answer)) {
			access.drop(token);
			if (!renewed) {
				renewed = true;
				continue;
			}
		}
		// Not sent again for that, but the next request has a new one.
		if (answer && token && access?.isBroken?.(answer)) access.drop(token);
		const strange = answer && isStrange(session, outgoing, answer, write);
		if (answer && isGoodFor(vendor, answer, outgoing) && !strange) return told(session, outgoing, answer);
		if (answer && outgoing.accept?.(answer)) return { ...answer, ...(maybeDone && { maybeDone }) };
		const isUnknown = write && answer && (isGood(answer) || kindOfStatus(status!, write) === 'stateUnknown');
		if (signal?.aborted) throw cancelled(outgoing, !answer || isUnknown === true);
		const seen = { status, lost: !answer, retryAfter: answer?.headers['retry-after'] };
		const delay = repeat === 'no' ? undefined : retryDelay(seen, { tries, write });
		if (delay === undefined) {
			throw failed(
				answer ? refused(session, outgoing, answer, write) : unanswered(session, outgoing, write, unreached!),
			);
		}
		if (asksToWait(status)) pace.busy(delay, began);
		else await wait(delay, signal);
	}
}
