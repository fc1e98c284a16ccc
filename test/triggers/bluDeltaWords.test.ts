import type { IDataObject } from 'n8n-workflow';
import type { Outstanding } from '../../nodes/BluDelta/trigger/memory';
import type { Polling } from '../engine/poll';
import { bluDeltaWorld, MINUTE, START } from './bluDeltaWorld';

// What the trigger tells, and what it asks BLU DELTA for, with a memory that is given to it.

const CONTAINER = '00000000-0000-0000-0000-0000000000c0';
const world = bluDeltaWorld((stage) => stage.empty());

/** A trigger that remembers `documents`. */
function host(documents: Record<string, Outstanding>, parameters?: IDataObject, more?: Partial<Polling>) {
	const trigger = world.host(parameters, more);
	trigger.saved = { 'node:Trigger': { documents, confirmed: {} } };
	trigger.restart();
	return trigger;
}
/** A document that was handed over `minutes` ago with its last download. */
const out = (minutes: number, about: Partial<Outstanding> = {}): Outstanding => ({
	downloads: 1,
	downloadedAt: START - minutes * MINUTE,
	handedOverAt: START - minutes * MINUTE,
	handOvers: 1,
	inError: false,
	...about,
});
const sent = (path: string) => world.stage.emulator.journal.filter({ path });

it('tells of a stuck document what is known of it, in its item and in the log', async () => {
	const known = { downloads: 2, fileName: 'a.pdf', invoiceContainerId: CONTAINER };
	const trigger = host({ a: out(60, known), b: out(60, { downloads: 3, handOvers: 2 }) });
	const message = (name: string, times: number) =>
		`The document ${name} was downloaded ${times} times and is not confirmed. ` +
		'The trigger leaves its last download to you, and newer documents wait behind it. Confirm it if you have its data; ' +
		'otherwise fetch it by hand with Download Next';
	const told = [message('a (a.pdf)', 2), message('b (without a name)', 3)];
	expect((await trigger.tick()).map(({ json }) => json)).toEqual([
		{ stuck: true, invoiceId: 'a', ...known, handOvers: 1, message: told[0] },
		{ stuck: true, invoiceId: 'b', downloads: 3, handOvers: 2, message: told[1] },
	]);
	expect(trigger.log).toEqual(told.map((text) => `BLU DELTA Trigger: ${text}`));
});

it('tells of a stuck document although a download fails, and of the failure in the log', async () => {
	const trigger = host({ due: out(70), stuck: out(65, { downloads: 2 }) });
	world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 500 });
	expect((await trigger.tick()).map(({ json }) => json.invoiceId)).toEqual(['stuck']);
	expect(trigger.log).toEqual([
		expect.stringMatching(/^BLU DELTA Trigger: BLU DELTA answered 500/),
		expect.stringContaining('stuck'),
	]);
});

it('asks once for each container that it waits for, and for none where it knows of none', async () => {
	await host({
		a: out(5, { invoiceContainerId: CONTAINER }),
		b: out(4, { invoiceContainerId: CONTAINER }),
		d: out(3),
	}).tick();
	expect(sent('/invoiceContainer/state').map(({ query }) => query)).toEqual([{ containerIds: CONTAINER }]);
	await host({ d: out(3) }).tick();
	expect(sent('/invoiceContainer/state')).toHaveLength(1);
});

it('counts what is released or downloaded', async () => {
	await host({ a: out(70) }).tick();
	expect(sent('/count').map(({ query }) => query)).toEqual([{ state: 'Released,Downloaded' }]);
});

it('fails when the count fails, and has changed nothing', async () => {
	const trigger = host({ a: out(70) });
	const before = JSON.stringify(trigger.saved);
	world.stage.emulator.faults.add({ match: { path: '/api/count' }, status: 403, times: 9 });
	await expect(trigger.tick()).rejects.toThrow('403');
	expect(sent('/download')).toEqual([]);
	expect(JSON.stringify(trigger.saved)).toBe(before);
});

/** The advice of a poll whose download is answered with `status`. */
async function failedDownload(documents: Record<string, Outstanding>, status: number): Promise<string> {
	world.stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status });
	const error = await host(documents)
		.tick()
		.catch((thrown: unknown) => thrown as { description: string });
	return (error as { description: string }).description;
}

it.each([
	[['a.pdf'], 'a0 (a.pdf)'],
	[[undefined, 'b.pdf'], 'a0, a1 (b.pdf)'],
	[['1', '2', '3', '4', '5', '6'], 'a0 (1), a1 (2), a2 (3), a3 (4), a4 (5)'],
])('a refusal after three downloads names what is out: %j', async (names, named) => {
	const documents = Object.fromEntries(
		names.map((fileName, at) => [`a${at}`, out(80 - at, { fileName })] as const),
	);
	const [hint, list] = (await failedDownload(documents, 429)).split('. Handed over and not yet confirmed: ');
	expect(hint).toMatch(/ask BLU DELTA support$/);
	expect(list).toBe(named);
});

it('another failure names none, nor does a refusal when nothing is out', async () => {
	expect(await failedDownload({ a: out(70) }, 500)).not.toContain('Handed over');
	expect(await failedDownload({}, 429)).toMatch(/ask BLU DELTA support$/);
});

it('confirms on hand-over what was handed over and nothing else', async () => {
	const [containerId] = await world.stage.upload(Buffer.from('no PDF'), Buffer.from('no PDF'));
	const [given, passed] = world.stage.queue();
	const documents = {
		[given]: out(1, { invoiceContainerId: containerId }),
		[passed]: out(1, { handOvers: 0 }),
	};
	const trigger = host(documents, { confirmation: 'onHandOver', documents: 'withoutErrors' });
	await trigger.tick();
	expect(world.stage.queue()).toEqual([passed]);
	expect(sent('/confirm')).toHaveLength(1);
});

it('does not begin a download for which, by the slowest so far, there is no time', async () => {
	await world.stage.upload(...Array.from({ length: 5 }, () => Buffer.from('no PDF')));
	const downloads = () => sent('/download').length;
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => downloads() * 10_000);
	try {
		expect(await host({}, {}, { budgetMs: 25_000 }).tick()).toHaveLength(2);
	} finally {
		clock.mockRestore();
	}
	expect(downloads()).toBe(2);
});

it('polls for another workflow while a poll is under way', async () => {
	await world.stage.upload(Buffer.from('no PDF'));
	const [one, other, same] = [host({}), host({}, {}, { workflowId: 'other' }), host({})];
	const polls = [one.tick(), other.tick(), same.tick()];
	expect((await Promise.all(polls)).map(({ length }) => length).sort()).toEqual([0, 1, 1]);
});

it('a test run names its document in the log', async () => {
	await world.stage.upload(Buffer.from('no PDF'));
	const trigger = host({}, {}, { mode: 'manual' });
	const [{ json, binary }] = await trigger.tick();
	const notice =
		'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
	expect(json.testRunNotice).toBe(notice);
	expect(Object.keys(binary!)).toEqual(['data']);
	expect(trigger.log).toEqual([`BLU DELTA Trigger: ${notice} (${json.invoiceId as string})`]);
});
