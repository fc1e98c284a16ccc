import type { IDataObject } from 'n8n-workflow';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

// n8n's scheduler makes the polls, and its own poll as it activates a workflow looks like one of the usual engine.

const world = bluDeltaWorld((stage) => stage.empty());
const { attempts } = world;
type Trigger = ReturnType<typeof world.host>;
const tick = async (trigger: Trigger, minutes = 1, how = {}) => {
	world.now += minutes * MINUTE;
	return await trigger.tick(how);
};
const marks = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => [json.invoiceId, json.redelivered ?? false]);

describe.each(['default', 'scheduled', 'durable'] as const)('%s', (engine) => {
	const host = (confirmation = 'onHandOver') => world.host({ confirmation }, { engine });
	/** The workflow is published anew, and polls at once. */
	const publish = async (trigger: Trigger, changed = {}) => {
		trigger.publish(changed);
		return await tick(trigger, 0, { activation: true });
	};

	it('what the poll of an activation hands over comes once', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		await tick(trigger, 0, { activation: true });
		await tick(trigger);
		await world.stage.upload(invoice);
		expect(await publish(trigger)).toHaveLength(1);
		for (let poll = 0; poll < 3; poll++) expect(await tick(trigger)).toEqual([]);
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([1, 1]);
	});

	it.each(['Trigger', 'Renamed'])(
		'what is at work stays there when the workflow is published anew (%s)',
		async (name) => {
			await world.stage.upload(...Array.from({ length: 5 }, () => invoice));
			const trigger = host('manual');
			expect(await tick(trigger)).toHaveLength(5);
			for (let time = 0; time < 3; time++) {
				expect(await publish(trigger, { name })).toEqual([]);
				expect(await tick(trigger)).toEqual([]);
				expect(await tick(trigger)).toEqual([]);
			}
			expect(attempts()).toEqual([1, 1, 1, 1, 1]);
		},
	);

	it('a confirm that is refused for days is told after an hour, and then daily', async () => {
		await world.stage.upload(invoice);
		world.stage.emulator.bluDelta.state.settings.confirms = 'refused';
		const trigger = host();
		await tick(trigger);
		const told: number[] = [];
		for (let poll = 0; poll < 26 * 6; poll++) {
			await tick(trigger, 10);
			if (trigger.second.length) told.push(poll / 6);
		}
		expect(told).toEqual([1, 25]);
		expect(trigger.log.filter((line) => line.includes('is not confirmed'))).toHaveLength(1);
	});

	it('what n8n may have lost as it died is handed over once more, and never confirmed unseen', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const [id] = world.stage.queue();
		await tick(trigger, 1, { crash: true, saved: true });
		// Without its cursor n8n knows nothing of that poll: the document comes as if for the first time.
		expect(marks(await tick(trigger))).toEqual([[id, engine !== 'durable']]);
		expect(world.stage.queue()).toEqual([id]);
		await tick(trigger);
		expect(world.stage.queue()).toEqual([]);
	});

	it('a restart hands over once more only what n8n does not keep together with its items', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const [id] = idsOf(await tick(trigger));
		trigger.restart();
		expect(marks(await tick(trigger, 1, { activation: true }))).toEqual(
			engine === 'durable' ? [] : [[id, true]],
		);
		await tick(trigger);
		expect(world.stage.queue()).toEqual([]);
	});
});

it.each([
	['default', 'scheduled'],
	['scheduled', 'default'],
	['default', 'durable'],
	['scheduled', 'durable'],
] as const)(
	'what is at work is known when n8n polls in another way: first %s, then %s',
	async (before, engine) => {
		await world.stage.upload(invoice);
		const trigger = world.host({ confirmation: 'manual' }, { engine: before });
		const [id] = idsOf(await tick(trigger));
		trigger.publish({ engine });
		trigger.restart();
		expect(await tick(trigger, 1, { activation: true })).toEqual([]);
		expect(await tick(trigger)).toEqual([]);
		expect(marks(await tick(trigger, 60))).toEqual([[id, true]]);
	},
);
