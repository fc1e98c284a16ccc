import type { Column } from './columns';
import type { Group, Row } from './groups';
import type { Review } from './headerValues';
import { isBlank, type cellReader } from './value';

/** The lines of a group: one for each row that says something about one. */
export function linesOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	review: Review[],
): Array<Record<string, unknown>> {
	const ofLine = columns.filter(({ inLine }) => inLine);
	const lines: Array<Record<string, unknown>> = [];
	for (const index of group.rows) {
		const cells = ofLine.filter(({ column }) => !isBlank(rows[index][column]));
		if (!cells.length) continue;
		const line: Record<string, unknown> = {};
		for (const column of cells) {
			const { value, mistake } = read(rows[index][column.column], column);
			if (mistake === undefined) line[column.key] = value;
			else {
				const message = `Row ${index + 1}, column "${column.column}": ${mistake}`;
				review.push({ field: `lines[${lines.length}].${column.key}`, message });
			}
		}
		lines.push(line);
	}
	return lines;
}
