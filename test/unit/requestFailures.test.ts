import type { Outgoing } from '../../nodes/shared/http/request';
import { wait } from '../../nodes/shared/http/wait';
import { inOrder, lost, read, sending, write } from './sending';
import type { Answering } from './stage';

// A request that fails: when it is sent again, and what is said when nothing helps.

jest.mock('../../nodes/shared/http/wait', () => ({ wait: jest.fn(async () => {}) }));
const waited = wait as jest.Mock;
/** The waits before another try, in milliseconds; those of the pace among them. */
const waits = () => waited.mock.calls.map(([ms]) => Math.round(ms as number));
beforeEach(() => waited.mockClear());
beforeAll(() => jest.spyOn(Math, 'random').mockReturnValue(0.5));
afterAll(() => jest.restoreAllMocks());

describe('what is sent again', () => {
	it.each<[string, Outgoing, Answering | Error, number]>([
		['a write that is asked to wait', write, { statusCode: 429 }, 7],
		['a write to a service that is away', write, { statusCode: 503 }, 7],
		['a write after a breakdown', write, { statusCode: 500 }, 1],
		['a write that got no answer', write, lost(), 1],
		['a read after a breakdown', read, { statusCode: 500 }, 3],
		['a read that got no answer', read, lost(), 3],
		['a read that is refused', read, { statusCode: 404 }, 1],
		['a write that does no harm twice', { ...write, repeat: 'yes' }, { statusCode: 500 }, 3],
		['a read that costs something', { ...read, repeat: 'no' }, { statusCode: 500 }, 1],
		['a read that costs something, asked to wait', { ...read, repeat: 'no' }, { statusCode: 429 }, 1],
	])('%s', async (_name, outgoing, answer, tries) => {
		const { sent, answer: good } = await sending(outgoing, { answer: () => answer });
		expect(good).toBeUndefined();
		expect(sent).toHaveLength(tries);
	});

	it('goes through as soon as the service does', async () => {
		const { answer, sent } = await sending(read, {
			answer: inOrder({ statusCode: 500 }, lost(), { body: 'b' }),
		});
		expect(sent).toHaveLength(3);
		expect(answer!.body).toBe('b');
		expect(waits()).toEqual([500, 1000]);
	});

	it('a busy service slows down all requests, as long as it asks', async () => {
		const answer = inOrder({ statusCode: 429, headers: { 'retry-after': '2' } }, {});
		const { busy } = await sending(write, { answer });
		expect(busy).toEqual([[2100]]);
		expect(waits()[0]).toBeGreaterThan(2000);
	});

	it('a broken one does not', async () => {
		expect((await sending(read, { answer: inOrder({ statusCode: 500 }, {}) })).busy).toEqual([]);
	});
});

describe('what is said when nothing helps', () => {
	it('the words of the vendor', async () => {
		const answer = () => ({ statusCode: 429, headers: { 'retry-after': '0' }, body: { code: 'slow' } });
		expect((await sending(write, { answer })).failure).toEqual({
			kind: 'rateLimit',
			status: 429,
			retryAfterMs: 0,
			message: 'Acme answered 429',
			code: 'slow',
			advice: 'Ask Acme',
		});
	});

	it('the vendor knows better which kind it is', async () => {
		const explain = () => ({ message: 'No', kind: 'credential' as const });
		const { failure } = await sending(read, { answer: () => ({ statusCode: 400 }), vendor: { explain } });
		expect(failure).toMatchObject({ kind: 'credential', message: 'No' });
	});

	it.each([
		['ENOTFOUND', undefined, undefined],
		['ECONNREFUSED', undefined, undefined],
		['CERT_HAS_EXPIRED', undefined, undefined],
		['ERR_BAD_REQUEST', 'EAI_AGAIN', undefined],
		['ERR_TLS_CERT_ALTNAME_INVALID', undefined, undefined],
		['EHOSTUNREACH', undefined, 'connect'],
		['ERR_NETWORK', 'ENETUNREACH', 'connect'],
	])('a request that never left (%s, %s, %s)', async (code, cause, syscall) => {
		expect((await sending(write, { answer: () => lost(code, cause, syscall) })).failure).toEqual({
			kind: 'noAnswer',
			message: 'Acme could not be reached',
			advice: 'Check the address in the credential and the network, then run it again',
		});
	});

	it.each([
		['ECONNRESET', undefined, undefined],
		['ENOTFOUND', 'ECONNRESET', undefined],
		['XECONNREFUSED', undefined, undefined],
		['EHOSTUNREACH', undefined, 'read'],
		['ERR_NETWORK', 'ENETUNREACH', 'write'],
		[undefined, undefined, undefined],
	])('a write that may have happened (%s, %s, %s)', async (code, cause, syscall) => {
		expect((await sending(write, { answer: () => lost(code, cause, syscall) })).failure).toEqual({
			kind: 'stateUnknown',
			message: 'Acme gave no answer, so it is not known whether the request went through: check id "T"',
			advice:
				'Look the record up before running this again; a create that did go through is answered with "already exists"',
		});
	});

	it('a write that may have happened, of nothing in particular, with advice of its own', async () => {
		const outgoing = { ...write, subject: undefined, whenLost: 'Wait' };
		const { failure } = await sending(outgoing, { answer: () => lost() });
		expect(failure).toMatchObject({
			message: 'Acme gave no answer, so it is not known whether the request went through: check the record',
			advice: 'Wait',
		});
	});

	it('a read that got no answer', async () => {
		expect((await sending(read, { answer: () => lost() })).failure).toMatchObject({
			kind: 'noAnswer',
			message: 'Acme gave no answer: the connection failed or took too long',
		});
	});

	it('an answer that could not be taken in', async () => {
		const { Failed } = await import('../../nodes/shared/failure');
		const outgoing = {
			...read,
			read: async () => {
				throw new Failed({ kind: 'unexpected', message: 'The disk is full' });
			},
		};
		const { failure, sent } = await sending(outgoing);
		expect(failure).toEqual({ kind: 'unexpected', message: 'The disk is full' });
		expect(sent).toHaveLength(1);
	});
});

