import type { Access } from '../../nodes/shared/http/session';
import { inOrder, read, sending, write } from './sending';

jest.mock('../../nodes/shared/http/wait', () => ({ wait: jest.fn(async () => {}) }));

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
		const explain = () => ({ message: 'Not t1, not t0, not t1' });
		const { failure, sent } = await sending(
			read,
			{ answer: () => ({ statusCode: 401 }), vendor: { explain } },
			{ access },
		);
		expect(sent).toHaveLength(2);
		expect(dropped).toEqual([{ Token: 't0' }, { Token: 't1' }]);
		expect(failure).toMatchObject({ kind: 'credential', message: 'Not …, not t0, not …' });
	});

	it('nor is the key of the credential, wherever the service quotes it', async () => {
		const explain = () => ({ message: 'No key k1 here', code: 'bad_k1', advice: 'Ask' });
		const secrets = ['key', 'none', 'empty', 'number'];
		const credential = { baseUrl: 'https://api.test', key: ' k1\n', empty: ' ', number: 7 };
		const given = { answer: () => ({ statusCode: 401 }), vendor: { explain, secrets }, credential };
		expect((await sending(read, given)).failure).toEqual({
			kind: 'credential',
			status: 401,
			message: 'No key … here',
			code: 'bad_…',
			advice: 'Ask',
		});
	});

	it('is not dropped for another refusal', async () => {
		const { access, dropped } = tokens();
		await sending(read, { answer: () => ({ statusCode: 404 }) }, { access });
		expect(dropped).toEqual([]);
	});
});
