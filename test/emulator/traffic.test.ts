import { startEmulator, type Emulator } from '../../emulator/server';
import { RateLimit } from '../../emulator/shared/rateLimit';
import { call } from './blueTapeCalls';
import { customerSample } from './blueTapeSamples';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(async () => await emulator.stop());

const path = '/integration/customer';
const create = async () => await call(emulator, 'POST', path, customerSample);
const read = async () => await call(emulator, 'GET', `${path}/${customerSample.id}/creditInfo`);

describe('who may call', () => {
	const cases: Array<[string, Record<string, string>, string, string]> = [
		['a wrong key', { 'X-BlueTape-Key': 'nope' }, 'wrong', 'correct'],
		['no key', { 'X-BlueTape-Key': '' }, 'missing', 'correct'],
		['a wrong account', { 'X-Integration-AccountId': 'nope' }, 'correct', 'wrong'],
		['no account', { 'X-Integration-AccountId': '' }, 'correct', 'missing'],
	];
	test.each(cases)('%s gets 401', async (_what, headers, key, account) => {
		const reply = await call(emulator, 'POST', path, customerSample, headers);
		expect([reply.status, reply.json]).toEqual([401, { code: '401', reason: 'Unauthorized' }]);
		expect(emulator.journal.last()?.headers).toMatchObject({
			'x-bluetape-key': key,
			'x-integration-accountid': account,
		});
		expect(emulator.blueTape.state.customers.size).toBe(0);
	});

	test('no secret value gets into the journal, whatever the path', async () => {
		const { url, baseUrl, apiKey, accountId } = { ...emulator.blueTape, url: emulator.url };
		const headers = {
			'X-BlueTape-Key': apiKey,
			'X-Integration-AccountId': accountId,
			authorization: 'Bearer s3',
		};
		await fetch(`${baseUrl}/integration/customer/x/signup`, { headers });
		await fetch(`${url}/elsewhere`, { headers });
		const kept = JSON.stringify(emulator.journal.entries);
		expect(emulator.journal.entries).toHaveLength(2);
		for (const secret of [apiKey, accountId, 's3']) expect(kept).not.toContain(secret);
	});
});

