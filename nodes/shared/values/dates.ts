import { TZDate } from '../../bundled/timeZone';
import { z } from '../../bundled/zod';

const day = z.string().date();
const moment = z.string().datetime({ offset: true });
const local = z.string().datetime({ local: true });

/** Years of days that databases and languages have for none. */
export const NO_YEAR = '(?:0000|0001|1[5-8]\\d\\d|19[0-7]\\d)';
/** Such a day alone: `0000-00-00 00:00:00`, `0001-01-01T00:00:00`, `1/1/1900`, `1970-01-01`. */
const NO_DAY = new RegExp(
	`^(?:${NO_YEAR}-\\d\\d-\\d\\d|\\d\\d?[-/.]\\d\\d?[-/.]${NO_YEAR})(?!\\d)(?:[T\\s].*)?$|^/Date\\((?:-\\d+|0)\\)`,
);
export const isNoDay = (text: string): boolean => NO_DAY.test(text);

/** Is it a day of the calendar, written `YYYY-MM-DD`? (2026-02-30 is not.) */
export const isCalendarDay = (value: unknown): value is string => day.safeParse(value).success;

/** The calendar day of a moment in a time zone, like `2026-03-31`. */
export const dayIn = (timeZone: string, moment: Date): string =>
	new TZDate(moment.getTime(), timeZone).toISOString().slice(0, 10);

/** The day `days` after `day`; undefined when `day` is none, or the year has more than four digits. */
export function addDays(day: string, days: number): string | undefined {
	if (!isCalendarDay(day)) return undefined;
	const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
	const written = Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10);
	return /^\d{4}-/.test(written) ? written : undefined;
}

/** Luxon values (`$now`, `DateTime`) and JavaScript dates as ISO text; text as it is. */
function isoText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	const iso = (value as { toISO?: () => string | null } | null | undefined)?.toISO;
	return typeof iso === 'function' ? (iso.call(value) ?? undefined) : undefined;
}

/** A moment as databases and languages write it: `2026-03-31 09:30:00+00`, `2026-03-31T09:30:00.123456 UTC`, `…+0200`. */
const WRITTEN =
	/^(\d{4}-\d{2}-\d{2})(?:T| +)(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) *(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?(?::?00)?)?$/i;

/** The same moment in the one form that ISO 8601 and zod know; other texts as they are. */
function isoForm(text: string): string {
	const [, day, time, zone = ''] = WRITTEN.exec(text) ?? [];
	if (!day) return text;
	const [, sign, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?/.exec(zone) ?? [];
	const offset = sign ? `${sign}:${minutes}` : zone && 'Z';
	return `${day}T${time.replace(',', '.')}${time.length === 5 ? ':00' : ''}${offset}`;
}

/** The calendar day that a date or date-time shows, read off its text so that no time zone can move it. */
export function calendarDay(value: unknown): string | undefined {
	const iso = isoText(value);
	const shown = iso?.slice(0, 10);
	if (iso === undefined || !isCalendarDay(shown)) return undefined;
	if (iso === shown) return shown;
	const full = isoForm(iso);
	return moment.safeParse(full).success || local.safeParse(full).success ? shown : undefined;
}

/** The day that a date-time begins in a time zone, and the other day that it shows, being written for another zone; else undefined. */
export function midnightOf(value: unknown, timeZone: string): { shown: string; day: string } | undefined {
	const shown = calendarDay(value);
	const stamp = utcTimestamp(value);
	// A day alone, and a time without a zone, are days of any zone.
	if (shown === undefined || stamp === undefined || isCalendarDay(isoText(value))) return undefined;
	const [day, time] = new TZDate(Date.parse(stamp), timeZone).toISOString().split('T');
	return day !== shown && time.startsWith('00:00:00') ? { shown, day } : undefined;
}

/** That a date-time of another zone is the beginning of another day in the workflow's, as the end of a sentence; undefined for all else. */
export function movedDay(value: unknown, timeZone: string): string | undefined {
	const there = midnightOf(value, timeZone);
	return (
		there &&
		`is taken as ${there.shown}, the day that is written; in ${timeZone} it is the beginning of ${there.day}. If that is meant, write {{ DateTime.fromISO(…).toISODate() }}`
	);
}

/** A moment as `2026-03-31T09:30:00.000Z`, cut to milliseconds. A day alone is its midnight in UTC; a local time needs `inZone` first. */
export function utcTimestamp(value: unknown): string | undefined {
	const iso = isoText(value);
	if (iso === undefined) return undefined;
	if (isCalendarDay(iso)) return `${iso}T00:00:00.000Z`;
	const full = isoForm(iso);
	return moment.safeParse(full).success ? new Date(full).toISOString() : undefined;
}

/** A local date-time (the editor's picker stores no zone) as UTC timestamp in the workflow's time zone; else unchanged. */
export function inZone(value: unknown, timeZone: string): unknown {
	const text = typeof value === 'string' ? isoForm(value.trim()) : value;
	if (!local.safeParse(text).success || moment.safeParse(text).success) return value;
	const [years, months, days, hours, minutes, seconds = 0] = String(text).split(/[-T:]/).map(Number);
	return new TZDate(years, months - 1, days, hours, minutes, Math.floor(seconds), timeZone).toISOString();
}
