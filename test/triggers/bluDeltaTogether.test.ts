import type { IDataObject } from 'n8n-workflow';
import { Container, core } from '../engine/core';
import { next } from '../operations/documents';
import { bluDeltaWorld, idsOf, invoice, MINUTE, START } from './bluDeltaWorld';

// Several that work at one queue, runs that n8n repeats, and a clock that was wrong.

const world = bluDeltaWorld((stage) => stage.empty());
const { attempts } = world;
const host = (...more: Parameters<typeof world.host>) => world.host(...more);
const downloadNext = async (parameters: IDataObject = {}, more = {}) =>
	await world.stage.run('document', 'downloadNext', { ...next, ...parameters }, { mode: 'trigger', ...more });
const marks = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.redelivered ?? false);
const lose = (rule: object, times = 1) =>
	world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, times, ...rule });

describe('at once', () => {
	it('four runs of Download Next: one document comes, once more with a mark, and then no more', async () => {
		await world.stage.upload(invoice);
		const runs = await Promise.all([1, 2, 3, 4].map(async () => await downloadNext()));
		// Which of them comes first is a matter of the machine.
		const came = runs.map(({ items }) => marks(items)).filter(({ length }) => length);
		expect(came).toHaveLength(2);
		expect(came).toEqual(expect.arrayContaining([[false], [true]]));
		const refused = runs.filter(({ items }) => !items.length).map(({ error }) => error?.message);
		expect(refused).toEqual(
			[1, 2].map(() => expect.stringMatching(/was downloaded 2 times and is not confirmed/)),
		);
		expect(attempts()).toEqual([2]);
	});

	it('four runs that confirm: each document once', async () => {
		await world.stage.upload(invoice, invoice);
		const after = { confirmation: 'afterDownload' };
		const runs = await Promise.all([1, 2, 3, 4].map(async () => await downloadNext(after)));
		const came = runs.map(({ items }) => marks(items)).filter(({ length }) => length);
		expect(came).toEqual([[false], [false]]);
		expect(attempts()).toEqual([1, 1]);
	});

	it('two runs over several items: no third download, and each second one with a mark', async () => {
		await world.stage.upload(invoice, invoice, invoice);
		const items = [1, 2, 3, 4].map(() => ({ json: {} }));
		const runs = await Promise.all([1, 2].map(async () => await downloadNext({}, { items })));
		const came = runs.flatMap((run) => run.items);
		expect(marks(came).filter((marked) => !marked)).toHaveLength(3);
		expect(Math.max(...attempts())).toBeLessThanOrEqual(2);
		for (const run of runs) expect(new Set(idsOf(run.items)).size).toBe(run.items.length);
	});

	it.each(['onHandOver', 'manual'])(
		'a poll (%s) and Download Next: one of them gets it',
		async (confirmation) => {
			await world.stage.upload(invoice);
			const [polled, run] = await Promise.all([host({ confirmation }).tick(), downloadNext()]);
			expect([...marks(polled), ...marks(run.items)].filter((marked) => !marked)).toHaveLength(1);
			expect(run.error).toBeUndefined();
			const { items, hints } = await downloadNext();
			expect(items).toEqual([]);
			expect(hints).toEqual([expect.stringMatching(/which the trigger has handed over/)]);
			expect(Math.max(...attempts())).toBeLessThanOrEqual(2);
		},
	);

	it.each([
		['manual', 'trigger', [expect.stringMatching(/may hand over once more what came here, unless/)]],
		['afterDownload', 'trigger', []],
		['manual', 'manual', []],
	] as const)(
		'Download Next (%s, %s) beside a trigger says what may go to both',
		async (confirmation, mode, told) => {
			const trigger = host({ confirmation: 'onHandOver' });
			expect(await trigger.tick()).toEqual([]);
			await world.stage.upload(invoice);
			world.now += 2 * MINUTE;
			const { items, hints } = await downloadNext({ confirmation }, { mode });
			expect(items).toHaveLength(1);
			expect(hints).toEqual(told);
			expect(marks(await trigger.tick())).toEqual(confirmation === 'manual' ? [true] : []);
		},
	);

	it('what no trigger confirms any more comes by hand, with a mark and a warning', async () => {
		await world.stage.upload(invoice);
		expect(await host({ confirmation: 'onHandOver' }).tick()).toHaveLength(1);
		world.now += 64 * MINUTE;
		const { items, hints } = await downloadNext({}, { mode: 'manual' });
		expect(marks(items)).toEqual([true]);
		expect(hints).toEqual([expect.stringMatching(/second of three downloads/)]);
	});

	it('what a trigger that is late has handed over is left to it, also by hand', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'onHandOver' });
		expect(await trigger.tick()).toHaveLength(1);
		world.now += 62 * MINUTE;
		for (const mode of ['trigger', 'manual'] as const) {
			const { items, hints } = await downloadNext({}, { mode });
			expect(items).toEqual([]);
			expect(hints).toEqual([
				expect.stringMatching(/switched off, confirm it .* from 2026-11-20T13:03:00.000Z on$/),
			]);
		}
		expect(await trigger.tick()).toEqual([]);
		expect(world.stage.queue()).toEqual([]);
	});

	it.each([
		[60, 64],
		[120, 120],
	])(
		'what is at work for more than %i minutes comes, once more, where its trigger is switched off',
		async (redeliverAfter, minutes) => {
			await world.stage.upload(invoice);
			expect(await host({ confirmation: 'manual', redeliverAfter }).tick()).toHaveLength(1);
			world.now += (minutes - 1.5) * MINUTE;
			expect((await downloadNext()).items).toEqual([]);
			world.now += 2 * MINUTE;
			expect(marks((await downloadNext()).items)).toEqual([true]);
			expect(attempts()).toEqual([2]);
		},
	);

	it('what the next poll confirms is left to it by hand, too; what is at work comes, with a warning', async () => {
		await world.stage.upload(invoice);
		const byHand = async () => await downloadNext({}, { mode: 'manual' });
		const trigger = host({ confirmation: 'onHandOver' });
		expect(await trigger.tick()).toHaveLength(1);
		expect(await byHand()).toMatchObject({
			items: [],
			hints: [expect.stringMatching(/which the trigger has handed over/)],
		});
		expect(attempts()).toEqual([1]);
		await trigger.tick();
		await world.stage.upload(invoice);
		world.now += MINUTE;
		expect(await host({ confirmation: 'manual' }).tick()).toHaveLength(1);
		const { items, hints } = await byHand();
		expect(marks(items)).toEqual([true]);
		expect(hints).toEqual([expect.stringMatching(/second of three downloads/)]);
	});

	it('a poll and a test run: the second says so', async () => {
		await world.stage.upload(invoice);
		const [polled, tested] = await Promise.allSettled([host().tick(), host({}, { mode: 'manual' }).tick()]);
		expect(polled).toMatchObject({ value: [expect.anything()] });
		expect(tested).toMatchObject({ reason: { message: expect.stringMatching(/took no document/) } });
		expect(attempts()).toEqual([1]);
	});

	it('a run that is canceled while it downloads lets the next one go on', async () => {
		await world.stage.upload(invoice);
		await world.stage.run('document', 'count', { states: ['New'] });
		lose({ delayMs: 600_000 });
		const running = ({ cancel }: { cancel: () => void }) => void setTimeout(cancel, 300);
		void downloadNext({}, { running });
		const { items } = await downloadNext({}, { mode: 'manual' });
		expect(items).toHaveLength(1);
	});
});

