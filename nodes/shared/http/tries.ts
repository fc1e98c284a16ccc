import { exchange, isGood } from './exchange';
import { Failed } from '../failure';
import { cancelled, held, refused, unanswered } from './requestFailure';
import { retryDelay, type Attempt } from './retry';
import type { Answer, Outgoing } from './request';
import type { Session, Vendor } from './session';
import { wait } from './wait';

/** A refused request did nothing, whatever its status. */
const isGoodFor = (vendor: Vendor, answer: Answer): boolean => isGood(answer) && !vendor.isRefusal?.(answer);

/**
 * Sends one request and returns its 2xx answer: the only way from this package to the network.
 * Waits and repeats by the rule of `retry.ts`; throws `Failed` for everything else.
 */
export async function send(session: Session, outgoing: Outgoing): Promise<Answer> {
	const { access, signal, vendor } = session;
	const { repeat } = outgoing;
	const write = repeat ? repeat === 'no' : outgoing.method !== 'GET';
	let renewed = false;
	for (let tries = 1; ; tries++) {
		await session.pace.turn(signal);
		let stop = held(session, outgoing);
		if (stop) throw stop;
		const token = outgoing.withCredential ? undefined : await access?.headers();
		// A login may take its time.
		stop = held(session, outgoing);
		if (stop) throw stop;
		const { answer, neverSent = false, failure } = await exchange(session, outgoing, token);
		if (failure) throw new Failed(failure);
		if (answer && token && access?.isRefusal(answer)) {
			access.drop(token);
			if (!renewed) {
				renewed = true;
				continue;
			}
		}
		if (answer && (isGoodFor(vendor, answer) || outgoing.accept?.(answer))) {
			session.pace.served();
			return answer;
		}
		const seen: Attempt = {
			status: answer?.status,
			lost: !answer,
			retryAfter: answer?.headers['retry-after'],
		};
		if (signal?.aborted) throw cancelled(outgoing, !answer);
		const delay = repeat === 'no' ? undefined : retryDelay(seen, { tries, write });
		if (delay === undefined) {
			throw new Failed(
				answer
					? refused(session, outgoing, answer, write, token)
					: unanswered(session, outgoing, write, neverSent),
			);
		}
		if (seen.status === 429 || seen.status === 503) session.pace.busy(delay);
		else await wait(delay, signal);
	}
}
