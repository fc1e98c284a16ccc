import { binaryContent } from '../engine/binary';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

const world = bluDeltaWorld();
const { host, attempts, confirm } = world;

describe.each(['default', 'scheduled', 'durable'] as const)('in the %s engine', (engine) => {
	it('hands over every released document once, with its file', async () => {
		await world.stage.upload(invoice, invoice, invoice);
		const trigger = host({}, { engine });
		const items = await trigger.tick();
		expect(new Set(idsOf(items))).toEqual(new Set(world.stage.queue()));
		expect(items).toHaveLength(3);
		expect(items[0].json).toMatchObject({ invoiceNumber: 'RE-7', endedInError: false });
		expect(items[0].json).not.toHaveProperty('redelivered');
		expect(items[0].json).not.toHaveProperty('message');
		expect((await binaryContent(items[0])).subarray(0, 5).toString()).toBe('%PDF-');
		expect(attempts()).toEqual([1, 1, 1]);
		expect(world.stage.queue()).toHaveLength(3);
	});

	it('downloads nothing in vain while documents are at work', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		await trigger.tick();
		for (let poll = 0; poll < 20; poll++) {
			world.now += 2 * MINUTE;
			expect(await trigger.tick()).toEqual([]);
		}
		expect(attempts()).toEqual([1, 1]);
	});

	it('learns from the state history what was confirmed, and goes on', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({ limit: 1 }, { engine });
		const [first] = idsOf(await trigger.tick());
		await confirm(first);
		world.now += MINUTE;
		const [second] = idsOf(await trigger.tick());
		expect(second).not.toBe(first);
		await confirm(second);
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(attempts()).toEqual([1, 1]);
		await world.stage.upload(invoice);
		world.now += MINUTE;
		expect(await trigger.tick()).toHaveLength(1);
	});

	it('hands over once more what is not confirmed in time, leaves the third download, and says so once', async () => {
		await world.stage.upload(invoice);
		const trigger = host({}, { engine });
		const [id] = idsOf(await trigger.tick());
		world.now += 61 * MINUTE;
		const again = await trigger.tick();
		expect(again.map(({ json }) => [json.invoiceId, json.redelivered])).toEqual([[id, true]]);
		for (let hour = 0; hour < 3; hour++) {
			world.now += 61 * MINUTE;
			expect(await trigger.tick()).toEqual([]);
			expect(trigger.second.map(({ json }) => json.stuckInvoiceId)).toEqual(hour > 0 ? [] : [id]);
		}
		expect(trigger.log).toEqual([
			expect.stringMatching(new RegExp(`${id}.*leaves its last download to you`)),
		]);
		expect(attempts()).toEqual([2]);
		await world.stage.upload(invoice);
		world.now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		await confirm(id);
		world.now += 2 * MINUTE;
		expect(await trigger.tick()).toHaveLength(1);
		expect(attempts()).toEqual([2, 1]);
	});

	it('hands over newer documents together with the one whose time is over', async () => {
		await world.stage.upload(invoice);
		const trigger = host({}, { engine });
		const [failed] = idsOf(await trigger.tick());
		await world.stage.upload(invoice, invoice);
		world.now += 30 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		world.now += 31 * MINUTE;
		const items = await trigger.tick();
		expect(idsOf(items)[0]).toBe(failed);
		expect(items.map(({ json }) => json.redelivered ?? false)).toEqual([true, false, false]);
		expect(attempts()).toEqual([2, 1, 1]);
	});

	it('keeps what it knows over a restart', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		const [first, second] = idsOf(await trigger.tick());
		await confirm(first);
		trigger.restart();
		world.now += 2 * MINUTE;
		expect(await trigger.tick()).toEqual([]);
		trigger.restart();
		world.now += 60 * MINUTE;
		expect(idsOf(await trigger.tick())).toEqual([second]);
	});

	it('gets back what n8n lost when it died between download and storing', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		await trigger.tick({ crash: true });
		world.now += MINUTE;
		expect(new Set(idsOf(await trigger.tick()))).toEqual(new Set(world.stage.queue()));
		expect(attempts()).toEqual([2, 2]);
	});

	it('gets back a document whose download got no answer', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host({}, { engine });
		world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, drop: 'afterWrite' });
		await expect(trigger.tick()).rejects.toMatchObject({
			message: expect.stringMatching(/gave no answer/),
			failure: { cause: 'temporarily-unavailable' },
		});
		world.now += 2 * MINUTE;
		expect(new Set(idsOf(await trigger.tick()))).toEqual(new Set(world.stage.queue()));
	});

	it('hands over what it has when a later download fails', async () => {
		await world.stage.upload(invoice, invoice);
		world.stage.emulator.bluDelta.state.documents.get(world.stage.queue()[1])!.attempts = 3;
		const trigger = host({}, { engine });
		expect(await trigger.tick()).toHaveLength(1);
		expect(trigger.log).toEqual([expect.stringMatching(/three times without a confirmation/)]);
	});

	it('keeps what it knows when a poll fails', async () => {
		await world.stage.upload(invoice);
		const trigger = host({}, { engine });
		const [id] = idsOf(await trigger.tick());
		world.now += 61 * MINUTE;
		world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 400 });
		await expect(trigger.tick()).rejects.toThrow('400');
		world.now += MINUTE;
		expect(idsOf(await trigger.tick())).toEqual([id]);
		expect(attempts()).toEqual([2]);
	});
});
