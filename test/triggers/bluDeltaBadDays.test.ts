import type { IDataObject } from 'n8n-workflow';
import type { People } from '../../emulator/bluDelta/people';
import type { FaultRule } from '../../emulator/shared/faults';
import { Container, core } from '../engine/core';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { pollInterval } from '../../nodes/BluDelta/trigger/holder';
import { Outputs } from '../../nodes/BluDelta/trigger/outputs';
import { bluDeltaWorld, idsOf, invoice, MINUTE } from './bluDeltaWorld';

// What becomes of documents when something goes wrong around the queue, with the trigger's own default: On Hand-Over.

const DOWNLOAD = '/api/v2/download';
const world = bluDeltaWorld((stage) => stage.empty());
const { attempts } = world;
const host = (parameters: IDataObject = {}) => world.host({ confirmation: 'onHandOver', ...parameters });
type Trigger = ReturnType<typeof host>;
const fault = (path: string, rule: Omit<FaultRule, 'match'>) =>
	world.stage.emulator.faults.add({ match: { path }, ...rule });
const sent = (path: string) => world.stage.emulator.journal.filter({ path }).length;

/** So many polls, some minutes apart; gives what they put out, and what they said when they failed. */
async function polls(trigger: Trigger, count: number, minutes = 1) {
	const seen = { documents: [] as string[], stuck: [] as IDataObject[], failures: [] as string[] };
	for (let poll = 0; poll < count; poll++) {
		world.now += minutes * MINUTE;
		const items = await trigger.tick().catch((error: Error) => {
			seen.failures.push(error.message);
			return [];
		});
		seen.documents.push(...idsOf(items));
		seen.stuck.push(...trigger.second.map(({ json }) => json).filter(({ stuck }) => stuck));
	}
	return seen;
}

