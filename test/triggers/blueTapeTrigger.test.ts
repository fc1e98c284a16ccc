import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';
import { variationNames, type Variation } from '../../emulator/blueTape/variations';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import {
	approval,
	APPROVAL,
	closeStages,
	openTrigger,
	payment,
	PAYMENT,
	post,
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

	test.each([undefined, 'GZIP', 'x-gzip', 'br'])(
		'comes through packed with gzip, whatever its Content-Encoding says: %s',
		async (encoding) => {
			const trigger = await openTrigger();
			const headers = { ...secretHeader, ...(encoding && { 'content-encoding': encoding }) };
			const answer = await post(trigger.url(PAYMENT), gzipSync(JSON.stringify(payment)), headers);
			expect(answer).toMatchObject({ status: 200, json: { started: true } });
		},
	);

	test('that is packed in a way that nobody unpacks is refused with that reason', async () => {
		const trigger = await openTrigger();
		const headers = { ...secretHeader, 'content-encoding': 'br' };
		expect(await post(trigger.url(PAYMENT), brotliCompressSync(JSON.stringify(payment)), headers)).toEqual({
			status: 400,
			json: { received: false, reason: 'the body is packed as br' },
		});
		expect(trigger.log[0]).toContain('the body is packed as br; it came to the address for invoice.payment');
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

describe('in every writing that the emulator has', () => {
	/** Those that say less, or another id, than the notice did. */
	const otherwise: Partial<Record<Variation, object>> = {
		numericId: { ids: ['3001', '2041'] },
		nullFields: {},
		absentFields: {},
	};
	/** Ids of what comes beside both notices. */
	const beside: Partial<Record<Variation, string[]>> = {
		severalIds: ['INVOICE-3001-2', 'QUOTE-2041-2'],
		bothEvents: ['a0b9cedc32ce', '6c8f90e43e13'],
		jsonLines: ['6c8f90e43e13', 'a0b9cedc32ce'],
	};
	const idOf = ({ event, invoiceId, quoteId }: IDataObject) =>
		event === 'invoice.payment' ? invoiceId : quoteId;

	test.each(variationNames)('%s: both notices are delivered as what they are', async (name) => {
		const trigger = await openTrigger({ api: true });
		const { webhooks } = trigger.emulator!.blueTape;
		webhooks.configure({
			invoicePaymentUrl: trigger.url(PAYMENT),
			quoteApprovalUrl: trigger.url(APPROVAL),
			headers: secretHeader,
			vary: [name],
		});
		await webhooks.send('invoice.payment', payment);
		await webhooks.send('quote.approval', approval);
		await trigger.idle();
		const delivered = trigger.executions.flatMap(({ after }) => after!.map(({ json }) => json));
		const { ids = ['INVOICE-3001', 'QUOTE-2041'] } = (otherwise[name] ?? {}) as { ids?: string[] };
		const more = beside[name] ?? [];
		expect(delivered.map(idOf).sort()).toEqual([...ids, ...more].sort());
		const [paid, approved] = ids.map((id) => delivered.find((json) => idOf(json) === id)!);
		if (otherwise[name]) return;
		expect([paid, approved]).toMatchObject([payment, approval]);
		// What more it says makes it another notice.
		if (name === 'moreFields' || name === 'bothEvents') return;
		const plain = await openTrigger();
		await post(plain.url(PAYMENT), payment);
		await plain.idle();
		expect(paid.eventId).toBe(plain.executions[0].after![0].json.eventId);
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
		[{ events: '={{ null }}' }, 'No event is selected'],
		[{ events: '={{ undefined }}' }, 'No event is selected'],
		[{ options: { ipAllowlist: '10.0.0.1, localhost' } }, 'no IP address or range: localhost'],
		[{ options: { ipAllowlist: '={{ [][0] }}' } }, 'no IP address or range: undefined'],
		[{ options: { verifyStatus: true } }, "'Verify Status' needs a BlueTape API credential"],
	])('refuses %j', async (parameters, message) => {
		await expect((await openTrigger({ parameters })).activate()).rejects.toThrow(message);
	});

	test("a setting that can't be read when n8n starts gives 500, not n8n's 404", async () => {
		const trigger = await openTrigger({ parameters: { events: '={{ $("No such node").first().json.x }}' } });
		await expect(trigger.activate()).rejects.toThrow();
		await trigger.activate('init');
		expect(trigger.log).toEqual([
			expect.stringMatching(/^error: Trigger: listens, though/),
			expect.stringMatching(/^error: Trigger: listens, though/),
		]);
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(500);
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
