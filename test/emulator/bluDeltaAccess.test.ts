import { bluDeltaCalls, failed, refused } from './bluDeltaCalls';

const api = bluDeltaCalls();

const tokenOf = async (headers: Record<string, string>, body: object = { TimeoutSeconds: 60 }) =>
	await api.call('POST', '/create/accesstoken', body, headers);
const advance = (seconds: number) => api.emulator.clock.advance(seconds * 1000);

test('a token by key pair, with every documented member', async () => {
	const reply = await tokenOf(api.keys, {
		...{ Name: 'n8n', Description: 'test', TimeoutSeconds: 180, ApiIdentifiers: ['Client1', 'Client2'] },
	});
	expect(reply.status).toBe(200);
	expect(reply.json).toEqual({
		...{ State: 0, Message: '' },
		AccessToken: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
	});
});

const wrongKeys: Array<[string, Record<string, string>]> = [
	['no headers', {}],
	['wrong key', { 'X-ApiKey': 'wrong', 'X-ApiIdentifier': 'Customer1' }],
	['no identifier', { 'X-ApiKey': 'bd-demo-key-83b1e6f0' }],
	['wrong identifier', { 'X-ApiKey': 'bd-demo-key-83b1e6f0', 'X-ApiIdentifier': 'Customer2' }],
	['unknown client', { 'X-ApiKey': 'bd-demo-key-83b1e6f0', 'X-ApiIdentifier': 'Customer1.Client9' }],
];

test.each(wrongKeys)('%s: 401, or State 1 when set so', async (_what, headers) => {
	const reply = await tokenOf(headers);
	expect([reply.status, reply.json]).toEqual([401, refused('Unauthorized')]);
	api.set({ wrongKey: 'state1' });
	const other = await tokenOf(headers);
	expect([other.status, other.json]).toEqual([200, failed(/ApiKey/)]);
});

test('the letter case of a token does not matter', async () => {
	api.token = api.token.toUpperCase();
	expect((await api.next()).json.State).toBe(0);
});

test('a token is no key', async () => {
	expect((await tokenOf({ 'X-AccessToken': api.token })).status).toBe(401);
});

test('the identifier may be left out when set so', async () => {
	api.set({ identifier: 'optional' });
	expect((await tokenOf({ 'X-ApiKey': api.keys['X-ApiKey'] })).json.State).toBe(0);
});

const badBodies: Array<[string, unknown, number, object]> = [
	['no lifetime', {}, 400, refused('SerializationException', /TimeoutSeconds/)],
	['a lifetime in words', { TimeoutSeconds: '60' }, 400, refused('SerializationException')],
	['an unknown member', { TimeoutSeconds: 60, Timeout: 1 }, 400, refused('SerializationException')],
	[
		'clients as text',
		{ TimeoutSeconds: 60, ApiIdentifiers: 'Client1' },
		400,
		refused('SerializationException'),
	],
	['no JSON', '{"TimeoutSeconds": ', 400, refused('SerializationException', /JSON/)],
	['no body', undefined, 400, refused('SerializationException', /no body/)],
	['a lifetime of 0', { TimeoutSeconds: 0 }, 200, failed(/TimeoutSeconds/)],
	['an unknown client', { TimeoutSeconds: 60, ApiIdentifiers: ['Client9'] }, 200, failed(/Client9/)],
	[
		'a whole identifier instead of its last part',
		{ TimeoutSeconds: 60, ApiIdentifiers: ['Customer1.Client1'] },
		200,
		failed(/Customer1.Client1/),
	],
];

test.each(badBodies)('a token request with %s', async (_what, body, status, answer) => {
	const reply = await api.call('POST', '/create/accesstoken', body, api.keys);
	expect([reply.status, reply.json]).toEqual([status, answer]);
});

test('use begins the time of a token anew', async () => {
	api.token = await api.newToken({ TimeoutSeconds: 100 });
	for (let use = 0; use < 3; use++) {
		advance(99);
		expect((await api.next()).json.State).toBe(0);
	}
	advance(100);
	expect((await api.next()).status).toBe(401);
});

const needToken: Array<['GET' | 'POST', string]> = [
	['GET', '/download/invoice/next'],
	['GET', '/v2/download/invoice/next'],
	['POST', '/confirm/invoice'],
	['POST', '/upload/resource'],
	['GET', '/count/invoices'],
	['GET', '/invoiceContainer/state'],
	['POST', '/upload/invoiceContainer'],
];

