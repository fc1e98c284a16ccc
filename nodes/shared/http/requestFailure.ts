import { Failed, kindOfStatus, type Failure } from '../failure';
import { retryAfterMs } from './retry';
import type { Answer, Outgoing } from './request';
import type { Session } from './session';

/** A request that got no answer: a read failed, a write may have happened. */
export function unanswered(
	{ vendor }: Session,
	{ subject, whenLost, repeat }: Outgoing,
	write: boolean,
	neverSent: boolean,
): Failure {
	if (neverSent || !write) {
		const what = neverSent
			? 'could not be reached'
			: 'gave no answer: the connection failed or took too long';
		const advice = 'Check the address in the credential and the network, then run it again';
		return { kind: 'noAnswer', message: `${vendor.name} ${what}`, advice };
	}
	return {
		kind: 'stateUnknown',
		...(repeat === 'no' && { final: true }),
		message: `${vendor.name} gave no answer, so it is not known whether the request went through: check ${subject ?? 'the record'}`,
		advice:
			whenLost ??
			'Look the record up before running this again; a create that did go through is answered with "already exists"',
	};
}

/** n8n takes an error for the end of a cancelled run when it says "canceled". */
export function cancelled({ subject }: Outgoing, underWay: boolean): Failed {
	const message = underWay
		? `The run was canceled while a request was under way: check whether it went through (${subject ?? 'the record'})`
		: 'The run was canceled before this request was sent';
	return new Failed({ kind: 'cancelled', message });
}

/** Why this request must not leave any more; undefined while the run goes on. */
export function held({ signal, stopped }: Session, outgoing: Outgoing): Failed | undefined {
	if (signal?.aborted) return cancelled(outgoing, false);
	// Not "canceled": that word is n8n's for a run that a person has ended.
	const message = 'The run had stopped before this request was sent';
	return stopped?.() ? new Failed({ kind: 'cancelled', message }) : undefined;
}

/** An answer that refuses, in the vendor's words. */
export function refused(
	session: Session,
	outgoing: Outgoing,
	answer: Answer,
	write: boolean,
	token: Record<string, string> = {},
): Failure {
	const { message, code, ...explained } = session.vendor.explain(answer.status, answer.body, outgoing);
	const secrets = [...Object.values(token), ...storedSecrets(session)];
	// A service may quote the key or the token that it refuses.
	const hide = (text: string) => secrets.reduce((told, secret) => told.replaceAll(secret, '…'), text);
	return {
		kind: kindOfStatus(answer.status, write),
		status: answer.status,
		retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()),
		...explained,
		message: hide(message),
		...(code !== undefined && { code: hide(code) }),
	};
}

/** The secrets of the credential, without the blanks around them that no header keeps. */
function storedSecrets({ vendor: { secrets = [] }, credential }: Session): string[] {
	const values = secrets.map((name) => credential?.data?.[name]);
	return values.flatMap((value) => (typeof value === 'string' ? value.trim() || [] : []));
}
