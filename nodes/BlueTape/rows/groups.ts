import type { Field } from '../../shared/table/notes';
import { kindOf } from '../../shared/values/moneyNames';
import { isDitto, isPlaceholder, isZero } from '../../shared/values/noId';
import { sumName } from '../amounts/summedLines';
import { amountsIn } from './givenAmounts';
import { isBlank } from './value';

export type Row = Record<string, unknown>;

/** Rows that belong together, each by its place in the table, from 0. */
export interface Group {
	/** Undefined for the rows that have none. */
	key: string | undefined;
	rows: number[];
	/** What stands there in place of a key, and is none. */
	said?: string;
	/** A row right behind one of its rows whose key may be the same: merged cells leave it blank, a lookup of those has 0, people write a ditto mark. */
	followedBy?: number;
}

/** The key in a cell, read as the field of the ID reads it; undefined for what is no ID, or a number that has lost digits. */
function keyOf(cell: unknown, id: Field): string | undefined {
	if (isPlaceholder(cell) || isZero(cell)) return undefined;
	const parsed = id.safeParse(cell);
	return parsed.success ? (parsed.data as string) : undefined;
}

/** Is it the sum below a report, and nothing but it: a word for it, and numbers, no customer, no day and no tax that is added? */
function isSumRow(row: Row): boolean {
	const others = Object.values(row).filter((cell) => !isBlank(cell) && !amountsIn(cell).size);
	return (
		others.length > 0 && others.every((cell) => sumName(cell) === 'all' && kindOf(String(cell)) !== 'tax')
	);
}

const hasAmount = (row: Row): boolean => Object.values(row).some((cell) => amountsIn(cell).size);

/** Rows by the cell in `column`, a value of the field `id`, in order of first appearance. Wholly empty rows belong nowhere. */
export function groupsOf(rows: Row[], column: string, id: Field): Group[] {
	const groups = new Map<string, Group>();
	let last: Group | undefined;
	let isSummed = false;
	for (const [index, row] of rows.entries()) {
		if (Object.values(row).every(isBlank)) continue;
		// A database hands over what it has looked up as a list of one.
		const cell = [row[column]].flat().length === 1 ? [row[column]].flat()[0] : row[column];
		const isNone = isBlank(cell);
		const key = isNone ? undefined : keyOf(cell, id);
		const said = isNone || key !== undefined ? undefined : shown(cell);
		const mark = JSON.stringify([key, said]);
		const group: Group = groups.get(mark) ?? { key, rows: [], ...(said !== undefined && { said }) };
		group.rows.push(index);
		groups.set(mark, group);
		if (key !== undefined) [last, isSummed] = [group, false];
		else if (isSumRow(row)) isSummed = true;
		// Behind a sum there may still be freight, or a tax, and words that are none.
		else if (last && !(isSummed && !hasAmount(row))) {
			if (isNone || isZero(cell) || isDitto(cell)) last.followedBy ??= index;
			last = undefined;
		}
	}
	return [...groups.values()];
}

const shown = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : JSON.stringify(cell));

/** Why the rows of a group without a key belong to nothing. `column` is the one that gives none. */
export function withoutKey({ rows, said }: Group, column: string): string {
	if (said === undefined) {
		return `The column "${column}" is empty in ${rowsNamed(rows)}, so it is not known what they belong to`;
	}
	const isNumber = /^\d[\d.,]*(?:e\+?\d+)?$/i.test(said) && !isZero(said);
	return isNumber
		? `"${said}" in the column "${column}" (${rowsNamed(rows)}) has more digits than a number keeps, so that two may look like one. Give it as text`
		: `"${said}" in the column "${column}" (${rowsNamed(rows)}) is no ID, so it is not known what they belong to. Correct it`;
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
