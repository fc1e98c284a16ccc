import { downloadedTooOften } from '../../nodes/BluDelta/errors';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

const world = bluDeltaWorld();
const { host, attempts, confirm } = world;

it('names the document that BLU DELTA refuses, and does not ask again for a while', async () => {
	await world.stage.upload(invoice);
	world.stage.emulator.bluDelta.state.documents.get(world.stage.queue()[0])!.attempts = 3;
	const trigger = host();
	await expect(trigger.tick()).rejects.toMatchObject({
		message: expect.stringContaining(world.stage.queue()[0]),
		description: downloadedTooOften.advice,
		httpCode: '429',
		failure: { cause: 'configuration-invalid' },
	});
	world.now += MINUTE;
	expect(await trigger.tick()).toEqual([]);
	expect(world.stage.emulator.journal.filter({ path: '/download', status: 429 })).toHaveLength(1);
});

it('names what is handed over and not confirmed when BLU DELTA refuses, five of them at most', async () => {
	await world.stage.upload(...Array.from({ length: 6 }, () => invoice));
	const trigger = host();
	await trigger.tick();
	world.stage.emulator.bluDelta.state.documents.get(world.stage.queue()[0])!.attempts = 3;
	const [[, { documents }]] = ledgers;
	const [[first, document], ...others] = [...documents];
	documents.set(first, { ...document, fileName: undefined });
	world.now += 61 * MINUTE;
	const named = [first, ...others.slice(0, 4).map(([id]) => `${id} (invoice.pdf)`)];
	await expect(trigger.tick()).rejects.toMatchObject({
		description: `${downloadedTooOften.advice}. Handed over and not yet confirmed: ${named.join(', ')}`,
	});
});

it('says nothing of those that are handed over when another thing is wrong', async () => {
	await world.stage.upload(invoice);
	const trigger = host();
	await trigger.tick();
	world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 400 });
	world.now += 61 * MINUTE;
	await expect(trigger.tick()).rejects.toMatchObject({
		description: expect.not.stringContaining('Handed over'),
	});
});

it('takes no more than the limit in one poll, nor than its time allows', async () => {
	await world.stage.upload(invoice, invoice, invoice);
	expect(await host({ limit: 2 }).tick()).toHaveLength(2);
	world.stage.emulator.reset();
	await world.stage.upload(invoice, invoice, invoice);
	expect(await host({}, { budgetMs: 0 }).tick()).toEqual([]);
	expect(attempts()).toEqual([0, 0, 0]);
});

it('takes its time in an n8n that does not say how long a poll may take', async () => {
	await world.stage.upload(invoice, invoice);
	expect(await host({}, { budgetMs: null }).tick()).toHaveLength(2);
});

it('asks once only when the queue is empty', async () => {
	const trigger = host();
	await trigger.tick();
	world.stage.emulator.journal.clear();
	expect(await trigger.tick()).toEqual([]);
	expect(world.stage.emulator.journal.entries.map(({ path }) => path)).toEqual([
		'/api/v2/download/invoice/next',
	]);
});

it('does not poll while a poll is under way, and polls again after it', async () => {
	await world.stage.upload(invoice);
	const trigger = host();
	const both = await Promise.all([trigger.tick(), trigger.tick()]);
	expect(both.map((items) => items.length)).toEqual([1, 0]);
	expect(attempts()).toEqual([1]);
	await confirm(...world.stage.queue());
	await world.stage.upload(invoice);
	world.now += 2 * MINUTE;
	expect(await trigger.tick()).toHaveLength(1);
});

it('a count as old as a minute leads to no download in vain', async () => {
	await world.stage.upload(invoice, invoice);
	const trigger = host();
	const first = idsOf(await trigger.tick());
	await confirm(...first);
	await world.stage.upload(invoice);
	// The count is still that of the first poll: two documents, both confirmed by now.
	world.now += 30_000;
	expect(await trigger.tick()).toHaveLength(1);
	world.now += 20_000;
	expect(await trigger.tick()).toEqual([]);
	expect(attempts()).toEqual([1, 1, 1]);
});

