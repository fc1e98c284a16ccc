import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failed } from '../../nodes/shared/failure';
import type { Outgoing } from '../../nodes/shared/http/request';
import { inOrder, lost, read, sending, streamed } from './sending';
import type { Given } from './stage';

jest.mock('../../nodes/shared/http/wait', () => jest.requireActual('./passingTime'));

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
			answer: inOrder(to('https://files.test/f?x=1'), to('/g', 300), { body: 'b' }),
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

	describe('within the same host', () => {
		const headers = { Accept: 'application/pdf' };
		const access = { headers: async () => ({ Token: 't' }), isRefusal: () => false, drop() {} };

		it.each(['https://api.test/f', '/f', 'https://api.test:443/f', 'f'])(
			'is fetched with the credential (%s)',
			async (location) => {
				const { answer, sent, signed } = await sending(
					{ ...file, headers },
					{ answer: inOrder(to(location), { body: 'b' }) },
				);
				expect(answer!.body).toBe('b');
				expect(signed).toHaveLength(2);
				expect(sent[1]).toEqual({
					method: 'GET',
					url: new URL(location, 'https://api.test/v1/thing/T').href,
					headers,
					timeout: 600_000,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
					encoding: 'stream',
				});
			},
		);

		it('is fetched with the token, and the run can cut it short', async () => {
			const { signal } = new AbortController();
			const { sent } = await sending(
				{ ...file, headers },
				{ answer: inOrder(to('/f'), { body: 'b' }), signal },
				{ access },
			);
			expect(sent[1]).toMatchObject({ headers: { ...headers, Token: 't' }, abortSignal: signal });
		});

		it.each([
			'https://api.test.evil/f',
			'https://files.api.test/f',
			'http://api.test/f',
			'https://api.test:8443/f',
			'//files.test/f',
		])('but not to another host, scheme or port (%s)', async (location) => {
			for (const more of [{}, { access }]) {
				const { sent, signed } = await sending(
					{ ...file, headers },
					{ answer: inOrder(to(location), { body: 'b' }) },
					more,
				);
				expect(sent[1]).not.toHaveProperty('headers');
				expect(signed).toHaveLength('access' in more ? 0 : 1);
			}
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

	it('a file that came is the file, whatever other address stands beside it', async () => {
		const answered = { headers: { location: '/x' }, body: 'b' };
		const { sent, answer } = await sending(file, { answer: () => answered });
		expect(sent).toHaveLength(1);
		expect(answer!.body).toBe('b');
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

	it('that has no address is not followed', async () => {
		const { failure, sent } = await sending(file, { answer: () => to('http://') });
		expect(failure).toMatchObject({ kind: 'rejected', status: 302 });
		expect(sent).toHaveLength(1);
	});

	it('a lost one is tried again from the start', async () => {
		const { answer, sent } = await sending(file, {
			answer: inOrder(to('/g'), lost('ENOTFOUND'), to('/g'), { body: 'b' }),
		});
		expect(urls(sent).map((url) => url.slice(-2))).toEqual(['/T', '/g', '/T', '/g']);
		expect(answer!.body).toBe('b');
	});
});
