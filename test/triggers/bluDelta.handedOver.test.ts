import { countAfter, downloadsAllowed } from '../../nodes/BluDelta/trigger/allowed';
import { recall, settle, type Memory, type Outstanding } from '../../nodes/BluDelta/trigger/memory';
import type { Policy } from '../../nodes/BluDelta/trigger/policy';
import { receive } from '../../nodes/BluDelta/trigger/arrival';
import { newlyStuck, withTold } from '../../nodes/BluDelta/trigger/stuck';

const NOW = 10_000_000;
const HOUR = 3_600_000;
const policy: Policy = { now: NOW, redeliverAfter: HOUR, wants: () => true };
const noErrors: Policy = { ...policy, wants: (inError) => !inError };

/** A document that was handed over `minutes` ago with its last download. */
const out = (minutes: number, about: Partial<Outstanding> = {}): Outstanding => ({
	downloads: 1,
	downloadedAt: NOW - minutes * 60_000,
	handedOverAt: NOW - minutes * 60_000,
	handOvers: 1,
	inError: false,
	...about,
});
/** One that nobody asked for, seen `minutes` ago. */
const skipped = (minutes: number, downloads = 1): Outstanding => {
	const { handedOverAt: _, ...document } = out(minutes, { downloads, handOvers: 0, inError: true });
	return document;
};
const memory = (documents: Record<string, Outstanding>, confirmed: string[] = []): Memory => ({
	documents,
	confirmed: Object.fromEntries(confirmed.map((id) => [id, NOW - 1000])),
});

describe('downloads allowed', () => {
	it.each<[string, Memory, number | undefined, number, Policy?]>([
		['nothing out, nothing counted', memory({}), undefined, 1],
		['nothing out', memory({}), 5, 5],
		['nothing out, some confirmed within the age of the count', memory({}, ['x', 'y']), 5, 3],
		['nothing out, the count is only of confirmed ones', memory({}, ['x', 'y']), 2, 0],
		['one at work', memory({ a: out(5) }), 5, 0],
		['one at work, an older one due', memory({ a: out(5), b: out(70) }), 5, 1],
		['one due and nothing else', memory({ a: out(60) }), 1, 1],
		['one due, two new ones', memory({ a: out(60) }), 3, 3],
		['one due, the count fails to say', memory({ a: out(60) }), undefined, 1],
		['one due, a stale count', memory({ a: out(60) }, ['x']), 2, 1],
		['one with its last download left', memory({ a: out(90, { downloads: 2 }) }), 5, 0],
		[
			'one due before one with its last download left',
			memory({ a: out(99), b: out(90, { downloads: 2 }) }),
			5,
			1,
		],
		[
			'one due behind one with its last download left',
			memory({ a: out(70), b: out(90, { downloads: 2 }) }),
			5,
			0,
		],
		['one not asked for, nothing new', memory({ a: skipped(5) }), 1, 0, noErrors],
		['one not asked for, one new', memory({ a: skipped(5) }), 2, 2, noErrors],
		['one not asked for before one due', memory({ a: skipped(80), b: out(70) }), 2, 2, noErrors],
		['one not asked for behind one due', memory({ a: skipped(5), b: out(70) }), 2, 1, noErrors],
		['one not asked for that was passed already', memory({ a: skipped(5, 2) }), 5, 0, noErrors],
		['one that is asked for since', memory({ a: skipped(5) }), 1, 1],
	])('%s', (_, known, count, allowed, rule = policy) => {
		expect(downloadsAllowed(known, rule, count)).toBe(allowed);
	});

	it.each<[string, Memory, number | undefined]>([
		['nothing out: after one', memory({}), 1],
		['one at work: never', memory({ a: out(5) }), undefined],
		['one due: at once', memory({ a: out(70) }), 0],
		['one due, one at work: never', memory({ a: out(70), b: out(5) }), undefined],
	])('asks for a count only where it matters: %s', (_, known, after) => {
		expect(countAfter(known, policy)).toBe(after);
	});
});

