import { timingSafeEqual } from 'node:crypto';
import { StoredCredentials } from '../engine/credentials';
import { SeenTable } from '../engine/seenTable';
import { openApart, ran, repeatOfHungUp, repeatOfHungUpEarly } from './blueTapeCallers';
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

jest.mock('node:crypto', () => {
	const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto');
	return { ...crypto, timingSafeEqual: jest.fn(crypto.timingSafeEqual) };
});

afterEach(closeStages);

const dedup = { options: { deduplicate: true } };

test('without the configured secret nothing starts and the answer is 401', async () => {
	const trigger = await openTrigger();
	const wrong: Array<Record<string, string>> = [{}, { 'X-BlueTape-Key': 'forged' }, { 'X-Other': SECRET }];
	for (const headers of wrong) {
		for (const body of [payment, 'garbage']) {
			expect(await post(trigger.url(PAYMENT), body, headers)).toEqual({
				status: 401,
				json: { received: false, reason: 'the secret header is missing or wrong' },
			});
		}
	}
	expect(trigger.executions).toEqual([]);
	expect(trigger.log).toEqual(
		Array.from(
			{ length: 6 },
			() => 'warn: Trigger: refused a call with 401: the secret header is missing or wrong',
		),
	);
	expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
});

test.each([
	['no credential', {}],
	['an empty secret', { blueTapeWebhookApi: { headerName: 'X-BlueTape-Key', headerValue: '' } }],
])('without the configured secret nothing starts, also when there is none: %s', async (_, credentials) => {
	const trigger = await openTrigger({ credentials });
	expect((await post(trigger.url(PAYMENT), payment, { 'X-BlueTape-Key': '' })).status).toBe(401);
	expect((await post(trigger.url(PAYMENT), payment, {})).status).toBe(401);
	expect(trigger.log[0]).toMatch(/no usable secret is stored/);
	expect(trigger.executions).toEqual([]);
	await expect(trigger.activate()).rejects.toThrow('No usable secret is stored');
});

test('every wrong secret takes the same time', async () => {
	// A comparison of two digests of equal length, whatever was sent and whatever is stored.
	const compared = timingSafeEqual as jest.Mock;
	compared.mockClear();
	const trigger = await openTrigger();
	const wrong = ['', 'd', `${SECRET.slice(0, -1)}N`, `${SECRET}-and-more`, 'x'.repeat(5000)];
	for (const headers of [{}, ...wrong.map((value) => ({ 'X-BlueTape-Key': value }))]) {
		expect((await post(trigger.url(PAYMENT), payment, headers as Record<string, string>)).status).toBe(401);
	}
	const without = await openTrigger({ credentials: {} });
	expect((await post(without.url(PAYMENT), payment)).status).toBe(401);
	const lengths = compared.mock.calls.map((pair) => pair.map(({ length }: Buffer) => length));
	expect(lengths).toEqual(Array.from({ length: 7 }, () => [32, 32]));
});

describe('a notice that names an invoice or a quote is delivered in whatever writing', () => {
	const latin1 = Buffer.from('{"invoiceId":"RE-Mü-7"}', 'latin1');
	const json = 'application/json';

	test.each([
		[PAYMENT, json, { ...payment, amount: '2485.75', fee: null }, payment.invoiceId],
		[PAYMENT, json, { INVOICE_ID: 1007 }, '1007'],
		[PAYMENT, json, { event: 'x', data: { invoiceId: 'I' } }, 'I'],
		[PAYMENT, `${json}; charset=ISO-8859-1`, latin1, 'RE-Mü-7'],
		[PAYMENT, 'application/x-www-form-urlencoded', 'invoiceId=I&amount=5', 'I'],
		[APPROVAL, json, { quoteId: 'Q', result: 'Rejected', creditInfo: null }, 'Q'],
		[APPROVAL, json, payment, payment.invoiceId],
	])('at %s, as %s: %j', async (path, type, body, id) => {
		const trigger = await openTrigger();
		const answer = await post(trigger.url(path), body, { ...secretHeader, 'content-type': type });
		expect(answer).toMatchObject({ status: 200, json: { started: true } });
		await trigger.idle();
		expect(ran(trigger)).toEqual([id]);
		const [{ json: item }] = trigger.executions[0].after!;
		expect(item.problems).toEqual(expect.arrayContaining([expect.any(String)]));
		expect(trigger.log).toEqual([]);
	});

	test('as several items when it comes in a list', async () => {
		const trigger = await openTrigger();
		const { json } = await post(trigger.url(PAYMENT), [payment, approval, { ...payment, amount: 1 }]);
		await trigger.idle();
		expect(ran(trigger)).toEqual(['INVOICE-3001', 'QUOTE-2041', 'INVOICE-3001']);
		expect(trigger.executions).toHaveLength(1);
		const items = trigger.executions[0].after!.map((item) => item.json);
		expect(json).toEqual({
			received: true,
			started: true,
			notices: items.map(({ event, eventId }) => ({ event, eventId, started: true })),
		});
	});

	test('of a list, only the selected events start the workflow', async () => {
		const trigger = await openTrigger({ parameters: { events: ['quote.approval'] } });
		const { json } = await post(trigger.url(PAYMENT), [payment, approval]);
		await trigger.idle();
		expect(json).toMatchObject({ started: true, notices: [{ started: false }, { started: true }] });
		expect(json.notices).not.toMatchObject([{ repeat: true }]);
		expect(ran(trigger)).toEqual(['QUOTE-2041']);
	});
});

