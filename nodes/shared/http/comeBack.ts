import { YEAR_MS } from './retry';

const UNITS: Array<[string, number]> = [
	['day', 86_400],
	['hour', 3600],
	['minute', 60],
	['second', 1],
];

/** Milliseconds in words, of two units at most and rounded up: `1 hour 5 minutes`. */
export function duration(ms: number): string {
	let seconds = Math.ceil(ms / 1000);
	const first = UNITS.findIndex(([, size]) => seconds >= size);
	const parts: string[] = [];
	for (const [unit, size] of UNITS.slice(first, first + 2)) {
		const count = Math.floor(seconds / size);
		seconds -= count * size;
		if (count) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
	}
	return parts.join(' ');
}

/** The minute in which `ms` from `now` are over, as `26 Nov 2026, 14:05 (Europe/Vienna)`. */
export function momentAfter(ms: number, now: number, timeZone: string): string {
	const moment = Math.ceil((now + ms) / 60_000) * 60_000;
	const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
	return `${format.format(moment)} (${timeZone})`;
}

/** When to run it again, by a service that asks to wait `ms` from `now`. Nobody means a moment in a year or later. */
export function whenToComeBack(name: string, ms: number, now: number, timeZone: string): string {
	if (ms >= YEAR_MS) return `${name} asks to wait for more than a year. Ask there when to run it again`;
	return `${name} asks to wait ${duration(ms)}. Run it again after ${momentAfter(ms, now, timeZone)}`;
}