describe('a run that is cancelled', () => {
	it('before a request: nothing is sent', async () => {
		const { failure, sent } = await sending(write, { signal: AbortSignal.abort() });
		expect(sent).toEqual([]);
		expect(failure).toEqual({
			kind: 'cancelled',
			message: 'The run was canceled before this request was sent',
		});
	});

	it.each([
		[{ ...write }, 'id "T"'],
		[{ ...write, subject: undefined }, 'the record'],
	])('while one is under way: it is named', async (outgoing, subject) => {
		const stop = new AbortController();
		const answer = () => {
			stop.abort();
			return lost();
		};
		expect((await sending(outgoing, { signal: stop.signal, answer })).failure).toEqual({
			kind: 'cancelled',
			message: `The run was canceled while a request was under way: check whether it went through (${subject})`,
		});
	});

	it('after an answer that asks to wait: nothing was done', async () => {
		const stop = new AbortController();
		const answer = () => {
			stop.abort();
			return { statusCode: 429 };
		};
		const { failure, sent } = await sending(write, { signal: stop.signal, answer });
		expect(failure).toMatchObject({ message: 'The run was canceled before this request was sent' });
		expect(sent).toHaveLength(1);
	});

	it('an answer that came all the same is given', async () => {
		const stop = new AbortController();
		const answer = () => {
			stop.abort();
			return { body: 'b' };
		};
		expect((await sending(write, { signal: stop.signal, answer })).answer!.body).toBe('b');
	});
});

describe('a run that has stopped', () => {
	const failure = { kind: 'cancelled', message: 'The run had stopped before this request was sent' };

	it('sends nothing, and does not log in for it either', async () => {
		const headers = jest.fn(async () => ({}));
		const access = { headers, isRefusal: () => false, drop() {} };
		const ended = await sending(write, {}, { stopped: () => true, access });
		expect(ended.failure).toEqual(failure);
		expect(ended.sent).toEqual([]);
		expect(headers).not.toHaveBeenCalled();
	});

	it.each([429, 503])('during the wait after a %d: it is not sent again', async (statusCode) => {
		let stopped = false;
		waited.mockImplementationOnce(async () => void (stopped = true));
		const ended = await sending(write, { answer: () => ({ statusCode }) }, { stopped: () => stopped });
		expect(ended.failure).toEqual(failure);
		expect(ended.sent).toHaveLength(1);
	});

	it('during a login: the request stays', async () => {
		let stopped = false;
		const headers = async () => ((stopped = true), { Token: 't' });
		const access = { headers, isRefusal: () => false, drop() {} };
		const ended = await sending(write, {}, { stopped: () => stopped, access });
		expect(ended.failure).toEqual(failure);
		expect(ended.sent).toEqual([]);
	});

	it('while its request is under way: the answer is given', async () => {
		let stopped = false;
		const answer = () => ((stopped = true), { body: 'b' });
		expect((await sending(write, { answer }, { stopped: () => stopped })).answer!.body).toBe('b');
	});
});
