import { clientNames } from '../../../nodes/BluDelta/clients';
import { timeoutOf, tokenAccess, tokenIn, tokenRequest } from '../../../nodes/BluDelta/token';
import { acme, stage, type Given } from '../stage';

// One token for all who work with the same credential.

it.each([
	[undefined, []],
	['', []],
	[' Client1 , ,Client2', ['Client1', 'Client2']],
	['Acme.North.Client1, Acme. Client2', ['Client1', 'Client2']],
])('the clients in %j are %j', (given, names) => expect(clientNames(given)).toEqual(names));

it.each(['Client1.', '.', 'Client1, Client2 . '])(
	'%j is refused: leaving a client out would open all of them',
	(given) => expect(() => clientNames(given)).toThrow(/names no client: nothing stands after its last dot/),
);

it.each([{ State: 0, accessToken: 'T' }, { Result: { AccessToken: 'T' } }, { AccessToken: 'T', Other: {} }])(
	'the token is found in %j',
	(body) => expect(tokenIn({ status: 200, headers: {}, body })).toBe('T'),
);

it.each([
	[60, 60],
	['90.9', 90],
	[0.5, 900],
	[0, 900],
	[-1, 900],
	['long', 900],
	[undefined, 900],
])('a timeout of %j is %d seconds', (given, seconds) => expect(timeoutOf(given)).toBe(seconds));

it('a token is asked for by a name', () => {
	expect(tokenRequest(['C'], 60)).toEqual({
		Name: 'n8n',
		Description: '',
		TimeoutSeconds: 60,
		ApiIdentifiers: ['C'],
	});
	expect(tokenRequest([], 60, 'Mine', 'For me')).toMatchObject({ Name: 'Mine', Description: 'For me' });
});

it.each([{}, { AccessToken: '' }, { AccessToken: 7 }])('in %j there is no token', (body) => {
	expect(() => tokenIn({ status: 200, headers: {}, body })).toThrow(
		'BLU DELTA answered the login without an access token',
	);
});

let number = 0;
/** Those who share a credential that nobody has used before; tokens are t0, t1 and so on unless `answer` says otherwise. */
function access(answer?: Given['answer'], more: object = {}) {
	const credential = {
		apiKey: `k${number++}`,
		apiIdentifier: 'i',
		clients: 'C',
		timeoutSeconds: 10,
		...more,
	};
	const numbered: Given['answer'] = (_request, index) => ({ body: { AccessToken: `t${index}` } });
	const { context, sent } = stage({ answer: answer ?? numbered });
	const one = () => tokenAccess(context, acme, 'https://api.test', credential);
	return { one, sent, credential, context };
}
const token = (value: string) => ({ 'X-AccessToken': value });
const lost = () => Object.assign(new Error('lost'), { code: 'ECONNREFUSED' });

describe('a token', () => {
	afterEach(() => jest.restoreAllMocks());

	it('is obtained with the stored credential, once for all', async () => {
		const { one, sent } = access();
		expect(await Promise.all([one().headers(), one().headers()])).toEqual([token('t0'), token('t0')]);
		expect(await one().headers()).toEqual(token('t0'));
		expect(sent).toHaveLength(1);
		expect(sent[0]).toMatchObject({
			method: 'POST',
			url: 'https://api.test/create/accesstoken',
			body: JSON.stringify(tokenRequest(['C'], 10)),
		});
	});

	it.each([{ apiKey: 'other' }, { apiIdentifier: 'other' }, { clients: 'other' }, { timeoutSeconds: 11 }])(
		'is another one with %j',
		async (other) => {
			const { one, context, credential, sent } = access();
			await one().headers();
			await tokenAccess(context, acme, 'https://api.test', {
				...credential,
				...other,
				apiKey: other.apiKey ?? credential.apiKey,
			}).headers();
			await tokenAccess(context, acme, 'https://elsewhere.test', credential).headers();
			expect(sent).toHaveLength(3);
		},
	);

	it('of an empty credential is asked for, too: the service says what is wrong with it', async () => {
		const { context, sent } = stage({ answer: () => ({ statusCode: 401 }) });
		const empty = tokenAccess(context, acme, 'https://empty.test', {});
		await expect(empty.headers()).rejects.toMatchObject({ failure: { status: 401 } });
		expect(sent[0].body).toBe(JSON.stringify(tokenRequest([], 900)));
	});

	it('is obtained anew when its time is over, which begins with each use', async () => {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
		const { one } = access();
		const at = async (moment: number) => {
			clock.mockReturnValue(1_000_000 + moment);
			return await one().headers();
		};
		expect(await at(0)).toEqual(token('t0'));
		expect(await at(9_000)).toEqual(token('t0'));
		expect(await at(19_000)).toEqual(token('t0'));
		expect(await at(29_001)).toEqual(token('t1'));
	});

	it('is dropped when it was refused, and only then', async () => {
		const { one } = access();
		await one().headers();
		one().drop(token('older'));
		expect(await one().headers()).toEqual(token('t0'));
		one().drop(token('t0'));
		one().drop(token('t0'));
		expect(await one().headers()).toEqual(token('t1'));
	});

	it('that was not handed out fails all who wait for it, and is asked for anew by the next', async () => {
		const { one, sent } = access((_request, index) =>
			index === 0 ? { statusCode: 400 } : { body: { AccessToken: 't' } },
		);
		const both = await Promise.allSettled([one().headers(), one().headers()]);
		expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(sent).toHaveLength(1);
		expect(await one().headers()).toEqual(token('t'));
	});

	it('whose login ended without an answer is asked for by those who wait, once', async () => {
		// A login is tried three times.
		const { one, sent } = access((_request, index) => (index < 3 ? lost() : { body: { AccessToken: 't' } }));
		jest.spyOn(Math, 'random').mockReturnValue(-1.5);
		const [first, ...others] = await Promise.allSettled([one(), one(), one()].map((each) => each.headers()));
		expect(first).toMatchObject({ status: 'rejected', reason: { failure: { kind: 'noAnswer' } } });
		expect(others.map((each) => each.status === 'fulfilled' && each.value)).toEqual([token('t'), token('t')]);
		expect(sent).toHaveLength(4);
	});

	it('of long ago is forgotten when there are a hundred others', async () => {
		const oldest = access();
		await oldest.one().headers();
		for (let others = 0; others < 99; others++) await access().one().headers();
		await oldest.one().headers();
		expect(oldest.sent).toHaveLength(1);
		await access().one().headers();
		await oldest.one().headers();
		expect(oldest.sent).toHaveLength(2);
	});
});