describe('credentials whose clients overlap', () => {
	const with_ = (clients: string) => ({ bluDeltaApi: { ...world.stage.credential, clients } });
	const trigger = (clients: string, more = {}) =>
		host({ confirmation: 'onHandOver' }, { credentials: with_(clients), ...more });
	const take = async (clients: string, parameters: IDataObject = {}, more = {}) =>
		await downloadNext(parameters, { credentials: with_(clients), ...more });
	/** Documents of Client1, which both credentials get. */
	const upload = async (count: number) => {
		await world.stage.upload(...Array.from({ length: count }, () => invoice));
		const { people } = world.stage.emulator.bluDelta;
		for (const id of world.stage.queue()) people.move(id, 'Client1');
		return world.stage.queue();
	};

	it.each(['trigger', 'manual'])(
		'Download Next (%s) leaves to a trigger what that has, in words',
		async (mode) => {
			await upload(1);
			expect(await trigger('').tick()).toHaveLength(1);
			world.now += MINUTE / 3;
			const { items, error } = await take('Client1', { confirmation: 'afterDownload' }, { mode });
			expect(items).toEqual([]);
			expect(error).toMatchObject({
				message: expect.stringMatching(
					/^The trigger "Trigger" of the workflow "w" takes documents of this queue with another credential/,
				),
				description: expect.stringMatching(
					/^Choose that trigger's credential here, .*different Clients.* from 2026-11-20T12:03:00.000Z on/,
				),
			});
			expect(attempts()).toEqual([1]);
		},
	);

	it.each(['', 'Client1'])(
		'what a trigger has handed over that polls no more, Download Next ("%s") brings once more, and says so',
		async (clients) => {
			const [id] = await upload(1);
			expect(await trigger('').tick()).toHaveLength(1);
			world.now += MINUTE;
			expect((await take('', { confirmation: 'afterDownload' }, { mode: 'trigger' })).items).toEqual([]);
			world.now += 63 * MINUTE;
			const { items } = await take(clients, { confirmation: 'afterDownload' }, { mode: 'trigger' });
			expect(items[0].json).toMatchObject({ invoiceId: id, redelivered: true, confirmed: true });
		},
	);

	it('so do test runs', async () => {
		await upload(1);
		expect(await trigger('Client1').tick()).toHaveLength(1);
		await expect(trigger('', { mode: 'manual' }).tick()).rejects.toThrow(/with another credential/);
		expect(await trigger('Client2', { mode: 'manual' }).tick()).toEqual([]);
		expect(attempts()).toEqual([1]);
	});

	it('a trigger that comes up in the middle of a run ends it, with what has come', async () => {
		const [first] = await upload(2);
		const items = [{ json: {} }, { json: {} }];
		// The first item has come, and the second one has not begun.
		const { faults, journal } = world.stage.emulator;
		faults.add({ match: { path: '/confirm' }, delayMs: 300 });
		const run = take('', { confirmation: 'afterDownload' }, { items });
		while (!journal.filter({ path: '/v2/download' }).length) await new Promise((done) => setTimeout(done, 5));
		const [came, polled] = await Promise.all([run, trigger('Client1').tick()]);
		expect(idsOf(came.items)).toEqual([first]);
		expect(came.hints).toEqual([expect.stringMatching(/^Stopped after 1 documents: The trigger/)]);
		expect(marks(polled)).toEqual([false]);
		expect(attempts()).toEqual([1, 1]);
	});

	it.each([
		['', 'Client1'],
		['Client1', ''],
		['Client1, Client2', 'Client1'],
	])('count downloads together ("%s", "%s"): none makes the third one by itself', async (one, other) => {
		await upload(1);
		expect(marks((await take(one)).items)).toEqual([false]);
		expect(marks((await take(other)).items)).toEqual([true]);
		for (const clients of [one, other]) {
			expect((await take(clients)).error?.message).toMatch(/downloaded 2 times and is not confirmed/);
		}
		expect(attempts()).toEqual([2]);
	});

	it('what one confirms bars no other', async () => {
		const [first, second] = await upload(2);
		await take('');
		await take('Client1');
		await world.confirm(first);
		expect(idsOf((await take('Client1')).items)).toEqual([second]);
	});

	it('what Download Next took before a trigger came is marked, and at its last download left to people', async () => {
		const [id] = await upload(1);
		await take('');
		const polls = trigger('Client1');
		expect(marks(await polls.tick())).toEqual([true]);
		expect(attempts()).toEqual([2]);
		await polls.tick();
		expect(world.stage.queue()).toEqual([]);
		const [other] = await upload(1);
		expect(other).not.toBe(id);
		world.now += 4 * MINUTE;
		await take('');
		await take('', {}, { mode: 'manual' });
		expect(await polls.tick()).toEqual([]);
		expect(polls.second).toMatchObject([{ json: { stuckInvoiceId: other, downloads: 2 } }]);
	});

	it('another trigger that takes over a part of the queue hands over once more what the first one had, marked', async () => {
		await upload(1);
		expect(await trigger('').tick()).toHaveLength(1);
		world.now += 4 * MINUTE;
		const second = trigger('Client1', { workflowId: 'other' });
		const came = [...(await second.tick()), ...(await second.tick())];
		expect(marks(came)).toEqual([true]);
		expect(world.stage.emulator.journal.filter({ path: '/confirm' })).toEqual([]);
		await second.tick();
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([2]);
	});

	it('what does not come to one is known to the other all the same', async () => {
		await world.stage.upload(invoice);
		await take('');
		// Its client is not Client1.
		expect(await take('Client1')).toMatchObject({ items: [], error: undefined });
		expect(marks((await take('')).items)).toEqual([true]);
		expect(attempts()).toEqual([2]);
	});
});

