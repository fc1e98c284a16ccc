import { duration, momentAfter } from '../../nodes/shared/http/comeBack';

it.each([
	[1, '1 second'],
	[61_000, '1 minute 1 second'],
	[120_000, '2 minutes'],
	[3_600_000, '1 hour'],
	[3_601_000, '1 hour'],
	[5_400_000, '1 hour 30 minutes'],
	[86_400_000, '1 day'],
	[200_000_000, '2 days 7 hours'],
])('%d ms are %s', (ms, words) => expect(duration(ms)).toBe(words));

it.each([
	['UTC', 3_600_000, '26 Nov 2026, 13:00 (UTC)'],
	['Europe/Vienna', 3_600_000, '26 Nov 2026, 14:00 (Europe/Vienna)'],
	['UTC', 3_600_001, '26 Nov 2026, 13:01 (UTC)'],
	['UTC', 86_400_000, '27 Nov 2026, 12:00 (UTC)'],
])('in %s, %d ms later', (timeZone, ms, told) =>
	expect(momentAfter(ms, Date.parse('2026-11-26T12:00:00Z'), timeZone)).toBe(told),
);
