import type { IDataObject } from 'n8n-workflow';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { BluDeltaTrigger } from '../../nodes/BluDelta/BluDeltaTrigger.node';
import { bluDeltaStage, type BluDeltaStage } from '../engine/bluDelta';
import { binaryContent } from '../engine/binary';
import { PollHost, type Polling } from '../engine/poll';

const START = Date.parse('2026-11-20T12:00:00.000Z');
const MINUTE = 60_000;
let now = START;
let stage: BluDeltaStage;

beforeAll(async () => {
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	stage = await bluDeltaStage({ now: () => new Date(now) });
});
beforeEach(() => {
	now = START;
	stage.emulator.reset();
});
afterAll(async () => {
	await stage.emulator.stop();
	jest.restoreAllMocks();
});

const invoice = { number: 'RE-7', date: '2026-04-17', lines: [{ description: 'Gravel', unitPrice: 50 }] };
const defaults = {
	confirmation: 'manual',
	documents: 'all',
	limit: 10,
	redeliverAfter: 60,
	apiVersion: 'v2',
	includeResultPdf: false,
	output: 'simplified',
};
const host = (parameters: IDataObject = {}, more: Partial<Polling> = {}) =>
	new PollHost({
		node: new BluDeltaTrigger(),
		parameters: { ...defaults, ...parameters },
		credentials: { bluDeltaApi: stage.credential },
		credentialTypes: { bluDeltaApi: new BluDeltaApi() },
		...more,
	});
const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.invoiceId as string);
const attempts = () => stage.emulator.bluDelta.people.documents().map((document) => document.attempts);
const downloads = () => stage.emulator.journal.filter({ path: '/download', status: 200 }).length;
const confirm = async (...invoiceIds: string[]) => {
	for (const invoiceId of invoiceIds) {
		const { error } = await stage.run('document', 'confirm', { invoiceId });
		if (error) throw new Error(error.message);
	}
};
/** Bytes that are no PDF end in an error at BLU DELTA. */
const unreadable = Buffer.from('no PDF');

it.each<[IDataObject, string]>([
	[{ limit: '={{ "" }}' }, "'Limit' is required: it must be a whole number, 1 or more"],
	[{ limit: 0 }, "'Limit' must be a whole number, 1 or more"],
	[{ redeliverAfter: '={{ "an hour" }}' }, "'Redeliver After (Minutes)' must be a whole number, 1 or more"],
	[{ documents: 'some' }, "'Documents' must be one of all, errorsOnly, withoutErrors"],
])('settings that say nothing fail the poll instead of handing over nothing: %j', async (wrong, message) => {
	await stage.upload(invoice);
	await expect(host(wrong).tick()).rejects.toMatchObject({ message });
	expect(attempts()).toEqual([0]);
});

it('takes its settings in whatever letter case', async () => {
	await stage.upload(invoice);
	const items = await host({ documents: 'ALL', output: 'Raw', limit: '={{ "1" }}' }).tick();
	expect(items[0].json).toHaveProperty('detectInvoiceResponse');
});

