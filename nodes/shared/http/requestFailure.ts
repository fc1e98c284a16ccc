import { Failed, kindOfStatus, type Failure } from '../failure';
import { asksTooMuch, comeBack } from './closed';
import type { Answer, Outgoing } from './request';
import { retryAfterMs } from './retry';
import { withoutSecrets } from './secrets';
import type { Session } from './session';
import type { Unreached } from './unreached';
import { isPage, isPageOfWords, pageTitle } from './webPage';
import { shortened } from './words';
import { isXml } from './xml';

/** What to do about a write of which nobody knows whether it happened. */
const whenLost = (vendor: Session['vendor'], outgoing: Outgoing): string =>
	outgoing.whenLost ??
	vendor.whenLost?.(outgoing) ??
	'Look the record up before running this again; a create that did go through is answered with "already exists"';

/** The failure of a write of which nobody knows whether it happened, by what did happen. */
const unknown = (
	{ vendor }: Session,
	outgoing: Outgoing,
	happened: string,
	advice: string | undefined,
): Failure => ({
	kind: 'stateUnknown',
	...(outgoing.repeat === 'no' && { final: true }),
	message: `${happened}, so it is not known whether the request went through: check ${outgoing.subject ?? 'the record'}`,
	advice: [advice, whenLost(vendor, outgoing)].filter((one) => one !== undefined).join('. '),
});

/** A gateway's 503 of what must not be done twice: the service may have done it, so nobody repeats it before it was looked up. */
export const neverTwice = ({ vendor }: Session, outgoing: Outgoing, failure: Failure): Failure =>
	failure.maybeDone && outgoing.repeat === 'no'
		? {
				...failure,
				kind: 'stateUnknown',
				final: true,
				advice: [whenLost(vendor, outgoing), asksTooMuch(failure) && failure.advice]
					.filter(Boolean)
					.join('. '),
			}
		: failure;

/** A request that got no answer: a read failed, a write may have happened. */
export function unanswered(
	session: Session,
	outgoing: Outgoing,
	write: boolean,
	{ neverSent, why, advice }: Unreached,
): Failure {
	const { name } = session.vendor;
	if (write && !neverSent) {
		return unknown(session, outgoing, `${name} gave no answer${why ? ` (${why})` : ''}`, undefined);
	}
	const what = neverSent ? 'could not be reached' : 'gave no answer';
	const check = 'Check the address in the credential and the network, then run it again';
	const message = `${name} ${what}: ${why ?? 'the connection failed or took too long'}`;
	return { kind: 'noAnswer', message, advice: advice ?? check };
}

/** n8n takes an error for the end of a cancelled run when it says "canceled". */
export function cancelled({ subject }: Outgoing, underWay: boolean): Failed {
	const message = underWay
		? `The run was canceled while a request was under way: check whether it went through (${subject ?? 'the record'})`
		: 'The run was canceled before this request was sent';
	return new Failed({ kind: 'cancelled', message });
}

/** Why this request must not leave any more; undefined while the run goes on. */
export function held({ vendor, signal, stopped, closed }: Session, outgoing: Outgoing): Failed | undefined {
	const unsent = { unsent: true };
	if (signal?.aborted) return new Failed({ ...cancelled(outgoing, false).failure, ...unsent });
	// Not "canceled": that word is n8n's for a run that a person has ended.
	const message = 'The run had stopped before this request was sent';
	if (stopped?.()) return new Failed({ kind: 'cancelled', message, ...unsent });
	const left = closed ? closed.until - Date.now() : 0;
	if (!closed || left <= 0) return undefined;
	const { kind, status, advice } = closed.failure;
	return new Failed({
		kind,
		message: `Not sent: ${vendor.name} has answered ${status} and asks for more time than this node waits`,
		advice,
		retryAfterMs: left,
		...unsent,
	});
}

/**
 * Is this no answer of the vendor's, though its status is good? A page never is, nor XML. Another text fails no write, for that went
 * through, and is for the vendor to judge where it knows its refusals; what was read from a stream was judged there.
 */
export function isStrange({ vendor }: Session, outgoing: Outgoing, answer: Answer, write: boolean): boolean {
	const { bareText, file, read } = outgoing;
	const { status, headers, body } = answer;
	if (status >= 300 || typeof body !== 'string' || !body.trim() || file || read) return false;
	if (isPage(body) || isXml(body)) return true;
	if (write) return isPageOfWords(headers['content-type'], body);
	return !(vendor.isRefusal?.(answer, outgoing) || bareText?.test(body));
}

/** An answer that can't be read, in a sentence and without secrets. */
export function unreadable(session: Session, body: string): string {
	const told = withoutSecrets(session, body);
	const { name } = session.vendor;
	if (!isPage(told)) return `${name} sent an answer that can't be read: ${shortened(told, 60)}`;
	return `${name} sent a web page instead of data${pageTitle(told) && `: ${pageTitle(told)}`}`;
}

/**
 * An answer that refuses, in the vendor's words and without secrets: every failure that comes of an answer is made here.
 * Where somebody else has answered, a read failed, and of a write nobody knows how far it came.
 */
export function refused(session: Session, outgoing: Outgoing, answer: Answer, write: boolean): Failure {
	const { status, headers, body } = answer;
	const { vendor } = session;
	const asked = retryAfterMs(headers['retry-after'], Date.now());
	const told = vendor.explain(status, withoutSecrets(session, body), outgoing);
	if (isStrange(session, outgoing, answer, write)) {
		const message = unreadable(session, body as string);
		if (write) return unknown(session, outgoing, message, told.advice);
		return { kind: told.kind ?? 'unexpected', message, advice: told.advice };
	}
	const kind = told.kind ?? kindOfStatus(status, write);
	// That it may have happened can be seen by an error's status, but not by a good one.
	if (kind === 'stateUnknown' && status < 300)
		return { ...unknown(session, outgoing, told.message, told.advice), status, code: told.code };
	const { final, advice } =
		kind === 'stateUnknown'
			? unknown(session, outgoing, '', told.advice)
			: { advice: comeBack(session, kind, asked) ?? told.advice };
	const own = { kind, status, retryAfterMs: asked, ...(final && { final }) };
	return { ...told, ...own, advice };
}