describe("what was odd stands in problems, and the notice's own fields stay", () => {
	test('absent when nothing was', async () => {
		const trigger = await openTrigger();
		await post(trigger.url(PAYMENT), payment);
		await trigger.idle();
		expect(trigger.executions[0].after![0].json).not.toHaveProperty('problems');
	});

	test('ours then get the prefix, and deduplicate and verify status know the notice all the same', async () => {
		const options = { deduplicate: true, verifyStatus: true };
		const own = { event: 'x', eventId: 'same for all', problems: 1 };
		const trigger = await openTrigger({ api: true, parameters: { options } });
		for (const amount of ['1', '2', '2']) await post(trigger.url(PAYMENT), { ...payment, ...own, amount });
		await trigger.idle();
		expect(ran(trigger)).toHaveLength(2);
		const { json } = trigger.executions[0].after![0];
		expect(json).toMatchObject({
			...own,
			bluetapeEvent: 'invoice.payment',
			bluetapeProblems: ['amount came as text and was read as a number'],
			verified: { matches: false, status: 'Placed' },
		});
		expect(Object.keys(trigger.executions[0].after![0])).toEqual(['json', 'pairedItem']);
	});

	test.each<[string, object, object | undefined]>([
		['with Verify Status', { verifyStatus: true }, { matches: false, status: 'Placed' }],
		['without it', {}, undefined],
	])('verified is never what a caller says, %s', async (_, options, verified) => {
		const forged = { verified: { matches: true }, bluetapeVerified: { matches: true }, noticeVerified: 1 };
		const trigger = await openTrigger({ api: true, parameters: { options } });
		await post(trigger.url(PAYMENT), { ...payment, ...forged });
		await trigger.idle();
		const { json } = trigger.executions[0].after![0];
		if (verified) expect(json.verified).toMatchObject(verified);
		else expect(json).not.toHaveProperty('verified');
		expect(json).toMatchObject({
			...{ noticeVerified: 1, bluetapeNoticeVerified: { matches: true } },
			problems: ['verified is what the sender says, and stands in bluetapeNoticeVerified'],
		});
	});
});

