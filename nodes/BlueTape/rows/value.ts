import { dayOfCell, numberOfCell, type DateFormat, type NumberFormat } from './cells';
import type { Column } from './columns';

export interface Formats {
	dateFormat: DateFormat;
	numberFormat: NumberFormat;
}

export const isBlank = (cell: unknown): boolean =>
	cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

const shown = (cell: unknown): string =>
	typeof cell === 'string' ? `"${cell}"` : (JSON.stringify(cell) ?? 'nothing');

/** The cell in the one form that fields know; undefined when it is none of its kind in the chosen format. */
function plain(cell: unknown, { kind }: Column, { dateFormat, numberFormat }: Formats): unknown {
	if (kind === 'decimal' || kind === 'percent' || kind === 'integer') return numberOfCell(cell, numberFormat);
	return kind === 'date' ? dayOfCell(cell, dateFormat) : cell;
}

/** What a cell of this kind looks like in the chosen format. */
function example({ kind }: Column, { dateFormat, numberFormat }: Formats): string {
	if (kind !== 'date') return `no number like ${numberFormat} (choose the number format)`;
	const like = dateFormat === 'excel' ? "Excel's number of a day, like 46112" : `like ${dateFormat}`;
	return `no day ${like} (choose the date format)`;
}

/** The value in a cell for its field, or what is wrong with it: the end of a sentence that begins with row and column. */
export type CellValue = { value: unknown; mistake?: undefined } | { value?: undefined; mistake: string };

function valueOf(cell: unknown, column: Column, formats: Formats): CellValue {
	const given = plain(cell, column, formats);
	if (given === undefined) return { mistake: `${shown(cell)} is ${example(column, formats)}` };
	const parsed = column.field.safeParse(given);
	if (parsed.success) return { value: parsed.data };
	return { mistake: `${shown(cell)} ${parsed.error.issues[0].message}` };
}

const MOST_KEPT = 1000;

/** Reads cells in the chosen formats. What a header repeats in each of its rows is read once. */
export function cellReader(formats: Formats): (cell: unknown, column: Column) => CellValue {
	const kept = new Map<Column, Map<unknown, CellValue>>();
	return (cell, column) => {
		let values = kept.get(column);
		if (!values || values.size >= MOST_KEPT) {
			values = new Map<unknown, CellValue>();
			kept.set(column, values);
		}
		let value = values.get(cell);
		if (!value) values.set(cell, (value = valueOf(cell, column, formats)));
		return value;
	};
}
