import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { invoice, next } from './documents';

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));

const journal = (path: string) => stage.emulator.journal.filter({ path });

describe('access token', () => {
	const create = { clients: 'Customer1.Client1', timeoutSeconds: 60 };

	it('gives token and link on demand, and says that they are secrets', async () => {
		const { items, hints } = await stage.run('accessToken', 'create', create);
		const { accessToken, validationUrl } = items[0].json as { accessToken: string; validationUrl: string };
		expect(stage.emulator.bluDelta.state.tokens.get(accessToken)).toMatchObject({
			scope: ['Client1'],
			timeoutSeconds: 60,
		});
		expect(validationUrl).toBe(`${stage.emulator.url}?at=${accessToken}`);
		expect(hints).toEqual([expect.stringContaining('secrets')]);
	});

	it.each([
		['', 'Client1', ['Client1']],
		[' , ', 'Customer1.Client1', ['Client1']],
		['Client2', 'Client1', ['Client2']],
	])('for "%s", with a credential for "%s", opens %j', async (clients, own, scope) => {
		const credentials = { bluDeltaApi: { ...stage.credential, clients: own } };
		const { items } = await stage.run('accessToken', 'create', { ...create, clients }, { credentials });
		const { tokens } = stage.emulator.bluDelta.state;
		expect(tokens.get(items[0].json.accessToken as string)).toMatchObject({ scope });
	});

	it.each(['401', 'state1'] as const)('explains a wrong key (%s)', async (wrongKey) => {
		Object.assign(stage.emulator.bluDelta.state.settings, { wrongKey });
		const credentials = { bluDeltaApi: { ...stage.credential, apiKey: 'wrong-key-value' } };
		for (const [resource, operation, parameters] of [
			['accessToken', 'create', create],
			['document', 'count', { states: ['New'] }],
		] as const) {
			const run = await stage.run(resource, operation, parameters, { credentials });
			expect(run.error?.description).toMatch(/API Key, API Identifier and Clients/);
			expect(JSON.stringify(run.run)).not.toContain('wrong-key-value');
		}
	});
});