test.each([
	[
		'{"invoiceId": "INV-77", "amount": 12.34, "status": "Pai',
		'neither a JSON object nor a form',
		'invoice "INV-77"',
		'"invoiceId", "amount", "status"',
	],
	['<quoteId>Q-9</quoteId>', 'neither a JSON object nor a form', 'its event|no record', 'it has no fields'],
	[
		{ amount: 12.34, Customer: 'Ada', invoiceId: null },
		'names no invoice and no quote',
		'it names no record',
		'"amount", "Customer", "invoiceId"',
	],
	[
		{ order_no: 1007, amount: 12.34 },
		'names no invoice and no quote',
		'it names no record',
		'"order_no", "amount"',
	],
	...['External_Invoice_ID', 'invoiceNo', 'invoice-ref'].map((name): [string, string, string, string] => [
		`{"${name}":"INV-77","x"`,
		'neither a JSON object nor a form',
		'about invoice "INV-77"',
		`"${name}"`,
	]),
	[
		`{"invoiceId":"INV-77","deep":${'['.repeat(200)}${']'.repeat(200)}}`,
		'nested too deeply',
		'invoice "INV-77"',
		'"invoiceId", "deep"',
	],
	['', 'neither a JSON object nor a form', 'it names no record', 'it has no fields'],
	[{ id: 'INV-77', note: 12.34 }, 'names no invoice and no quote', 'about id "INV-77"', '"id", "note"'],
	[
		'{"invoice":{"number":12.34,"id":"INV-77"},"x"',
		'neither a JSON object nor a form',
		'about invoice "INV-77"',
		'"invoice", "number", "id"',
	],
	['id=INV-77&a=12.34', 'names no invoice and no quote', 'about id "INV-77"', '"id", "a"'],
	[
		`${encodeURIComponent('{"id":"INV-77","note":"Ada"')}=12.34`,
		'names no invoice and no quote',
		'about id "INV-77"',
		'its fields: 1 others',
	],
	[
		{ 'Ada Keller <ada@example.com>': 1, a: 12.34 },
		'names no invoice and no quote',
		'it names no record',
		'its fields: "a", 1 others',
	],
	['4111111111111111=12.34', 'names no invoice and no quote', 'it names no record', 'its fields: 1 others'],
])(
	'a body that names none gets 400 and a log line with record and field names and no values: %j',
	async (body, reason, record, fields) => {
		const trigger = await openTrigger();
		for (const [path, event] of [
			[PAYMENT, 'invoice.payment'],
			[APPROVAL, 'quote.approval'],
		]) {
			const answer = await post(trigger.url(path), body);
			expect(answer).toEqual({
				status: 400,
				json: { received: false, reason: expect.stringContaining(reason) },
			});
			const line = trigger.log.pop();
			expect(line).toMatch(/^warn: Trigger: refused a call with 400: the body /);
			expect(line).toContain(reason);
			expect(line).toContain(`it came to the address for ${event}`);
			expect(line).toMatch(new RegExp(record));
			expect(line).toContain(fields);
			for (const value of ['12.34', 'Ada', 'Pai', '1007']) expect(line).not.toContain(value);
		}
		expect(trigger.executions).toEqual([]);
	},
);

test('the query of the address names the record', async () => {
	const trigger = await openTrigger();
	const url = `${trigger.url(PAYMENT)}?invoiceId=INV-77`;
	expect(await post(url, { amount: 5 })).toMatchObject({ status: 200, json: { started: true } });
	expect(await post(url, '')).toMatchObject({ status: 200, json: { started: true } });
	await trigger.idle();
	expect(trigger.executions.map(({ trigger: [item] }) => item.json.invoiceId)).toEqual(['INV-77', 'INV-77']);
	expect((await post(url, '<paid/>')).status).toBe(400);
	expect(trigger.log.pop()).toContain('about invoice "INV-77"');
});

test('a notice of an event that is not selected stands in the log with its id, and without its values', async () => {
	const trigger = await openTrigger({ parameters: { events: ['quote.approval'] } });
	expect(await post(trigger.url(PAYMENT), payment)).toMatchObject({ status: 200, json: { started: false } });
	expect(trigger.log).toEqual([
		`info: Trigger: a notice of invoice.payment about "INVOICE-3001" started nothing, since 'Events' does not hold this event`,
	]);
	trigger.log.length = 0;
	await post(trigger.url(PAYMENT), { quoteId: 'Q-7', amount: 5, fee: 1 });
	expect(trigger.log[0]).toContain('a notice of invoice.payment about "Q-7" started nothing');
});

test('a log line holds no line breaks of a stranger, and no endless list', async () => {
	const trigger = await openTrigger();
	const names = Array.from({ length: 50 }, (_, at) => [`${'n'.repeat(200)}\n${at}`, 1]);
	await post(trigger.url(PAYMENT), Object.fromEntries([['a\nwarn: forged', 1], ...names]));
	expect(trigger.log[0]).not.toContain('forged');
	expect(trigger.log[0]).toContain('its fields: 51 others');
	expect(trigger.log[0]).not.toContain('\n');
	expect(trigger.log[0].length).toBeLessThan(3000);
});

