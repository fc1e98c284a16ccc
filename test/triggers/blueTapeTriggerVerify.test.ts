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
} from './blueTapeStage';

afterEach(closeStages);

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
		['the address is unusable', { baseUrl: 'ftp://nowhere' }, /Base URL/],
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

	test('asks with the patience of other reads', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		await trigger.emulator!.blueTape.people.pay('INVOICE-3001');
		trigger.emulator!.faults.add({ match: { path: '/status' }, times: 1, status: 503, retryAfter: 1 });
		trigger.emulator!.faults.add({ match: { path: '/status' }, times: 1, status: 500 });
		const found = await verified(trigger, PAYMENT, payment);
		expect(found.verified).toMatchObject({ matches: true, status: 'Paid' });
		expect(trigger.emulator!.journal.entries.map(({ status }) => status)).toEqual([503, 500, 200]);
	});

	test.each([
		[false, 0],
		['={{ "false" }}', 0],
		['={{ "true" }}', 1],
	])('set to %j asks %d times', async (verifyStatus, times) => {
		const trigger = await openTrigger({ api: true, parameters: { options: { verifyStatus } } });
		await trigger.activate();
		const { verified: found } = await verified(trigger, PAYMENT, payment);
		expect(found === undefined).toBe(times === 0);
		expect(trigger.emulator!.journal.entries).toHaveLength(times);
	});

	test('asks for every notice of a list', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		await trigger.emulator!.blueTape.people.pay('INVOICE-3001');
		await post(trigger.url(PAYMENT), [payment, { ...payment, invoiceId: 'INVENTED' }, approval]);
		await trigger.idle();
		const matches = trigger.executions[0].after!.map(({ json }) => json.verified);
		expect(matches).toMatchObject([{ matches: true }, { matches: false }, { matches: false }]);
	});

	test('asks for a long list ten by ten, and each notice gets its own answer', async () => {
		const trigger = await openTrigger({ api: true, parameters });
		const list = Array.from({ length: 23 }, (_, at) =>
			at % 2 ? payment : { ...payment, invoiceId: `INVENTED-${at}` },
		);
		await post(trigger.url(PAYMENT), list);
		await trigger.idle();
		const items = trigger.executions[0].after!.map(({ json }) => json);
		expect(items.map(({ invoiceId }) => invoiceId)).toEqual(list.map(({ invoiceId }) => invoiceId));
		expect(items.map(({ verified }) => (verified as { status?: string }).status)).toEqual(
			list.map((_, at) => (at % 2 ? 'Placed' : undefined)),
		);
		const { entries } = trigger.emulator!.journal;
		expect(entries).toHaveLength(23);
	});

	test.each([
		[
			{ invoiceId: 'INVOICE-3001' },
			{ matches: null, status: 'Placed', problem: 'The notice has no status to compare with Placed' },
		],
		[
			{ invoiceId: 'INVOICE-3001', status: 7 },
			{ matches: null, problem: 'The notice has no status to compare with Placed' },
		],
		[
			{ quoteId: 'QUOTE-2041', amount: 5, fee: 0 },
			{ matches: null, problem: 'The notice has no invoiceId to look up' },
		],
		...['.', '..', 'null'].map((invoiceId): [object, object] => [
			{ ...payment, invoiceId },
			{ matches: null, problem: `The invoiceId "${invoiceId}" can't be looked up: no record is called so` },
		]),
		[{ ...payment, invoiceId: '../../company/C' }, { matches: false }],
	])('loses no notice that says too little: %j', async (body, expected) => {
		const trigger = await openTrigger({ api: true, parameters });
		expect((await verified(trigger, PAYMENT, body)).verified).toMatchObject(expected);
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