describe.each(['default', 'durable'] as const)('in the %s engine', (engine) => {
	it('hands over every released document once, with its file', async () => {
		await stage.upload(invoice, invoice, invoice);
		const trigger = host({}, { engine });
		const items = await trigger.tick();
		expect(new Set(ids(items))).toEqual(new Set(stage.queue()));
		expect(items).toHaveLength(3);
		expect(items[0].json).toMatchObject({ invoiceNumber: 'RE-7', endedInError: false });
		expect(items[0].json).not.toHaveProperty('redelivered');
		expect((await binaryContent(items[0])).subarray(0, 5).toString()).toBe('%PDF-');
		expect(attempts()).toEqual([1, 1, 1]);
		expect(stage.queue()).toHaveLength(3);
	});

	it('downloads nothing in vain while documents are at work', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		await trigger.tick();
		for (let poll = 0; poll < 20; poll++) {
			now += 2 * MINUTE;
			expect(await trigger.tick()).toEqual([]);
		}
		expect(attempts()).toEqual([1, 1]);
	});

	it('learns from the state history what was confirmed, and goes on', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({ limit: 1 }, { engine });
		const [first] = ids(await trigger.tick());
		await confirm(first);
		now += MINUTE;
		const [second] = ids(await trigger.tick());
		expect(second).not.toBe(first);
		await confirm(second);
		now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(attempts()).toEqual([1, 1]);
		await stage.upload(invoice);
		now += MINUTE;
		expect(await trigger.tick()).toHaveLength(1);
	});

	it('hands over once more what is not confirmed in time, leaves the third download, and says so once', async () => {
		await stage.upload(invoice);
		const trigger = host({}, { engine });
		const [id] = ids(await trigger.tick());
		now += 61 * MINUTE;
		const again = await trigger.tick();
		expect(again.map(({ json }) => [json.invoiceId, json.redelivered])).toEqual([[id, true]]);
		for (let hour = 0; hour < 3; hour++) {
			now += 61 * MINUTE;
			const items = await trigger.tick();
			if (hour > 0) expect(items).toEqual([]);
			else {
				expect(items.map(({ json }) => json)).toEqual([
					expect.objectContaining({ stuck: true, invoiceId: id, fileName: 'invoice.pdf', downloads: 2 }),
				]);
			}
		}
		expect(trigger.log).toEqual([
			expect.stringMatching(new RegExp(`${id}.*leaves its last download to you`)),
		]);
		expect(attempts()).toEqual([2]);
		await stage.upload(invoice);
		now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		await confirm(id);
		now += 2 * MINUTE;
		expect(await trigger.tick()).toHaveLength(1);
		expect(attempts()).toEqual([2, 1]);
	});

	it('hands over newer documents together with the one whose time is over', async () => {
		await stage.upload(invoice);
		const trigger = host({}, { engine });
		const [failed] = ids(await trigger.tick());
		await stage.upload(invoice, invoice);
		now += 30 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		now += 31 * MINUTE;
		const items = await trigger.tick();
		expect(ids(items)[0]).toBe(failed);
		expect(items.map(({ json }) => json.redelivered ?? false)).toEqual([true, false, false]);
		expect(attempts()).toEqual([2, 1, 1]);
	});

	it('keeps what it knows over a restart', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		const [first, second] = ids(await trigger.tick());
		await confirm(first);
		trigger.restart();
		now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		trigger.restart();
		now += 60 * MINUTE;
		expect(ids(await trigger.tick())).toEqual([second]);
	});

	it('gets back what n8n lost when it died between download and storing', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		await trigger.tick({ crash: true });
		now += MINUTE;
		expect(new Set(ids(await trigger.tick()))).toEqual(new Set(stage.queue()));
		expect(attempts()).toEqual([2, 2]);
	});

	it('gets back a document whose download got no answer', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, drop: 'afterWrite' });
		await expect(trigger.tick()).rejects.toMatchObject({
			message: expect.stringMatching(/gave no answer/),
			failure: { cause: 'temporarily-unavailable' },
		});
		now += 2 * MINUTE;
		expect(new Set(ids(await trigger.tick()))).toEqual(new Set(stage.queue()));
	});

	it('hands over what it has when a later download fails', async () => {
		await stage.upload(invoice, invoice);
		stage.emulator.bluDelta.state.documents.get(stage.queue()[1])!.attempts = 3;
		const trigger = host({}, { engine });
		expect(await trigger.tick()).toHaveLength(1);
		expect(trigger.log).toEqual([expect.stringMatching(/three times without a confirmation/)]);
	});

	it('changes nothing when a poll fails', async () => {
		await stage.upload(invoice);
		const trigger = host({}, { engine });
		const [id] = ids(await trigger.tick());
		const before = JSON.stringify(trigger.saved);
		now += 61 * MINUTE;
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 500 });
		await expect(trigger.tick()).rejects.toThrow('500');
		expect(JSON.stringify(trigger.saved)).toBe(before);
		expect(ids(await trigger.tick())).toEqual([id]);
	});
});

it('names the document that BLU DELTA refuses, and does not ask again in the same poll', async () => {
	await stage.upload(invoice);
	stage.emulator.bluDelta.state.documents.get(stage.queue()[0])!.attempts = 3;
	await expect(host().tick()).rejects.toMatchObject({
		message: expect.stringContaining(stage.queue()[0]),
		httpCode: '429',
		failure: { cause: 'configuration-invalid' },
	});
	expect(stage.emulator.journal.filter({ path: '/download', status: 429 })).toHaveLength(1);
});

it('takes no more than the limit in one poll, nor than its time allows', async () => {
	await stage.upload(invoice, invoice, invoice);
	expect(await host({ limit: 2 }).tick()).toHaveLength(2);
	stage.emulator.reset();
	await stage.upload(invoice, invoice, invoice);
	expect(await host({}, { budgetMs: 0 }).tick()).toEqual([]);
	expect(attempts()).toEqual([0, 0, 0]);
});

it('takes its time in an n8n that does not say how long a poll may take', async () => {
	await stage.upload(invoice, invoice);
	expect(await host({}, { budgetMs: null }).tick()).toHaveLength(2);
});

it('asks once only when the queue is empty', async () => {
	const trigger = host();
	await trigger.tick();
	stage.emulator.journal.clear();
	expect(await trigger.tick()).toEqual([]);
	expect(stage.emulator.journal.entries.map(({ path }) => path)).toEqual(['/api/v2/download/invoice/next']);
});

