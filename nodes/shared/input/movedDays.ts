import { labelOf, notesOf, shapeOf, type Shape } from '../table/notes';
import { midnightOf } from '../values/dates';

/** That a date-time of another zone is the beginning of another day in the workflow's, as the end of a sentence; undefined for all else. */
export function movedDay(value: unknown, timeZone: string): string | undefined {
	const there = midnightOf(value, timeZone);
	return (
		there &&
		`is taken as ${there.shown}, the day that is written; in ${timeZone} it is the beginning of ${there.day}. If that is meant, write {{ DateTime.fromISO(…).toISODate() }}`
	);
}

/** Tells of days that a date-time of another zone shows, where it is the beginning of another day in the workflow's: that is how databases give days. */
export function tellMovedDays(
	shape: Shape,
	raw: Record<string, unknown>,
	timeZone: string,
	hint: (message: string, type: 'warning') => void,
): void {
	for (const [key, value] of Object.entries(raw)) {
		const field = shape[key];
		const inner = shapeOf(field);
		if (inner) {
			const entries = [value].flat() as Array<Record<string, unknown>>;
			entries.forEach((entry) => tellMovedDays(inner, entry, timeZone, hint));
		}
		const moved = notesOf(field).kind === 'date' ? movedDay(value, timeZone) : undefined;
		if (moved) hint(`'${labelOf(key, field)}' (${key}) ${moved}`, 'warning');
	}
}
