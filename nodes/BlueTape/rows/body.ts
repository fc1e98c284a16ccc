import { doubtsOf, remarksOn, untaxed } from '../amounts/amountDoubts';
import { farDays } from '../amounts/dayDoubts';
import { workOut } from '../amounts/workOut';
import type { Shape } from '../../shared/table/notes';
import type { Derived } from '../../shared/table/parsed';
import type { Body } from '../amounts/sums';
import type { NumberFormat } from './cells';
import type { Column, Target } from './columns';
import { withoutKey, type Group, type Row } from './groups';
import { headerOf } from './headerValues';
import { lacking } from './lacking';
import { linesOf } from './lineItems';
import { namedLines } from './namedLines';
import { repeatedLines } from './repeatedLines';
import { repeatedAmounts, type sharedColumns } from './sharedAmounts';
import type { Review, Told } from './told';
import { leftOut } from './unusedColumns';
import type { cellReader, Formats } from './value';

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

/** A table with what its columns give. */
export interface Table {
	rows: Row[];
	targets: Target[];
	columns: Column[];
	/** Columns that may be of the header or of the lines. */
	shared: ReturnType<typeof sharedColumns>;
	/** Columns that give nothing. */
	unused: string[];
	formats: Formats;
	/** The column that tells which rows belong together. */
	key: string;
	read: ReturnType<typeof cellReader>;
	/** What a new invoice or quote needs. */
	shape: Shape;
	/** A calendar day. */
	today: string;
}

type Worked = Omit<Made, 'rows'> & { remarks: string[] };

/** The number format that stands there when nobody has chosen one. */
const PLAIN: NumberFormat = '1100.50';

/** Amounts that were worked out, and what is doubtful about them. */
function withAmounts(body: Record<string, unknown>, { shape, today, formats }: Table): Worked {
	const worked = workOut(body, { amountDue: 'amountDue' in shape });
	const { body: whole, derived, missing } = worked;
	const isFormatChosen = formats.numberFormat !== PLAIN;
	const doubts = missing.length
		? missing
		: [...doubtsOf(worked, { isNew: true, isFormatChosen }), ...farDays(whole, today)];
	// Whoever creates it gets finished sums, and can't tell any more what was worked out.
	const remarks = missing.length
		? []
		: [...remarksOn(whole, today, isFormatChosen ? [] : derived), ...untaxed(worked)];
	const review = doubts.map((message) => {
		const [, line] = /^'?Lines? (\d+)\b/.exec(message) ?? [];
		return { field: line ? `lines[${Number(line) - 1}]` : 'totalAmount', message };
	});
	return { body: whole, derived, review, remarks };
}

/** The invoice or quote that the rows of a group make. `remarks` are about what is good. */
export function bodyOf(group: Group, table: Table): Made & { remarks: string[] } {
	const { rows, columns, read } = table;
	const told: Told = { review: [], derived: [], remarks: new Set() };
	const { review } = told;
	const { header, unread } = headerOf(rows, group, columns, read, told);
	const found = linesOf(rows, group, columns, read, told);
	// An ID that can't be read, or two of them, are for a person: the key would make an invoice of another name.
	const id = header.id ?? (review.some(({ field }) => field === 'id') ? undefined : group.key);
	const lines = found.map(({ line }) => line);
	const clear = { ...(id !== undefined && { id }), ...header, ...(lines.length && { lines }) };
	const isUnclear = [{ unread }, ...found].some((one) => Object.keys(one.unread).length);
	// What could not be read goes out as it is, and nothing is worked out from it.
	const withUnread = found.map((one) => ({ ...one.line, ...one.unread }));
	const body = isUnclear ? { ...clear, ...unread, ...(lines.length && { lines: withUnread }) } : clear;
	if (group.key === undefined) {
		review.push({ field: 'id', message: withoutKey(group, table.key) });
		// Without an ID nobody sends rows as one that may belong to several.
		const { id: _, ...nameless } = body;
		return { body: nameless, derived: told.derived, review, rows: group.rows, remarks: [] };
	}
	if (group.followedBy !== undefined) {
		review.push({
			field: 'lines',
			message: `Row ${group.followedBy + 1}, right behind, has no ID in the column "${table.key}": is it a line of ${group.key}?`,
		});
	}
	const fields = new Set(review.map(({ field }) => field));
	review.push(...lacking(body, group, table).filter(({ field }) => !fields.has(field)));
	const amounts: Worked = isUnclear
		? { body, derived: [], review: [], remarks: [] }
		: withAmounts(body, table);
	const whole: Body = isUnclear ? clear : amounts.body;
	const repeated =
		whole.totalAmount === undefined || isUnclear
			? []
			: repeatedAmounts(rows, group, table.shared, body, whole);
	return {
		body: amounts.body,
		derived: [...told.derived, ...amounts.derived],
		review: [
			...review,
			...amounts.review,
			...namedLines(whole.lines ?? [], whole.totalAmount !== undefined),
			...repeatedLines(found, rows, group, table.unused),
			...repeated,
			...leftOut(rows, group, table, whole, found),
		],
		rows: group.rows,
		remarks: [...told.remarks, ...amounts.remarks].map((remark) => `${group.key}: ${remark}`),
	};
}
