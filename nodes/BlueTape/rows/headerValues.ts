import type { Column } from './columns';
import { rowsNamed, type Group, type Row } from './groups';
import { asSeen } from './lookAlike';
import { keep, type Told } from './told';
import { isBlank, type cellReader } from './value';

const quoted = (value: unknown): string => `"${String(value)}"`;

/** Values that differ, each by the first row that has it. */
function different({ key, path, label, column }: Column, group: Group, said: Map<unknown, number>) {
	const [[one, first], [other, second]] = said;
	const name = group.key === undefined ? '' : ` of ${group.key}`;
	const ofLine = ['subTotal', 'taxAmount', 'totalAmount'].includes(key)
		? `. If it is the lines' own, choose the column "${column}" for lines.${key}`
		: '';
	return {
		field: path,
		message: `Two rows${name} have different values for ${label} (${rowsNamed([first, second])}): ${quoted(one)} and ${quoted(other)}${ofLine}`,
	};
}

/** Do two cells say the same, as people see it? */
const isSame = (one: unknown, other: unknown): boolean =>
	one === other || (typeof one === 'string' && typeof other === 'string' && asSeen(one) === asSeen(other));

/** The values of a group's header: what all of its rows say that say something. What differs, or can't be read, is told. */
export function headerOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	told: Told,
): Record<string, unknown> {
	const header: Record<string, unknown> = {};
	for (const column of columns.filter(({ inLine }) => !inLine)) {
		const said = new Map<unknown, number>();
		const unread: unknown[] = [];
		// What all rows repeat is told once.
		const problems = new Set<string>();
		for (const index of group.rows) {
			const cell = rows[index][column.column];
			if (isBlank(cell)) continue;
			const { value, mistake, doubt, remark } = read(cell, column);
			if (remark) told.remarks.add(`${column.label}: ${remark}`);
			const problem = mistake ?? doubt;
			if (problem !== undefined && !problems.has(problem)) {
				problems.add(problem);
				const message = `Row ${index + 1}, column "${column.column}": ${problem}`;
				told.review.push({ field: column.path, message });
			}
			if (mistake !== undefined) unread.push(cell);
			else if (![...said.keys()].some((one) => isSame(one, value))) said.set(value, index);
		}
		if (said.size > 1) told.review.push(different(column, group, said));
		if (unread.length) keep(header, unread[0], column, told);
		else if (said.size > 1) keep(header, [...said.keys()], column, told);
		else if (said.size) [[header[column.key]]] = said;
	}
	return header;
}