it('does not poll while a poll is under way, and polls again after it', async () => {
	await stage.upload(invoice);
	const trigger = host();
	const both = await Promise.all([trigger.tick(), trigger.tick()]);
	expect(both.map((items) => items.length)).toEqual([1, 0]);
	expect(attempts()).toEqual([1]);
	await confirm(...stage.queue());
	await stage.upload(invoice);
	now += 2 * MINUTE;
	expect(await trigger.tick()).toHaveLength(1);
});

it('a count as old as a minute leads to no download in vain', async () => {
	await stage.upload(invoice, invoice);
	const trigger = host();
	const first = ids(await trigger.tick());
	await confirm(...first);
	await stage.upload(invoice);
	// The count is still that of the first poll: two documents, both confirmed by now.
	now += 30_000;
	expect(await trigger.tick()).toHaveLength(1);
	now += 20_000;
	expect(await trigger.tick()).toEqual([]);
	expect(attempts()).toEqual([1, 1, 1]);
});

it('stops as soon as a document comes a second time, whatever the count has promised', async () => {
	await stage.upload(invoice, invoice, invoice);
	await confirm(...ids(await host({ limit: 2 }).tick()));
	// The count is still that of a minute ago: three documents, of which one is left.
	now += 30_000;
	expect(await host().tick()).toHaveLength(1);
	expect(attempts()).toEqual([1, 1, 2]);
});

describe('confirmation on hand-over', () => {
	it('counts no longer what it has confirmed itself', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		await stage.upload(invoice);
		now += 30_000;
		expect(await trigger.tick()).toHaveLength(1);
		expect(attempts()).toEqual([1, 1, 1]);
	});

	it('confirms in the next poll what n8n has taken over, and nothing before', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		expect(stage.emulator.journal.filter({ path: '/confirm' })).toEqual([]);
		now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1, 1]);
	});

	const confirms = () => stage.emulator.journal.filter({ path: '/api/confirm' }).length;

	it('confirms as much as there is time for, and the rest in the next poll', async () => {
		await stage.upload(invoice, invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable', budgetMs: 2000 });
		await trigger.tick();
		stage.emulator.faults.add({
			match: { path: '/api/confirm' },
			delayMs: 2100,
			status: 200,
			afterWork: true,
		});
		now += MINUTE;
		await trigger.tick();
		expect(confirms()).toBe(1);
		now += MINUTE;
		await trigger.tick();
		expect(stage.queue()).toEqual([]);
		expect(confirms()).toBe(3);
	});

	it('confirms nothing twice when n8n has given up the poll that did it', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable' });
		await trigger.tick();
		now += MINUTE;
		await trigger.tick({ crash: true });
		expect(confirms()).toBe(2);
		now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(confirms()).toBe(2);
	});

	it('tries again when a confirm fails, and hands nothing over twice', async () => {
		await stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, status: 500, times: 3 });
		now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(trigger.log).toEqual([expect.stringMatching(/is not confirmed: BLU DELTA answered 500/)]);
		now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1]);
	});
});

describe('documents in error', () => {
	it.each([
		['all', [false, true]],
		['withoutErrors', [false]],
		['errorsOnly', [true]],
	])('%s', async (documents, marks) => {
		await stage.upload(invoice, unreadable);
		const items = await host({ documents }).tick();
		expect(items.map(({ json }) => json.endedInError)).toEqual(marks);
	});

	it('that nobody asked for are passed once, and then told as stuck', async () => {
		await stage.upload(unreadable);
		const [error] = stage.queue();
		const trigger = host({ documents: 'withoutErrors' });
		expect(await trigger.tick()).toEqual([]);
		now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(attempts()).toEqual([1]);
		await stage.upload(invoice);
		now += 2 * MINUTE;
		const items = await trigger.tick();
		expect(items).toHaveLength(1);
		expect(attempts()).toEqual([2, 1]);
		await confirm(...ids(items));
		now += 61 * MINUTE;
		const stuck = await trigger.tick();
		expect(stuck.map(({ json }) => [json.stuck, json.invoiceId])).toEqual([[true, error]]);
	});
});

describe('a manual test run', () => {
	it('takes one document, says what that costs, and leaves the rest as it was', async () => {
		await stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { mode: 'manual' });
		const items = await trigger.tick();
		expect(items).toHaveLength(1);
		expect(items[0].json.testRunNotice).toMatch(/one of the three downloads.*not confirmed/);
		expect(JSON.stringify(trigger.saved)).not.toContain(items[0].json.invoiceId as string);
		expect(downloads()).toBe(1);
		const active = host();
		expect(await active.tick()).toHaveLength(2);
	});

	it('says nothing is there when the queue is empty', async () => {
		expect(await host({}, { mode: 'manual' }).tick()).toEqual([]);
	});
});
