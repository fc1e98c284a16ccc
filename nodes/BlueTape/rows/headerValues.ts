import type { Column } from './columns';
import { rowsNamed, type Group, type Row } from './groups';
import { asSeen } from './lookAlike';
import { keep, type Told } from './told';
import { isBlank, type cellReader } from './value';

const quoted = (value: unknown): string => `"${String(value)}"`;

/** What a cell says, and the first row that says so. */
interface Said {
	value: unknown;
	index: number;
}

/** The first two of values that differ. */
function different({ key, path, label, column }: Column, group: Group, [one, other]: Said[]) {
	const name = group.key === undefined ? '' : ` of ${group.key}`;
	const ofLine = ['subTotal', 'taxAmount', 'totalAmount'].includes(key)
		? `. If it is the lines' own, choose the column "${column}" for lines.${key}`
		: '';
	return {
		field: path,
		message: `Two rows${name} have different values for ${label} (${rowsNamed([one.index, other.index])}): ${quoted(one.value)} and ${quoted(other.value)}${ofLine}`,
	};
}

/** What is the same of two cells that say the same, as people see it. */
const signOf = (value: unknown): unknown => (typeof value === 'string' ? asSeen(value) : value);

/** The values of a group's header: what all of its rows say that say something. What differs, or can't be read, is told, and `unread`. */
export function headerOf(
	rows: Row[],
	group: Group,
	columns: Column[],
	read: ReturnType<typeof cellReader>,
	told: Told,
): { header: Record<string, unknown>; unread: Record<string, unknown> } {
	const [header, unread]: Array<Record<string, unknown>> = [{}, {}];
	for (const column of columns.filter(({ inLine }) => !inLine)) {
		const said = new Map<unknown, Said>();
		const mistaken: unknown[] = [];
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
			if (mistake !== undefined) mistaken.push(cell);
			else if (!said.has(signOf(value))) said.set(signOf(value), { value, index });
		}
		const all = [...said.values()];
		const values = all.map(({ value }) => value);
		if (all.length > 1) told.review.push(different(column, group, all));
		if (mistaken.length) keep(unread, mistaken[0], column);
		else if (all.length > 1) keep(unread, values, column);
		else if (all.length) [header[column.key]] = values;
	}
	return { header, unread };
}