describe('Retry On Fail by hand uses up one download', () => {
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const broken = [
		{ breakOffAfter: 600 },
		...['html', 'malformed', 'empty'].map((body) => ({ status: 200, afterWork: true, body })),
	];
	const goOn = ['continueRegularOutput', 'continueErrorOutput'] as const;
	it.each([
		// Once: all executions of this engine have the same id, and a run that has stopped is remembered by it.
		{ onError: 'stopWorkflow' as const, rule: broken[0] },
		...goOn.flatMap((onError) => broken.map((rule) => ({ onError, rule }))),
	])('%j', async ({ onError, rule }) => {
		await world.stage.upload(invoice);
		lose(rule, 3);
		await downloadNext({}, { mode: 'manual', settings: { ...settings, onError } });
		world.stage.emulator.faults.clear();
		expect(attempts()).toEqual([1]);
	});

	it('with a full disk', async () => {
		await world.stage.upload(invoice);
		const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
		const store = jest.spyOn(Container.get(core.BinaryDataService), 'store').mockRejectedValue(full);
		const { error } = await downloadNext({}, { mode: 'manual', settings });
		store.mockRestore();
		expect(error?.description).toMatch(/Retry On Fail does not repeat it/);
		expect(attempts()).toEqual([1]);
	});
});

