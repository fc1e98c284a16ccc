import { count, isKept } from '../../../nodes/BluDelta/queue/count';
import { given } from '../../../nodes/BluDelta/queue/documents';
import { downloadAll, type Wanted } from '../../../nodes/BluDelta/queue/downloads';
import { ledgerOf, ledgers, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import { downloadNext, type Came } from '../../../nodes/BluDelta/queue/nextDocument';
import type { Failure } from '../../../nodes/shared/failure';
import type { Session } from '../../../nodes/shared/http/session';

// How far downloads go, why they end, and what the ledger knows then.

jest.mock('../../../nodes/BluDelta/queue/count');
jest.mock('../../../nodes/BluDelta/queue/nextDocument');
const session = { baseUrl: 'https://bd.test/api' } as Session;
let ledger: Ledger;

beforeEach(() => {
	jest.resetAllMocks();
	jest.useFakeTimers({ now: 1_000_000_000 });
	jest.advanceTimersByTime(1000);
	ledgers.clear();
	ledger = ledgerOf(session);
	jest.mocked(count).mockResolvedValue(100);
	jest.mocked(isKept).mockReturnValue(false);
});
afterEach(() => jest.useRealTimers());

const noAnswer: Failure = { kind: 'stateUnknown', message: 'No answer' };

/** What comes, one after the other, each after so many milliseconds: documents by their ids, then nothing. */
const coming = (ids: string[], ms = 0) =>
	jest.mocked(downloadNext).mockImplementation(async (): Promise<Came> => {
		jest.advanceTimersByTime(ms);
		const id = ids.shift();
		return id === undefined ? {} : { next: { document: { InvoiceId: id } } };
	});

/** Downloads; what was taken, in its order, and why no more. */
async function download(wanted: Partial<Wanted> = {}) {
	const taken: string[] = [];
	const end = await downloadAll(session, ledger, {
		apiVersion: 'v2',
		includeResultPdf: false,
		limit: 50,
		again: () => true,
		...wanted,
		take: (next, before) => {
			taken.push(next.document.InvoiceId);
			given(ledger, next.document.InvoiceId, 'take', Date.now());
			return wanted.take?.(next, before) ?? true;
		},
	});
	return { taken, end, downloads: jest.mocked(downloadNext).mock.calls.length };
}

describe('downloads end', () => {
	it('with the limit', async () => {
		coming(['a', 'b', 'c']);
		expect(await download({ limit: 2 })).toEqual({ taken: ['a', 'b'], end: { why: 'limit' }, downloads: 2 });
	});

	it('with the queue', async () => {
		coming(['a']);
		expect(await download()).toEqual({ taken: ['a'], end: { why: 'empty' }, downloads: 2 });
	});

	it('where the taker wants no more', async () => {
		coming(['a', 'b']);
		expect(await download({ take: () => false })).toEqual({
			taken: ['a'],
			end: { why: 'stopped' },
			downloads: 1,
		});
	});

	it.each([1, 2])(
		'where one can’t be put out: it is named, and known as one that had %i downloads',
		async (downloads) => {
			coming(['a', 'b']);
			for (let before = 1; before < downloads; before++)
				ledger.documents.set('b', { state: 'waiting', downloads: before, handOvers: 0, at: 0 });
			const take: Wanted['take'] = ({ document }) => {
				if (document.InvoiceId === 'b') throw new TypeError('No item');
				given(ledger, document.InvoiceId, 'take', Date.now());
				return true;
			};
			const wanted = { apiVersion: 'v2' as const, includeResultPdf: false, limit: 50, again: () => true };
			expect(await downloadAll(session, ledger, { ...wanted, take })).toEqual({
				why: 'failure',
				failure: {
					kind: 'unexpected',
					message: "The document b (without a name) came, and can't be put out: No item",
				},
			});
			expect(ledger.documents.get('b')).toMatchObject({
				state: downloads > 1 ? 'stuck' : 'waiting',
				downloads,
				handOvers: 0,
			});
		},
	);

	it.each([
		['the time is over', 0, []],
		['one that takes as long as the slowest would end too late', 19, ['a']],
		['one that takes as long as the slowest would end in the last moment', 20, ['a']],
		['nothing of that holds', 21, ['a', 'b']],
	])('when %s', async (_, ms, taken) => {
		coming(['a', 'b'], 10);
		const { end, ...came } = await download({ limit: 2, deadline: performance.now() + ms });
		expect(came).toEqual({ taken, downloads: taken.length });
		expect(end.why).toBe(taken.length === 2 ? 'limit' : 'time');
	});
});

it('nothing is downloaded while a document may come that must not', async () => {
	ledger.documents.set('a', { state: 'atWork', downloads: 1, handOvers: 1, at: 0 });
	coming(['a', 'b']);
	expect(await download({ again: ({ state }) => state !== 'atWork' })).toEqual({
		taken: [],
		end: { why: 'barred', id: 'a' },
		downloads: 0,
	});
});

describe('what was taken would come again after the others', () => {
	const waiting = (number: number) => jest.mocked(count).mockResolvedValue(number);

	it('so that nothing is downloaded once the others have come, as counted at first', async () => {
		coming(['a', 'b', 'c']);
		waiting(2);
		expect(await download()).toEqual({ taken: ['a', 'b'], end: { why: 'empty' }, downloads: 2 });
		expect(jest.mocked(count).mock.calls).toEqual([[session, ['Released', 'Downloaded']]]);
	});

	it('and documents that are out and come after it are none of the others', async () => {
		coming(['a', 'b']);
		const now = Date.now();
		ledger.documents.set('old', { state: 'waiting', downloads: 1, handOvers: 1, at: now + 1 });
		waiting(2);
		expect((await download()).taken).toEqual(['a']);
	});

	it('and one that is out and comes before it is one of the others', async () => {
		coming(['a', 'old']);
		ledger.documents.set('old', { state: 'waiting', downloads: 1, handOvers: 1, at: 0 });
		waiting(2);
		expect((await download()).taken).toEqual(['a', 'old']);
	});

	it.each([
		[true, ['a']],
		[false, ['a', 'b']],
	])('and a count that BLU DELTA may have kept (%s) may include what is gone', async (kept, taken) => {
		coming(['a', 'b']);
		ledger.documents.set('gone', { state: 'gone', downloads: 1, handOvers: 1, at: Date.now() });
		jest.mocked(isKept).mockReturnValue(kept);
		waiting(2);
		expect((await download()).taken).toEqual(taken);
	});

	it('and nothing is downloaded where nobody can count them', async () => {
		coming(['a', 'b']);
		jest.mocked(count).mockRejectedValue(new Error('no count'));
		expect(await download()).toEqual({
			taken: ['a'],
			end: { why: 'failure', failure: { kind: 'unexpected', message: 'no count' } },
			downloads: 1,
		});
	});
});

describe('lost answers', () => {
	/** Two laps of the queue have lost answers; so many documents come before the one that the second lap has lost. */
	const lost = (ahead: number) =>
		(ledger.lost = { answers: 2, laps: 2, ahead, at: Date.now(), since: Date.now() });

	it('cost documents before those of the last lap one download less: they come, and no other does', async () => {
		lost(2);
		coming(['a', 'b', 'c']);
		expect(await download()).toEqual({ taken: ['a', 'b'], end: { why: 'lost' }, downloads: 2 });
		expect([...ledger.documents.values()].map(({ downloads }) => downloads)).toEqual([2, 2]);
	});

	it('are not brought closer by a document that came before', async () => {
		lost(1);
		ledger.documents.set('a', { state: 'waiting', downloads: 1, handOvers: 0, at: 0 });
		coming(['a', 'b', 'c']);
		expect((await download()).taken).toEqual(['a', 'b']);
	});

	it('are brought closer by one that was thought to be gone', async () => {
		lost(1);
		ledger.documents.set('a', { state: 'gone', downloads: 1, handOvers: 0, at: 0 });
		coming(['a', 'b']);
		expect((await download()).taken).toEqual(['a']);
	});

	it('do not hold up a person', async () => {
		lost(0);
		coming(['a']);
		expect((await download({ byHand: true })).taken).toEqual(['a']);
	});

	it('are forgotten when the queue has been seen to its end', async () => {
		lost(2);
		coming([]);
		await download();
		expect(ledger).toMatchObject({ lost: { answers: 0 }, strays: 0 });
	});

	it('are forgotten when what this run has taken comes again: the queue went round', async () => {
		lost(9);
		coming(['a', 'a']);
		expect((await download()).end).toEqual({ why: 'repeat', id: 'a' });
		expect(ledger).toMatchObject({ lost: { answers: 0 }, strays: 0 });
	});

	it('of a document that the answer has named cost that one a download, and others nothing', async () => {
		coming([]);
		jest
			.mocked(downloadNext)
			.mockResolvedValue({ failure: noAnswer, inVain: true, of: { invoiceId: 'a', fileName: 'a.pdf' } });
		expect((await download()).end).toEqual({ why: 'failure', failure: noAnswer });
		expect(ledger.documents.get('a')).toMatchObject({ state: 'waiting', downloads: 1, fileName: 'a.pdf' });
		expect(ledger.lost.answers).toBe(0);
		expect(ledger.pause.until).toBeGreaterThan(Date.now());
	});

	it('of a document that nobody knows may have been of any, and are followed by a pause', async () => {
		jest.mocked(downloadNext).mockResolvedValue({ failure: noAnswer, inVain: true });
		expect((await download()).end).toEqual({ why: 'failure', failure: noAnswer });
		expect(ledger.lost).toMatchObject({ answers: 1, laps: 1 });
		expect(ledger.pause.until).toBeGreaterThan(Date.now());
	});

	it.each<[string, Partial<Failure>, boolean]>([
		['of a gateway that answered 503, which is given time', {}, true],
		['of a request that never left, for the login was answered 503', { unsent: true }, false],
	])('are none %s: nothing is counted', async (_what, more, isPause) => {
		const failure: Failure = { kind: 'unavailable', message: 'Away', status: 503, ...more };
		jest.mocked(downloadNext).mockResolvedValue({ failure, inVain: false });
		expect((await download()).end).toEqual({ why: 'failure', failure });
		expect(ledger.lost.answers).toBe(0);
		expect(ledger.pause.until > Date.now()).toBe(isPause);
	});

	it('are not what a refusal is: it costs nothing', async () => {
		const refusal: Failure = { kind: 'rejected', message: 'No' };
		jest.mocked(downloadNext).mockResolvedValue({ failure: refusal, inVain: false });
		expect((await download()).end).toEqual({ why: 'failure', failure: refusal });
		expect(ledger).toMatchObject({ lost: { answers: 0 }, pause: { until: 0 } });
	});
});