describe("a setting that can't be read is answered 500 and stores nothing", () => {
	const failing = '={{ $("No such node").first().json.x }}';

	test.each([
		['Events', { events: failing }],
		['Events', { events: '={{ null }}' }],
		['Events', { events: '={{ 7 }}' }],
		['Events', { events: ['invoice.refund'] }],
		['Caller Check', { callerCheck: failing }],
		['IP Allowlist', { options: { ipAllowlist: failing } }],
		['Deduplicate', { options: { deduplicate: failing, ipAllowlist: '127.0.0.1' } }],
		['Verify Status', { options: { verifyStatus: failing } }],
		['Deduplicate', { options: { deduplicate: '={{ null }}' } }],
		['Deduplicate', { options: { deduplicate: 'perhaps' } }],
		['Verify Status', { options: { verifyStatus: '={{ undefined }}' } }],
	])('%s: %j', async (label, parameters) => {
		const trigger = await openTrigger({ parameters });
		expect((await post(trigger.url(PAYMENT), payment, {})).status).toBe(401);
		expect((await post(trigger.url(PAYMENT), payment, { 'X-BlueTape-Key': 'wrong' })).status).toBe(401);
		trigger.log.length = 0;
		expect(await post(trigger.url(PAYMENT), payment)).toEqual({
			status: 500,
			json: { received: false, reason: expect.stringContaining("a setting of the trigger can't be read") },
		});
		expect(trigger.log).toEqual([
			expect.stringContaining(`a setting of the trigger can't be read: '${label}'`),
		]);
		expect(trigger.executions).toEqual([]);
	});

	test('also where nobody is checked', async () => {
		const trigger = await openTrigger({
			parameters: { callerCheck: 'none', options: { ipAllowlist: failing } },
		});
		expect((await post(trigger.url(PAYMENT), payment, {})).status).toBe(500);
		expect(trigger.executions).toEqual([]);
	});

	test('an allowlist that can be read counts first', async () => {
		const options = { ipAllowlist: '203.0.113.7', deduplicate: failing };
		const trigger = await openTrigger({ parameters: { options } });
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(403);
	});

	test('a credential that is there and can not be read', async () => {
		const trigger = await openTrigger();
		jest
			.spyOn(StoredCredentials.prototype, 'getDecrypted')
			.mockRejectedValueOnce(new Error('database is locked'));
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(500);
		expect(trigger.log).toEqual([
			expect.stringContaining('the credential with the secret (database is locked)'),
		]);
		expect(trigger.executions).toEqual([]);
	});
});

test('an unselected event gets 200 and starts nothing', async () => {
	const trigger = await openTrigger({ parameters: { events: ['quote.approval'] } });
	const { status, json } = await post(trigger.url(PAYMENT), payment);
	expect(status).toBe(200);
	expect(json).toMatchObject({ received: true, event: 'invoice.payment', started: false });
	expect(trigger.executions).toEqual([]);
	expect((await post(trigger.url(APPROVAL), approval)).json).toMatchObject({ started: true });
});

