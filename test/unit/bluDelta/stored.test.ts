import { ObservableObject, type IDataObject, type IPollFunctions } from 'n8n-workflow';
import { ledgerOf, ledgers, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import type { Document } from '../../../nodes/BluDelta/queue/lifecycle';
import { memoryOf, recall, remember, type Memory } from '../../../nodes/BluDelta/trigger/stored';
import type { Session } from '../../../nodes/shared/http/session';

// What n8n keeps of a queue between polls, and what of it counts after a restart.

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
let ledger: Ledger;

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
	ledgers.clear();
	ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
});
afterEach(() => jest.useRealTimers());

const document = (about: Partial<Document> = {}): Document => ({
	...{ state: 'atWork', downloads: 1, handOvers: 1, at: NOW - 5000 },
	...about,
});
/** n8n kept this, whole or not, and has loaded it anew. */
const kept = (stored: object, whole = false, more: Partial<Memory> = {}): Memory => ({
	...{ of: 'w:t', place: {}, whole, read: () => stored, write() {} },
	...more,
});
const states = () => [...ledger.documents].map(([id, { state }]) => [id, state]);

describe('of each trigger', () => {
	/** A poll's cursor, or static data as n8n has it. */
	const memoryIn = (isCursor: boolean) => {
		const { create } = ObservableObject;
		const data: Record<string, IDataObject> = {
			node: isCursor ? {} : create({}),
			global: create({}),
		};
		const memory = (id: string) =>
			memoryOf({
				getNode: () => ({ id }),
				getWorkflow: () => ({ id: 'w' }),
				getWorkflowStaticData: (kind: string) => data[kind],
			} as IPollFunctions);
		return { data, memory };
	};

	it.each([false, true])('its own is kept (together with the items: %p)', (isCursor) => {
		const { data, memory } = memoryIn(isCursor);
		expect(memory('a').read()).toEqual({});
		memory('a').write({ toldAt: 1 });
		memory('b').write({ toldAt: 2 });
		expect(memory('a').read()).toEqual({ toldAt: 1 });
		expect(memory('b').read()).toEqual({ toldAt: 2 });
		expect(memory('a')).toMatchObject({ of: 'w:a', whole: isCursor });
		expect(memory('a').place).toBe(memory('b').place);
		expect(Object.keys(data[isCursor ? 'global' : 'node'])).toEqual([]);
	});

	it('is that of before for the first poll that has a cursor', () => {
		const { data, memory } = memoryIn(true);
		data.global['bluDeltaQueue:a'] = { toldAt: 1 };
		expect(memory('a').read()).toEqual({ toldAt: 1 });
		expect(memory('a').whole).toBe(false);
		memory('a').write({ toldAt: 2 });
		expect(memory('a').read()).toEqual({ toldAt: 2 });
		expect(memory('a').whole).toBe(true);
	});
});

it('all that is out is kept, with pause, lost answers and when people were told, and comes back as it was', () => {
	ledger.documents.set('a', document({ invoiceContainerId: 'c', fileName: 'a.pdf', polls: 2, toldAt: NOW }));
	ledger.documents.set('b', document({ state: 'gone' }));
	Object.assign(ledger, {
		lost: { answers: 2, at: NOW - 3, laps: 2, since: NOW - 9, ahead: 1 },
		pause: { until: NOW + 60_000, length: 240_000 },
		toldAt: NOW - 1,
	});
	let stored: IDataObject = {};
	remember(ledger, { ...kept({}), write: (given) => (stored = given) });
	const { documents, lost, pause, toldAt } = ledger;
	ledgers.clear();
	ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
	recall(ledger, kept(stored));
	expect(ledger).toMatchObject({ lost, pause, toldAt, recalled: 'w:t' });
	expect([...ledger.documents]).toEqual([['a', documents.get('a')]]);
});

describe('what this process knows is newer', () => {
	it.each([1, 2])('than %i lost answers', (answers) => {
		ledger.lost = { answers: 2, at: NOW, laps: 2, since: NOW, ahead: 3 };
		recall(ledger, kept({ lost: { answers, at: 1, laps: 1, since: 1, ahead: 0 } }));
		expect(ledger.lost).toEqual({ answers: 2, at: NOW, laps: 2, since: NOW, ahead: 3 });
	});

	it.each([NOW + 1000, NOW + 2000])('than a pause that is not longer', (until) => {
		ledger.pause = { until: NOW + 2000, length: 1 };
		recall(ledger, kept({ pause: { until, length: 2 } }));
		expect(ledger.pause).toEqual({ until: NOW + 2000, length: 1 });
	});

	it('than when people were told', () => {
		ledger.toldAt = NOW;
		recall(ledger, kept({ toldAt: 1 }));
		expect(ledger.toldAt).toBe(NOW);
	});

	it('than a document', () => {
		ledger.documents.set('a', document({ state: 'gone' }));
		recall(ledger, kept({ documents: { a: document() } }));
		expect(states()).toEqual([['a', 'gone']]);
	});

	it('than all of it, after its first poll', () => {
		recall(ledger, kept({}));
		recall(
			ledger,
			kept({ lost: { answers: 2 }, pause: { until: NOW + 1000, length: 1000 }, toldAt: NOW - 1 }),
		);
		expect(ledger).toMatchObject({ lost: { answers: 0 }, pause: { until: 0, length: 0 } });
		expect(ledger.toldAt).toBeUndefined();
	});
});

