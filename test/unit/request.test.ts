import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failed } from '../../nodes/shared/failure';
import { Pace } from '../../nodes/shared/pace';
import { send } from '../../nodes/shared/request';
import { openSession, type Access, type Outgoing, type Session } from '../../nodes/shared/session';
import type { Stream } from '../../nodes/shared/stream';
import { wait } from '../../nodes/shared/wait';
import { acme, stage, type Answering, type Given } from './stage';

// One request on its way, without a network: what is sent, what is sent again, and what is said when nothing helps.

jest.mock('../../nodes/shared/wait', () => ({ wait: jest.fn(async () => {}) }));
const waited = wait as jest.Mock;
/** The waits before another try, in milliseconds; those of the pace among them. */
const waits = () => waited.mock.calls.map(([ms]) => Math.round(ms as number));
beforeEach(() => waited.mockClear());
beforeAll(() => jest.spyOn(Math, 'random').mockReturnValue(0.5));
afterAll(() => jest.restoreAllMocks());

const read: Outgoing = { method: 'GET', path: '/thing/T' };
const write: Outgoing = { method: 'POST', path: '/thing', body: { a: 1 }, subject: 'id "T"' };

/** Sends, and gives the answer or the failure with all that was sent. */
async function sending(outgoing: Outgoing, given: Given = {}, more: Partial<Session> = {}) {
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
const inOrder =
	(...answers: Array<Answering | Error>): Given['answer'] =>
	(_request, index) =>
		answers[Math.min(index, answers.length - 1)];

const streamed = async function* (...chunks: string[]) {
	for (const chunk of chunks) yield Buffer.from(chunk);
};
const lost = (code?: string, cause?: string) =>
	Object.assign(new Error('secret'), { code, ...(cause && { cause: { code: cause } }) });

describe('what is sent', () => {
	it('a write: JSON, signed, every status let through, no redirect followed', async () => {
		const { answer, sent, signed, served } = await sending(write, {
			answer: () => ({ statusCode: 201, body: 'b' }),
		});
		expect(sent).toEqual([
			{
				method: 'POST',
				url: 'https://api.test/v1/thing',
				qs: undefined,
				body: '{"a":1}',
				headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
				timeout: 120_000,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		]);
		expect(signed).toHaveLength(1);
		expect(answer).toEqual({ status: 201, headers: {}, body: 'b' });
		expect(served).toBe(1);
	});

	it('a read: query and own headers, no type of a body', async () => {
		const { sent } = await sending({ ...read, query: { q: '1' }, headers: { Accept: 'text/plain' } });
		expect(sent[0]).toMatchObject({ qs: { q: '1' }, headers: { Accept: 'text/plain' }, body: undefined });
		expect(sent[0].headers).not.toHaveProperty('Content-Type');
	});

	it('a file up: opened anew for every try, with time to travel', async () => {
		const body = jest.fn(async () => Buffer.from('file') as never);
		const { sent } = await sending(
			{ ...write, body },
			{ answer: inOrder({ statusCode: 503 }, { statusCode: 200 }) },
		);
		expect(body).toHaveBeenCalledTimes(2);
		expect(sent[1]).toMatchObject({ body: Buffer.from('file'), timeout: 600_000 });
		expect(sent[1].headers).toEqual({ Accept: 'application/json' });
	});

	it('a file down: as a stream, with time to travel, not read', async () => {
		const body = streamed('a', 'b');
		const { sent, answer } = await sending({ ...read, file: true }, { answer: () => ({ body }) });
		expect(sent[0]).toMatchObject({ encoding: 'stream', timeout: 600_000 });
		expect(answer!.body).toBe(body);
	});

	it('an answer that is read from its stream', async () => {
		const readAll = async (body: Stream) => {
			const parts: string[] = [];
			for await (const part of body) parts.push(String(part));
			return parts.join('+');
		};
		const { sent, answer } = await sending(
			{ ...read, read: readAll },
			{ answer: () => ({ body: streamed('a', 'b') }) },
		);
		expect(sent[0]).toMatchObject({ encoding: 'stream', timeout: 600_000 });
		expect(answer!.body).toBe('a+b');
	});

	it('one that falls silent is broken off, and asked for again', async () => {
		const limit = jest.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => {
			const soon = new AbortController();
			setImmediate(() => soon.abort());
			return soon.signal;
		});
		const silent = new Readable({ read() {} });
		const readAll = async (body: Stream) => {
			for await (const part of body) return String(part);
			return '';
		};
		const { sent, answer } = await sending(
			{ ...read, read: readAll },
			{ answer: (_request, index) => ({ body: index ? streamed('a') : silent }) },
		);
		expect(limit).toHaveBeenCalledWith(600_000);
		limit.mockRestore();
		expect(sent).toHaveLength(2);
		expect(answer!.body).toBe('a');
		expect(silent.destroyed).toBe(true);
	});

	it.each([
		['{"code":"x"}', { code: 'x' }],
		['no JSON ä', 'no JSON ä'],
	])('a refusal in place of a file is read: %s', async (text, body) => {
		const explain = jest.fn(acme.explain);
		const halves = [Buffer.from(text).subarray(0, 9), Buffer.from(text).subarray(9)];
		const { failure } = await sending(
			{ ...read, file: true },
			{
				answer: () => ({
					statusCode: 404,
					body: (async function* () {
						yield* halves;
					})(),
				}),
				vendor: { explain },
			},
		);
		expect(explain.mock.calls[0].slice(0, 2)).toEqual([404, body]);
		expect(failure).toMatchObject({ kind: 'notFound', status: 404 });
	});
});

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
			hint: 'Ask Acme',
		});
	});

	it('the vendor knows better which kind it is', async () => {
		const explain = () => ({ message: 'No', kind: 'credential' as const });
		const { failure } = await sending(read, { answer: () => ({ statusCode: 400 }), vendor: { explain } });
		expect(failure).toMatchObject({ kind: 'credential', message: 'No' });
	});

	it.each([
		['ENOTFOUND', undefined],
		['ECONNREFUSED', undefined],
		['CERT_HAS_EXPIRED', undefined],
		['ERR_BAD_REQUEST', 'EAI_AGAIN'],
		['ERR_TLS_CERT_ALTNAME_INVALID', undefined],
	])('a request that never left (%s, %s)', async (code, cause) => {
		expect((await sending(write, { answer: () => lost(code, cause) })).failure).toEqual({
			kind: 'noAnswer',
			message: 'Acme could not be reached',
			hint: 'Check the address in the credential and the network, then run it again',
		});
	});

	it.each([
		['ECONNRESET', undefined],
		['ENOTFOUND', 'ECONNRESET'],
		['XECONNREFUSED', undefined],
		[undefined, undefined],
	])('a write that may have happened (%s, %s)', async (code, cause) => {
		expect((await sending(write, { answer: () => lost(code, cause) })).failure).toEqual({
			kind: 'stateUnknown',
			message: 'Acme gave no answer, so it is not known whether the request went through: check id "T"',
			hint: 'Look the record up before running this again; a create that did go through is answered with "already exists"',
		});
	});

	it('a write that may have happened, of nothing in particular, with advice of its own', async () => {
		const outgoing = { ...write, subject: undefined, whenLost: 'Wait' };
		const { failure } = await sending(outgoing, { answer: () => lost() });
		expect(failure).toMatchObject({
			message: 'Acme gave no answer, so it is not known whether the request went through: check the record',
			hint: 'Wait',
		});
	});

	it('a read that got no answer', async () => {
		expect((await sending(read, { answer: () => lost() })).failure).toMatchObject({
			kind: 'noAnswer',
			message: 'Acme gave no answer: the connection failed or took too long',
		});
	});

	it('an answer that could not be taken in', async () => {
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

describe('what counts as good', () => {
	it.each([
		[199, false],
		[200, true],
		[299, true],
		[300, false],
	])('%d: %p', async (statusCode, good) => {
		const { answer } = await sending(read, { answer: () => ({ statusCode }) });
		expect(answer !== undefined).toBe(good);
	});

	const refusesAll = { isRefusal: () => true };

	it('not what the vendor calls a refusal', async () => {
		const { failure, served } = await sending(read, { vendor: refusesAll });
		expect(failure).toMatchObject({ status: 200 });
		expect(served).toBe(0);
	});

	it('what the caller deals with itself', async () => {
		const accept = ({ status }: { status: number }) => status === 409;
		const { answer, served } = await sending({ ...write, accept }, { answer: () => ({ statusCode: 409 }) });
		expect([answer!.status, served]).toEqual([409, 1]);
		expect(
			(await sending({ ...write, accept }, { answer: () => ({ statusCode: 410 }) })).answer,
		).toBeUndefined();
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
		const explain = () => ({ message: 'No key k1 here', code: 'bad_k1', hint: 'Ask' });
		const secrets = ['key', 'none', 'empty', 'number'];
		const credential = { baseUrl: 'https://api.test', key: ' k1\n', empty: ' ', number: 7 };
		const given = { answer: () => ({ statusCode: 401 }), vendor: { explain, secrets }, credential };
		expect((await sending(read, given)).failure).toEqual({
			kind: 'credential',
			status: 401,
			message: 'No key … here',
			code: 'bad_…',
			hint: 'Ask',
		});
	});

	it('is not dropped for another refusal', async () => {
		const { access, dropped } = tokens();
		await sending(read, { answer: () => ({ statusCode: 404 }) }, { access });
		expect(dropped).toEqual([]);
	});
});

describe('a download that is elsewhere', () => {
	const file: Outgoing = { ...read, file: true };
	const to = (location: string, statusCode = 302) => ({
		statusCode,
		headers: { location },
		body: streamed(),
	});
	const urls = (sent: IHttpRequestOptions[]) => sent.map(({ url }) => url);

	it('is fetched there, without our headers', async () => {
		const { answer, sent, signed } = await sending(file, {
			answer: inOrder(to('https://files.test/f?x=1'), to('/g', 307), { body: 'b' }),
		});
		expect(answer!.body).toBe('b');
		expect(urls(sent)).toEqual([
			'https://api.test/v1/thing/T',
			'https://files.test/f?x=1',
			'https://files.test/g',
		]);
		expect(signed).toHaveLength(1);
		expect(sent[1]).toEqual({
			method: 'GET',
			url: 'https://files.test/f?x=1',
			timeout: 600_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			encoding: 'stream',
		});
	});

	it('is not looked for without end', async () => {
		const { failure, sent } = await sending({ ...file, repeat: 'no' }, { answer: () => to('/round') });
		expect(sent).toHaveLength(6);
		expect(failure).toMatchObject({ status: 302 });
	});

	it.each([
		['a redirect that leads nowhere', { statusCode: 302, body: streamed() }],
		['an answer beyond redirects', { statusCode: 400, headers: { location: '/x' }, body: streamed() }],
	])('is not followed: %s', async (_name, answered) => {
		const { sent, failure } = await sending(file, { answer: () => answered });
		expect(sent).toHaveLength(1);
		expect(failure).toMatchObject({ status: answered.statusCode });
	});

	it('what is no download is not followed', async () => {
		const { sent, failure } = await sending(read, { answer: () => to('https://files.test/f') });
		expect(sent).toHaveLength(1);
		expect(failure).toMatchObject({ kind: 'rejected', status: 302 });
	});

	it.each([
		['unexpected', new Failed({ kind: 'unexpected', message: 'A web page' }), 2],
		['noAnswer', new Error('aborted'), 6],
	])('is %s when it cannot be taken in there', async (kind, thrown, requests) => {
		const refuse = async () => {
			throw thrown;
		};
		const answer: Given['answer'] = (_request, index) => (index % 2 ? { body: streamed('b') } : to('/g'));
		const { failure, sent } = await sending({ ...file, read: refuse }, { answer });
		expect(failure).toMatchObject({ kind });
		expect(sent).toHaveLength(requests);
	});

	it('that has no address is lost', async () => {
		const { failure } = await sending(file, { answer: () => to('http://') });
		expect(failure).toMatchObject({ kind: 'noAnswer' });
	});

	it('a lost one is tried again from the start', async () => {
		const { answer, sent } = await sending(file, {
			answer: inOrder(to('/g'), lost('ENOTFOUND'), to('/g'), { body: 'b' }),
		});
		expect(urls(sent).map((url) => url.slice(-2))).toEqual(['/T', '/g', '/T', '/g']);
		expect(answer!.body).toBe('b');
	});
});

it('what all requests share is read once, and not at all where none is sent', async () => {
	const { context } = stage({ credential: { baseUrl: 'https://x.test' } });
	const none = await openSession(context, acme, { requests: false });
	expect(none).toEqual({ context, vendor: acme, baseUrl: '', signal: undefined, pace: expect.any(Pace) });
	const access: Access = { headers: async () => ({}), isRefusal: () => false, drop: () => {} };
	const vendor = { ...acme, access: jest.fn(async () => access) };
	const { signal } = new AbortController();
	expect(await openSession(context, vendor, { signal })).toEqual({
		context,
		vendor,
		baseUrl: 'https://x.test',
		credential: { id: '', name: '', type: 'acmeApi', data: { baseUrl: 'https://x.test' } },
		access,
		signal,
		pace: expect.any(Pace),
	});
	expect(vendor.access).toHaveBeenCalledWith(context, 'https://x.test');
});