test('an unknown path gets a 404 that is not the API’s own, a wrong verb 405', async () => {
	const unknown = await call(emulator, 'GET', '/integration/customers/x/creditInfo');
	expect([unknown.status, unknown.json]).toEqual([404, undefined]);
	const outside = await fetch(`${emulator.url}/integration/customer/x/creditInfo`);
	expect([outside.status, await outside.text()]).toEqual([404, 'Not Found']);
	const verb = await call(emulator, 'PATCH', path, {});
	expect([verb.status, verb.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a query parameter given twice is refused', async () => {
	const reply = await call(emulator, 'GET', '/integration/company/x/creditInfo?phone=1&phone=2');
	expect([reply.status, reply.json.reason]).toEqual([400, 'phone: given more than once']);
});

test('long texts in a body are kept as size and digest', async () => {
	await call(emulator, 'POST', path, { files: ['x'.repeat(10_001)], id: 'short' });
	expect(emulator.journal.last()?.body).toEqual({
		files: [{ size: 10_001, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
		id: 'short',
	});
});

test('ids are URL-decoded, and an unencoded slash leads nowhere', async () => {
	const id = 'INV/1 #2 ä%';
	await call(emulator, 'POST', path, { ...customerSample, id });
	expect((await call(emulator, 'GET', `${path}/${encodeURIComponent(id)}/creditInfo`)).status).toBe(200);
	expect((await call(emulator, 'GET', `${path}/INV/1/creditInfo`)).text).toBe('Not Found');
});

test('an undocumented query parameter is refused', async () => {
	await create();
	expect((await call(emulator, 'GET', `${path}/${customerSample.id}/signup?url=x`)).json).toEqual({
		code: '400',
		reason: 'url: unknown query parameter',
	});
});

describe('faults', () => {
	const stored = () => emulator.blueTape.state.customers.size;

	test('a status comes instead of the work, as often as told, then all is well', async () => {
		emulator.faults.add({ status: 503, retryAfter: 7, times: 2 });
		for (let time = 0; time < 2; time++) {
			const reply = await create();
			expect([reply.status, reply.headers.get('retry-after'), reply.json.code]).toEqual([503, '7', '503']);
		}
		expect(stored()).toBe(0);
		expect((await create()).status).toBe(201);
	});

	test('a status may come after the work', async () => {
		emulator.faults.add({ status: 500, afterWork: true, retryAfter: 3 });
		const reply = await create();
		expect([reply.json.code, reply.headers.get('retry-after')]).toEqual(['500', '3']);
		expect(stored()).toBe(1);
	});

	test.each([
		['before', 0],
		['afterWrite', 1],
	] as const)('the connection drops %s the work', async (drop, records) => {
		emulator.faults.add({ drop });
		await expect(create()).rejects.toThrow('fetch failed');
		expect(stored()).toBe(records);
		expect(emulator.journal.last()?.status).toBe('dropped');
		expect((await read()).status).toBe(records === 1 ? 200 : 404);
	});

	test.each([
		['malformed', '{"code": "5', 'application/json'],
		['empty', '', 'application/json'],
		['html', '<html>', 'text/html'],
		['"just text"', '"just text"', 'application/json'],
	])('the body %s replaces the answer, the work is done', async (body, text, type) => {
		emulator.faults.add({ body });
		const reply = await create();
		expect(reply.status).toBe(201);
		expect(reply.text.slice(0, 6)).toBe(text.slice(0, 6));
		expect(reply.headers.get('content-type')).toContain(type);
		expect(stored()).toBe(1);
	});

	test('a body and a status together come instead of the work', async () => {
		emulator.faults.add({ status: 502, body: 'html' });
		expect(await create()).toMatchObject({ status: 502, text: expect.stringContaining('Bad Gateway') });
		expect(stored()).toBe(0);
	});

	test('a redirect leads elsewhere, where the journal shows what came along', async () => {
		const elsewhere = await startEmulator();
		try {
			emulator.faults.add({ redirectTo: `${elsewhere.blueTape.baseUrl}/integration/customer/x/signup` });
			const reply = await read();
			expect(reply.status).toBe(302);
			await fetch(reply.headers.get('location') ?? '');
			expect(elsewhere.journal.last()).toMatchObject({
				status: 401,
				headers: { 'x-bluetape-key': 'missing' },
			});
		} finally {
			await elsewhere.stop();
		}
	});

	test('rules meet only what they match, by verb, beginning or pattern', async () => {
		emulator.faults.add(
			{ match: { method: 'GET' }, status: 500 },
			{ match: { path: '/genericBthubService/integration/quote' }, status: 501 },
			{ match: { path: 'credit[I]nfo$' }, status: 502 },
		);
		expect((await create()).status).toBe(201);
		expect([(await read()).status, (await read()).status, (await read()).status]).toEqual([500, 502, 200]);
		expect(emulator.faults.list()).toHaveLength(1);
	});

	test('a delayed request waits, and stopping does not', async () => {
		const slow = await startEmulator();
		slow.faults.add({ delayMs: 600_000 });
		const reply = call(slow, 'POST', path, customerSample).catch((error: Error) => error.message);
		while (slow.journal.entries.length === 0) await new Promise(setImmediate);
		await slow.stop();
		expect(await reply).toBe('fetch failed');
	});
});

describe('rate limit', () => {
	test('lets so many through within a second and tells the others when to come again', () => {
		let now = 0;
		const limit = new RateLimit(2, () => now);
		expect([limit.take(), limit.take(), limit.take()]).toEqual([0, 0, 1]);
		now = 1000;
		expect([limit.take(), limit.take(), limit.take()]).toEqual([0, 0, 1]);
		limit.set(0);
		expect(limit.take()).toBe(0);
	});

	test('answers 429 with Retry-After and does no work', async () => {
		emulator.rateLimit.take = () => 1;
		try {
			const reply = await create();
			expect([reply.status, reply.headers.get('retry-after'), reply.json.code]).toEqual([429, '1', '429']);
			expect(emulator.blueTape.state.customers.size).toBe(0);
		} finally {
			delete (emulator.rateLimit as { take?: unknown }).take;
		}
	});
});

test('the journal tells how many requests were under way together', async () => {
	emulator.faults.add({ delayMs: 20, times: 3 });
	await Promise.all([read(), read(), read()]);
	await read();
	expect(emulator.journal.mostConcurrent()).toBe(3);
	expect(emulator.journal.last()?.concurrent).toBe(1);
	expect(
		emulator.journal.filter({ service: 'BlueTape', method: 'get', path: /creditInfo$/, status: 404 }),
	).toHaveLength(4);
	expect(emulator.journal.filter({ method: 'POST' })).toHaveLength(0);
});
