import {
	WEBHOOK_RESOLVERS,
	type ICredentialsDecrypted,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import { SeenTable } from '../engine/seenTable';
import {
	approval,
	APPROVAL,
	closeStages,
	openTrigger,
	payment,
	PAYMENT,
	post,
	SECRET,
	secretHeader,
} from './blueTapeStage';

afterEach(closeStages);

describe('a genuine notice', () => {
	test.each([
		['invoice.payment', PAYMENT, payment],
		['quote.approval', APPROVAL, approval],
	])('of %s gives an item with its event, digest, time and own fields', async (event, path, body) => {
		const before = Date.now();
		const trigger = await openTrigger();
		const { status, json } = await post(trigger.url(path), { ...body, extra: { kept: [1] } });
		await trigger.idle();
		const [item] = trigger.executions[0].after!;
		const eventId = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
		expect(item.json).toEqual({
			...body,
			extra: { kept: [1] },
			event,
			eventId,
			receivedAt: expect.any(String) as unknown,
		});
		expect(Date.parse(item.json.receivedAt as string)).toBeGreaterThanOrEqual(before);
		expect({ status, json }).toEqual({
			status: 200,
			json: { received: true, event, eventId: item.json.eventId, started: true },
		});
		expect(trigger.log).toEqual([]);
	});

	test('comes through in any content type that carries JSON', async () => {
		const trigger = await openTrigger();
		for (const type of ['application/json; charset=utf-8', 'text/plain', 'application/octet-stream']) {
			expect(
				(await post(trigger.url(PAYMENT), payment, { ...secretHeader, 'content-type': type })).status,
			).toBe(200);
		}
	});

	test('comes from the emulator when its customers pay and decide', async () => {
		const trigger = await openTrigger({ api: true });
		const { people, webhooks } = trigger.emulator!.blueTape;
		webhooks.configure({
			invoicePaymentUrl: trigger.url(PAYMENT),
			quoteApprovalUrl: trigger.url(APPROVAL),
			headers: secretHeader,
		});
		await people.pay('INVOICE-3001', { advanceRate: 80 });
		await people.pay('INVOICE-3001');
		await people.approve('QUOTE-2041');
		await trigger.idle();
		expect(webhooks.deliveries.map(({ status }) => status)).toEqual([200, 200, 200]);
		const items = trigger.executions.map(({ after }) => after![0].json);
		expect(items).toMatchObject([
			{ event: 'invoice.payment', invoiceId: 'INVOICE-3001', amount: 1988.6, status: 'PartiallyPaid' },
			{ event: 'invoice.payment', invoiceId: 'INVOICE-3001', amount: 497.15, status: 'Paid' },
			{ event: 'quote.approval', quoteId: 'QUOTE-2041', result: 'Approved' },
		]);
	});
});

describe('answers of the platform', () => {
	test.each(['GET', 'PUT', 'DELETE'])('the method %s is not registered: 404', async (method) => {
		const trigger = await openTrigger();
		expect((await fetch(trigger.url(PAYMENT), { method, headers: secretHeader })).status).toBe(404);
		expect(trigger.executions).toEqual([]);
	});

	test('a body above the limit gets 413 and starts nothing', async () => {
		const trigger = await openTrigger({ payloadSizeMax: 1000 });
		const large = { ...payment, note: 'x'.repeat(1000) };
		expect((await post(trigger.url(PAYMENT), large)).status).toBe(413);
		expect(trigger.executions).toEqual([]);
	});
});

describe('respond', () => {
	const parameters = { options: { respond: 'whenFinished' } };

	test('when finished, the answer comes after the last node and is our own small JSON', async () => {
		const events: string[] = [];
		const trigger = await openTrigger({
			parameters,
			after: async () => {
				await new Promise((resolve) => setImmediate(resolve));
				events.push('last node');
			},
		});
		const { status, json } = await post(trigger.url(PAYMENT), payment);
		events.push('answer');
		expect(events).toEqual(['last node', 'answer']);
		const eventId = trigger.executions[0].after![0].json.eventId;
		expect({ status, json }).toEqual({
			status: 200,
			json: { received: true, event: 'invoice.payment', eventId, started: true, succeeded: true },
		});
	});

	test('when finished, a failed workflow is answered with 500', async () => {
		const trigger = await openTrigger({
			parameters,
			after: () => {
				throw new Error('boom');
			},
		});
		const { status, json } = await post(trigger.url(PAYMENT), payment);
		expect(status).toBe(500);
		expect(json).toMatchObject({ received: true, started: true, succeeded: false });
		expect(JSON.stringify(json)).not.toContain('boom');
	});

	test('when finished, a repeat that another process took is answered with 200', async () => {
		const table = new SeenTable();
		table.checkProcessedAndRecord = async (items) => ({ new: [], processed: items });
		const both = { options: { respond: 'whenFinished', deduplicate: true } };
		const trigger = await openTrigger({ parameters: both, table });
		const answer = await post(trigger.url(PAYMENT), { ...payment, amount: 77 });
		expect(answer).toMatchObject({ status: 200, json: { received: true, succeeded: true } });
		expect(trigger.executions[0].after).toBeUndefined();
	});

	test('when finished, also where a parameter holds an expression; n8n then reads the body itself', async () => {
		const options = { respond: 'whenFinished', ipAllowlist: '={{ "127.0.0.1" }}' };
		const trigger = await openTrigger({ parameters: { options } });
		expect((await post(trigger.url(PAYMENT), payment)).json).toMatchObject({
			started: true,
			succeeded: true,
		});
		const immediately = await openTrigger({ parameters: { options: { ipAllowlist: options.ipAllowlist } } });
		const { json } = await post(immediately.url(PAYMENT), payment);
		expect(json).toMatchObject({ started: true });
		expect(json).not.toHaveProperty('succeeded');
		expect((await post(immediately.url(PAYMENT), 'garbage')).status).toBe(422);
	});

	test('immediately, a failing workflow changes nothing about the answer', async () => {
		const trigger = await openTrigger({
			after: () => {
				throw new Error('boom');
			},
		});
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
	});
});

describe('the IP allowlist', () => {
	const parameters = { options: { ipAllowlist: '203.0.113.0/24, 2001:db8::/32' } };

	test.each(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::5'])('lets %s in', async (ip) => {
		const trigger = await openTrigger({ parameters, ip });
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
	});

	test('refuses others with 403 before it looks at the secret, and the log names address and proxy setting', async () => {
		const trigger = await openTrigger({ parameters, ip: '198.51.100.1' });
		expect(await post(trigger.url(PAYMENT), payment)).toEqual({
			status: 403,
			json: { received: false, reason: 'this address may not call' },
		});
		expect(trigger.log).toEqual([expect.stringMatching(/198\.51\.100\.1 .*N8N_PROXY_HOPS/)]);
		expect(trigger.executions).toEqual([]);
	});

	test('stands beside the secret, not in its place', async () => {
		const trigger = await openTrigger({ parameters, ip: '203.0.113.9' });
		expect((await post(trigger.url(PAYMENT), payment, {})).status).toBe(401);
	});
});