describe('answers that get lost', () => {
	it.each([
		[1, 2, 1],
		[2, 3, 2],
		[3, 4, 3],
		[5, 6, 5],
		[6, 6, 0],
	])(
		'six in a row, %i waiting: after %i no third download, and people are told of %i',
		async (waiting, most, left) => {
			await world.stage.upload(...Array.from({ length: waiting }, () => invoice));
			fault(DOWNLOAD, { drop: 'afterWrite', times: 6 });
			const { documents, stuck } = await polls(host(), 36 * 6, 10);
			expect(documents).toHaveLength(waiting - left);
			expect(world.stage.queue()).toHaveLength(left);
			expect(Math.max(...attempts())).toBe(2);
			expect(stuck.slice(0, 1)).toEqual(
				left ? [expect.objectContaining({ stuck: true, lostAnswers: most })] : [],
			);
			expect(stuck.length).toBeLessThanOrEqual(2);
		},
	);

	it('or that a gateway answers 503, for an hour, are asked for less and less often, and nothing is left to people', async () => {
		await world.stage.upload(invoice);
		const before = sent(DOWNLOAD);
		fault(DOWNLOAD, { status: 503, times: 5 });
		const trigger = host();
		const { documents, stuck } = await polls(trigger, 60);
		// After 2, 4, 8, 16 and 32 minutes.
		expect(sent(DOWNLOAD) - before).toBe(5);
		expect({ documents, stuck }).toEqual({ documents: [], stuck: [] });
		const later = await polls(trigger, 4);
		expect(later).toEqual({ documents: [expect.any(String)], stuck: [], failures: [] });
		expect(world.stage.queue()).toEqual([]);
	});

	it('or that no item can be made of, take no document from those before them', async () => {
		await world.stage.upload(invoice, invoice, invoice);
		const [first, odd] = world.stage.queue();
		const add = Outputs.prototype.add;
		const spied = jest.spyOn(Outputs.prototype, 'add').mockImplementation(function (
			this: Outputs,
			next,
			extra,
		) {
			if (next.document.InvoiceId === odd) throw new TypeError('Cannot read properties of undefined');
			add.call(this, next, extra);
		});
		const trigger = host();
		const { documents, failures } = await polls(trigger, 1);
		expect({ documents, failures }).toEqual({ documents: [first], failures: [] });
		const { stuck } = await polls(trigger, 30);
		expect(stuck).toMatchObject([{ stuckInvoiceId: odd, downloads: 2 }]);
		spied.mockRestore();
		expect(world.stage.queue()).not.toContain(first);
		expect(attempts()[1]).toBe(2);
	});

	it('are followed by pauses that grow from two minutes to an hour', async () => {
		await world.stage.upload(...Array.from({ length: 9 }, () => invoice));
		fault(DOWNLOAD, { drop: 'afterWrite', times: 9 });
		const trigger = host();
		const times: number[] = [];
		for (let minute = 0; minute < 300; minute++) {
			const before = sent('/download');
			await polls(trigger, 1);
			if (sent('/download') > before) times.push(minute);
		}
		expect(times.slice(1, 8).map((time, at) => time - times[at])).toEqual([2, 4, 8, 16, 32, 60, 60]);
	});

	it('that never reached BLU DELTA hold up nothing', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'before', times: 4 });
		const trigger = host();
		const seen = await polls(trigger, 40, 3);
		expect(seen.documents).toHaveLength(1);
		expect(attempts()).toEqual([1]);
	});

	it('that leave the queue to people: BLU DELTA is asked about it seldom', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'afterWrite', times: 2 });
		const trigger = host();
		expect((await polls(trigger, 6, 10)).stuck).toHaveLength(1);
		const before = sent('/api/count');
		await polls(trigger, 120);
		expect(sent('/api/count') - before).toBeLessThanOrEqual(8);
	});

	it('go on when people have seen to the document', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'afterWrite', times: 2 });
		const trigger = host();
		expect((await polls(trigger, 60)).documents).toEqual([]);
		await world.confirm(...world.stage.queue());
		await world.stage.upload(invoice);
		expect((await polls(trigger, 18, 10)).documents).toHaveLength(1);
	});

	it.each([0, 300])(
		'break off after %i bytes: counted for the document that the answer has named',
		async (bytes) => {
			await world.stage.upload(invoice, invoice);
			fault(DOWNLOAD, { breakOffAfter: bytes });
			const trigger = host();
			expect((await polls(trigger, 5)).documents).toHaveLength(2);
			expect(attempts()).toEqual([2, 1]);
		},
	);

	it('are told apart from a service that cannot be reached, which costs nothing', async () => {
		await world.stage.upload(invoice);
		const { credential } = world.stage;
		world.stage.credential = { ...credential, baseUrl: 'http://127.0.0.1:1/api' };
		const { failures } = await polls(host(), 4).finally(() => (world.stage.credential = credential));
		expect(failures).toHaveLength(4);
	});
});

describe('a file that n8n cannot store', () => {
	it.each([
		['ENOSPC', 'no space left on device', /in the disk where it keeps files: no space left/],
		['SQLITE_FULL', 'database or disk is full', /in its database, where it keeps files/],
		['', 'something else', /memory, disk, database or S3/],
	])('is told as such (%s), and costs no third download', async (code, message, told) => {
		await world.stage.upload(invoice, invoice);
		const store = jest
			.spyOn(Container.get(core.BinaryDataService), 'store')
			.mockRejectedValue(Object.assign(new Error(message), { code }));
		const trigger = host();
		try {
			const { failures, stuck } = await polls(trigger, 6 * 6, 10);
			expect(failures[0]).toMatch(told);
			expect(attempts()).toEqual([2, 1]);
			expect(stuck.map(({ stuckInvoiceId }) => stuckInvoiceId)).toEqual([world.stage.queue()[1]]);
		} finally {
			store.mockRestore();
		}
	});
});

