import {
	addDays,
	calendarDay,
	dayIn,
	inZone,
	midnightOf,
	utcTimestamp,
} from '../../nodes/shared/values/dates';
import { addressOf } from '../../nodes/shared/http/address';
import { cents, shown } from '../../nodes/shared/values/cents';
import { comparable, guidOf } from '../../nodes/shared/values/guid';
import { jsonNumber } from '../../nodes/shared/values/decimal';
import { failureDetails, failureOf, inputFailure, kindOfStatus, tried } from '../../nodes/shared/failure';
import { titleCase } from '../../nodes/shared/table/title';

it.each([
	['invoiceNumber', 'Invoice Number'],
	['companyId', 'Company ID'],
	['redirectUrl', 'Redirect URL'],
	['id', 'ID'],
	['pastDue90Plus', 'Past Due90 Plus'],
])('%s is labelled %s', (name, label) => expect(titleCase(name)).toBe(label));

it.each([
	[1100, 1100],
	['1100.00', 1100],
	[' 12.5 ', 12.5],
	['-0.1', -0.1],
	['0.30', 0.3],
	['1,100', undefined],
	['1e3', undefined],
	['', undefined],
	['0x10', undefined],
	['.5', undefined],
	['5.', undefined],
	['9007199254740993', undefined],
	['9'.repeat(400), undefined],
	[Number.NaN, undefined],
	[Number.POSITIVE_INFINITY, undefined],
	[null, undefined],
	[true, undefined],
])('the decimal %p is %p', (given, number) => expect(jsonNumber(given)).toBe(number));

it.each([
	[0.1, 10],
	[1.005, 101],
	[-1.005, -101],
	[19.99, 1999],
	[1e12, 1e14],
])('%d is %d cents', (amount, inCents) => expect(cents(amount)).toBe(inCents));
it.each([
	[5, '0.05'],
	[-110050, '-1100.50'],
])('%d cents are %s', (inCents, text) => expect(shown(inCents)).toBe(text));

it.each([
	['2024-02-29', '2024-02-29'],
	['2023-02-29', undefined],
	['2026-03-31T23:59:59-11:00', '2026-03-31'],
	['2026-03-31 10:00:00', '2026-03-31'],
	[' 2026-03-31\n', '2026-03-31'],
	['2026-03-31x', undefined],
	['31.03.2026', undefined],
	[new Date(Date.UTC(2026, 2, 31)), '2026-03-31'],
	[new Date(Number.NaN), undefined],
	[{ toISO: () => '2026-03-31T00:30:00.000+14:00' }, '2026-03-31'],
	[{ toISO: () => null }, undefined],
	[20260331, undefined],
	[undefined, undefined],
])('the day of %p is %p', (given, day) => expect(calendarDay(given)).toBe(day));

it.each([
	['2026-03-31', '2026-03-31T00:00:00.000Z'],
	['2026-03-31T10:00:00+02:00', '2026-03-31T08:00:00.000Z'],
	['2026-03-31T10:00:00.123Z', '2026-03-31T10:00:00.123Z'],
	['2026-03-31T10:00:00', undefined],
	['2026-03-31 10:00:00+02', '2026-03-31T08:00:00.000Z'],
	['2026-03-31 10:00:00-0530', '2026-03-31T15:30:00.000Z'],
	['2026-03-31 10:00:00+05:45', '2026-03-31T04:15:00.000Z'],
	['2026-03-31 10:00:00 +02:00:00', '2026-03-31T08:00:00.000Z'],
	['2026-03-31 10:00 UTC', '2026-03-31T10:00:00.000Z'],
	['2026-03-31T10:00:00,5gmt', '2026-03-31T10:00:00.500Z'],
	['2026-03-31T10:00z', '2026-03-31T10:00:00.000Z'],
	['x2026-03-31T10:00Z', undefined],
	['2026-03-31T10:00Zx', undefined],
	[{ toISO: () => '2026-03-31T10:00:00.000+02:00' }, '2026-03-31T08:00:00.000Z'],
	[{ toISO: '2026-03-31' }, undefined],
	[null, undefined],
	[' 2026-03-31T10:00:00Z ', '2026-03-31T10:00:00.000Z'],
	['tomorrow', undefined],
	[7, undefined],
])('the moment %p is %p', (given, timestamp) => expect(utcTimestamp(given)).toBe(timestamp));

it.each([
	['2026-07-01T10:00', 'America/New_York', '2026-07-01T14:00:00.000Z'],
	['2026-12-01 10:00:30', 'America/New_York', '2026-12-01T15:00:30.000Z'],
	[' 2026-07-01T10:00 ', 'America/New_York', '2026-07-01T14:00:00.000Z'],
	['2026-07-01T10:00:00Z', 'America/New_York', '2026-07-01T10:00:00.000Z'],
])('the local time %s in %s is %s', (given, zone, timestamp) =>
	expect(utcTimestamp(inZone(given, zone))).toBe(timestamp),
);
it('what is no local time stays as it is', () => {
	for (const value of ['2026-07-01', 'x', 5, null, undefined])
		expect(inZone(value, 'America/New_York')).toBe(value);
});

it.each([
	[401, true, 'credential'],
	[404, false, 'notFound'],
	[409, true, 'conflict'],
	[429, true, 'rateLimit'],
	[503, true, 'unavailable'],
	[500, true, 'stateUnknown'],
	[500, false, 'unavailable'],
	[504, true, 'stateUnknown'],
	[403, true, 'credential'],
	[422, true, 'rejected'],
	[499, true, 'rejected'],
	[410, true, 'notFound'],
	[425, true, 'unavailable'],
])('status %d, write %p, is %s', (status, write, kind) => expect(kindOfStatus(status, write)).toBe(kind));