test('caller check none lets anybody in who knows the address', async () => {
	const trigger = await openTrigger({ parameters: { callerCheck: 'none' }, credentials: {} });
	await trigger.activate();
	expect((await post(trigger.url(PAYMENT), payment, {})).status).toBe(200);
});

test('an allowlist that an expression leaves undefined lets nobody in', async () => {
	const trigger = await openTrigger({ parameters: { options: { ipAllowlist: '={{ [][0] }}' } } });
	expect((await post(trigger.url(PAYMENT), payment)).status).toBe(403);
});

describe('activation', () => {
	test('passes with everything in place', async () => {
		const options = { ipAllowlist: '10.0.0.0/8', verifyStatus: true, deduplicate: true };
		await expect(
			(await openTrigger({ api: true, parameters: { options } })).activate(),
		).resolves.toBeUndefined();
	});

	test.each([
		[{ events: [] }, 'No event is selected'],
		[{ options: { ipAllowlist: '10.0.0.1, localhost' } }, 'no IP address or range: localhost'],
		[{ options: { ipAllowlist: '={{ [][0] }}' } }, 'no IP address or range: undefined'],
		[{ options: { verifyStatus: true } }, "'Verify Status' needs a BlueTape API credential"],
	])('refuses %j', async (parameters, message) => {
		await expect((await openTrigger({ parameters })).activate()).rejects.toThrow(message);
	});

	test('refuses through create too, which n8n calls when nothing is known to exist', async () => {
		const { webhookMethods } = new BlueTapeTrigger();
		const context = {
			getNodeParameter: (_name: string, fallback: unknown) => fallback,
			getCredentials: async () => ({}),
			getNode: () => ({ name: 'Trigger' }),
		};
		await expect(webhookMethods.default.create.call(context as never)).rejects.toThrow(
			'No event is selected',
		);
	});

	test('leaves nothing to delete at BlueTape', async () => {
		expect(await new BlueTapeTrigger().webhookMethods.default.delete.call({} as never)).toBe(true);
	});
});