describe('a document that comes without its file', () => {
	/** The next download gives the document that is first, without its file. */
	const withoutFile = (more: object = {}) => {
		const { queue, documents } = world.stage.emulator.bluDelta.state;
		const [InvoiceId] = queue;
		const { containerId } = documents.get(InvoiceId)!;
		const about = {
			State: 0,
			Available: true,
			InvoiceId,
			InvoiceContainerId: containerId,
			FileName: 'a.pdf',
		};
		fault(DOWNLOAD, { body: JSON.stringify({ ...about, File: null, ...more }) });
		return InvoiceId;
	};

	it('needs the attention of a person, and holds up no other one', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const id = withoutFile();
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(trigger.second.map(({ json }) => json)).toMatchObject([
			{ invoiceId: id, fileMissing: true, message: expect.stringContaining('fetches it once more') },
		]);
		expect(trigger.second[0].json).not.toHaveProperty('stuck');
		expect(trigger.log).toEqual([]);
		const other = await world.stage.upload(invoice);
		expect((await polls(trigger, 3)).documents).toContain(id);
		expect(other).toBeDefined();
		expect(sent('/confirm')).toBe(2);
	});

	it('is confirmed when it comes so a second time, and says so', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const id = withoutFile();
		await trigger.tick();
		withoutFile();
		world.now += MINUTE;
		await trigger.tick();
		expect(trigger.second.map(({ json }) => json)).toMatchObject([
			{ invoiceId: id, redelivered: true, message: expect.stringContaining('The next poll confirms it') },
		]);
		world.now += MINUTE;
		await trigger.tick();
		expect(world.stage.queue()).toEqual([]);
	});

	it('is not promised once more when its first download broke off: it is stuck, and its last one left to people', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { breakOffAfter: 900 });
		const trigger = host();
		await polls(trigger, 1);
		const [id] = world.stage.queue();
		expect([...ledgers.values()][0].documents.get(id)).toMatchObject({ state: 'waiting', handOvers: 0 });
		withoutFile();
		world.now += 10 * MINUTE;
		await trigger.tick();
		expect(trigger.second.map(({ json }) => json)).toMatchObject([
			{ invoiceId: id, message: expect.stringMatching(/Download Next may bring it once more$/) },
			{ stuckInvoiceId: id, downloads: 2 },
		]);
		expect((await polls(trigger, 3, 20)).documents).toEqual([]);
	});

	it('is confirmed by nobody but a person when it can not be read: it comes once more, then it is stuck', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const page = Buffer.from('<html><title>502 Bad Gateway</title></html>').toString('base64');
		const id = withoutFile({ File: page });
		expect(await trigger.tick()).toEqual([]);
		const told = { invoiceId: id, unreadableDocument: true, message: expect.stringContaining('a web page') };
		expect(trigger.second.map(({ json }) => json)).toMatchObject([told]);
		withoutFile({ File: page });
		world.now += MINUTE;
		await trigger.tick();
		expect(trigger.second.map(({ json }) => json)).toMatchObject([
			{ ...told, redelivered: true },
			{ stuck: true, stuckInvoiceId: id },
		]);
		world.now += MINUTE;
		await trigger.tick();
		expect(sent('/confirm')).toBe(0);
		expect(world.stage.queue()).toEqual([id]);
	});

	it('is at work like any other with Manual', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		const id = withoutFile();
		world.now += MINUTE;
		expect(await trigger.tick()).toEqual([]);
		expect(trigger.second[0].json).toMatchObject({
			...{ invoiceId: id, fileMissing: true },
			message: expect.stringMatching(/Download Next may bring it once more$/),
		});
		world.now += 61 * MINUTE;
		const [again] = await trigger.tick();
		expect(again.json).toMatchObject({ invoiceId: id, redelivered: true });
		expect(again.json).not.toHaveProperty('fileMissing');
	});
});

