import * as fc from 'fast-check';
import { Big } from '../../nodes/bundled/big';
import { calendarDay, inZone, utcTimestamp } from '../../nodes/shared/values/dates';
import { cents, shown } from '../../nodes/shared/values/cents';
import { jsonNumber } from '../../nodes/shared/values/decimal';
import { calendarDays } from './bodies';
import { check } from './runs';
import { anything, written } from './values';

describe('amounts', () => {
	it('a decimal text is taken exactly or not at all', () =>
		check(
			2000,
			fc.property(
				fc.oneof(
					written.map(({ text }) => text),
					fc.stringMatching(/^-?\d{1,30}(\.\d{1,30})?$/),
				),
				(text) => {
					const number = jsonNumber(text);
					if (number === undefined) expect(text.replace(/\D|^-?0+/g, '').length).toBeGreaterThan(15);
					else expect(new Big(text).eq(number)).toBe(true);
				},
			),
		));

	it('any other text is refused, and nothing makes it throw', () =>
		check(
			2000,
			fc.property(anything, (value) => {
				const number = jsonNumber(value);
				if (number !== undefined) {
					expect(Number.isFinite(number)).toBe(true);
					expect(String(value).trim()).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
				}
			}),
		));

	it('cents are exact, and half a cent goes away from zero', () =>
		check(
			2000,
			fc.property(written, ({ text, tenths }) => {
				const size = tenths < 0n ? -tenths : tenths;
				const rounded = (size + 5n) / 10n;
				expect(String(cents(Number(text)))).toBe(String(tenths < 0n ? -rounded : rounded));
			}),
		));

	it('what an expression has added or multiplied has no noise of its own', () =>
		check(
			500,
			fc.property(
				fc.integer({ min: 1, max: 1_000_000_000 }),
				fc.integer({ min: 1, max: 1000 }),
				(amount, count) => {
					expect(jsonNumber((amount / 100) * count)).toBe((amount * count) / 100);
					expect(jsonNumber(amount / 100 + count / 10)).toBe((amount + count * 10) / 100);
				},
			),
		));

	it('an amount of two decimals survives cents and text', () =>
		check(
			1000,
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), (inCents) => {
				const text = shown(inCents);
				expect(text).toMatch(/^-?\d+\.\d\d$/);
				expect(cents(Number(text))).toBe(inCents);
			}),
		));
});

describe('days and moments', () => {
	const offsets = fc.constantFrom('', 'Z', '+14:00', '-11:00', '+05:30');
	const clock = fc
		.record({ h: fc.nat(23), m: fc.nat(59), s: fc.nat(59), ms: fc.nat(999) })
		.map(
			({ h, m, s, ms }) =>
				[h, m, s].map((one) => String(one).padStart(2, '0')).join(':') + `.${String(ms).padStart(3, '0')}`,
		);

	it('a date-time gives the day that it shows, whatever its zone', () =>
		check(
			500,
			fc.property(calendarDays, clock, offsets, fc.constantFrom('T', ' '), (day, time, offset, between) => {
				expect(calendarDay(`${day}${between}${time}${offset}`)).toBe(day);
			}),
		));

	it('nothing but a day of the calendar is a day', () =>
		check(
			2000,
			fc.property(fc.oneof(anything, fc.stringMatching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)), (value) => {
				const day = calendarDay(value);
				if (day === undefined) return;
				const date = new Date(`${day}T00:00:00Z`);
				expect(date.toISOString().slice(0, 10)).toBe(day);
			}),
		));

	it('a moment is the same moment in UTC', () =>
		check(
			500,
			fc.property(calendarDays, clock, offsets.filter(Boolean), (day, time, offset) => {
				const given = `${day}T${time}${offset}`;
				expect(utcTimestamp(given)).toBe(new Date(given).toISOString());
			}),
		));

	const zones = fc.constantFrom(
		'UTC',
		'America/New_York',
		'Europe/Vienna',
		'Asia/Kathmandu',
		'Australia/Lord_Howe',
		'Pacific/Kiritimati',
	);
	const shownIn = (timeZone: string, instant: Date) =>
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
			.format(instant)
			.replace(' ', 'T');

	it('a local time is the moment at which clocks of its zone show it', () =>
		check(
			500,
			fc.property(
				fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
				zones,
				(date, zone) => {
					const local = shownIn(zone, date);
					// An hour that clocks show twice: either will do.
					expect(shownIn(zone, new Date(String(inZone(local, zone))))).toBe(local);
				},
			),
		));
});