describe('triggers whose clients overlap', () => {
	const trigger = (
		workflowId: string,
		clients: string,
		apiIdentifier = world.stage.credential.apiIdentifier,
	) =>
		host(
			{ confirmation: 'onHandOver' },
			{ workflowId, credentials: { bluDeltaApi: { ...world.stage.credential, apiIdentifier, clients } } },
		);

	it.each([
		['', 'Client1', true],
		['Client1', '', true],
		['Client1', 'Customer1.client1, Client2', true],
		['Client1', 'Client2', false],
	])('"%s" and "%s"', async (one, other, refused) => {
		await trigger('A', one).tick();
		const second = trigger('B', other).tick();
		if (refused) await expect(second).rejects.toThrow(/takes the documents of this queue already/);
		else expect(await second).toEqual([]);
	});

	it('are refused when only the identifier names the client, in words that say what to do', async () => {
		await trigger('A', '', 'Customer1.Client1').tick();
		expect(await trigger('B', '', 'Customer1.Client2').tick()).toEqual([]);
		await expect(trigger('C', '').tick()).rejects.toMatchObject({
			message: expect.stringMatching(/takes the documents of this queue already/),
			description: expect.stringMatching(/let their credentials name different Clients/),
		});
	});

	it('no longer do once the first one has other clients', async () => {
		await trigger('A', '').tick();
		await trigger('A', 'Client2').tick();
		expect(await trigger('B', 'Client1').tick()).toEqual([]);
	});
});

describe.each([1, 400])('a clock that was %i days ahead', (days) => {
	const ahead = async <T>(work: () => Promise<T>): Promise<T> => {
		world.now = START + days * 24 * 60 * MINUTE;
		return await work().finally(() => {
			world.now = START;
			world.stage.emulator.bluDelta.state.tokens.clear();
		});
	};

	it.each(['default', 'durable'] as const)(
		'makes no long pause, nor after a restart (%s)',
		async (engine) => {
			await world.stage.upload(invoice);
			const trigger = host({ confirmation: 'onHandOver' }, { engine });
			lose({ drop: 'afterWrite' });
			await ahead(async () => await trigger.tick().catch(() => []));
			let came = 0;
			for (let poll = 0; poll < 4; poll++) {
				world.now += 2 * MINUTE;
				came += (await trigger.tick()).length;
			}
			expect(came).toBe(1);
		},
	);

	it('leaves no document at work for ever, and tells of one that is stuck', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		await ahead(async () => await trigger.tick());
		await trigger.tick();
		world.now += 61 * MINUTE;
		expect(marks(await trigger.tick())).toEqual([true]);
		world.now += 61 * MINUTE;
		await trigger.tick();
		expect(trigger.second).toMatchObject([{ json: { stuck: true } }]);
	});

	it('leaves the queue to another trigger after two polls', async () => {
		await ahead(async () => await host({}, { workflowId: 'A' }).tick());
		const other = host({}, { workflowId: 'B' });
		await expect(other.tick()).rejects.toThrow(/of this queue already/);
		world.now += 4 * MINUTE;
		expect(await other.tick()).toEqual([]);
	});
});