it('lost answers outweigh the fewer ones that this process knows of', () => {
	ledger.lost = { answers: 1, at: NOW, laps: 1, since: NOW, ahead: 3 };
	recall(ledger, kept({ lost: { answers: 2, laps: 2 } }));
	expect(ledger.lost).toEqual({ answers: 2, at: 0, laps: 2, since: 0, ahead: 0 });
});

describe('what this process did not hand over itself', () => {
	const documents = {
		a: document({ state: 'handedOver' }),
		b: document({ state: 'handedOver', downloads: 2, polls: 3, toldAt: NOW - 60_000 }),
		c: document(),
	};

	it('is handed over once more, or left to people, who are told anew', () => {
		recall(ledger, kept({ documents }));
		expect(states()).toEqual([
			['a', 'due'],
			['b', 'stuck'],
			['c', 'atWork'],
		]);
		expect(ledger.documents.get('b')).toEqual(document({ state: 'stuck', downloads: 2 }));
	});

	it('is as it was where n8n keeps it together with the items', () => {
		recall(ledger, kept({ documents }, true));
		expect(Object.fromEntries(ledger.documents)).toEqual(documents);
	});
});

describe('what a poll has put out', () => {
	const place = {};
	const poll = (memory: Memory) => {
		recall(ledger, kept({}, memory.whole, { place }));
		ledger.documents.set('a', document({ state: 'handedOver', handedOverAt: 3 }));
		ledger.documents.set('b', document({ handedOverAt: 2 }));
		ledger.documents.set('c', document({ state: 'stuck', downloads: 2, toldAt: NOW, polls: 4 }));
		ledger.toldAt = NOW;
		recall(ledger, memory);
		return { states: states().map(([, state]) => state), toldAt: ledger.toldAt };
	};
	const documents = {
		a: document({ state: 'handedOver', handedOverAt: 3 }),
		b: document({ handedOverAt: 2 }),
		c: document({ state: 'stuck', downloads: 2, toldAt: NOW }),
	};
	const stays = { states: ['handedOver', 'atWork', 'stuck'], toldAt: NOW };
	const thrownAway = { states: ['due', 'due', 'stuck'], toldAt: undefined };

	describe.each([true, false])('(whole: %p)', (whole) => {
		it('is thrown away where n8n, loading the workflow anew, has not kept it', () => {
			expect(poll(kept({}, whole))).toEqual(thrownAway);
			expect(ledger.documents.get('c')).toEqual(document({ state: 'stuck', downloads: 2, polls: 4 }));
		});

		it('stays where n8n has kept it', () =>
			expect(poll(kept({ documents, toldAt: NOW }, whole))).toEqual(stays));

		it('stays for another trigger where nobody knows which one has put it out', () =>
			expect(poll(kept({}, whole, { of: 'w:other' }))).toEqual(stays));

		it('stays where another trigger has put it out, whose workflow may still be at work with it', () => {
			recall(ledger, kept({}, whole, { place }));
			ledger.documents.set('a', document({ state: 'atWork', handedOverAt: 3, handedOverBy: 'w:other' }));
			recall(ledger, kept({}, whole));
			expect(states()).toEqual([['a', 'atWork']]);
		});

		it('is handed over once more by another trigger, which cannot see whether n8n has kept it', () => {
			recall(ledger, kept({}, whole, { place }));
			ledger.documents.set('a', document({ state: 'handedOver', handedOverBy: 'w:t' }));
			ledger.documents.set('b', document({ handedOverBy: 'w:t' }));
			recall(ledger, kept({}, whole, { of: 'w:other' }));
			expect(states()).toEqual([
				['a', 'due'],
				['b', 'atWork'],
			]);
		});

		it('stays for the same one in the same place, whoever has polled in between', () =>
			expect(poll(kept({}, whole, { place }))).toEqual(stays));
	});

	it('is thrown away where n8n has kept an earlier hand-over or telling only', () => {
		const earlier = {
			a: document({ state: 'waiting' }),
			b: document({ handedOverAt: 1 }),
			c: document({ state: 'stuck', downloads: 2, toldAt: NOW - 1 }),
		};
		expect(poll(kept({ documents: earlier, toldAt: NOW - 1 }))).toEqual(thrownAway);
		expect(ledger.documents.get('c')!.toldAt).toBeUndefined();
	});
});

it.each<[string, unknown]>([
	['nothing', {}],
	['nulls', { documents: null, lost: null, pause: null, toldAt: undefined }],
	['words', { documents: 'x', lost: 'x', pause: 'x' }],
	['lists', { documents: [document()], lost: [1], pause: [1] }],
	['words within', { lost: { answers: 'x' }, pause: { until: 'x', length: 'x' } }],
	[
		'what are no documents',
		{
			documents: {
				a: null,
				b: 'x',
				c: [document()],
				d: {},
				e: { downloads: 1 },
				f: { state: 'atWork' },
				g: { state: 'atWork', downloads: '1' },
				h: { state: 'constructor', downloads: 1 },
			},
		},
	],
])('%s that n8n has kept are as good as nothing', (_, stored) => {
	recall(ledger, kept(stored as object));
	expect(states()).toEqual([]);
	expect(ledger).toMatchObject({ lost: { answers: 0 }, pause: { until: 0, length: 0 } });
	expect(ledger.toldAt).toBeUndefined();
});

it('a pause of no known length is kept', () => {
	recall(ledger, kept({ pause: { until: NOW + 1000, length: 'x' } }));
	expect(ledger.pause).toEqual({ until: NOW + 1000, length: 0 });
});