describe('verify status', () => {
	const parameters = { options: { verifyStatus: true } };
	const verified = async (trigger: Awaited<ReturnType<typeof openTrigger>>, path: string, body: unknown) => {
		expect((await post(trigger.url(path), body)).status).toBe(200);
		await trigger.idle();
		const { after, hints } = trigger.executions.at(-1)!;
		return { verified: after![0].json.verified, hints };
	};

	test('attaches what the API says about a genuine payment', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		const { blueTape } = trigger.emulator!;
		await blueTape.people.pay('INVOICE-3001');
		const found = await verified(trigger, PAYMENT, payment);
		expect(found.hints).toEqual([]);
		expect(found.verified).toMatchObject({ matches: true, status: 'Paid', totalAmount: 2485.75 });
	});

	test('attaches what the API says about a genuine approval', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		await trigger.emulator!.blueTape.people.approve('QUOTE-2041');
		const found = await verified(trigger, APPROVAL, approval);
		expect(found.verified).toMatchObject({ matches: true, status: 'AUTHORIZED', totalAmount: 18400 });
	});

	test.each([
		[PAYMENT, payment, { matches: false, status: 'Placed' }],
		[APPROVAL, approval, { matches: false, status: 'PLACED' }],
		[
			PAYMENT,
			{ ...payment, invoiceId: 'INVENTED' },
			{ matches: false, problem: expect.stringContaining('404') as unknown },
		],
	])('makes a mismatch visible: %s %j', async (path, body, expected) => {
		const trigger = await openTrigger({ api: true, parameters });
		const found = await verified(trigger, path, body);
		expect(found.verified).toMatchObject(expected);
		expect(found.hints).toEqual([expect.stringContaining('does not confirm this notice')]);
		expect(trigger.log).toEqual([expect.stringContaining('does not confirm this notice')]);
	});

	test.each([
		['the API refuses the key', { apiKey: 'wrong' }, /401/],
		['the API cannot be reached', { baseUrl: 'http://127.0.0.1:9' }, /could not be reached/],
		['the address is unusable', { baseUrl: 'nowhere' }, /Base URL/],
	])('loses no notice when %s', async (_, change, problem) => {
		const { emulator } = await openTrigger({ api: true });
		const { baseUrl, apiKey, accountId } = emulator!.blueTape;
		const trigger = await openTrigger({
			parameters,
			credentials: {
				blueTapeWebhookApi: { headerName: 'X-BlueTape-Key', headerValue: SECRET },
				blueTapeApi: { environment: 'custom', baseUrl, apiKey, accountId, ...change },
			},
		});
		const found = await verified(trigger, PAYMENT, payment);
		expect(found.verified).toEqual({ matches: null, problem: expect.stringMatching(problem) as unknown });
	});

	test('loses no notice when the answer has no status', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		trigger.emulator!.blueTape.state.invoices.get('INVOICE-3001')!.status = undefined as never;
		const found = await verified(trigger, PAYMENT, payment);
		expect(found.verified).toEqual({ matches: null, problem: 'BlueTape answered without a status' });
	});

	test('is not asked for a repeat', async () => {
		const options = { verifyStatus: true, deduplicate: true };
		const table = new SeenTable();
		table.checkProcessedAndRecord = async (items) => ({ new: [], processed: items });
		const trigger = await openTrigger({ api: true, parameters: { options }, table });
		await post(trigger.url(PAYMENT), { ...payment, amount: 5 });
		await trigger.idle();
		expect(trigger.executions).toMatchObject([{ trigger: [] }]);
		expect(trigger.executions[0].after).toBeUndefined();
		expect(trigger.emulator!.journal.entries).toEqual([]);
	});
});

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

	test.each([
		[{ headerName: 'X-BlueTape-Key', headerValue: SECRET }, 'OK'],
		[{ headerName: 'X-BlueTape-Key', headerValue: '' }, 'Error'],
	])('the test of the secret %j says %s', async (data, status) => {
		const credential = { data } as unknown as ICredentialsDecrypted;
		expect(await methods.credentialTest.webhookSecret.call({} as never, credential)).toMatchObject({
			status,
		});
	});
});