describe('the token behind the scenes', () => {
	const count = { states: ['New'] };
	const logins = () => journal('/create/accesstoken').length;
	const many = Array.from({ length: 20 }, () => ({ json: {} }));

	it('is obtained once for all parallel items and for the runs after them', async () => {
		await stage.run('document', 'count', count);
		stage.emulator.reset();
		const first = await stage.run('document', 'count', count, { items: many });
		expect(first.items).toHaveLength(20);
		expect(logins()).toBe(1);
		const second = await stage.run('document', 'count', count, { items: many });
		expect(second.error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(JSON.stringify([first.run, second.run])).not.toContain(
			[...stage.emulator.bluDelta.state.tokens.keys()][0],
		);
	});

	it.each(['401', 'state1'] as const)(
		'is renewed once when it has expired (%s), for a download too',
		async (expiredToken) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { expiredToken });
			await stage.run('document', 'count', count);
			await stage.upload(invoice);
			stage.emulator.journal.clear();
			stage.emulator.clock.advance(901_000);
			const { items } = await stage.run('document', 'downloadNext', next);
			expect(items).toHaveLength(1);
			expect(logins()).toBe(1);
			expect(stage.emulator.bluDelta.people.documents()[0].attempts).toBe(1);
			stage.emulator.clock.advance(901_000);
			await stage.run('document', 'count', count, { items: many });
			expect(logins()).toBe(2);
		},
	);

	it('is not sent to where a redirect leads, and the advice is about the address', async () => {
		const redirectTo = `${stage.emulator.url}/elsewhere`;
		stage.emulator.faults.add({ match: { path: '/api/count' }, redirectTo, status: 308 });
		const { error } = await stage.run('document', 'count', count);
		expect(error?.description).toMatch(/address moved/);
		expect(journal('/elsewhere')).toEqual([]);
	});

	it('is another one after a 500 that speaks of it, for a download too, which is not made again for that', async () => {
		await stage.run('document', 'count', count);
		await stage.upload(invoice);
		stage.emulator.journal.clear();
		const body = JSON.stringify({ State: 1, Message: 'Invalid access token.' });
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 500, body });
		const { error } = await stage.run('document', 'downloadNext', next);
		expect(error?.message).toContain('Invalid access token');
		// The ledger asks for a count then.
		expect([journal('/download').length, logins()]).toEqual([1, 1]);
		expect((await stage.run('document', 'downloadNext', next)).items).toHaveLength(1);
		expect([journal('/download').length, logins()]).toEqual([2, 1]);
	});

	it('is not renewed again and again', async () => {
		stage.emulator.faults.add({ match: { path: '/api/count' }, status: 401, times: 10 });
		const { error } = await stage.run('document', 'count', count);
		expect(error?.httpCode).toBe('401');
		expect(journal('/count')).toHaveLength(2);
	});

	it('never goes out together with the key, and carries the chosen clients', async () => {
		const credentials = { bluDeltaApi: { ...stage.credential, clients: 'Client1, Customer1.Client2 ,' } };
		await stage.run('document', 'count', count, { credentials });
		const [{ headers }] = journal('/count');
		expect(headers).toMatchObject({ 'x-apikey': 'missing', 'x-accesstoken': 'correct' });
		expect([...stage.emulator.bluDelta.state.tokens.values()].at(-1)?.scope).toEqual(['Client1', 'Client2']);
	});

	it.each(['/api/create/accesstoken', '/api/count'])(
		'a refusal by %s does not tell the key',
		async (path) => {
			const apiKey = stage.credential.apiKey as string;
			const body = JSON.stringify({ ResponseStatus: { Message: `The key ${apiKey} is unknown` } });
			stage.emulator.faults.add({ match: { path }, status: 400, body });
			const credentials = { bluDeltaApi: { ...stage.credential, clients: 'Client1', timeoutSeconds: 77 } };
			const { run, error } = await stage.run('document', 'count', count, { credentials });
			expect(error?.message).toContain('The key … is unknown');
			expect(JSON.stringify(run)).not.toContain(apiKey);
		},
	);

	it('a refusal that quotes the token does not tell it, whatever it is for', async () => {
		await stage.run('document', 'count', count);
		const token = [...stage.emulator.bluDelta.state.tokens.keys()].at(-1)!;
		const invoiceId = '9aba5d6c-0890-eb11-a870-d0c5d372cac4';
		for (const answer of [
			{ status: 200, body: JSON.stringify({ State: 1, Message: `No ${token.toUpperCase()}` }) },
			{ status: 400, body: JSON.stringify({ State: 1, Message: `No ${token}` }) },
			{ status: 404, body: `<title>No ${token}</title>` },
			{ status: 500, body: `No ${token}`, type: 'text/plain', times: 3 },
		]) {
			stage.emulator.faults.clear();
			stage.emulator.faults.add({ match: { path: '/api/confirm' }, ...answer });
			const { run, error } = await stage.run('document', 'confirm', { invoiceId });
			expect(error!.message).toContain('No …');
			expect(JSON.stringify(run).toLowerCase()).not.toContain(token.toLowerCase());
		}
	});

	it.each(['', 'not an address', 'ftp://x'])(
		'an unusable base URL (%p) is told before anything is sent',
		async (baseUrl) => {
			const credentials = { bluDeltaApi: { ...stage.credential, baseUrl } };
			const { error } = await stage.run('document', 'count', count, {
				credentials,
				credentialTypes: { bluDeltaApi: new BluDeltaApi() },
			});
			expect(error?.message).toMatch(/Base URL must be an address/);
		},
	);

	it.each([
		['a base URL without /api', undefined],
		['a web page', { status: 200, body: 'html' }],
		['a web page that is not found', { status: 404, body: 'html' }],
	])('%s in place of the login: the address is wrong, and not the key', async (apiKey, fault) => {
		if (fault) stage.emulator.faults.add({ match: { path: '/create/accesstoken' }, ...fault });
		const baseUrl = fault ? stage.credential.baseUrl : stage.emulator.url;
		const { error } = await stage.run('document', 'count', count, {
			credentials: { bluDeltaApi: { ...stage.credential, apiKey, baseUrl } },
		});
		expect(error?.description).toBe('Check the Base URL in the credential: it ends in /api');
	});

	it('a login that fails at BLU DELTA says nothing about the key', async () => {
		stage.emulator.faults.add({
			match: { path: '/create/accesstoken' },
			status: 502,
			body: 'html',
			times: 9,
		});
		const { items } = await stage.run('document', 'count', count, {
			credentials: { bluDeltaApi: { ...stage.credential, apiKey: 'not asked' } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json).toMatchObject({
			error: 'BLU DELTA answered 502 with a web page: Bad Gateway',
			details: { kind: 'unavailable', hint: expect.stringMatching(/^A gateway .*Try again later/) },
		});
	});
});