describe('with deduplicate on, a repeat within the last 1,000 notices gets 200 and runs nothing after the trigger', () => {
	test('a later repeat, in other words', async () => {
		const trigger = await openTrigger({ parameters: dedup });
		const first = await post(trigger.url(PAYMENT), payment);
		await trigger.idle();
		const respelled =
			'{"status":"Paid","paymentMethod":"card","fee":0.0,"amount":2.48575e3,"invoiceId":"INVOICE-3001"}';
		const repeat = await post(trigger.url(PAYMENT), respelled);
		expect(repeat).toEqual({ status: 200, json: { ...first.json, started: false, repeat: true } });
		await post(trigger.url(PAYMENT), { ...payment, amount: 1 });
		await trigger.idle();
		expect(ran(trigger)).toEqual(['INVOICE-3001', 'INVOICE-3001']);
		expect(trigger.executions.map(({ trigger: items }) => items[0].json.amount)).toEqual([2485.75, 1]);
	});

	test('whichever process took it', async () => {
		const table = new SeenTable();
		const one = await openApart({ table });
		const other = await openApart({ table });
		expect((await post(one.url(PAYMENT), payment)).status).toBe(200);
		await one.idle();
		expect((await post(other.url(PAYMENT), payment)).status).toBe(200);
		await other.idle();
		expect(ran(one)).toEqual(['INVOICE-3001']);
		expect(other.executions).toMatchObject([{ trigger: [], hints: [] }]);
		expect(ran(other)).toEqual([]);
	});

	test('also when other notices are written at the same moment in the process', async () => {
		const table = new SeenTable();
		const one = await openApart({ table });
		const other = await openApart({ table });
		const amounts = Array.from({ length: 12 }, (_, amount) => amount);
		// Repeats go to the process that did not take the first.
		for (const process of [one, other]) {
			await Promise.all(
				amounts.map(async (amount) => await post(process.url(PAYMENT), { ...payment, amount })),
			);
			await process.idle();
		}
		expect(ran(one)).toHaveLength(amounts.length);
		expect(ran(other)).toEqual([]);
	});

	test('also when both arrive at the same moment in one process', async () => {
		const trigger = await openApart();
		const answers = await Promise.all(
			Array.from({ length: 8 }, async () => await post(trigger.url(PAYMENT), payment)),
		);
		await trigger.idle();
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
		expect(answers.filter(({ json }) => json.started)).toHaveLength(1);
		expect(ran(trigger)).toEqual(['INVOICE-3001']);
	});

	test('the memory holds 1,000 notices and no more', async () => {
		const table = new SeenTable();
		const trigger = await openApart({ table });
		const send = async (amount: number) => {
			const { json } = await post(trigger.url(PAYMENT), { ...payment, amount });
			await trigger.idle();
			return json.started;
		};
		for (let amount = 0; amount < 1000; amount++) expect(await send(amount)).toBe(true);
		expect(await send(0)).toBe(false);
		expect(await send(1000)).toBe(true);
		expect(ran(trigger)).toHaveLength(1001);
		expect(await send(0)).toBe(true);
		expect(ran(trigger)).toHaveLength(1002);
		expect([...table.rows.values()].map((values) => values.length)).toEqual([1000]);
	}, 120_000);

	describe('when the answer waits for the workflow', () => {
		const late = { options: { deduplicate: true, respond: 'whenFinished' } };

		test('a repeat that was asked for, because the workflow failed, runs until one succeeds', async () => {
			let fail = 2;
			const trigger = await openApart({
				parameters: late,
				after: () => {
					if (fail-- > 0) throw new Error('The bookkeeping is down');
				},
			});
			const answers = [];
			for (let call = 0; call < 5; call++) answers.push(await post(trigger.url(PAYMENT), payment));
			expect(answers.map(({ status }) => status)).toEqual([500, 500, 200, 200, 200]);
			expect(answers.map(({ json }) => json.started)).toEqual([true, true, true, false, false]);
			expect(ran(trigger)).toHaveLength(3);
			for (const { trigger: put } of trigger.executions) {
				expect(put).toEqual([{ json: expect.objectContaining(payment), pairedItem: expect.anything() }]);
			}
		});

		test('a repeat of a notice whose workflow failed after its caller hung up runs', async () => {
			let [ends, runs] = [() => {}, 0];
			const ended = new Promise<void>((resolve) => (ends = resolve));
			const trigger = await openApart({
				parameters: late,
				after: async () => {
					if (runs++) return;
					await ended;
					throw new Error('The bookkeeping is down');
				},
			});
			const caller = new AbortController();
			const { signal } = caller;
			const body = JSON.stringify(payment);
			const unheard = fetch(trigger.url(PAYMENT), { method: 'POST', headers: secretHeader, body, signal });
			while (!runs) await new Promise(setImmediate);
			caller.abort();
			await expect(unheard).rejects.toThrow();
			ends();
			await trigger.idle();
			const answers = [];
			for (let call = 0; call < 2; call++) answers.push((await post(trigger.url(PAYMENT), payment)).json);
			expect(answers).toMatchObject([{ started: true, succeeded: true }, { repeat: true }]);
			expect(ran(trigger)).toHaveLength(2);
		});

		test('a repeat of a caller that hung up while the workflow runs does not run', async () => {
			const hungUp = await repeatOfHungUp((pass) => ({ parameters: late, after: pass }));
			expect(hungUp.repeat.status).toBe(200);
			expect(hungUp.ran).toEqual(['INVOICE-3001']);
		});
	});

	test.each([
		[false, 2],
		['={{ "false" }}', 2],
		['={{ "TRUE" }}', 1],
	])("as text, too, as n8n's variables are: %j runs %d of two equal notices", async (deduplicate, runs) => {
		const trigger = await openApart({ parameters: { options: { deduplicate } } });
		for (const _ of [1, 2]) expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
		await trigger.idle();
		expect(ran(trigger)).toHaveLength(runs);
	});

	test('each trigger has a memory of its own', async () => {
		const table = new SeenTable();
		for (const nodeId of ['one', 'other']) {
			const trigger = await openTrigger({ parameters: dedup, table, nodeId });
			expect((await post(trigger.url(PAYMENT), payment)).json.started).toBe(true);
			await trigger.idle();
			expect(ran(trigger)).toEqual(['INVOICE-3001']);
		}
	});

	test('two equal notices both run when it is off, as it is by default', async () => {
		const trigger = await openTrigger();
		for (const _ of [1, 2]) expect((await post(trigger.url(PAYMENT), payment)).json.started).toBe(true);
		await trigger.idle();
		expect(ran(trigger)).toEqual(['INVOICE-3001', 'INVOICE-3001']);
		expect(trigger.table.calls).toBe(0);
	});
});

