import type { ICredentialTestFunctions } from 'n8n-workflow';
import { inputFailure } from '../../nodes/shared/failure';
import { credentialTest, type Probe } from '../../nodes/shared/http/probe';
import { lost } from './sending';
import { acme, type Answering } from './stage';

// What the test of a credential says, whatever comes back.

type Judge = Probe<object>['judge'];

/** The outcome of a test that is answered so, with what was judged. */
async function tested(answer: Answering | Error, more: Partial<Probe<object>> = {}) {
	const judge = jest.fn<ReturnType<Judge>, Parameters<Judge>>(() => undefined);
	const request = async () => {
		if (answer instanceof Error) throw answer;
		return { statusCode: 200, headers: {}, ...answer };
	};
	const test = credentialTest({
		vendor: acme,
		baseUrl: () => 'https://api.test',
		request: () => ({ method: 'GET', path: '/me' }),
		headers: () => ({ Key: 'k' }),
		judge,
		...more,
	});
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const credential = { id: '1', name: 'Acme', type: 'acmeApi', data: {} };
	return { outcome: await test.call(context, credential), judged: judge.mock.calls[0]?.[0] };
}

it.each([
	['{"a":1}', { status: 200, body: { a: 1 }, isJson: true }],
	[{ a: 1 }, { status: 200, body: { a: 1 }, isJson: true }],
	['Hello', { status: 200, body: 'Hello', isJson: false }],
	['', { status: 200, body: '', isJson: false }],
	[undefined, { status: 200, isJson: false }],
])('an answer %j is judged by what it says', async (body, judged) => {
	expect((await tested({ body })).judged).toEqual({ headers: {}, body: undefined, ...judged });
});

const red = (message: unknown) => ({ status: 'Error', message });

it.each<[string, Answering | Error, Partial<Probe<object>>, unknown]>([
	['a refusal', { statusCode: 400 }, {}, 'Acme answered 400. Ask Acme'],
	[
		'a refusal without advice',
		{ statusCode: 400 },
		{ vendor: { ...acme, explain: () => ({ message: 'No' }) } },
		'No',
	],
	[
		'a refusal that passes',
		{ statusCode: 400 },
		{ vendor: { ...acme, explain: () => ({ message: 'No', advice: 'Wait, then run it again' }) } },
		'No. Wait, then test it again',
	],
	[
		'a service that asks for time',
		{ statusCode: 503, headers: { 'retry-after': '3600' } },
		{},
		expect.stringMatching(/^Acme answered 503\. Acme asks to wait 1 hour\. Test it again after \d/),
	],
	[
		'an address that is none: nothing is asked',
		new Error('asked all the same'),
		{
			baseUrl: () => {
				throw inputFailure('Base URL must be an address', '');
			},
		},
		'Base URL must be an address',
	],
	['a page', { body: '<html>' }, {}, 'Acme sent a web page instead of data. Ask Acme'],
	[
		'a connection that broke off: nothing was to happen, so nothing is to be looked up',
		lost('ECONNRESET'),
		{},
		'Acme gave no answer: the connection broke off (ECONNRESET). Check the address in the credential and the network of the machine that n8n runs on',
	],
	[
		'the same at an address that nobody can mistype',
		lost('ECONNRESET'),
		{ hasFixedAddress: () => true },
		'Acme gave no answer: the connection broke off (ECONNRESET). Check the network of the machine that n8n runs on',
	],
])('the test says what is wrong: %s', async (_name, answer, more, message) => {
	expect((await tested(answer, more)).outcome).toEqual(red(message));
});
