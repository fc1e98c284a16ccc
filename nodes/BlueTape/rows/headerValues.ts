import type { Column } from './columns';
import { rowsNamed, type Group, type Row } from './groups';
import { isBlank, type cellReader } from './value';

/** What a person has to look at. */
export interface Review {
	/** The API's name, as in `dueDate` or `lines[1].quantity`. */
	field: string;
	message: string;
}

const quoted = (value: unknown): string => `"${String(value)}"`;

/** The values of a group's header: what all of its rows say that say something. What differs is told, and left out. */
export function headerOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	review: Review[],
): Record<string, unknown> {
	const header: Record<string, unknown> = {};
	for (const column of columns.filter(({ inLine }) => !inLine)) {
		const said = new Map<unknown, number>();
		for (const index of group.rows) {
			const cell = rows[index][column.column];
			if (isBlank(cell)) continue;
			const { value, mistake } = read(cell, column);
			if (mistake !== undefined) {
				review.push({
					field: column.path,
					message: `Row ${index + 1}, column "${column.column}": ${mistake}`,
				});
			} else if (!said.has(value)) said.set(value, index);
		}
		if (said.size === 1) [[header[column.key]]] = said;
		if (said.size < 2) continue;
		const [[one, first], [other, second]] = said;
		const name = group.key === undefined ? '' : ` of ${group.key}`;
		const ofLine = ['subTotal', 'taxAmount', 'totalAmount'].includes(column.key)
			? `. If it is the lines' own, choose the column "${column.column}" for lines.${column.key}`
			: '';
		review.push({
			field: column.path,
			message: `Two rows${name} have different values for ${column.label} (${rowsNamed([first, second])}): ${quoted(one)} and ${quoted(other)}${ofLine}`,
		});
	}
	return header;
}
