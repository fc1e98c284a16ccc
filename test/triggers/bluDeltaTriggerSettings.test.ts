import type { IDataObject } from 'n8n-workflow';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

const world = bluDeltaWorld();
const { host, attempts, confirm } = world;
const downloads = () => world.stage.emulator.journal.filter({ path: '/download', status: 200 }).length;
/** Bytes that are no PDF end in an error at BLU DELTA. */
const unreadable = Buffer.from('no PDF');

it.each<[IDataObject, string]>([
	[{ limit: '={{ "" }}' }, "'Limit' (limit) is required: it must be a whole number, 1 or more"],
	[{ limit: 0 }, "'Limit' (limit) must be a whole number, 1 or more, not 0"],
	[
		{ redeliverAfter: '={{ "an hour" }}' },
		'\'Redeliver After (Minutes)\' (redeliverAfter) must be a whole number, 1 or more, not "an hour"',
	],
	[
		{ documents: 'some' },
		'\'Documents\' (documents) must be one of all, errorsOnly, withoutErrors, not "some"',
	],
])('settings that say nothing fail the poll instead of handing over nothing: %j', async (wrong, message) => {
	await world.stage.upload(invoice);
	await expect(host(wrong).tick()).rejects.toMatchObject({ message });
	expect(attempts()).toEqual([0]);
});

it('takes its settings in whatever letter case', async () => {
	await world.stage.upload(invoice);
	const items = await host({ documents: 'ALL', output: 'Raw', limit: '={{ "1" }}' }).tick();
	expect(items[0].json).toHaveProperty('detectInvoiceResponse');
});

describe('confirmation on hand-over', () => {
	it('counts no longer what it has confirmed itself', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		await world.stage.upload(invoice);
		world.now += 30_000;
		expect(await trigger.tick()).toHaveLength(1);
		expect(attempts()).toEqual([1, 1, 1]);
	});

	it('confirms in the next poll what n8n has taken over, and nothing before', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		expect(world.stage.emulator.journal.filter({ path: '/confirm' })).toEqual([]);
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1, 1]);
	});

	const confirms = () => world.stage.emulator.journal.filter({ path: '/api/confirm' }).length;

	it('confirms as much as there is time for, and the rest in the next poll', async () => {
		await world.stage.upload(invoice, invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable', budgetMs: 2000 });
		await trigger.tick();
		world.stage.emulator.faults.add({
			match: { path: '/api/confirm' },
			delayMs: 2100,
			status: 200,
			afterWork: true,
		});
		world.now += MINUTE;
		await trigger.tick();
		expect(confirms()).toBe(1);
		world.now += MINUTE;
		await trigger.tick();
		expect(world.stage.queue()).toEqual([]);
		expect(confirms()).toBe(3);
	});

	it('confirms nothing twice when n8n has given up the poll that did it', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable' });
		await trigger.tick();
		world.now += MINUTE;
		await trigger.tick({ crash: true });
		expect(confirms()).toBe(2);
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(confirms()).toBe(2);
	});

	it('tries again when a confirm fails, and hands nothing over twice', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		await trigger.tick();
		world.stage.emulator.faults.add({ match: { path: '/api/confirm' }, status: 500, times: 3 });
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(trigger.log).toEqual([expect.stringMatching(/is not confirmed: BLU DELTA answered 500/)]);
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1]);
	});
});

describe('documents in error', () => {
	it.each([
		['all', [false, true]],
		['withoutErrors', [false]],
		['errorsOnly', [true]],
	])('%s', async (documents, marks) => {
		await world.stage.upload(invoice, unreadable);
		const items = await host({ documents }).tick();
		expect(items.map(({ json }) => json.endedInError)).toEqual(marks);
	});

	it('that nobody asked for are passed once, and then told as stuck', async () => {
		await world.stage.upload(unreadable);
		const [error] = world.stage.queue();
		const trigger = host({ documents: 'withoutErrors' });
		expect(await trigger.tick()).toEqual([]);
		world.now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(attempts()).toEqual([1]);
		await world.stage.upload(invoice);
		world.now += 2 * MINUTE;
		const items = await trigger.tick();
		expect(items).toHaveLength(1);
		expect(attempts()).toEqual([2, 1]);
		await confirm(...idsOf(items));
		world.now += 61 * MINUTE;
		const stuck = await trigger.tick();
		expect(stuck.map(({ json }) => [json.stuck, json.invoiceId])).toEqual([[true, error]]);
	});
});

describe('a manual test run', () => {
	it('takes one document, says what that costs, and leaves the rest as it was', async () => {
		await world.stage.upload(invoice, invoice);
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