describe('a document that leaves the queue by another way', () => {
	type Away = Array<(people: People, id: string) => void>;
	const withdraw = (people: People, id: string) => void people.withdraw(id);
	const archive = (people: People, id: string) => void people.archive(id);
	it.each<[string, Away]>([
		['deleted', [withdraw]],
		['moved to another client', [(people, id) => void people.move(id, 'Client2')]],
		['no longer in a history', [(people, id) => void people.unlist(id), withdraw]],
		['archived', [archive, withdraw]],
	])('%s, is forgotten with a log line, and the next ones come', async (_, leaves) => {
		world.stage.credential = { ...world.stage.credential, clients: 'Client1' };
		const { people, state } = world.stage.emulator.bluDelta;
		await world.stage.upload(invoice);
		for (const { client, id } of state.containers.values()) {
			if (client === '') state.containers.get(id)!.client = 'Client1';
		}
		const trigger = host({ confirmation: 'manual' });
		const { documents } = await polls(trigger, 1);
		for (const step of leaves) step(people, documents[0]);
		state.queue = state.queue.filter((id) => id !== documents[0]);
		await world.stage.upload(invoice);
		for (const container of state.containers.values())
			if (container.client === '') container.client = 'Client1';
		const seen = await polls(trigger, 3);
		world.stage.credential = { ...world.stage.credential, clients: '' };
		expect(seen.documents).toHaveLength(1);
		expect(trigger.log).toEqual([expect.stringMatching(new RegExp(`${documents[0]}.*it is forgotten`))]);
		expect(attempts()).toEqual([1, 1]);
	});

	it('only as far as its history says: it is not forgotten while as many are out', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		const [id] = (await polls(trigger, 1)).documents;
		world.stage.emulator.bluDelta.people.archive(id);
		expect((await polls(trigger, 58)).documents).toEqual([]);
		world.now += 2 * MINUTE;
		const again = await trigger.tick();
		expect(again.map(({ json }) => [json.invoiceId, json.redelivered])).toEqual([[id, true]]);
		const { documents, stuck } = await polls(trigger, 12, 10);
		expect(documents).toEqual([]);
		expect(stuck).toEqual([expect.objectContaining({ stuckInvoiceId: id })]);
		expect(attempts()).toEqual([2]);
	});

	it('one history that is refused stops no poll, and hides no other document', async () => {
		await world.stage.upload(invoice, invoice, invoice);
		const trigger = host({ confirmation: 'manual' });
		const { documents } = await polls(trigger, 1);
		archive(world.stage.emulator.bluDelta.people, documents[1]);
		withdraw(world.stage.emulator.bluDelta.people, documents[1]);
		await world.confirm(documents[0]);
		const seen = await polls(trigger, 2);
		expect(seen.failures).toEqual([]);
		expect(trigger.log.filter((line) => line.includes('forgotten'))).toEqual([
			expect.stringContaining(documents[1]),
		]);
	});

	type Report = (id: string) => object;
	const states =
		(...reported: unknown[]): Report =>
		(DocumentId) => ({ DocumentStateReports: [{ DocumentId, DocumentStates: reported }] });
	it.each<[string, Report]>([
		['a number for a state', states({ State: 6 })],
		['a state in lower case', states({ State: 'downloaded' })],
		['blanks around a state', states({ State: ' Downloaded ' })],
		['a null beside it', states(null, { State: 'Downloaded' })],
		['a state that nobody knows', states({ State: 'InTransit' })],
		['no states', states()],
		['null for states', (DocumentId) => ({ DocumentStateReports: [{ DocumentId, DocumentStates: null }] })],
		['a word for states', (DocumentId) => ({ DocumentStateReports: [{ DocumentId, DocumentStates: 'x' }] })],
		['a null for a document', () => ({ DocumentStateReports: [null] })],
		[
			'no ids of documents',
			() => ({ DocumentStateReports: [{ DocumentStates: [{ State: 'Downloaded' }] }] }),
		],
		['null for documents', () => ({ DocumentStateReports: null })],
		['no documents', () => ({})],
		['null for its own id', () => ({ DocumentContainerId: null })],
	])('not when its history holds %s: it stays as it is', async (_, report) => {
		const [container] = await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		const [id] = (await polls(trigger, 1)).documents;
		const InvoiceContainerStates = [null, { DocumentContainerId: container, ...report(id) }];
		fault('/api/invoiceContainer', { body: JSON.stringify({ State: 0, InvoiceContainerStates }), times: 9 });
		expect(await polls(trigger, 3)).toEqual({ documents: [], stuck: [], failures: [] });
		expect(trigger.log).toEqual([]);
		expect(attempts()).toEqual([1]);
	});

	it.each([
		{},
		{ InvoiceContainerStates: null },
		{ InvoiceContainerStates: 'x' },
		{ InvoiceContainerStates: {} },
	])('not when a history is no list: %j', async (body) => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		await polls(trigger, 1);
		fault('/api/invoiceContainer', { body: JSON.stringify({ State: 0, ...body }), times: 9 });
		expect(await polls(trigger, 3)).toEqual({ documents: [], stuck: [], failures: [] });
		expect(attempts()).toEqual([1]);
	});

	it('a history that cannot be had at all changes nothing', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		await polls(trigger, 1);
		fault('/api/invoiceContainer', { status: 500, times: 9 });
		expect(await polls(trigger, 2)).toEqual({ documents: [], stuck: [], failures: [] });
		expect(attempts()).toEqual([1]);
	});
});

