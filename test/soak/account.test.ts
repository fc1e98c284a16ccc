import type { Sent } from '../queue/sender';
import { amissIn, lineOf, type Line } from './account';

const by = (...answers: Sent['answers']): Sent => ({ answers, answeredBy: 0 });
const sent = new Map<string, Sent>([
	['once', by(200)],
	['refused', by('refused', 503)],
	['undone', by(200)],
	['again', by('lost', 200)],
	['doubled', by(200)],
]);
const done: Record<string, number> = { once: 1, again: 2, doubled: 2 };
const line = lineOf('notices', sent, (id) => done[id] ?? 0);

it('what was sent is counted by what became of it', () => {
	expect(line).toEqual({ what: 'notices', sent: 5, once: 1, refused: 1, undone: 1, again: 1, doubled: 1 });
});

describe('the account', () => {
	const good: Line[] = ['notices', 'invoices', 'documents'].map((what) => ({
		...{ what, sent: 2, once: 2, refused: 0, undone: 0, again: 0, doubled: 0 },
	}));
	const with_ = (index: number, change: Partial<Line>) =>
		good.map((one, at) => (at === index ? { ...one, ...change } : one));

	it('adds up when each was done once, or n8n has its failure', () => {
		expect(amissIn(good, 0)).toEqual([]);
		expect(amissIn(with_(0, { undone: 2 }), 2)).toEqual([]);
	});

	it.each<[Line[], number, RegExp]>([
		[with_(0, { undone: 3 }), 2, /3 were taken and not done, and n8n has 2/],
		[with_(1, { doubled: 1 }), 0, /1 invoices were done twice/],
		[with_(2, { undone: 1 }), 9, /1 documents are without an invoice/],
		[with_(2, { sent: 0 }), 0, /no documents were sent/],
	])('does not add up otherwise', (lines, failed, says) => {
		expect(amissIn(lines, failed).join()).toMatch(says);
	});
});
