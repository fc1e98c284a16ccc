import { labelOf, notesOf, shapeOf, type Shape } from '../table/notes';
import { movedDay } from '../values/dates';

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