test.each(needToken)(
	'%s %s: an expired or unknown token is refused, one way or the other',
	async (method, path) => {
		advance(86_400);
		for (const token of [api.token, 'unknown']) {
			const headers = { 'X-AccessToken': token };
			api.set({ expiredToken: '401' });
			const reply = await api.call(method, path, undefined, headers);
			expect([reply.status, reply.json]).toEqual([401, refused('Unauthorized', /token/)]);
			api.set({ expiredToken: 'state1' });
			const other = await api.call(method, path, undefined, headers);
			expect([other.status, other.json]).toEqual([200, failed(/token/)]);
		}
	},
);

test.each(needToken.slice(0, -1))('%s %s does not take the key pair', async (method, path) => {
	expect((await api.call(method, path, undefined, api.keys)).status).toBe(401);
});

test('a token reaches the clients it lists, an empty list reaches all', async () => {
	const clients = ['', 'Client1', 'Client2'];
	const containers: string[] = [];
	for (const ClientAccessIdentifier of clients)
		containers.push(await api.uploadImage({ ClientAccessIdentifier }));
	const reach = async (ApiIdentifiers: string[]) => {
		api.token = await api.newToken({ TimeoutSeconds: 60, ApiIdentifiers });
		const { json } = await api.states(...containers);
		const seen = json.InvoiceContainerStates.map(
			(one: { DocumentContainerId: string }) => one.DocumentContainerId,
		);
		const { Count } = (await api.count('Released')).json;
		expect(Count).toBe(seen.length);
		return clients.filter((_client, index) => seen.includes(containers[index]));
	};
	expect(await reach([])).toEqual(['', 'Client1', 'Client2']);
	expect(await reach(['Client2'])).toEqual(['Client2']);
	expect(await reach(['Client1', 'Client2'])).toEqual(['Client1', 'Client2']);
	expect(await reach(['Customer1'])).toEqual(['']);
});

test('the queue and confirm keep to the reach of the token', async () => {
	await api.uploadImage({ ClientAccessIdentifier: 'Client1' });
	const all = api.token;
	api.token = await api.newToken({ TimeoutSeconds: 60, ApiIdentifiers: ['Client2'] });
	expect((await api.next()).json).toEqual({ State: 0, Message: '', Available: false });
	const [document] = api.emulator.bluDelta.people.documents();
	expect((await api.confirm(document.id)).json).toEqual(failed(/Unknown invoice/));
	api.token = all;
	expect((await api.next()).json.ClientAccessIdentifier).toBe('Client1');
});

test("a client's own identifier opens that client alone", async () => {
	const own = { ...api.keys, 'X-ApiIdentifier': 'Customer1.Client2' };
	expect((await tokenOf(own, { TimeoutSeconds: 60, ApiIdentifiers: ['Client1'] })).json).toEqual(
		failed(/Client1/),
	);
	await api.upload('scan', { FileName: 'a.png' }, own);
	api.token = (await tokenOf(own)).json.AccessToken;
	expect((await api.next()).json.ClientAccessIdentifier).toBe('Client2');
});

test('keys and tokens stay out of the journal', async () => {
	await api.next();
	await api.call('GET', '/v2/download/invoice/next', undefined, { 'X-AccessToken': 'forged-token' });
	const kept = JSON.stringify(api.emulator.journal.entries);
	for (const secret of [api.token, 'forged-token', api.keys['X-ApiKey']]) expect(kept).not.toContain(secret);
	const headers = api.emulator.journal
		.filter({ path: 'next' })
		.map((entry) => entry.headers['x-accesstoken']);
	expect(headers).toEqual(['correct', 'wrong']);
	expect(api.emulator.journal.filter({ service: 'BLU DELTA', path: 'accesstoken' })[0].headers).toMatchObject(
		{
			'x-apikey': 'correct',
		},
	);
});

test('what is not there', async () => {
	expect(await api.call('GET', '/filter/invoices')).toMatchObject({ status: 404 });
	expect(await api.call('PUT', '/confirm/invoice')).toMatchObject({ status: 404 });
	const reply = await api.next('/v2', '?peek=true');
	expect([reply.status, reply.json]).toEqual([400, refused('RequestBindingException', /peek/)]);
});

test('trouble on order comes in the form of the service', async () => {
	const { faults } = api.emulator;
	faults.add(
		{ status: 500 },
		{ status: 502, body: 'html' },
		{ status: 200, body: '{"State":1,"Message":"No."}' },
	);
	const replies = [await api.next(), await api.next(), await api.next()];
	expect([replies[0].status, replies[0].json]).toEqual([500, refused('500')]);
	expect(replies[1]).toMatchObject({ status: 502, type: 'text/html', text: expect.stringContaining('<h1>') });
	expect([replies[2].status, replies[2].json]).toEqual([200, failed('No.')]);
});
