import { Readable } from 'node:stream';
import { Pace } from '../../nodes/shared/http/pace';
import { openSession, type Access } from '../../nodes/shared/http/session';
import type { Stream } from '../../nodes/shared/http/stream';
import { inOrder, read, sending, streamed, write } from './sending';
import { acme, stage } from './stage';

// One request on its way, without a network: what is sent, and what counts as good.

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));

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
		// It was dealt with, though not well.
		expect(served).toBe(1);
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

describe('a key that a good answer quotes', () => {
	const given = {
		vendor: { secrets: ['key'] },
		credential: { baseUrl: 'https://x.test', key: 'key-0123' },
		answer: () => ({ body: 'My key-0123' }),
	};

	it('is not told', async () =>
		expect((await sending({ ...write, bareText: /My/ }, given)).answer!.body).toBe('My …'));

	it.each([
		['a file', { ...read, file: true }],
		['what was read of one', { ...read, read: async () => 'My key-0123' }],
	])('stays where it stands in %s', async (_name, outgoing) => {
		const answer = () => ({ body: 'read' in outgoing ? streamed() : 'My key-0123' });
		expect((await sending(outgoing, { ...given, answer })).answer!.body).toBe('My key-0123');
	});
});

it.each([
	['was answered', {}, 1],
	['got no answer', new Error('lost'), 1],
	['was asked to wait', { statusCode: 429, headers: { 'retry-after': '3600' } }, 1],
])('a request that %s is no longer under way', async (_name, answer, times) => {
	const left = jest.spyOn(Pace.prototype, 'left');
	await sending(write, { answer: () => answer });
	expect(left).toHaveBeenCalledTimes(times);
	left.mockRestore();
});