describe('when that memory fails, the notice is delivered', () => {
	test('with a line in the log', async () => {
		const trigger = await openApart();
		trigger.table.broken = new Error('database is locked');
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
		await trigger.idle();
		expect(ran(trigger)).toEqual(['INVOICE-3001']);
		expect(trigger.log).toEqual([
			expect.stringMatching(/^error: .* notice [0-9a-f]{64} is a repeat, so it is delivered$/),
		]);
	});

	test('the first notices of two processes, which collide in the table, are both remembered', async () => {
		const table = new SeenTable();
		const [one, other] = [await openApart({ table }), await openApart({ table })];
		await Promise.all([post(one.url(PAYMENT), payment), post(other.url(APPROVAL), approval)]);
		await Promise.all([one.idle(), other.idle()]);
		expect([...ran(one), ...ran(other)]).toEqual(['INVOICE-3001', 'QUOTE-2041']);
		expect([...table.rows.values()].map((values) => values.length)).toEqual([2]);
	});
});

describe('an answer of 200 means that n8n has taken the notice over', () => {
	test('it comes after n8n has stored the execution, and not when that fails', async () => {
		const events: string[] = [];
		const trigger = await openTrigger({
			store: async () => {
				await new Promise((resolve) => setImmediate(resolve));
				events.push('stored');
			},
		});
		await post(trigger.url(PAYMENT), payment);
		events.push('answered');
		expect(events).toEqual(['stored', 'answered']);

		const failing = await openTrigger({
			store: () => {
				throw new Error('database is locked');
			},
		});
		expect((await post(failing.url(PAYMENT), payment)).status).toBe(500);
	});

	test('a repeat of a notice that n8n could not store is no repeat, also when it came at the same moment', async () => {
		let broken = 2;
		const trigger = await openApart({
			store: async () => {
				await new Promise((resolve) => setImmediate(resolve));
				if (broken-- > 0) throw new Error('database is locked');
			},
		});
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(500);
		const twins = await Promise.all([1, 2, 3].map(async () => await post(trigger.url(PAYMENT), payment)));
		await trigger.idle();
		expect(twins.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
		expect(twins.filter(({ json }) => json.started)).toHaveLength(1);
		expect(ran(trigger)).toEqual(['INVOICE-3001']);
	});

	test('a repeat of a notice whose caller hung up unanswered is not turned away', async () => {
		let calls = 0;
		const hungUp = await repeatOfHungUp((pass) => ({
			store: async () => {
				if (calls++ === 0) await pass();
			},
		}));
		expect(hungUp.repeat.json.started).toBe(true);
		expect(hungUp.ran).toEqual(['INVOICE-3001']);
	});

	test('nor is one whose caller hung up before the trigger was asked', async () => {
		const hungUp = await repeatOfHungUpEarly();
		expect(hungUp.repeat.json.started).toBe(true);
		expect(hungUp.ran).toEqual(['INVOICE-3001']);
	});
});

test('order is not promised: a part payment that comes after the full one starts the workflow like any other', async () => {
	const trigger = await openApart();
	for (const status of ['Paid', 'PartiallyPaid']) {
		expect((await post(trigger.url(PAYMENT), { ...payment, status }, secretHeader)).json.started).toBe(true);
	}
	await trigger.idle();
	expect(trigger.executions.map(({ after }) => after![0].json.status)).toEqual(['Paid', 'PartiallyPaid']);
});
