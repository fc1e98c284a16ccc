import { BluDelta } from '../../nodes/BluDelta/BluDelta.node';
import { BluDeltaTrigger } from '../../nodes/BluDelta/BluDeltaTrigger.node';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import { credentialTested } from '../engine/credentialTest';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const nodes = { BlueTape, BlueTapeTrigger, BluDelta, BluDeltaTrigger };
const green = { status: 'OK', message: 'Connection successful!' };
const red = (message: unknown) => ({ status: 'Error', message });
/** What follows when nobody, or somebody else, answers: the same for both. */
const unreachable = (
	name: string,
	emulator: () => { url: string },
): Array<[string, () => object, RegExp]> => [
	[
		'nobody listens',
		() => ({ baseUrl: 'http://127.0.0.1:1' }),
		new RegExp(
			`^${name} could not be reached: nobody listens at this address \\(ECONNREFUSED\\)\\. Check the address`,
		),
	],
	[
		'no scheme, where https is meant',
		() => ({ baseUrl: emulator().url.replace('http://', '') }),
		new RegExp(
			`^${name} could not be reached: the server there does not speak https \\(\\w+\\)\\. .*http://`,
		),
	],
	[
		'a scheme that is none',
		() => ({ baseUrl: 'ftp://127.0.0.1' }),
		/Base URL must be an address like https:/,
	],
	['no address', () => ({ baseUrl: 'see the letter' }), /Base URL must be an address like https:/],
	['nothing', () => ({ baseUrl: undefined }), /Base URL must be an address like https:/],
];

describe.each(['BlueTape', 'BlueTapeTrigger'] as const)(
	'the test of a BlueTape credential, by %s',
	(node) => {
		const outcome = async (wrong: object = {}) =>
			await credentialTested(new nodes[node](), 'blueTapeApi', { ...stage.credential, ...wrong });
		const refused = 'BlueTape refused the API Key or the Account ID, or they belong to the other environment';
		const elsewhere =
			'This address answers, but not like BlueTape: check the Environment or the Base URL, which is the part before /integration';

		it('is green when all is right, and asks once', async () => {
			expect(await outcome()).toEqual(green);
			expect(await outcome({ baseUrl: `${stage.emulator.blueTape.baseUrl}/` })).toEqual(green);
			expect(stage.emulator.journal.entries).toHaveLength(2);
		});

		it.each([{ apiKey: 'wrong' }, { accountId: 'wrong' }, { apiKey: undefined }])(
			'refuses %j',
			async (wrong) => expect(await outcome(wrong)).toEqual(red(refused)),
		);

		it.each([
			[404, '{"reason":"No such customer"}'],
			[404, '{}'],
			[404, '{"message":"Not found"}'],
			[404, '[]'],
			[404, 'null'],
			[404, '"Customer not found."'],
			[400, '"Bad id"'],
			[200, '{"creditInfo":null}'],
			[400, '{"message":"Bad id"}'],
			[409, '{"code":"409"}'],
		])('any JSON is from BlueTape: %d %s', async (status, body) => {
			stage.emulator.faults.add({ status, body });
			expect(await outcome()).toEqual(green);
		});

		it.each([
			[403, '{}', 'BlueTape refused the API Key: it may not read customers'],
			[404, 'html', elsewhere],
			[404, 'Not Found', elsewhere],
			[200, 'html', elsewhere],
			[200, '', elsewhere],
			[200, 'null', elsewhere],
			[200, '"Sign in"', elsewhere],
			[405, '{}', elsewhere],
			[300, '{}', elsewhere],
			[503, '{"reason":"Later"}', expect.stringMatching(/^BlueTape answered 503: Later\. .*not available/)],
			[502, 'html', expect.stringMatching(/^BlueTape answered 502 with a web page: Bad Gateway\. /)],
			[429, '{}', expect.stringMatching(/^BlueTape answered 429\. /)],
		])('%d %s is none', async (status, body, message) => {
			stage.emulator.faults.add({ status, body });
			expect(await outcome()).toEqual(red(message));
			expect(stage.emulator.journal.entries).toHaveLength(1);
		});

		it('sends nothing for what is not filled in', async () => {
			await outcome({ apiKey: undefined, accountId: undefined });
			expect(stage.emulator.journal.last()!.headers).toMatchObject({
				'x-bluetape-key': 'missing',
				'x-integration-accountid': 'missing',
			});
		});

		it('does not follow a redirect with the key', async () => {
			stage.emulator.faults.add({ redirectTo: `${stage.emulator.url}/elsewhere`, status: 302 });
			expect(await outcome()).toEqual(red(elsewhere));
			expect(stage.emulator.journal.entries).toHaveLength(1);
		});

		it('tells neither key nor account', async () => {
			const { apiKey, accountId } = stage.emulator.blueTape;
			stage.emulator.faults.add({
				status: 500,
				body: JSON.stringify({ reason: `${apiKey} of ${accountId}` }),
			});
			expect(await outcome()).toEqual(red(expect.stringMatching(/^BlueTape answered 500: … of …\. /)));
		});

		it.each(unreachable('BlueTape', () => stage.emulator))(
			'has a sentence for: %s',
			async (_name, wrong, told) => expect(await outcome(wrong())).toEqual(red(expect.stringMatching(told))),
		);

		it('without a custom address it asks the chosen environment', async () => {
			const asked: string[] = [];
			const context = {
				helpers: {
					request: async ({ method, url }: { method: string; url: string }) => {
						asked.push(`${method} ${url}`);
						return { statusCode: 404, body: '{}' };
					},
				},
			};
			for (const environment of ['sandbox', 'production']) {
				const data = { ...stage.credential, environment };
				await new BlueTape().methods.credentialTest.blueTapeApiTest.call(context as never, { data } as never);
			}
			const away = {
				helpers: {
					request: async () => await Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
				},
			};
			const data = { ...stage.credential, environment: 'sandbox' };
			const test = new BlueTape().methods.credentialTest.blueTapeApiTest;
			expect(await test.call(away as never, { data } as never)).toEqual(
				red(
					'BlueTape could not be reached: the network knows no host of this name (ENOTFOUND). Check the network of the machine that n8n runs on',
				),
			);
			const path = '/genericBthubService/integration/customer/n8n-credential-test/creditInfo';
			expect(asked).toEqual([
				`GET https://beta-api.bluetape.com${path}`,
				`GET https://api.bluetape.com${path}`,
			]);
		});
	},
);

