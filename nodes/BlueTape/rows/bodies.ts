import { doubtsOf, remarksOn } from '../amounts/amountDoubts';
import { workOut } from '../amounts/workOut';
import { inputFailure } from '../../shared/failure';
import { isOptional, type Shape } from '../../shared/table/notes';
import type { Derived } from '../../shared/table/parsed';
import {
	chosenColumns,
	columnCalled,
	columnsOf,
	plainName,
	targetsOf,
	type Column,
	type Target,
} from './columns';
import { groupsOf, rowsNamed, type Group, type Row } from './groups';
import { headerOf, type Review } from './headerValues';
import { linesOf } from './lineItems';
import { cellReader, type Formats } from './value';

/** What the user chose; `columns` names columns for fields like `dueDate` and `lines.quantity`. */
export interface Settings extends Formats {
	groupBy: string;
	columns: Array<{ field: string; column: string }>;
}

/** A body that rows make, ready to be created, and what is to be said of it. */
export interface Made {
	body: Record<string, unknown>;
	/** Values that stand in no cell. */
	derived: Derived[];
	/** What a person has to look at; empty when all is well. */
	review: Review[];
	/** The places of its rows, from 0. */
	rows: number[];
}

/** All names of columns, in order of first appearance. */
const namesIn = (rows: Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

const listed = (names: string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The column that tells which rows belong together. */
function groupColumn(names: string[], columns: Column[], groupBy: string): string {
	const wanted = plainName(groupBy);
	const found =
		columnCalled(names, groupBy) ?? columns.find(({ path }) => plainName(path) === wanted)?.column;
	if (found !== undefined) return found;
	throw inputFailure(
		`'Group By' names the column "${groupBy}", which no row has`,
		`Choose the column that tells which rows belong together. Columns are ${listed(names)}`,
	);
}

/** Fields that a body can't do without and that no cell gave. */
function lacking(
	body: Record<string, unknown>,
	targets: Target[],
	columns: Column[],
	group: Group,
	names: string[],
): Review[] {
	return targets
		.filter(({ key, field, inLine }) => !inLine && !isOptional(field) && body[key] === undefined)
		.map(({ path, label }) => {
			const column = columns.find((one) => one.path === path);
			const message = column
				? `${label} is missing: the column "${column.column}" gives none in ${rowsNamed(group.rows)}`
				: `No column gives the ${label}: known columns are ${listed(names)}. Name it under Columns, or add ${path} with Edit Fields`;
			return { field: path, message };
		});
}

/** Amounts that were worked out, and what is doubtful about them. */
function withAmounts(
	body: Record<string, unknown>,
	hasAmountDue: boolean,
	today: string,
): Omit<Made, 'rows'> & { remarks: string[] } {
	const worked = workOut(body, { amountDue: hasAmountDue });
	const { body: whole, derived, missing } = worked;
	const doubts = missing.length ? missing : doubtsOf(worked, { isNew: true });
	const remarks = missing.length ? [] : remarksOn(whole, today);
	const review = doubts.map((message) => {
		const [, line] = /^'?Lines? (\d+)\b/.exec(message) ?? [];
		return { field: line ? `lines[${Number(line) - 1}]` : 'totalAmount', message };
	});
	return { body: whole, derived, review, remarks };
}

/**
 * Rows of a table, one a line, as bodies of invoices or quotes: one for each value in the column `groupBy`, in order of first
 * appearance. `shape` is what a new one needs (bluetape.md 4.4, 4.8), `today` a calendar day. Throws `Failed` when the table has no such
 * column. `remarks` are about columns and bodies that are good.
 */
export function bodiesOf(
	rows: Row[],
	shape: Shape,
	settings: Settings,
	today: string,
): { made: Made[]; remarks: string[] } {
	const names = namesIn(rows);
	if (!names.length) return { made: [], remarks: [] };
	const targets = targetsOf(shape);
	const { columns, unknown, missing } = columnsOf(names, targets, chosenColumns(names, targets, settings));
	const [wrong] = missing;
	if (wrong) {
		throw inputFailure(
			`'Columns' names the column "${wrong.column}" for ${wrong.field}, and there is no such column or field`,
			`Columns are ${listed(names)}; fields are ${targets.map(({ path }) => path).join(', ')}`,
		);
	}
	const key = groupColumn(names, columns, settings.groupBy);
	const read = cellReader(settings);
	const remarks: string[] = [];
	const left = unknown.filter((name) => name !== key);
	if (left.length) remarks.push(`Columns that no field is called by were left out: ${left.join(', ')}`);
	const made = groupsOf(rows, key).map((group): Made => {
		const review: Review[] = [];
		const header = headerOf(rows, group, columns, read, review);
		const lines = linesOf(rows, group, columns, read, review);
		const id = header.id ?? group.key;
		const body = { ...(id !== undefined && { id }), ...header, ...(lines.length && { lines }) };
		if (group.key === undefined) {
			review.push({
				field: 'id',
				message: `The column "${key}" is empty in ${rowsNamed(group.rows)}, so it is not known what they belong to`,
			});
			return { body, derived: [], review, rows: group.rows };
		}
		if (group.followedBy !== undefined) {
			review.push({
				field: 'lines',
				message: `Row ${group.followedBy + 1}, right behind, has nothing in the column "${key}": is it a line of ${group.key}?`,
			});
		}
		const told = new Set(review.map(({ field }) => field));
		review.push(...lacking(body, targets, columns, group, names).filter(({ field }) => !told.has(field)));
		const amounts = withAmounts(body, 'amountDue' in shape, today);
		remarks.push(...amounts.remarks.map((remark) => `${group.key}: ${remark}`));
		return { ...amounts, review: [...review, ...amounts.review], rows: group.rows };
	});
	return { made, remarks };
}
