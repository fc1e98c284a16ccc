import { isBlank } from './value';

export type Row = Record<string, unknown>;

/** Rows that belong together, each by its place in the table, from 0. */
export interface Group {
	/** Undefined for the rows that have none. */
	key: string | undefined;
	rows: number[];
	/** Is its key a number that JSON can't keep all digits of? */
	isRounded?: boolean;
	/** A row without a key right behind one of its rows: in a sheet with merged cells it would be one of them. */
	followedBy?: number;
}

/** Rows by the cell in `column`, in order of first appearance. Wholly empty rows belong nowhere. */
export function groupsOf(rows: Row[], column: string): Group[] {
	const groups = new Map<string | undefined, Group>();
	let last: Group | undefined;
	for (const [index, row] of rows.entries()) {
		if (Object.values(row).every(isBlank)) continue;
		const cell = row[column];
		const key = isBlank(cell) ? undefined : String(cell).trim();
		const isRounded = typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER;
		const group: Group = groups.get(key) ?? { key, rows: [], ...(isRounded && { isRounded }) };
		group.rows.push(index);
		groups.set(key, group);
		if (key === undefined && last) last.followedBy ??= index;
		last = key === undefined ? undefined : group;
	}
	return [...groups.values()];
}

/** Numbers of rows as a user counts, for a sentence: `row 3`, `rows 3 and 9`, `rows 3, 9, 10 and 4 more`. */
export function rowsNamed(rows: number[]): string {
	const MOST = 5;
	const numbers = rows.map((row) => row + 1);
	if (numbers.length === 1) return `row ${numbers[0]}`;
	if (numbers.length > MOST)
		return `rows ${numbers.slice(0, MOST).join(', ')} and ${numbers.length - MOST} more`;
	return `rows ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