describe('a confirm that is refused', () => {
	it('is tried again for hours; nothing is handed over twice, nothing downloaded, and it is told daily', async () => {
		await world.stage.upload(invoice);
		const { settings } = world.stage.emulator.bluDelta.state;
		const trigger = host();
		const [id] = (await polls(trigger, 1)).documents;
		settings.confirms = 'refused';
		await world.stage.upload(invoice);
		const twoHours = await polls(trigger, 12, 10);
		expect(twoHours.documents).toEqual([]);
		expect(twoHours.stuck).toEqual([
			expect.objectContaining({ stuckInvoiceId: id, handOvers: 1, downloads: 1 }),
		]);
		expect(twoHours.stuck[0]).not.toHaveProperty('invoiceId');
		expect((await polls(trigger, 24 * 6, 10)).stuck).toHaveLength(1);
		expect(trigger.log.filter((line) => line.includes('is not confirmed'))).toHaveLength(1);
		settings.confirms = 'taken';
		const after = await polls(trigger, 2);
		expect(after.documents).toHaveLength(1);
		expect(attempts()).toEqual([1, 1]);
	});
});

describe('a restart of n8n', () => {
	it('between hand-over and confirm: handed over once more, marked', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const [id] = (await polls(trigger, 1)).documents;
		trigger.restart();
		world.now += MINUTE;
		const again = await trigger.tick();
		expect(again.map(({ json }) => [json.invoiceId, json.redelivered])).toEqual([[id, true]]);
		expect(sent('/confirm')).toBe(0);
		await polls(trigger, 1);
		expect(world.stage.queue()).toEqual([]);
		expect(attempts()).toEqual([2]);
	});

	it('twice in a row: the last download is left to people', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const [id] = (await polls(trigger, 1)).documents;
		trigger.restart();
		await polls(trigger, 1);
		trigger.restart();
		const { documents, stuck } = await polls(trigger, 1);
		expect(documents).toEqual([]);
		expect(stuck).toEqual([
			expect.objectContaining({ stuckInvoiceId: id, downloads: 2, handOvers: 2, polls: 1 }),
		]);
		expect((await polls(trigger, 24 * 6 - 1, 10)).stuck).toEqual([]);
		expect((await polls(trigger, 1, 10)).stuck).toEqual([expect.objectContaining({ polls: 24 * 6 + 1 })]);
	});

	it('keeps pauses where n8n has stored them', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = host();
		world.stage.emulator.faults.add(
			{ match: { path: DOWNLOAD } },
			{ match: { path: DOWNLOAD }, breakOffAfter: 300 },
		);
		expect((await polls(trigger, 1)).documents).toHaveLength(1);
		expect(sent('/download')).toBe(2);
		trigger.restart();
		await polls(trigger, 1);
		expect(sent('/download')).toBe(2);
		await polls(trigger, 1);
		expect(sent('/download')).toBeGreaterThan(2);
	});

	it('keeps lost answers where n8n has stored them: no third download, and people are not told anew', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'afterWrite', times: 2 });
		const trigger = host();
		expect((await polls(trigger, 6, 10)).stuck).toMatchObject([{ lostAnswers: 2 }]);
		trigger.restart();
		expect((await polls(trigger, 22)).stuck).toEqual([]);
		expect((await polls(trigger, 24, 60)).stuck).toHaveLength(1);
		expect(attempts()).toEqual([2]);
	});
});

