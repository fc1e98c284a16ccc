import { retryAfterMs, retryDelay, YEAR_MS } from '../../nodes/shared/http/retry';

const now = Date.parse('2026-11-20T12:00:00Z');
const middle = () => 0.5;

describe('Retry-After', () => {
	it.each([
		['2', 2000],
		['0', undefined],
		['-5', undefined],
		['1.5', 1500],
		['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
		['Fri, 20 Nov 2026 11:00:00 GMT', undefined],
		['Fri, 20 Nov 2026 12:00:00 GMT', undefined],
		['soon', undefined],
		['99999999999999999', YEAR_MS],
		['Fri, 31 Dec 9999 23:59:59 GMT', YEAR_MS],
		['9'.repeat(400), undefined],
		['', undefined],
		[undefined, undefined],
	])('%s is %s ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});

describe('when to try again', () => {
	const again = (attempt: Parameters<typeof retryDelay>[0], tries: number, write: boolean) =>
		retryDelay(attempt, { tries, write, now, random: middle });

	it.each([
		['busy, write', { status: 429 }, 1, true, 500],
		['busy, second time', { status: 429 }, 2, true, 1000],
		['busy, sixth time', { status: 429 }, 6, true, 16_000],
		['busy, seventh time', { status: 429 }, 7, true, undefined],
		['away, write', { status: 503 }, 1, true, 500],
		['broken, write', { status: 500 }, 1, true, undefined],
		['broken, read', { status: 500 }, 1, false, 500],
		['broken, read, third time', { status: 502 }, 3, false, undefined],
		['lost, write', { lost: true }, 1, true, undefined],
		['lost, read', { lost: true }, 2, false, 1000],
		['refused', { status: 404 }, 1, false, undefined],
		['asked to wait', { status: 429, retryAfter: '4' }, 1, true, 4000],
		['asked to wait for an hour', { status: 429, retryAfter: '3600' }, 1, true, undefined],
		['asked to wait for a minute', { status: 503, retryAfter: '60' }, 6, true, 60_000],
		['asked to wait for no time', { status: 429, retryAfter: '0' }, 2, true, 1000],
		['asked to wait by a broken one, write', { status: 500, retryAfter: '4' }, 1, true, undefined],
		['asked to wait by a broken one, read', { status: 502, retryAfter: '4' }, 1, false, 4000],
		['too late, write', { status: 408 }, 1, true, undefined],
		['too late, read', { status: 408 }, 2, false, 1000],
		['too early, write', { status: 425 }, 1, true, undefined],
		['too early, read', { status: 425 }, 2, false, 1000],
		['too late, read, third time', { status: 408 }, 3, false, undefined],
	])('%s', (_name, attempt, tries, write, ms) => expect(again(attempt, tries, write)).toBe(ms));

	it('spreads the returns', () => {
		const backOff = (random: number) =>
			retryDelay({ status: 429 }, { tries: 1, write: true, now, random: () => random })!;
		expect([backOff(0), backOff(1)]).toEqual([375, 625]);
	});
});
