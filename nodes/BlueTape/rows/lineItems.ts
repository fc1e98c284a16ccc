import type { Column } from './columns';
import type { Group, Row } from './groups';
import { keep, type Told } from './told';
import { isBlank, type cellReader } from './value';

/** The lines of a group: one for each row that says something about one. */
export function linesOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	told: Told,
): Array<Record<string, unknown>> {
	const ofLine = columns.filter(({ inLine }) => inLine);
	const lines: Array<Record<string, unknown>> = [];
	for (const index of group.rows) {
		const cells = ofLine.filter(({ column }) => !isBlank(rows[index][column]));
		if (!cells.length) continue;
		const line: Record<string, unknown> = {};
		for (const column of cells) {
			const cell = rows[index][column.column];
			const { value, mistake, doubt } = read(cell, column);
			const problem = mistake ?? doubt;
			if (problem !== undefined) {
				const message = `Row ${index + 1}, column "${column.column}": ${problem}`;
				told.review.push({ field: `lines[${lines.length}].${column.key}`, message });
			}
			if (mistake === undefined) line[column.key] = value;
			else keep(line, cell, column, told);
		}
		lines.push(line);
	}
	return lines;
}