describe('a poll whose workflow is published anew, or switched off and on, before it ends', () => {
	/** n8n throws away what such a poll brings; the next one comes after so many minutes. */
	const thrownAway = async (trigger: Trigger, minutes = 1) => {
		world.now += minutes * MINUTE;
		const polling = trigger.tick();
		trigger.publish({});
		expect(await polling).toEqual([]);
		expect(trigger.second).toEqual([]);
	};
	const next = async (trigger: Trigger) => {
		world.now += MINUTE;
		return (await trigger.tick()).map(({ json }) => [json.invoiceId, json.redelivered]);
	};

	it.each([
		['onHandOver', 'default'],
		['onHandOver', 'durable'],
		['manual', 'default'],
		['manual', 'durable'],
	] as const)(
		'has handed over nothing (%s, %s): it comes once more, marked',
		async (confirmation, engine) => {
			await world.stage.upload(invoice);
			const trigger = world.host({ confirmation }, { engine });
			await thrownAway(trigger);
			const [id] = world.stage.queue();
			expect(await next(trigger)).toEqual([[id, true]]);
			expect(sent('/confirm')).toBe(0);
			expect(await next(trigger)).toEqual([]);
			expect(world.stage.queue()).toEqual(confirmation === 'manual' ? [id] : []);
			expect(attempts()).toEqual([2]);
		},
	);

	it('takes nothing from what an earlier one has handed over', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		expect((await polls(trigger, 1)).documents).toHaveLength(1);
		await world.stage.upload(invoice);
		const [first, second] = world.stage.queue();
		await thrownAway(trigger);
		expect(world.stage.queue()).not.toContain(first);
		expect(await next(trigger)).toEqual([[second, true]]);
	});

	it('has not handed over once more what an earlier one has: its last download is left to people', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		const [id] = (await polls(trigger, 1)).documents;
		await thrownAway(trigger, 61);
		expect(await next(trigger)).toEqual([]);
		expect(trigger.second).toMatchObject([{ json: { stuckInvoiceId: id, downloads: 2 } }]);
		expect(attempts()).toEqual([2]);
	});

	it('has told nothing: people are told by the next one, and then daily', async () => {
		await world.stage.upload(invoice);
		const trigger = host({ confirmation: 'manual' });
		await polls(trigger, 2, 61);
		await thrownAway(trigger, 61);
		expect((await polls(trigger, 1)).stuck).toHaveLength(1);
		expect((await polls(trigger, 20, 61)).stuck).toEqual([]);
	});

	it('has told nothing of lost answers either', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'afterWrite', times: 2 });
		const trigger = host();
		await polls(trigger, 2, 10);
		await thrownAway(trigger, 10);
		expect((await polls(trigger, 1, 10)).stuck).toMatchObject([{ lostAnswers: 2 }]);
		expect((await polls(trigger, 20, 61)).stuck).toEqual([]);
	});
});

