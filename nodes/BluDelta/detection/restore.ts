import { details, groupLists, lineDetails, typed } from './details';
import { date, entries, isEntry, number, score, text } from './read';
import type { Entry } from './read';
import { present, readState } from './simplified';
import type { SimplifiedDetection, Unreadable } from './simplified';

/**
 * Reads a simplified form back, after it travelled through a workflow where people may have edited it:
 * the same readers, so that an amount typed as text counts and a localised one is noted, not guessed.
 */
export function restore(json: Entry): SimplifiedDetection {
	const unreadable: Unreadable[] = [];
	const note = (path: string) => (name: string, value: string) =>
		void unreadable.push({ field: path + name, value });
	const single = typed(details, (name) => json[name], note(''));
	const due = typed({ dueDate: ['', date] } as const, (name) => json[name], note(''));
	const vatGroups = entries(json.vatGroups).map((group, index) =>
		present({
			...typed(groupLists.vatGroups[1], (name) => group[name], note(`vatGroups[${index}].`)),
			score: score(group.score),
		}),
	);
	const lines = entries(json.lines).map((line, index) =>
		present({
			positionNumber: number(line.positionNumber),
			...typed(lineDetails, (name) => line[name], note(`lines[${index}].`)),
			score: score(line.score),
		}),
	);
	const restored = { ...single, ...due, vatGroups, lines };
	const asRead = date(json.dueDateRead);
	const isDecided = asRead !== undefined && due.dueDate !== undefined && due.dueDate !== asRead;
	const before = entries(json.unreadable).flatMap(({ field, value }) =>
		typeof field === 'string' &&
		typeof value === 'string' &&
		!isThere(restored, field) &&
		!(isDecided && field === 'dueDateStart')
			? [{ field, value }]
			: [],
	);
	const again = unreadable.filter(({ field }) => !before.some((known) => known.field === field));
	const scores = isEntry(json.scores) ? json.scores : {};
	return present<SimplifiedDetection>({
		...restored,
		...(!isDecided && { dueDateFrom: text(json.dueDateFrom), dueDateRead: asRead }),
		invoiceState: readState(json.invoiceState),
		scores: Object.fromEntries(
			Object.entries(scores).flatMap(([name, given]) => {
				const read = isDecided && name === 'dueDate' ? undefined : score(given);
				return read === undefined ? [] : [[name, read]];
			}),
		),
		unreadable: [...before, ...again],
		contradictions: entries(json.contradictions).flatMap(({ field, values }) => {
			if (typeof field !== 'string' || !Array.isArray(values)) return [];
			const read = values.flatMap((value) => text(value) ?? []);
			return read.length > 1 && isStill(json, field, read[0]) ? [{ field, values: read }] : [];
		}),
	});
}

/** Whether the value that was taken still stands there: else someone has decided. */
function isStill(json: Entry, path: string, value: string): boolean {
	const now = valueAt(json, path);
	return [text, number, date].some((read) => read(now) !== undefined && read(now) === read(value));
}

/** Whether a path such as `lines[0].totalAmount` leads to a value: then someone has mended it. */
const isThere = (from: unknown, path: string) => valueAt(from, path) !== undefined;

const valueAt = (from: unknown, path: string): unknown =>
	path.split(/[[\].]+/).reduce<unknown>((at, step) => (at as Entry | null | undefined)?.[step], from);
