import { downloadedTooOften } from '../../../nodes/BluDelta/errors';
import {
	fewLeft,
	lastDownload,
	lostAnswers,
	pausing,
	withTrigger,
} from '../../../nodes/BluDelta/queue/heldBack';
import { ledgerOf, ledgers, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import type { Document } from '../../../nodes/BluDelta/queue/lifecycle';
import type { Session } from '../../../nodes/shared/http/session';

// What people read where Download Next downloads nothing.

let ledger: Ledger;
beforeEach(() => {
	ledgers.clear();
	ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
});
afterEach(() => jest.useRealTimers());

const know = (about: Partial<Document>) =>
	ledger.documents.set('d-1', { state: 'stuck', downloads: 2, handOvers: 0, at: 0, ...about });

describe('a document that was downloaded', () => {
	it('twice has its last download left, for a person', () => {
		know({ fileName: 'bill.pdf' });
		expect(lastDownload(ledger, 'd-1')).toEqual({
			kind: 'rejected',
			message: 'The next document may be d-1 (bill.pdf), which was downloaded 2 times and is not confirmed',
			advice:
				'Its last download is left to you. Confirm it if you have its data; otherwise run this node once by hand, in the editor',
		});
	});

	it('three times has none left: the advice is that of BLU DELTA’s refusal', () => {
		know({ downloads: 3 });
		expect(lastDownload(ledger, 'd-1')).toEqual({
			kind: 'rejected',
			message:
				'The next document may be d-1 (without a name), which was downloaded 3 times and is not confirmed',
			advice: downloadedTooOften.advice,
		});
	});
});

it.each([
	[1, 'bill.pdf', undefined],
	[
		2,
		'bill.pdf',
		'That was, for all that is known, the second of three downloads of the document d-1 (bill.pdf): confirm it once you have its data',
	],
	[
		3,
		undefined,
		'That was, for all that is known, the last of three downloads of the document d-1 (without a name): confirm it once you ' +
			'have its data, for BLU DELTA hands it out no more',
	],
])('what is left after %i downloads is told from the second one on', (downloads, fileName, said) => {
	know({ downloads, fileName });
	expect(fewLeft(ledger, 'd-1')).toBe(said);
});

describe('a document that is', () => {
	const waitedFor =
		'Nothing more was taken: the next document may be d-1, which the trigger has handed over and which is not confirmed yet';

	it.each([
		[
			'handedOver',
			1,
			`${waitedFor}. If that trigger is switched off, confirm it once its work is done; otherwise it can be taken from 2026-11-20T12:00:00.000Z on`,
		],
		['atWork', 1, waitedFor],
		['atWork', 2, waitedFor],
		['atWork', 3, undefined],
		['handedOver', 3, undefined],
		['due', 1, undefined],
		['waiting', 1, undefined],
		['stuck', 2, undefined],
	] as const)(
		'%s after %i downloads is waited for only while the trigger’s workflow has it',
		(state, downloads, said) => {
			know({ state, downloads });
			const until = Date.parse('2026-11-20T11:00:00.000Z');
			const about = { key: 'k', name: 'T', span: 0, redeliverAfter: 60 };
			ledger.holder = { ...about, until, patience: 60 * 60_000 };
			expect(withTrigger(ledger, 'd-1')).toBe(said);
		},
	);
});

it('lost answers leave the next download to a person', () => {
	ledger.lost.answers = 2;
	expect(lostAnswers(ledger)).toEqual({
		kind: 'rejected',
		message: '2 downloads got no answer, so that the next one may be the third and last one of some document',
		advice:
			'It is left to you: when the connection is mended, fetch what waits by hand, in the editor, with a Limit, and confirm it',
	});
});

it('a pause says until when, and is over then', () => {
	const until = Date.parse('2026-11-20T12:00:00.000Z');
	ledger.pause = { until, length: 120_000 };
	jest.useFakeTimers({ now: until - 1 });
	expect(pausing(ledger)).toEqual({
		kind: 'unavailable',
		message:
			'A download came to nothing a short while ago: the next one is made from 2026-11-20T12:00:00.000Z on',
		advice:
			'Each of them may use up one of three downloads of a document. By hand, in the editor, it is made at once',
	});
	jest.setSystemTime(until);
	expect(pausing(ledger)).toBeUndefined();
});