describe('an arrival', () => {
	const arrival = { invoiceId: 'a', invoiceContainerId: 'c', fileName: 'a.pdf', inError: false };
	it.each<[string, Memory, Partial<typeof arrival>, string, Partial<Outstanding>, Policy?]>([
		['is handed over', memory({}), {}, 'handOver', { downloads: 1, handOvers: 1, handedOverAt: NOW }],
		[
			'at work is known',
			memory({ a: out(5) }),
			{},
			'known',
			{ downloads: 2, handOvers: 1, handedOverAt: NOW - 300_000 },
		],
		[
			'that is due is handed over again',
			memory({ a: out(60) }),
			{},
			'handOverAgain',
			{ downloads: 2, handOvers: 2, handedOverAt: NOW },
		],
		[
			'nobody asked for is left',
			memory({}),
			{ inError: true },
			'unwanted',
			{ downloads: 1, handOvers: 0, handedOverAt: undefined },
			noErrors,
		],
		[
			'asked for since is handed over',
			memory({ a: skipped(5) }),
			{ inError: true },
			'handOver',
			{ downloads: 2, handOvers: 1 },
		],
	])('%s', (_, known, about, verdict, expected, rule = policy) => {
		const before = JSON.stringify(known);
		const arrived = receive(known, { ...arrival, ...about }, rule);
		expect(arrived.verdict).toBe(verdict);
		expect(arrived.memory.documents.a).toMatchObject({ fileName: 'a.pdf', downloadedAt: NOW });
		for (const [key, value] of Object.entries(expected)) {
			expect(arrived.memory.documents.a[key as keyof Outstanding]).toBe(value);
		}
		expect(JSON.stringify(known)).toBe(before);
	});
});

describe('the state history', () => {
	const history = (...states: string[]) => ({ invoiceId: 'a', states: states.map((state) => ({ state })) });
	it('ends what is confirmed, wherever that stands in the list', () => {
		for (const states of [
			['Confirmed', 'Released'],
			['Released', 'confirmed'],
		]) {
			const after = settle(memory({ a: out(5), b: out(5) }), [history(...states)], NOW);
			expect(Object.keys(after.documents)).toEqual(['b']);
			expect(after.confirmed).toEqual({ a: NOW });
		}
	});

	it('tells of downloads whose answers were lost', () => {
		const after = settle(memory({ a: out(5) }), [history('Downloaded', 'Downloaded', 'Released')], NOW);
		expect(after.documents.a.downloads).toBe(2);
	});

	it('forgets confirmations that no count includes any more, and documents after 90 days', () => {
		const known = {
			...memory({ a: out(90 * 24 * 60), b: out(90 * 24 * 60 - 1) }),
			confirmed: { x: NOW - 61_000, y: NOW - 60_999 },
		};
		const after = settle(known, [], NOW);
		expect(Object.keys(after.documents)).toEqual(['b']);
		expect(Object.keys(after.confirmed)).toEqual(['y']);
	});
});

it.each<[string, Outstanding, boolean]>([
	['twice downloaded and out of time', out(60, { downloads: 2 }), true],
	['told already', out(60, { downloads: 2, told: true }), false],
	['still in time', out(59, { downloads: 2 }), false],
	['with a download left', out(60), false],
	['not asked for, but in the way', skipped(60, 2), true],
])('stuck is one that is %s: %#', (_, document, stuck) => {
	const known = memory({ a: document });
	expect(newlyStuck(known, policy)).toEqual(stuck ? ['a'] : []);
	expect(newlyStuck(withTold(known, ['a']), policy)).toEqual([]);
});

it.each([undefined, null, {}, { documents: 7, confirmed: 'x' }])('recalls nothing from %j', (stored) => {
	expect(recall(stored)).toEqual({ documents: {}, confirmed: {} });
});