describe.each(['BluDelta', 'BluDeltaTrigger'] as const)(
	'the test of a BLU DELTA credential, by %s',
	(node) => {
		const outcome = async (wrong: object = {}) => {
			const { baseUrl, apiKey, apiIdentifier } = stage.emulator.bluDelta;
			const right = { baseUrl, apiKey, apiIdentifier, clients: '', timeoutSeconds: 900 };
			return await credentialTested(new nodes[node](), 'bluDeltaApi', { ...right, ...wrong });
		};
		const refused = 'BLU DELTA refused the API Key, the API Identifier or one of the Clients';
		const elsewhere = 'This address answers, but not like BLU DELTA: check the Base URL, it ends in /api';
		const nowhere = 'There is no BLU DELTA at this address: check the Base URL, it ends in /api';

		it.each([{}, { clients: 'Client1, C.Client2' }, { clients: undefined }])(
			'is green with %j',
			async (more) => expect(await outcome(more)).toEqual(green),
		);

		it.each(['401', 'state1'] as const)(
			'refuses a wrong key, identifier or client (%s)',
			async (wrongKey) => {
				Object.assign(stage.emulator.bluDelta.state.settings, { wrongKey });
				for (const wrong of [{ apiKey: 'wrong' }, { apiIdentifier: 'Nobody' }, { clients: 'Nobody' }]) {
					expect(await outcome(wrong)).toEqual(red(refused));
				}
			},
		);

		it('asks for a short token', async () => {
			await outcome();
			expect(stage.emulator.journal.last()).toMatchObject({
				body: { Name: 'n8n credential test', TimeoutSeconds: 10, ApiIdentifiers: [] },
			});
		});

		it.each([
			[403, '{}', refused],
			[404, '{}', nowhere],
			[200, 'html', elsewhere],
			[200, '{"hello":"world"}', elsewhere],
			[200, '{"State":0,"AccessToken":""}', elsewhere],
			[200, '{"State":0,"AccessToken":7}', elsewhere],
			[200, '{"ResponseStatus":{"Message":"No"},"AccessToken":"t"}', elsewhere],
			[200, '{"State":2}', refused],
			[400, '{}', elsewhere],
			[400, '{"State":2}', refused],
			[400, '{"State":0,"AccessToken":"t"}', elsewhere],
			[300, '{"State":0,"AccessToken":"t"}', elsewhere],
			[500, '{"Message":"Broken"}', expect.stringMatching(/^BLU DELTA answered 500: Broken\. /)],
			[502, 'html', expect.stringMatching(/^BLU DELTA answered 502 with a web page: Bad Gateway\. /)],
			[429, '{}', expect.stringMatching(/^BLU DELTA answered 429\. /)],
		])('%d %s is told', async (status, body, message) => {
			stage.emulator.faults.add({ status, body });
			expect(await outcome()).toEqual(red(message));
		});

		it('tells no key', async () => {
			const body = JSON.stringify({ Message: `Key ${stage.emulator.bluDelta.apiKey} broke it` });
			stage.emulator.faults.add({ status: 500, body });
			expect(await outcome()).toEqual(
				red(expect.stringMatching(/^BLU DELTA answered 500: Key … broke it\. /)),
			);
		});

		it('sends nothing for what is not filled in', async () => {
			await outcome({ apiKey: undefined, apiIdentifier: undefined });
			expect(stage.emulator.journal.last()!.headers).toMatchObject({
				'x-apikey': 'missing',
				'x-apiidentifier': '',
			});
		});

		it('knows an address without /api', async () =>
			expect(await outcome({ baseUrl: stage.emulator.url })).toEqual(red(nowhere)));

		it.each(unreachable('BLU DELTA', () => stage.emulator))(
			'has a sentence for: %s',
			async (_name, wrong, told) => expect(await outcome(wrong())).toEqual(red(expect.stringMatching(told))),
		);
	},
);
