import type { Column } from './columns';
import type { Group, Row } from './groups';
import { keep, type Told } from './told';
import { isBlank, type cellReader } from './value';
import { inWholeUnits } from './wholeUnits';

/** A line, what could not be read of it, and the place of its row. */
export interface LineOfRow {
	line: Record<string, unknown>;
	unread: Record<string, unknown>;
	row: number;
}

/** The lines of a group: one for each row that says something about one. */
export function linesOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	told: Told,
): LineOfRow[] {
	const ofLine = columns.filter(({ inLine }) => inLine);
	const lines: LineOfRow[] = [];
	for (const index of group.rows) {
		const cells = ofLine.filter(({ column }) => !isBlank(rows[index][column]));
		if (!cells.length) continue;
		const at = `lines[${lines.length}]`;
		const given = cells.map((column) => ({ column, ...read(rows[index][column.column], column) }));
		const known = Object.fromEntries(given.map(({ column, value }) => [column.key, value]));
		const mistaken = given.filter(({ mistake }) => mistake !== undefined);
		const quantity = mistaken.length === 1 ? mistaken[0].quantity : undefined;
		const whole = quantity === undefined ? undefined : inWholeUnits(known, quantity, at);
		if (whole) told.derived.push(...whole.derived);
		const [line, unread]: Array<Record<string, unknown>> = [{}, {}];
		for (const { column, value, mistake, doubt, quantity: parts } of given) {
			const isWhole = whole !== undefined && parts !== undefined;
			const problem = isWhole ? doubt : (mistake ?? doubt);
			if (problem !== undefined) {
				const message = `Row ${index + 1}, column "${column.column}": ${problem}`;
				told.review.push({ field: `${at}.${column.key}`, message });
			}
			if (mistake === undefined) line[column.key] = value;
			else if (!isWhole) keep(unread, rows[index][column.column], column);
		}
		lines.push({ line: { ...line, ...whole?.changed }, unread, row: index });
	}
	return lines;
}
