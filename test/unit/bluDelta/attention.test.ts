import { passTime } from '../../../nodes/BluDelta/queue/documents';
import { ledgerOf, ledgers, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import type { Document } from '../../../nodes/BluDelta/queue/lifecycle';
import { attention } from '../../../nodes/BluDelta/trigger/attention';
import type { Session } from '../../../nodes/shared/http/session';

// What people are told of a queue that is held up, when, and in which words.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-20T12:00:00.000Z');
let ledger: Ledger;

beforeEach(() => {
	ledgers.clear();
	ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
});

const know = (id: string, about: Partial<Document>) =>
	ledger.documents.set(id, { state: 'atWork', downloads: 1, handOvers: 1, at: NOW, ...about });
const told = (now: number, queueIsStuck = false) =>
	attention(ledger, now, queueIsStuck).map(({ json }) => json);

it.each([
	[60 * MINUTE - 1, 'atWork'],
	[60 * MINUTE, 'due'],
])('what is at work for %i ms of an hour is %s', (later, state) => {
	know('a', {});
	passTime(ledger, 60, NOW + later);
	expect(ledger.documents.get('a')!.state).toBe(state);
});

it.each(['waiting', 'handedOver', 'stuck', 'gone'] as const)('time changes nothing about %s', (state) => {
	know('a', { state });
	passTime(ledger, 1, NOW + DAY);
	expect(ledger.documents.get('a')!.state).toBe(state);
});

describe('a document that is stuck', () => {
	it('is told at once, and then daily, with the polls that it has cost', () => {
		know('a', {
			state: 'stuck',
			downloads: 2,
			handOvers: 2,
			fileName: 'a.pdf',
			invoiceContainerId: 'c',
		});
		expect(told(NOW)).toEqual([
			{
				...{ stuck: true, stuckInvoiceId: 'a', invoiceContainerId: 'c', fileName: 'a.pdf' },
				...{ downloads: 2, handOvers: 2, polls: 1 },
				message:
					'The document a (a.pdf) was downloaded 2 times and is not confirmed. Newer documents wait behind it (1 poll so far). ' +
					'The trigger leaves its last download to you: confirm it if you have its data; otherwise fetch it by hand ' +
					'with Download Next and a Limit: others may come before it',
			},
		]);
		expect(told(NOW + DAY - 1)).toEqual([]);
		expect(told(NOW + DAY)).toMatchObject([
			{ stuckInvoiceId: 'a', polls: 3, message: expect.stringContaining('(3 polls so far)') },
		]);
	});

	it.each([
		[1, /fetch it by hand/],
		[2, /fetch it by hand/],
		[3, /Waiting does not help: .*confirm it .*otherwise ask BLU DELTA support$/],
		[4, /otherwise ask BLU DELTA support$/],
	])('after %i downloads is told with what can still be done', (downloads, advice) => {
		know('a', { state: 'stuck', downloads });
		const message = told(NOW)[0].message as string;
		expect(message).toMatch(advice);
		expect(/fetch it by hand/.test(message)).toBe(downloads < 3);
	});

	it('is told without a name, too', () => {
		know('a', { state: 'stuck' });
		expect(told(NOW)).toMatchObject([
			{ message: expect.stringMatching(/^The document a \(without a name\) was/) },
		]);
	});
});

it('a confirm that is refused is told after an hour, and then daily', () => {
	know('a', { state: 'handedOver', fileName: 'a.pdf', refusedAt: NOW });
	expect(told(NOW)).toEqual([]);
	expect(told(NOW + HOUR - 1)).toEqual([]);
	expect(told(NOW + HOUR)).toMatchObject([
		{
			...{ stuck: true, stuckInvoiceId: 'a', polls: 3 },
			message:
				'The document a (a.pdf) was handed over, and BLU DELTA has refused its confirm for 3 polls. Newer documents wait ' +
				'behind it. The confirm is tried again with each poll; look at it in BLU DELTA, or confirm it there',
		},
	]);
	expect(told(NOW + HOUR + DAY - 1)).toEqual([]);
	expect(told(NOW + HOUR + DAY)).toHaveLength(1);
});

it.each(['waiting', 'handedOver', 'atWork', 'due', 'gone'] as const)('nobody is told of %s', (state) => {
	know('a', { state });
	expect(told(NOW)).toEqual([]);
	expect(ledger.documents.get('a')).not.toHaveProperty('polls');
});

it('lost answers that hold up the queue are told at once, and then daily', () => {
	ledger.lost.answers = 2;
	expect(told(NOW)).toEqual([]);
	expect(told(NOW, true)).toEqual([
		{
			...{ stuck: true, lostAnswers: 2 },
			message:
				'2 downloads got no answer, so that the next one may be the third and last one of some document. The trigger leaves it ' +
				'to you: when the connection is mended, fetch what waits by hand with Download Next and a Limit, and confirm it once ' +
				'you have the data',
		},
	]);
	expect(told(NOW + DAY - 1, true)).toEqual([]);
	expect(told(NOW + DAY, true)).toHaveLength(1);
});
