import type { Failure } from '../../nodes/shared/failure';
import type { Outgoing } from '../../nodes/shared/http/request';
import { wait } from './passingTime';
import { inOrder, lost, read, sending, write } from './sending';
import type { Answering } from './stage';

// A request that fails: when it is sent again, and what is said when nothing helps.

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));
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
			answer: inOrder({ statusCode: 500 }, lost(), { body: { b: 1 } }),
		});
		expect(sent).toHaveLength(3);
		expect(answer!.body).toEqual({ b: 1 });
		expect(waits()).toEqual([500, 1000]);
	});

	it('a busy service slows down all requests, as long as it asks', async () => {
		const answer = inOrder({ statusCode: 429, headers: { 'retry-after': '2' } }, {});
		const { busy, served } = await sending(write, { answer });
		// Only what was not asked to wait was served.
		expect(served).toBe(1);
		expect(busy).toEqual([[2000, expect.any(Number)]]);
		// A tenth at most is added, so that several runs do not return together.
		expect(waits().reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(2000);
	});

	it('a broken one does not', async () => {
		const { busy } = await sending(read, { answer: inOrder({ statusCode: 500 }, {}) });
		expect(busy).toEqual([]);
	});
});

describe('what is said when nothing helps', () => {
	it('the words of the vendor', async () => {
		const answer = () => ({ statusCode: 429, headers: { 'retry-after': '1' }, body: { code: 'slow' } });
		expect((await sending(write, { answer })).failure).toEqual({
			kind: 'rateLimit',
			status: 429,
			retryAfterMs: 1000,
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
		['a write', write],
		['a read', read],
	])('%s that never left', async (_name, outgoing) => {
		expect((await sending(outgoing, { answer: () => lost('ENOTFOUND') })).failure).toEqual({
			kind: 'noAnswer',
			message: 'Acme could not be reached: the network knows no host of this name (ENOTFOUND)',
			advice: 'Check the address in the credential and the network, then run it again',
		});
	});

	it('a certificate that nobody trusts', async () => {
		const { failure } = await sending(write, { answer: () => lost('DEPTH_ZERO_SELF_SIGNED_CERT') });
		expect(failure).toMatchObject({
			kind: 'noAnswer',
			message: expect.stringMatching(/could not be reached: its certificate .*DEPTH_ZERO_SELF_SIGNED_CERT/),
			advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
		});
	});

	it.each([
		['ECONNRESET', ' (the connection broke off (ECONNRESET))'],
		[undefined, ''],
	])('a write that may have happened (%s)', async (code, why) => {
		expect((await sending(write, { answer: () => lost(code) })).failure).toEqual({
			kind: 'stateUnknown',
			message: `Acme gave no answer${why}, so it is not known whether the request went through: check id "T"`,
			advice:
				'Look the record up before running this again; a create that did go through is answered with "already exists"',
		});
	});

	it.each<[string, Answering | Error]>([
		['got no answer', lost()],
		['broke off', { statusCode: 500 }],
		['came too late', { statusCode: 408 }],
		['was answered by a page', { body: '<html>' }],
	])('a write that %s, by a vendor who knows what to do', async (_name, answer) => {
		const vendor = { whenLost: ({ path }: Outgoing) => `Look at ${path}` };
		const { failure } = await sending(write, { answer: () => answer, vendor });
		expect(failure).toMatchObject({
			kind: 'stateUnknown',
			advice: expect.stringMatching(/^(Ask Acme\. )?Look at \/thing$/),
		});
	});

	it.each<[string, Answering | Error, boolean | undefined]>([
		['got no answer', lost(), true],
		['broke off', { statusCode: 500 }, true],
		['was answered by a page', { body: '<html>' }, true],
		['was refused', { statusCode: 400 }, undefined],
		['never left', lost('ENOTFOUND'), undefined],
	])('one that may not be done twice and %s: is that final?', async (_name, answer, final) => {
		const { failure } = await sending({ ...write, repeat: 'no' }, { answer: () => answer });
		expect((failure as Failure).final).toBe(final);
		// Any other write may be run again by n8n's Retry On Fail.
		const other = await sending(write, { answer: () => answer });
		expect((other.failure as Failure).final).toBeUndefined();
	});

	it.each([300, 404])(
		'a page with a status that is no success (%d) is for the vendor to explain',
		async (statusCode) => {
			for (const outgoing of [read, write]) {
				const { failure } = await sending(outgoing, { answer: () => ({ statusCode, body: '<html>' }) });
				expect(failure).toMatchObject({ message: `Acme answered ${statusCode}`, advice: 'Ask Acme' });
			}
		},
	);

	it('a read that a page answers has failed, and the vendor may know how', async () => {
		const answer = () => ({ body: '<html>' });
		const message = 'Acme sent a web page instead of data';
		expect((await sending(read, { answer })).failure).toMatchObject({ kind: 'unexpected', message });
		const explain = () => ({ message: 'No', kind: 'credential' as const });
		const { failure } = await sending(read, { answer, vendor: { explain } });
		expect(failure).toMatchObject({ kind: 'credential', message });
	});

	it('a write that words for people answer, labelled as a page, may have happened', async () => {
		const answer = () => ({ headers: { 'content-type': 'text/html' }, body: 'Sign in to continue' });
		expect((await sending(write, { answer })).failure).toMatchObject({ kind: 'stateUnknown' });
	});

	it('a read that blanks answer has gone well', async () => {
		expect((await sending(read, { answer: () => ({ body: ' \n' }) })).answer!.body).toBe(' \n');
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

	it.each([
		['3600', '1 hour'],
		['61', '1 minute 1 second'],
	])(
		'a service that asks for more than a minute (%s) is told at once, with the time to come back',
		async (asked, words) => {
			const answer = () => ({ statusCode: 503, headers: { 'retry-after': asked } });
			const { failure, sent, busy } = await sending(write, { answer, timeZone: 'Europe/Vienna' });
			expect(sent).toHaveLength(1);
			expect(busy).toEqual([]);
			expect(failure).toMatchObject({
				kind: 'unavailable',
				retryAfterMs: Number(asked) * 1000,
				advice: expect.stringMatching(
					new RegExp(
						`^Acme asks to wait ${words}\\. Run it again after \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\(Europe/Vienna\\)$`,
					),
				),
			});
		},
	);

	it.each<[string, Outgoing]>([
		['a write', write],
		['one that may not be done twice', { ...write, repeat: 'no' }],
	])('no time is named to run %s again that may have happened', async (_name, outgoing) => {
		for (const statusCode of [408, 500, 504]) {
			const answer = () => ({ statusCode, headers: { 'retry-after': '120' } });
			const { failure } = await sending(outgoing, { answer, vendor: { whenLost: () => 'Look it up' } });
			expect(failure).toMatchObject({
				kind: 'stateUnknown',
				advice: 'Ask Acme. Look it up',
				retryAfterMs: 120_000,
			});
		}
	});

	it('no time is named where none helps', async () => {
		const answer = () => ({ statusCode: 400, headers: { 'retry-after': '3600' } });
		expect((await sending(write, { answer })).failure).toMatchObject({ advice: 'Ask Acme' });
	});

	it('a service that asks for more time than there is', async () => {
		const answer = () => ({ statusCode: 503, headers: { 'retry-after': '99999999999999999' } });
		expect((await sending(read, { answer })).failure).toMatchObject({
			status: 503,
			message: 'Acme answered 503',
			advice: 'Acme asks to wait for more than a year. Ask there when to run it again',
		});
	});

	it('a service that is busy and asks for no time names none', async () => {
		const { failure } = await sending(write, { answer: () => ({ statusCode: 429 }) });
		expect(failure).toMatchObject({ kind: 'rateLimit', advice: 'Ask Acme' });
	});

	it('a service that is busy for long names the time to come back, too', async () => {
		const answer = () => ({ statusCode: 429, headers: { 'retry-after': '3600' } });
		expect((await sending(write, { answer })).failure).toMatchObject({
			kind: 'rateLimit',
			advice: expect.stringMatching(/^Acme asks to wait 1 hour\. Run it again after /),
		});
	});

	it('a service that asks for a minute again and again names no time', async () => {
		const answer = () => ({ statusCode: 503, headers: { 'retry-after': '60' } });
		const { failure, sent } = await sending(write, { answer });
		expect(sent).toHaveLength(7);
		expect(failure).toMatchObject({ retryAfterMs: 60_000, advice: 'Ask Acme' });
	});

	it('a service that asks for a minute is waited for', async () => {
		const answer = inOrder({ statusCode: 503, headers: { 'retry-after': '60' } }, {});
		const { busy, answer: good } = await sending(write, { answer });
		expect(good).toBeDefined();
		expect(busy).toEqual([[60_000, expect.any(Number)]]);
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
			unsent: true,
		});
	});

	it('during the login: nothing is sent, and that is known', async () => {
		const stop = new AbortController();
		const headers = async () => {
			stop.abort();
			return { Token: 't' };
		};
		const access = { headers, isRefusal: () => false, drop() {} };
		const { failure, sent } = await sending(write, { signal: stop.signal }, { access });
		expect(sent).toEqual([]);
		expect(failure).toMatchObject({ kind: 'cancelled', unsent: true });
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

	it.each([
		['a gateway that gave up', { statusCode: 504 }],
		[
			'a page in place of an answer',
			{ statusCode: 200, body: '<!doctype html><html><title>Hi</title></html>' },
		],
	])('after %s: nobody knows whether it went through', async (_what, last) => {
		const answer = (stop: AbortController) => () => {
			stop.abort();
			return last;
		};
		const failure = async (outgoing: typeof write) => {
			const stop = new AbortController();
			return (await sending(outgoing, { signal: stop.signal, answer: answer(stop) })).failure;
		};
		const message = expect.stringMatching(/while a request was under way: check whether it went through/);
		expect(await failure(write)).toMatchObject({ message });
		expect(await failure({ ...write, method: 'GET' })).toMatchObject({
			message: 'The run was canceled before this request was sent',
		});
	});

	it('before it is sent again: the first time may have gone through', async () => {
		const stop = new AbortController();
		waited.mockImplementationOnce(async () => stop.abort());
		const outgoing = { ...write, repeat: 'yes' as const };
		const { failure, sent } = await sending(outgoing, { signal: stop.signal, answer: () => lost() });
		expect(sent).toHaveLength(1);
		expect(failure).toMatchObject({ kind: 'cancelled', unsent: undefined });
	});

	it('during the login that a refused token needs: nothing was done', async () => {
		const stop = new AbortController();
		let logins = 0;
		const headers = async () => {
			if (logins++) stop.abort();
			return { Token: 't' };
		};
		const access = { headers, isRefusal: () => true, drop() {} };
		const { failure, sent } = await sending(write, { signal: stop.signal }, { access });
		expect(sent).toHaveLength(1);
		expect(failure).toMatchObject({ kind: 'cancelled', unsent: true });
	});

	it('after an answer that asks to wait: nothing was done', async () => {
		const stop = new AbortController();
		const answer = () => {
			stop.abort();
			return { statusCode: 429 };
		};
		const { failure, sent } = await sending(write, { signal: stop.signal, answer });
		expect(failure).toMatchObject({ message: 'The run was canceled before this request was sent' });
		expect(failure).not.toHaveProperty('unsent');
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
	const failure = {
		kind: 'cancelled',
		message: 'The run had stopped before this request was sent',
		unsent: true,
	};

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
		expect(ended.failure).toMatchObject({ ...failure, unsent: undefined });
		expect(ended.sent).toHaveLength(1);
	});

	it.each([
		['write', write],
		['read', read],
	])('during a login: the %s stays', async (_name, outgoing) => {
		let stopped = false;
		const headers = async () => ((stopped = true), { Token: 't' });
		const access = { headers, isRefusal: () => false, drop() {} };
		const ended = await sending(outgoing, {}, { stopped: () => stopped, access });
		expect(ended.failure).toEqual(failure);
		expect(ended.sent).toEqual([]);
	});

	it('while its file is opened: the request stays, and the file is let go', async () => {
		let stopped = false;
		const destroy = jest.fn();
		const body = async () => ((stopped = true), { destroy } as never);
		const ended = await sending({ ...write, body }, {}, { stopped: () => stopped });
		expect(ended.failure).toEqual(failure);
		expect(ended.sent).toEqual([]);
		expect(destroy).toHaveBeenCalled();
	});

	it('while its request is under way: the answer is given', async () => {
		let stopped = false;
		const answer = () => ((stopped = true), { body: 'b' });
		expect((await sending(write, { answer }, { stopped: () => stopped })).answer!.body).toBe('b');
	});
});
