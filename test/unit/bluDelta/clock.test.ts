import { notAhead } from '../../../nodes/BluDelta/queue/clock';
import { ledgerOf, ledgers, LONGEST_PAUSE } from '../../../nodes/BluDelta/queue/ledger';
import type { Session } from '../../../nodes/shared/http/session';

// A clock that was ahead and has been set right.

const NOW = 1_000_000_000;

/** What is known of a queue, all of it noted at the same time. */
function ledgerAt(at: number, pause = { until: 0, length: 0 }) {
	ledgers.clear();
	const ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
	const document = { state: 'stuck', downloads: 2, handOvers: 1, at, refusedAt: at, toldAt: at } as const;
	ledger.documents.set('told', document);
	ledger.documents.set('untold', { state: 'atWork', downloads: 1, handOvers: 1, at });
	ledger.lost = { answers: 2, laps: 1, ahead: 5, at, since: at };
	return Object.assign(ledger, { toldAt: at, pause, counted: new Map([['Downloaded', at]]) });
}

it('what was noted in the future counts as noted now, so that people are told again in time', () => {
	const ledger = ledgerAt(NOW + 1);
	notAhead(ledger, NOW);
	expect(ledger).toStrictEqual(ledgerAt(NOW));
});

it('what was noted in the past stays as it is', () => {
	const ledger = ledgerAt(NOW - 1);
	notAhead(ledger, NOW);
	expect(ledger).toStrictEqual(ledgerAt(NOW - 1));
});

it('nothing was told of a queue or a document: nothing is noted of that', () => {
	const ledger = ledgerAt(NOW + 1);
	delete (ledger as { toldAt?: number }).toldAt;
	notAhead(ledger, NOW);
	expect(ledger).not.toHaveProperty('toldAt');
	expect(Object.keys(ledger.documents.get('untold')!)).toEqual(['state', 'downloads', 'handOvers', 'at']);
});

it.each([
	['one that ends in time stays', NOW + 5, 10, NOW + 5],
	['one that would end later than it is long ends when it would had it begun now', NOW + 50, 10, NOW + 10],
	['none is longer than an hour', NOW + 9 * LONGEST_PAUSE, 8 * LONGEST_PAUSE, NOW + LONGEST_PAUSE],
])('of the pauses %s', (_, until, length, expected) => {
	const ledger = ledgerAt(NOW, { until, length });
	notAhead(ledger, NOW);
	expect(ledger.pause.until).toBe(expected);
});
