import type { IDataObject } from 'n8n-workflow';
import { BluDeltaTrigger } from '../../nodes/BluDelta/BluDeltaTrigger.node';
import { binaryContent } from '../engine/binary';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

const world = bluDeltaWorld();
const { host, attempts } = world;
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
		{ confirmation: 'never' },
		'\'Confirmation\' (confirmation) must be one of manual, onHandOver, not "never"',
	],
])('settings that say nothing fail the poll instead of handing over nothing: %j', async (wrong, message) => {
	await world.stage.upload(invoice);
	await expect(host(wrong).tick()).rejects.toMatchObject({ message });
	expect(attempts()).toEqual([0]);
});

it('takes its settings in whatever letter case', async () => {
	await world.stage.upload(invoice);
	const items = await host({ confirmation: 'MANUAL', output: 'Raw', limit: '={{ "1" }}' }).tick();
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
		for (const { json } of await trigger.tick()) expect(json).not.toHaveProperty('message');
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

	it('confirms nothing once its time is over', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable' });
		await trigger.tick();
		trigger.publish({ budgetMs: 0 });
		const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
		await trigger.tick().finally(() => clock.mockRestore());
		expect(confirms()).toBe(0);
	});

	it('confirms nothing in a poll that begins before n8n has the documents of the last one', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		const both = await Promise.all([trigger.tick(), trigger.tick()]);
		expect(both.map((items) => items.length)).toEqual([1, 0]);
		expect(confirms()).toBe(0);
	});

	it('confirms, in n8n’s other engine, what n8n has kept, though another process handed it over', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable' });
		await trigger.tick();
		trigger.restart();
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1]);
	});

	it('hands over once more, in n8n’s other engine, what a poll had that n8n has given up', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' }, { engine: 'durable' });
		const [id] = idsOf(await trigger.tick());
		trigger.saved = {};
		world.now += MINUTE;
		const again = await trigger.tick();
		expect(again.map(({ json }) => [json.invoiceId, json.redelivered])).toEqual([[id, true]]);
		expect(confirms()).toBe(0);
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

it('a document that could not be read needs attention, with its file', async () => {
	await world.stage.upload(invoice, unreadable);
	const trigger = host();
	const items = await trigger.tick();
	expect(items.map(({ json }) => json.endedInError)).toEqual([false]);
	expect(trigger.second.map(({ json }) => json.endedInError)).toEqual([true]);
	expect((await binaryContent(trigger.second[0])).toString()).toBe('no PDF');
	expect(trigger.log).toEqual([]);
	expect(attempts()).toEqual([1, 1]);
});

it('hands over by its default, with nothing set', async () => {
	await world.stage.upload(invoice);
	const trigger = host({ confirmation: undefined, redeliverAfter: undefined });
	expect(await trigger.tick()).toHaveLength(1);
	world.now += MINUTE;
	expect(await trigger.tick()).toEqual([]);
	expect(world.stage.queue()).toEqual([]);
});

it('calls its settings in the editor what the documentation calls them', () => {
	const { properties } = new BluDeltaTrigger().description;
	expect(properties.map(({ displayName }) => displayName).slice(1)).toEqual([
		...['Confirmation', 'Limit', 'Redeliver After (Minutes)', 'API Version', 'Include Result PDF', 'Output'],
	]);
	const confirmation = properties.find(({ name }) => name === 'confirmation')!;
	expect(confirmation.options!.map(({ name }) => name)).toEqual(['Manual', 'On Hand-Over']);
	const pdf = properties.find(({ name }) => name === 'includeResultPdf')!;
	expect(pdf.description).toMatch(/^Whether /);
});