describe('a second trigger', () => {
	it('of another workflow is refused, and told which one has the queue, until that one has missed its polls', async () => {
		await world.stage.upload(invoice);
		const first = host();
		await polls(first, 1);
		const second = world.host({ confirmation: 'onHandOver' }, { workflowId: 'other' });
		await expect(second.tick()).rejects.toMatchObject({
			message: expect.stringMatching(
				/The trigger "Trigger" of the workflow "w" takes the documents of this queue/,
			),
			description: expect.stringMatching(/can have the queue from 2026-11-20T12:04:00.000Z on/),
		});
		world.now += 3 * MINUTE - 1;
		await expect(second.tick()).rejects.toThrow('takes the documents');
		world.now += 1;
		await second.tick();
		await expect(first.tick()).rejects.toThrow('takes the documents');
	});

	it('is not the same one published anew, renamed or not, nor registered twice', async () => {
		await world.stage.upload(invoice);
		const trigger = host();
		const [id] = (await polls(trigger, 1)).documents;
		trigger.publish({ name: 'Renamed' });
		await world.stage.upload(invoice);
		const seen = await polls(trigger, 1);
		expect(seen.documents).toHaveLength(1);
		expect(seen.documents).not.toContain(id);
		const again = host();
		again.saved = trigger.saved;
		again.publish({});
		await polls(again, 1);
		await world.stage.upload(invoice, invoice);
		for (const one of [trigger, again, trigger]) await polls(one, 1);
		expect(attempts()).toEqual([1, 1, 1, 1]);
	});

	/** A trigger of another workflow, which can have the queue by now. */
	const takesOver = (parameters: IDataObject = {}) => {
		world.now += 3 * MINUTE;
		return world.host({ confirmation: 'onHandOver', ...parameters }, { workflowId: 'other' });
	};

	it.each([true, false])(
		'that takes the queue over hands over once more, marked, what the first one has, kept by n8n (%p) or not',
		async (isKept) => {
			await world.stage.upload(invoice);
			const first = host();
			const polling = first.tick();
			if (!isKept) first.publish({});
			expect(await polling).toHaveLength(isKept ? 1 : 0);
			const second = takesOver();
			expect((await second.tick()).map(({ json }) => json.redelivered)).toEqual([true]);
			expect(sent('/confirm')).toBe(0);
			expect((await polls(second, 2)).documents).toEqual([]);
			expect(world.stage.queue()).toEqual([]);
			expect(attempts()).toEqual([2]);
		},
	);

	it('that takes the queue over leaves what a workflow is at work with until it is late', async () => {
		await world.stage.upload(invoice);
		const [id] = (await polls(host({ confirmation: 'manual' }), 1)).documents;
		const second = takesOver({ confirmation: 'manual' });
		expect((await polls(second, 50)).documents).toEqual([]);
		expect((await polls(second, 10)).documents).toEqual([id]);
	});

	it('that takes the queue over leaves to people what has its last download left', async () => {
		await world.stage.upload(invoice);
		await world.host({}, { mode: 'manual' }).tick();
		const [id] = (await polls(host(), 1)).documents;
		const second = takesOver();
		expect(await polls(second, 1)).toMatchObject({ documents: [], stuck: [{ stuckInvoiceId: id }] });
		expect(attempts()).toEqual([2]);
	});

	it.each<[object | undefined, number | undefined]>([
		[undefined, 1],
		[{}, 1],
		[{ item: [] }, 1],
		[{ item: [{ mode: 'everyMinute' }] }, 1],
		[{ item: [{ mode: 'everyHour' }] }, 60],
		[{ item: [{ mode: 'everyDay' }] }, 24 * 60],
		[{ item: [{ mode: 'everyWeek' }] }, 7 * 24 * 60],
		[{ item: [{ mode: 'everyMonth' }] }, 31 * 24 * 60],
		[{ item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] }, 5],
		[{ item: [{ mode: 'everyX', value: 2, unit: 'hours' }] }, 120],
		[{ item: [{ mode: 'everyX', value: '', unit: 'hours' }] }, 60],
		[{ item: [{ mode: 'custom', cronExpression: '0 3 * * *' }] }, undefined],
		[{ item: [{ mode: 'constructor' }] }, undefined],
		[{ item: [{ mode: 'custom' }, { mode: 'everyDay' }] }, 24 * 60],
		[{ item: [{ mode: 'everyDay' }, { mode: 'everyHour' }] }, 60],
	])('waits by the first one’s Poll Times: %j', (pollTimes, minutes) => {
		expect(pollInterval(pollTimes)).toBe(minutes && minutes * MINUTE);
	});
});

