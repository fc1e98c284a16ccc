import { send } from '../../nodes/shared/http/tries';
import type { Outgoing } from '../../nodes/shared/http/request';
import { openSession, type Session } from '../../nodes/shared/http/session';
import { acme, stage, type Answering, type Given } from './stage';

export const read: Outgoing = { method: 'GET', path: '/thing/T' };
export const write: Outgoing = { method: 'POST', path: '/thing', body: { a: 1 }, subject: 'id "T"' };

/** Sends, and gives the answer or the failure with all that was sent. */
export async function sending(outgoing: Outgoing, given: Given = {}, more: Partial<Session> = {}) {
	const { context, sent, signed } = stage(given);
	const session = await openSession(context, { ...acme, ...given.vendor }, { signal: given.signal });
	Object.assign(session, more);
	const served = jest.spyOn(session.pace, 'served');
	const busy = jest.spyOn(session.pace, 'busy');
	const ended = await send(session, outgoing).then(
		(answer) => ({ answer, failure: undefined }),
		(error: { failure?: object }) => ({ answer: undefined, failure: error.failure ?? error }),
	);
	return { ...ended, sent, signed, served: served.mock.calls.length, busy: busy.mock.calls };
}

/** Answers one after the other; the last one for good. */
export const inOrder =
	(...answers: Array<Answering | Error>): Given['answer'] =>
	(_request, index) =>
		answers[Math.min(index, answers.length - 1)];

/** A body in chunks. */
export const streamed = async function* (...chunks: string[]) {
	for (const chunk of chunks) yield Buffer.from(chunk);
};
/** The error of a request that got no answer. */
export const lost = (code?: string, cause?: string, syscall?: string) =>
	Object.assign(new Error('secret'), {
		code,
		...(cause ? { cause: { code: cause, syscall } } : { syscall }),
	});
