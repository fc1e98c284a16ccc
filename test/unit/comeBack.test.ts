import { duration, momentAfter, whenToComeBack } from '../../nodes/shared/http/comeBack';

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

it.each([
	[120_000, 'Acme asks to wait 2 minutes. Run it again after 26 Nov 2026, 12:02 (UTC)'],
	[365 * 86_400_000, 'Acme asks to wait 365 days. Run it again after 26 Nov 2027, 12:00 (UTC)'],
	[366 * 86_400_000, 'Acme asks to wait for more than a year. Ask there when to run it again'],
	[1e20, 'Acme asks to wait for more than a year. Ask there when to run it again'],
])('a wait of %d ms', (ms, told) =>
	expect(whenToComeBack('Acme', ms, Date.parse('2026-11-26T12:00:00Z'), 'UTC')).toBe(told),
);
