import type { Failure } from '../failure';
import { whenToComeBack } from './comeBack';
import { isTooLong } from './retry';
import type { Session } from './session';

/** Does the service, busy or away, ask for more time than anybody waits? No time mends what was refused. */
export const asksTooMuch = ({ kind, retryAfterMs: asked }: Pick<Failure, 'kind' | 'retryAfterMs'>): boolean =>
	(kind === 'rateLimit' || kind === 'unavailable') && isTooLong(asked);

/** Keeps what comes next at home, where a failure asks for more time than anybody waits. */
export function close(session: Session, failure: Failure): void {
	// Without a status it is one that was kept at home itself.
	if (!asksTooMuch(failure) || failure.status === undefined) return;
	session.closed = { failure, until: Date.now() + failure.retryAfterMs! };
}

/** What to do about a service that is busy or away and asks for more time than anybody waits; undefined for all else. */
export function comeBack(
	{ context, vendor }: Session,
	kind: Failure['kind'],
	asked: number | undefined,
): string | undefined {
	// Of a write that may have happened, "run it again" would make a second one.
	if (!asksTooMuch({ kind, retryAfterMs: asked })) return undefined;
	return whenToComeBack(vendor.name, asked!, Date.now(), context.getTimezone());
}