it('what was thrown elsewhere keeps its message and nothing that may hold a secret', () => {
	const error = Object.assign(new Error('boom'), { cause: { config: { headers: { key: 'secret' } } } });
	expect(failureOf(error)).toEqual({ kind: 'unexpected', message: 'boom', advice: undefined });
	expect(failureOf('just text').message).toBe('just text');
	expect(failureOf(inputFailure('m', 'h'))).toEqual({ kind: 'input', message: 'm', advice: 'h' });
});

it.each([
	['https://api.test', 'https://api.test'],
	[' https://api.test/v1// ', 'https://api.test/v1'],
	['HTTP://127.0.0.1:8080/a/b', 'HTTP://127.0.0.1:8080/a/b'],
	['https://', undefined],
	['api.test', 'https://api.test'],
	['api.test:8477/v1/', 'https://api.test:8477/v1'],
	['localhost:8477', 'https://localhost:8477'],
	['127.0.0.1:8477/a', 'https://127.0.0.1:8477/a'],
	['[::1]:8477', 'https://[::1]:8477'],
	['api.test:port', undefined],
	['https://api.test:99999', undefined],
	['http:/api.test', undefined],
	['https//api.test', undefined],
	['http:api.test', undefined],
	['://api.test', undefined],
	['https:///v1', undefined],
	['user@api.test', undefined],
	['api.test?x=1', undefined],
	['/v1', undefined],
	['mailto:x@api.test', undefined],
	['ftp://api.test', undefined],
	['xhttp://api.test', undefined],
	['api.test/http/v1', 'https://api.test/http/v1'],
	['see https://api.test', undefined],
	['https://api.test/a b', undefined],
	['https://api.test?x=1', undefined],
	['https://api.test/a?x=1', undefined],
	['https://api.test/a#b', undefined],
	['https://user@api.test', undefined],
	['', undefined],
	[undefined, undefined],
])('the address in %j is %j', (given, address) => expect(addressOf(given)).toBe(address));

it('what was thrown without a message is told as it is', () => {
	expect(failureOf(undefined).message).toBe('undefined');
	expect(failureOf({ message: 'no', description: null })).toStrictEqual({
		kind: 'unexpected',
		message: 'no',
		advice: undefined,
	});
	expect(failureOf({ message: 'no', description: 'Look' }).advice).toBe('Look');
});

it.each([
	[{ kind: 'input', message: 'm' }, { kind: 'input' }],
	[
		{ kind: 'conflict', message: 'm', advice: 'h', status: 409, code: 'c', retryAfterMs: 1 },
		{ kind: 'conflict', hint: 'h', status: 409, code: 'c' },
	],
] as const)('of the failure %j, %j stays visible', (failure, details) =>
	expect(failureDetails(failure)).toStrictEqual(details),
);

it('work that may fail gives its value or its failure', async () => {
	expect(await tried(Promise.resolve(1))).toEqual({ value: 1 });
	expect(await tried(Promise.reject(new Error('no')))).toEqual({
		failure: { kind: 'unexpected', message: 'no', advice: undefined },
	});
});

it.each([
	['2026-02-27', 2, '2026-03-01'],
	['2026-01-01', -1, '2025-12-31'],
	['1899-12-30', 46352, '2026-11-26'],
	['2026-02-30', 1, undefined],
	['today', 1, undefined],
	['9999-12-31', 1, undefined],
	['0000-01-01', -1, undefined],
	['2026-01-01', 1e12, undefined],
])('%s and %d days are %s', (day, days, sum) => expect(addDays(day, days)).toBe(sum));

const guid = '0b7f3a1c-52d4-4e0f-9a77-c1d2e3f40516';
it.each([
	[guid, guid],
	[guid.toUpperCase(), guid],
	[guid.replaceAll('-', ''), guid],
	[` {${guid}} `, guid],
	[`(${guid})`, guid],
	[`urn:uuid:${guid}`, guid],
	[`${guid}0`, undefined],
	[`x${guid}`, undefined],
	['Invoice-7', undefined],
])('the GUID in %p is %s', (text, found) => {
	expect(guidOf(text)).toBe(found);
	expect(comparable(text)).toBe(found ?? text.toLowerCase());
});

it.each([
	['2026-03-31T22:00:00.000Z', 'Europe/Berlin', { shown: '2026-03-31', day: '2026-04-01' }],
	['2026-04-01T04:00:00.000Z', 'America/New_York', undefined],
	['2026-03-31T22:00:01.000Z', 'Europe/Berlin', undefined],
	['2026-03-31T10:00:00.000Z', 'Europe/Berlin', undefined],
	['2026-03-31T00:00:00+02:00', 'Europe/Berlin', undefined],
	['2026-03-31', 'Europe/Berlin', undefined],
	['2026-03-31T22:00:00', 'Europe/Berlin', undefined],
	['x', 'Europe/Berlin', undefined],
])('the midnight of another zone in %s for %s', (value, zone, found) =>
	expect(midnightOf(value, zone)).toEqual(found),
);

it('a moment has a day of its own in each time zone', () => {
	const moment = new Date('2026-03-31T22:30:00Z');
	expect(['Europe/Berlin', 'UTC', 'America/New_York'].map((zone) => dayIn(zone, moment))).toEqual([
		'2026-04-01',
		'2026-03-31',
		'2026-03-31',
	]);
});
