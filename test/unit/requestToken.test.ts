import { Failed } from '../../nodes/shared/failure';
import type { Access } from '../../nodes/shared/http/session';
import { inOrder, read, sending, write } from './sending';

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));

describe('a token beside the credential', () => {
	/** Hands out token after token; a refused one is told. */
	function tokens() {
		const dropped: unknown[] = [];
		let number = 0;
		const access: Access = {
			headers: async () => ({ Token: `t${number}` }),
			isRefusal: ({ status }) => status === 401,
			drop: (headers) => {
				dropped.push(headers);
				number++;
			},
		};
		return { access, dropped };
	}

	it('is sent instead of it, and the run can cut the request short', async () => {
		const { access } = tokens();
		const stop = new AbortController();
		const { sent, signed } = await sending(read, { signal: stop.signal }, { access });
		expect(signed).toEqual([]);
		expect(sent[0].headers).toEqual({ Accept: 'application/json', Token: 't0' });
		expect(sent[0].abortSignal).toBe(stop.signal);
	});

	it('is not sent where the credential is meant', async () => {
		const { sent, signed } = await sending(
			{ ...read, withCredential: true },
			{},
			{ access: tokens().access },
		);
		expect(signed).toHaveLength(1);
		expect(sent[0].headers).not.toHaveProperty('Token');
	});

	it('is renewed once when it is refused, for a write too', async () => {
		const { access, dropped } = tokens();
		const answer = inOrder({ statusCode: 401 }, { body: 'b' });
		const { answer: good, sent } = await sending({ ...write, repeat: 'no' }, { answer }, { access });
		expect(good!.body).toBe('b');
		expect(sent.map(({ headers }) => headers!.Token)).toEqual(['t0', 't1']);
		expect(dropped).toEqual([{ Token: 't0' }]);
	});

	it('is not renewed for ever; both are dropped, and neither is told', async () => {
		const { access, dropped } = tokens();
		const explain = (_status: number, body: unknown) => ({ message: (body as { told: string }).told });
		const answer = () => ({ statusCode: 401, body: { told: 'Not t1, not t0, not T1' } });
		const { failure, sent } = await sending(read, { answer, vendor: { explain } }, { access });
		expect(sent).toHaveLength(2);
		expect(dropped).toEqual([{ Token: 't0' }, { Token: 't1' }]);
		expect(failure).toMatchObject({ kind: 'credential', message: 'Not …, not …, not …' });
	});

	it('is dropped when the service broke over it, and the request is not sent again', async () => {
		const { access, dropped } = tokens();
		const answer = inOrder({ statusCode: 500, body: 'token' }, { body: 'b' });
		const broken = { ...access, isBroken: ({ body }: { body: unknown }) => body === 'token' };
		const { failure, sent } = await sending({ ...write, repeat: 'no' }, { answer }, { access: broken });
		expect(failure).toMatchObject({ kind: 'stateUnknown', status: 500 });
		expect(sent).toHaveLength(1);
		expect(dropped).toEqual([{ Token: 't0' }]);
	});

	it('is another one where the rules repeat the request', async () => {
		const { access } = tokens();
		const answer = inOrder({ statusCode: 500 }, { body: 'b' });
		const { sent } = await sending(read, { answer }, { access: { ...access, isBroken: () => true } });
		expect(sent.map(({ headers }) => headers!.Token)).toEqual(['t0', 't1']);
	});

	it.each([
		['first', [], 0, true],
		['after the other was refused', [401], 1, true],
		['after a try that may have come through', [503], 1, undefined],
	])('that can’t be had %s: the request has not left', async (_when, before, requests, unsent) => {
		const { access } = tokens();
		const headers = async () => {
			if (!before.length) throw new Failed({ kind: 'unavailable', message: 'Away', status: 503 });
			return { Token: 't' };
		};
		const answer = () => ({ statusCode: before.shift() });
		const { failure, sent } = await sending(write, { answer }, { access: { ...access, headers } });
		expect(sent).toHaveLength(requests);
		expect(failure).toMatchObject({ kind: 'unavailable', message: 'Away', status: 503 });
		expect((failure as { unsent?: true }).unsent).toBe(unsent);
	});

	it('is not dropped for another refusal', async () => {
		const { access, dropped } = tokens();
		await sending(read, { answer: () => ({ statusCode: 404 }) }, { access });
		expect(dropped).toEqual([]);
	});
});
