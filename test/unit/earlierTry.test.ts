import type { Failure } from '../../nodes/shared/failure';
import { afterUnknown } from '../../nodes/shared/http/earlierTry';
import type { Outgoing } from '../../nodes/shared/http/request';
import { inOrder, read, sending, write } from './sending';
import type { Answering } from './stage';

// A 503 may be a gateway's word on what the service has done: what the next refusal says then.

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));

describe('a write that is repeated after a 503', () => {
	const MAYBE = /^An earlier try of this run failed on its way and may well have done this/;
	const after = async (outgoing: Outgoing, ...answers: Array<Answering | Error>) =>
		(await sending(outgoing, { answer: inOrder(...answers) })).failure as Failure;
	const away = { statusCode: 503 };
	const taken = { statusCode: 409, body: { code: 'taken' } };
	const remove: Outgoing = { method: 'DELETE', path: '/thing/T' };

	it.each<[string, Outgoing, Answering]>([
		['is there', write, taken],
		[
			'is in that state',
			{ ...write, method: 'PUT' },
			{ statusCode: 400, body: { code: 'already_cancelled' } },
		],
		['is gone', remove, { statusCode: 404 }],
	])('and then told that it %s may have done that itself', async (_what, outgoing, answer) => {
		expect(await after(outgoing, away, answer)).toMatchObject({
			status: answer.statusCode,
			advice: expect.stringMatching(MAYBE),
			maybeDone: true,
		});
		expect(await after(outgoing, away, away, { statusCode: 429 }, answer)).toMatchObject({
			advice: expect.stringMatching(MAYBE),
		});
		// Where the service has said that nothing was done, and without any earlier try.
		for (const before of [[{ statusCode: 429 }], []]) {
			expect((await after(outgoing, ...before, answer)).advice).toBe('Ask Acme');
		}
	});

	it.each<[string, Outgoing, Answering]>([
		['is wrong', write, { statusCode: 400 }],
		['is not there', write, { statusCode: 404 }],
		['may not be done', remove, { statusCode: 403 }],
	])('and then told that it %s gets the usual advice', async (_what, outgoing, answer) =>
		expect((await after(outgoing, away, answer)).advice).toBe('Ask Acme'),
	);

	it.each([
		['the record itself', { status: 409, code: 'thing_already_exist' }, /another ID$/],
		['itself, cancelled', { status: 400, code: 'thing_already_cancelled' }, /another ID$/],
		[
			'another one',
			{ status: 409, code: 'thing_with_name_already_exist' },
			/another ID. If it has not: Ask Acme$/,
		],
		['a link', { status: 409, code: 'thing_already_linked_to_box' }, /another ID. If it has not: Ask Acme$/],
		['a state', { status: 400, code: 'thing_already_registered' }, /another ID. If it has not: Ask Acme$/],
		['too many calls', { status: 429, code: 'too_many_already' }, /^Ask Acme$/],
	])('and then told of %s keeps the advice about that', (_what, { status, code }, advice) => {
		const kind = status === 409 ? 'conflict' : status === 429 ? 'rateLimit' : 'rejected';
		const failure: Failure = { kind, status, code, message: 'No', advice: 'Ask Acme' };
		const told = afterUnknown(failure, 'POST');
		expect(told.advice).toMatch(advice);
		expect(afterUnknown(told, 'POST')).toEqual(told);
	});

	it('and then told so with a good status may have done that itself, unless that leaves it open again', () => {
		const told = { status: 200, message: 'Acme answered 200, but speaks of an error', advice: 'Ask Acme' };
		expect(afterUnknown({ ...told, kind: 'conflict', code: 'thing_already_exist' }, 'POST').advice).toMatch(
			MAYBE,
		);
		expect(afterUnknown({ ...told, kind: 'notFound' }, 'DELETE').advice).toMatch(MAYBE);
		for (const kind of ['stateUnknown', 'rejected', 'notFound'] as const) {
			expect(afterUnknown({ ...told, kind }, 'POST').advice).toBe('Ask Acme');
		}
	});

	it('and fails in the end is remembered as one that may have been done; a read is not', async () => {
		expect(await after(write, away)).toMatchObject({ kind: 'unavailable', maybeDone: true });
		expect(await after(read, away)).not.toHaveProperty('maybeDone');
		expect(await after(write, { statusCode: 429 })).not.toHaveProperty('maybeDone');
	});
});
