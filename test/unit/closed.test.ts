import { Failed, tried } from '../../nodes/shared/failure';
import { openSession, type Session } from '../../nodes/shared/http/session';
import { send } from '../../nodes/shared/http/tries';
import { wait } from './passingTime';
import { inOrder, write } from './sending';
import { acme, stage, type Answering } from './stage';

// A service that asks for an hour is left alone for an hour.

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));

describe('a service that has asked for more time than is waited for', () => {
	const asking = (statusCode: number, asked = '3600') => ({
		statusCode,
		headers: { 'retry-after': asked },
	});

	/** What becomes of a second request of the same run. */
	async function second(first: Answering, meanwhile = 0, more: Partial<Session> = {}) {
		const { context, sent } = stage({ answer: inOrder(first, {}) });
		const session = Object.assign(await openSession(context, acme, {}), more);
		const failure = (await tried(send(session, write))).failure!;
		await wait(meanwhile);
		const { failure: next } = await tried(send(session, { ...write, repeat: 'no' }));
		return { first: failure, next, requests: sent.length };
	}

	it.each([
		[429, 'rateLimit'],
		[503, 'unavailable'],
	])('gets no other request of that run (%d)', async (status, kind) => {
		const { first, next, requests } = await second(asking(status));
		expect(requests).toBe(1);
		expect(next).toEqual({
			kind,
			message: `Not sent: Acme has answered ${status} and asks for more time than this node waits`,
			advice: first.advice,
			retryAfterMs: expect.any(Number),
			unsent: true,
		});
		expect(next!.retryAfterMs).toBeGreaterThan(3_590_000);
	});

	it('gets one again when that time is over', async () =>
		expect(await second(asking(429), 3_600_001)).toMatchObject({ next: undefined, requests: 2 }));

	it.each<[string, Answering]>([
		['a minute', asking(429, '60')],
		['no time', { statusCode: 429 }],
		['an hour where none helps', asking(400)],
		['an hour after it broke', asking(500)],
	])('and one that asks for %s gets the next one', async (_time, answer) => {
		const { context, sent } = stage({ answer: () => answer });
		const session = await openSession(context, acme, {});
		await tried(send(session, write));
		const before = sent.length;
		await tried(send(session, write));
		expect(sent.length).toBeGreaterThan(before);
	});

	it('at the login gets no other login', async () => {
		const headers = jest.fn(async () => {
			const failure = { kind: 'rateLimit' as const, message: 'Later', status: 429, retryAfterMs: 61_000 };
			throw new Failed(failure);
		});
		const access = { headers, isRefusal: () => false, drop() {} };
		const { next, requests } = await second({}, 0, { access });
		expect({ requests, logins: headers.mock.calls.length }).toEqual({ requests: 0, logins: 1 });
		expect(next).toMatchObject({ kind: 'rateLimit', unsent: true });
	});
});
