import { count } from '../../../nodes/BluDelta/queue/count';
import * as history from '../../../nodes/BluDelta/queue/history';
import type { ContainerHistory, DocumentHistory } from '../../../nodes/BluDelta/queue/historyAnswer';
import { learn } from '../../../nodes/BluDelta/queue/learn';
import { COUNT_AGE, ledgerOf, ledgers, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import type { Document } from '../../../nodes/BluDelta/queue/lifecycle';
import type { Session } from '../../../nodes/shared/http/session';

// What a poll learns of the documents that are out before it downloads anything.

jest.mock('../../../nodes/BluDelta/queue/count');
const counted = jest.mocked(count);
const stateHistory = jest.spyOn(history, 'stateHistory');
const warn = jest.fn();
const session = { baseUrl: 'https://bd.test/api', context: { logger: { warn } } } as unknown as Session;
let ledger: Ledger;

beforeEach(() => {
	jest.clearAllMocks();
	jest.useFakeTimers({ now: 1_000_000_000 });
	ledgers.clear();
	ledger = ledgerOf(session);
	stateHistory.mockResolvedValue([]);
	counted.mockRejectedValue(new Error('no count'));
});
afterEach(() => jest.useRealTimers());

/** A document that is out, by default so long that a count must know it, in the container `c-` and its id. */
const know = (id: string, { age = COUNT_AGE, ...about }: Partial<Document> & { age?: number } = {}) =>
	ledger.documents.set(id, {
		state: 'atWork',
		downloads: 1,
		handOvers: 1,
		at: Date.now() - age,
		invoiceContainerId: `c-${id}`,
		...about,
	});
const documentIn = (invoiceId: string, state: string): DocumentHistory => ({
	invoiceId,
	state,
	states: [{ state }],
});
const container = (
	id: string,
	documents: DocumentHistory[],
	more: Partial<ContainerHistory> = {},
): ContainerHistory => ({ invoiceContainerId: `c-${id}`, states: [], documents, ...more });
const told = (...histories: ContainerHistory[]) => stateHistory.mockResolvedValue(histories);
const out = () => [...ledger.documents].flatMap(([id, { state }]) => (state === 'gone' ? [] : id));
const lines = () => warn.mock.calls.flat() as string[];

it('nothing is asked while no document is out', async () => {
	know('a', { state: 'gone' });
	await learn(session, ledger);
	expect(stateHistory.mock.calls.flatMap(([, containers]) => containers)).toEqual([]);
	expect(counted).not.toHaveBeenCalled();
});

it('each container is asked for once, and none for a document whose container nobody knows', async () => {
	know('a', { invoiceContainerId: 'both', age: 1000 });
	know('b', { invoiceContainerId: 'both', age: 1000 });
	know('c', { invoiceContainerId: undefined, age: 1000 });
	await learn(session, ledger);
	expect(stateHistory.mock.calls).toEqual([[session, ['both']]]);
	expect(out()).toEqual(['c']);
});

it('a history that cannot be had changes nothing, and stands in the log', async () => {
	know('a');
	stateHistory.mockRejectedValue(new Error('BLU DELTA answered 500'));
	counted.mockResolvedValue(0);
	await learn(session, ledger);
	expect(out()).toEqual(['a']);
	expect(lines()).toEqual(['BLU DELTA: the state history cannot be read: BLU DELTA answered 500']);
});

describe('a document', () => {
	it('that is confirmed is gone, without a word', async () => {
		know('a');
		told(container('a', [documentIn('a', 'Confirmed')]));
		await learn(session, ledger);
		expect(out()).toEqual([]);
		expect(lines()).toEqual([]);
	});

	it.each([
		[{ fileName: 'bill.pdf' }, 'a (bill.pdf)'],
		[{}, 'a (without a name)'],
	])('that was deleted is gone, and the log says which (%j)', async (about, which) => {
		know('a', about);
		told(container('a', [documentIn('a', 'Deleted')]));
		await learn(session, ledger);
		expect(out()).toEqual([]);
		expect(lines()).toEqual([`BLU DELTA: the document ${which} is Deleted: it is forgotten`]);
	});

	it('that its container does not list is gone, and the log says so', async () => {
		know('a');
		told(container('a', [documentIn('other', 'Downloaded')]));
		await learn(session, ledger);
		expect(out()).toEqual([]);
		expect(lines()).toEqual([
			'BLU DELTA: the document a (without a name) is in no history of BLU DELTA: it is forgotten',
		]);
	});

	it.each<[string, Partial<Document>, ContainerHistory[]]>([
		['that waits still', {}, [container('a', [documentIn('a', 'Downloaded')])]],
		['whose container lists it in a state that nobody knows', {}, [container('a', [documentIn('a', 'Odd')])]],
		['of whose container not all could be read', {}, [container('a', [], { partial: true })]],
		[
			'of whose container BLU DELTA tells nothing',
			{},
			[container('a', [], { refusal: { kind: 'notFound', message: 'No' } })],
		],
		['that is listed elsewhere', {}, [container('b', [documentIn('a', 'Odd')])]],
		['that is unlisted, but would be lost by one download more', { downloads: 2 }, [container('a', [])]],
		['whose container nobody knows', { invoiceContainerId: undefined }, [container('b', [])]],
	])('%s stays', async (_, about, histories) => {
		know('a', about);
		told(...histories);
		await learn(session, ledger);
		expect(out()).toEqual(['a']);
		expect(lines()).toEqual([]);
	});
});

describe('documents of which no history tells', () => {
	/** Two that are out; `a` is listed, and of the container of `b` nothing is told. */
	const knowTwo = (...ages: Array<number | undefined>) => {
		know('a', { age: ages[0] });
		know('b', { age: ages[1] });
		const refusal = { kind: 'notFound', message: 'No' } as const;
		told(container('a', [documentIn('a', 'Downloaded')]), container('b', [], { refusal }));
	};

	it.each([
		[0, ['a']],
		[1, ['a']],
		[2, ['a', 'b']],
	])('with %i documents out, as BLU DELTA counts, leave of a and b: %j', async (number, expected) => {
		knowTwo();
		counted.mockResolvedValue(number);
		await learn(session, ledger);
		expect(counted.mock.calls).toEqual([[session, ['Downloaded']]]);
		expect(out()).toEqual(expected);
	});

	it('stay when the count cannot be had', async () => {
		knowTwo();
		await learn(session, ledger);
		expect(counted).toHaveBeenCalledTimes(1);
		expect(out()).toEqual(['a', 'b']);
	});

	it.each([
		['one of them', undefined, COUNT_AGE - 1],
		['another one', COUNT_AGE - 1, undefined],
	])('stay, and nothing is counted, while a count may not have seen yet %s', async (_, first, second) => {
		knowTwo(first, second);
		counted.mockResolvedValue(0);
		await learn(session, ledger);
		expect(counted).not.toHaveBeenCalled();
		expect(out()).toEqual(['a', 'b']);
	});

	it('are not there: nothing is counted', async () => {
		know('a');
		told(container('a', [documentIn('a', 'Downloaded')]));
		await learn(session, ledger);
		expect(counted).not.toHaveBeenCalled();
	});

	it('are gone once none is out, even if nobody knows a container of theirs', async () => {
		know('a', { invoiceContainerId: undefined });
		counted.mockResolvedValue(0);
		await learn(session, ledger);
		expect(out()).toEqual([]);
	});
});
