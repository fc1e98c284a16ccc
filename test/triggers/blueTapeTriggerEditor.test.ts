import {
	WEBHOOK_RESOLVERS,
	type ICredentialsDecrypted,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import { guessable } from '../../nodes/BlueTape/webhook/guessable';
import { closeStages, openTrigger, payment, PAYMENT, post } from './blueTapeStage';

afterEach(closeStages);

describe('in the editor', () => {
	test('a test run delivers the same notice again and again, and leaves the memory alone', async () => {
		const trigger = await openTrigger({ mode: 'manual', parameters: { options: { deduplicate: true } } });
		for (const _ of [1, 2]) expect((await post(trigger.url(PAYMENT), payment)).json.started).toBe(true);
		await trigger.idle();
		expect(trigger.executions.map(({ after }) => after!.length)).toEqual([1, 1]);
		expect(trigger.table.calls).toBe(0);
	});

	test('a run without a notice puts nothing out and says why', async () => {
		const trigger = await openTrigger({
			mode: 'manual',
			parameters: { options: { deduplicate: true, verifyStatus: true } },
		});
		const { trigger: items, hints, error } = await trigger.runWithoutCall();
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints).toEqual([expect.stringContaining('No notice has come')]);
	});

	const { description, methods } = new BlueTapeTrigger();
	const notice = (name: string): INodeProperties =>
		description.properties.find((each) => each.name === name)!;

	test('the switch that keeps the body raw is not stored with the workflow', () => {
		const parameters: INodeParameters = { options: { deduplicate: true } };
		const { responseMode } = description.webhooks![0][WEBHOOK_RESOLVERS]!;
		expect(responseMode.resolve(parameters)).toBe('onReceived');
		expect((parameters.options as INodeParameters).binaryData).toBe(true);
		expect(JSON.parse(JSON.stringify(parameters))).toEqual({ options: { deduplicate: true } });
	});

	test('both addresses are shown, and a letter to copy to BlueTape', () => {
		expect(description.webhooks!.map(({ name, httpMethod, path }) => ({ name, httpMethod, path }))).toEqual([
			{ name: 'default', httpMethod: 'POST', path: 'quote/approval' },
			{ name: 'default', httpMethod: 'POST', path: 'invoice/payment' },
		]);
		expect(notice('letterNotice').displayName).toMatch(
			/\/quote\/approval.*\/invoice\/payment.*X-BlueTape-Key/s,
		);
		// n8n shows no other tags in a notice, so that text laid out by them would run together.
		const shown = (name: string) => notice(name).displayName.replace(/<\/?(ul|li)>/g, '');
		expect([shown('letterNotice'), shown('openNotice')].join()).not.toMatch(/<[a-z/]/);
	});

	test('a check of nobody is warned of', () => {
		expect(notice('openNotice')).toMatchObject({
			type: 'notice',
			displayOptions: { show: { callerCheck: ['none'] } },
		});
	});

	test.each(['deduplicate', 'verifyStatus'])('%s is on when it is added', (name) => {
		const { options } = description.properties.find((each) => each.name === 'options')!;
		expect(options!.find((each) => each.name === name)).toMatchObject({ type: 'boolean', default: true });
	});

	test.each([
		[
			{ headerName: 'X-BlueTape-Key', headerValue: '703e7fdd-e064-4139-bfde-e5a66992032c' },
			'OK',
			/must send/,
		],
		[{ headerName: 'X-BlueTape-Key', headerValue: '' }, 'Error', /is empty/],
		[
			{ headerName: 'X-BlueTape-Key', headerValue: 'abcde' },
			'Error',
			/can be guessed: it has only 5 characters/,
		],
		[undefined, 'Error', /Header Name/],
	])('the test of the secret %j says %s', async (data, status, message) => {
		const credential = { data } as unknown as ICredentialsDecrypted;
		const result = await methods.credentialTest.webhookSecret.call({} as never, credential);
		expect(result).toEqual({ status, message: expect.stringMatching(message) });
	});

	test('a secret that can be guessed is told of and lets its holder in all the same', async () => {
		const secret = { headerName: 'X-BlueTape-Key', headerValue: 'our-webhook-secret' };
		const trigger = await openTrigger({ credentials: { blueTapeWebhookApi: secret } });
		expect(guessable(secret)).toMatch(/words/);
		await trigger.activate();
		const answer = await post(trigger.url(PAYMENT), payment, { 'X-BlueTape-Key': secret.headerValue });
		expect(answer.status).toBe(200);
	});

	test.each([
		['k7Fq2', /5 characters/],
		['k7Fq2zR9vL0pXw1', /15 characters/],
		['aaaaaaaaaaaaaaaaaaaaaaaa', /1 different/],
		['abababab-abababab-abab', /3 different/],
		['aAbBcCdDeEfFfEeDdCcBbAa', /6 different/],
		['demo-webhook-secret', /words/],
		['correct horse battery staple', /words/],
		['BlueTapeWebhookSecretKey', /words/],
		['acme_building_supplies_2026', /words/],
		['P@ssw0rd-f0r-BlueTape', /words/],
		['ACME-PAYMENT-NOTICES', /words/],
		['1234567890123456', /numbers/],
		['8301947256108394', /numbers/],
		['abcdefghijklmnopqrst', /words/],
		['qwertyuiopasdfghjkl', /words/],
	])('%j can be guessed', (headerValue, why) =>
		expect(guessable({ headerValue: ` ${headerValue}` })).toMatch(why),
	);

	test('none at all can be guessed', () => expect(guessable({})).toMatch(/only 0 characters/));

	test.each([
		'k7Fq2zR9vL0pXw1T',
		'4d252eaae8c7f1ff20b19c',
		'O2hopmFHmpXjKU+i/9xQ==',
		'703e7fdd-e064-4139-bfde-e5a66992032c',
		'wren oxbow lattice prong umber quartz fjord',
		// Seven different ones.
		'q7x!zk9x7!qk9zzx',
	])('%j can not', (headerValue) => expect(guessable({ headerValue })).toBeUndefined());
});