it('counts no longer what anybody in this process has taken off the queue, however old the count', async () => {
	await world.stage.upload(invoice, invoice, invoice);
	await confirm(...idsOf(await host({ limit: 2 }).tick()));
	// The count is still that of a minute ago: three documents, of which one is left.
	world.now += 30_000;
	expect(await host().tick()).toHaveLength(1);
	expect(attempts()).toEqual([1, 1, 1]);
});

it.each([
	['a day', 24 * 60, [5, 5, 5, 5]],
	['two minutes', 2, [5, 5, 5, 5]],
])('holds nothing back that has come since, with %s between the polls', async (_, minutes, each) => {
	const trigger = host({ confirmation: 'onHandOver' });
	const came = [];
	for (const _day of each) {
		await world.stage.upload(invoice, invoice, invoice, invoice, invoice);
		came.push((await trigger.tick()).length);
		world.now += minutes * MINUTE;
	}
	expect(came).toEqual(each);
	expect(new Set(attempts())).toEqual(new Set([1]));
});

it('knows of a count that a person has asked for', async () => {
	await world.stage.upload(invoice, invoice);
	const trigger = host({ confirmation: 'onHandOver', limit: 1 });
	expect(await trigger.tick()).toHaveLength(1);
	world.now += MINUTE;
	await world.stage.run('document', 'count', { states: ['Downloaded', 'Released'] });
	// Two waited then: one of them is confirmed now, and the other one comes.
	const unlimited = host({ confirmation: 'onHandOver' });
	unlimited.saved = trigger.saved;
	unlimited.publish({});
	expect(await unlimited.tick()).toHaveLength(1);
	expect(attempts()).toEqual([1, 1]);
});

it.each(['x', '1,234', {}, -1, 1.5, true])('a count of %p is none, and no brake either', async (Count) => {
	await world.stage.upload(invoice, invoice);
	const body = JSON.stringify({ State: 0, Count });
	world.stage.emulator.faults.add({ match: { path: '/api/count' }, body, times: 9 });
	const trigger = host();
	expect(await trigger.tick()).toHaveLength(1);
	expect(trigger.log).toEqual(['BLU DELTA Trigger: BLU DELTA sent a count that is no number']);
	expect(attempts()).toEqual([1, 0]);
});

it('stops when a document comes a second time, for a count may promise too much', async () => {
	await world.stage.upload(invoice, invoice);
	const body = JSON.stringify({ State: 0, Count: 9 });
	world.stage.emulator.faults.add({ match: { path: '/api/count' }, body, times: 9 });
	expect(await host().tick()).toHaveLength(2);
	expect(attempts()).toEqual([2, 1]);
});

it('goes on with one document a poll where the count is refused', async () => {
	await world.stage.upload(invoice, invoice);
	world.stage.emulator.faults.add({ match: { path: '/api/count' }, status: 403, times: 9 });
	const trigger = host({ confirmation: 'onHandOver' });
	expect(await trigger.tick()).toHaveLength(1);
	expect(trigger.log).toEqual([expect.stringMatching(/answered 403/)]);
	world.now += MINUTE;
	expect(await trigger.tick()).toHaveLength(1);
	expect(attempts()).toEqual([1, 1]);
});

it('does not begin a download for which, by the slowest so far, there is no time', async () => {
	await world.stage.upload(...Array.from({ length: 5 }, () => Buffer.from('no PDF')));
	const downloads = () => world.stage.emulator.journal.filter({ path: '/download' }).length;
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => downloads() * 10_000);
	const trigger = host({}, { budgetMs: 25_000 });
	try {
		await trigger.tick();
	} finally {
		clock.mockRestore();
	}
	expect(trigger.second).toHaveLength(2);
	expect(downloads()).toBe(2);
});