describe('test runs', () => {
	const test = () => world.host({ confirmation: 'onHandOver' }, { mode: 'manual' });

	it('take one document, say what that costs, confirm nothing, and remember it', async () => {
		await world.stage.upload(invoice, invoice);
		const trigger = test();
		const [{ json, binary }] = await trigger.tick();
		const notice =
			'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
		expect(json.testRunNotice).toBe(notice);
		expect(Object.keys(binary!)).toEqual(['data']);
		expect(trigger.log).toEqual([`BLU DELTA Trigger: ${notice} (${json.invoiceId as string})`]);
		expect(JSON.stringify(trigger.saved)).not.toContain(json.invoiceId as string);
		expect(sent('/download')).toBe(1);
		expect(await host().tick()).toHaveLength(2);
		expect(attempts()).toEqual([2, 1]);
	});

	it('take none that would be downloaded a second time, and say so, until it is confirmed', async () => {
		await world.stage.upload(invoice);
		const [id] = idsOf(await test().tick());
		for (let run = 0; run < 3; run++) {
			await expect(test().tick()).rejects.toMatchObject({
				message: expect.stringMatching(
					new RegExp(`took no document.*${id} \\(invoice.pdf\\).*downloaded once already`),
				),
				description:
					'Work with the data of the earlier run: pin them, or open it under Executions. ' +
					'Once that document is confirmed, a test takes the next one',
				name: 'NodeOperationError',
			});
		}
		expect(attempts()).toEqual([1]);
		await world.confirm(id);
		await world.stage.upload(invoice);
		expect(await test().tick()).toHaveLength(1);
	});

	it('say so of a document that had two downloads, whatever it is called', async () => {
		await world.stage.upload(invoice);
		await test().tick();
		const [[, { documents }]] = ledgers;
		const [[id, document]] = documents;
		documents.set(id, { ...document, downloads: 2, fileName: undefined });
		await expect(test().tick()).rejects.toThrow(
			`This test took no document: the next one may be ${id} (without a name), which was downloaded 2 times already. ` +
				'Three downloads are all that a document has',
		);
	});

	it('take none when answers got lost and it may be a third download, and say so', async () => {
		await world.stage.upload(invoice);
		fault(DOWNLOAD, { drop: 'afterWrite', times: 2 });
		for (let run = 0; run < 2; run++) await expect(test().tick()).rejects.toThrow('gave no answer');
		await expect(test().tick()).rejects.toThrow(
			/^2 downloads got no answer, so that the next one may be the third/,
		);
		expect(attempts()).toEqual([2]);
	});

	it('say nothing when the queue is empty, and what is wrong when BLU DELTA refuses', async () => {
		expect(await test().tick()).toEqual([]);
		fault(DOWNLOAD, { status: 400 });
		await expect(test().tick()).rejects.toThrow('400');
	});

	it('leave an active trigger its queue', async () => {
		await polls(host(), 1);
		await world.stage.upload(invoice);
		const other = world.host({ confirmation: 'onHandOver' }, { mode: 'manual', workflowId: 'other' });
		expect(await other.tick()).toHaveLength(1);
	});
});
