import { cents, shown } from '../../shared/values/cents';
import type { Body } from '../amounts/sums';
import type { Column } from './columns';
import { rowsNamed, type Group, type Row } from './groups';
import type { Review } from './told';
import { isBlank, type cellReader } from './value';

/** Amounts of the header that a table may well have of each line, under the same name. */
const SHARED = ['totalAmount', 'subTotal', 'taxAmount', 'amountDue'] as const;

/** The columns that are taken for such amounts by their name alone, each with two rows of one group that differ, where there are any. */
export function sharedColumns(
	rows: Row[],
	groups: Group[],
	columns: Column[],
	read: ReturnType<typeof cellReader>,
): Map<Column, number[] | undefined> {
	const differing = (column: Column, { rows: own }: Group): number[] | undefined => {
		let first: { value: unknown; index: number } | undefined;
		for (const index of own) {
			const cell = rows[index][column.column];
			const { value } = isBlank(cell) ? {} : read(cell, column);
			if (value === undefined) continue;
			first ??= { value, index };
			if (first.value !== value) return [first.index, index];
		}
		return undefined;
	};
	const guessed = SHARED.flatMap(
		(path) => columns.find((column) => column.path === path && !column.isChosen) ?? [],
	);
	return new Map(
		guessed.map((column) => {
			for (const group of groups) {
				const found = group.key === undefined ? undefined : differing(column, group);
				if (found) return [column, found];
			}
			return [column, undefined];
		}),
	);
}

/** Would the sums not add up, were this amount of the header one of each line? `whole` has all amounts, `given` those of the cells. */
function isProven(key: string, { lines = [], totalAmount }: Body, whole: Body): boolean {
	if (!lines.length) return false;
	if (key === 'amountDue') return whole.amountDue === whole.totalAmount;
	if (key !== 'taxAmount' || totalAmount !== undefined) return true;
	return lines.every((line) => (line.taxRate ?? line.taxAmount ?? line.totalAmount) !== undefined);
}

/** Does another sum of the header say that the table has sums of the header? */
const isBacked = (key: string, { lines, subTotal, totalAmount }: Body): boolean =>
	lines !== undefined &&
	((key === 'taxAmount' && subTotal !== undefined) || (key === 'amountDue' && totalAmount !== undefined));

/**
 * Amounts that several rows of a group repeat, and that nothing else in the body shows to be of all of it: in a table where each line
 * has its own they may be equal by chance. `given` is the body as the cells have it, `whole` with all its amounts.
 */
export function repeatedAmounts(
	rows: Row[],
	group: Group,
	shared: ReturnType<typeof sharedColumns>,
	given: Body,
	whole: Body,
): Review[] {
	const review = [...shared].flatMap(([{ column, path, label }, differing]): Review[] => {
		const amount = given[path as (typeof SHARED)[number]];
		const repeated = group.rows.filter((index) => !isBlank(rows[index][column]));
		// Nothing is nothing, of all as of each.
		if (repeated.length < 2 || !amount || isProven(path, given, whole)) return [];
		if (!differing && isBacked(path, given)) return [];
		const elsewhere = differing ? `, and in ${rowsNamed(differing)} of another one it differs` : '';
		const choices =
			path === 'amountDue' ? 'amountDue, or remove it' : `${path} (of all) or lines.${path} (of each line)`;
		return [
			{
				field: path,
				message: `The column "${column}" says ${shown(cents(amount)!)} in ${rowsNamed(repeated)} of ${group.key}${elsewhere}: is this ${label} of all, or of each line? Choose the column under Columns for ${choices}`,
			},
		];
	});
	// Without lines it is one question for all amounts.
	return given.lines ? review : review.slice(0, 1);
}
