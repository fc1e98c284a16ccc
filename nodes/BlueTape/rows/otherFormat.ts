import { NUMBER_FORMATS, numberOfCell, type NumberFormat } from './cells';
import type { Column } from './columns';
import { DATE_FORMATS, dayOfCell, type DateFormat } from './days';
import type { Row } from './groups';
import type { Formats } from './value';

/** How the cells of a column may be read: in the chosen format, and in each of the others. */
interface Ways {
	/** What the user chooses the format with. */
	setting: string;
	chosen: string;
	/** Fits what is not read in one way only; of days a group tells the separators apart. */
	pattern: RegExp;
	formats: readonly string[];
	/** The value in plain text; undefined for what is none in the format. */
	read: (text: string, format: string) => string | undefined;
}

/** A number or a day with its time is not longer, and patterns take long over more. */
const LONGEST = 40;

function waysOf({ kind }: Column, { dateFormat, numberFormat }: Formats): Ways | undefined {
	if (kind === 'date' || kind === 'dateTime') {
		const pattern = /^\d{1,2}([-/.])\s?\d{1,2}\1\s?\d{4}(?!\d)/;
		const read: Ways['read'] = (text, format) => dayOfCell(text, format as DateFormat);
		return { setting: 'Date Format', chosen: dateFormat, pattern, formats: DATE_FORMATS, read };
	}
	if (kind !== 'decimal' && kind !== 'integer' && kind !== 'percent') return undefined;
	const read: Ways['read'] = (text, format) => {
		const number = numberOfCell(text, format as NumberFormat, kind === 'percent' ? kind : 'amount');
		// 28.40 and 28.4 are one.
		return number === undefined ? undefined : String(Number(number));
	};
	const pattern = /\d[.,]\d/;
	return { setting: 'Number Format', chosen: numberFormat, pattern, formats: NUMBER_FORMATS, read };
}

/** What a cell is in the formats, where that may differ; `mark` is what cells that are written alike have in common. */
function readings(cell: unknown, { setting, chosen, pattern, formats, read }: Ways) {
	const text = typeof cell === 'string' ? cell.trim() : '';
	const found = text.length > LONGEST ? null : pattern.exec(text);
	if (!found) return undefined;
	const others = () =>
		formats.flatMap((format) => {
			const value = format === chosen ? undefined : read(text, format);
			return value === undefined ? [] : [{ format, value, mark: `${setting} ${format} ${found[1]}` }];
		});
	return { text, value: read(text, chosen), others };
}

/**
 * Tells of a cell that it is another value in another format, which a cell of the same table is surely written in, being none in the chosen
 * one: the end of a sentence. Undefined for what all formats read alike, and in a table where nothing speaks against the chosen ones.
 */
export function otherFormats(
	rows: Row[],
	columns: Column[],
	formats: Formats,
): (cell: unknown, column: Column) => string | undefined {
	const ways = new Map<Column, Ways>();
	for (const column of columns) {
		const found = waysOf(column, formats);
		if (found) ways.set(column, found);
	}
	/** The first cell that is written in each of the other formats. */
	const proofs = new Map<string, string>();
	for (const [index, row] of rows.entries()) {
		for (const [{ column }, way] of ways) {
			const read = readings(row[column], way);
			if (!read || read.value !== undefined) continue;
			const others = read.others();
			// 1,250 is one number with a comma between thousands, and another one with a comma before the cents.
			if (new Set(others.map(({ value }) => value)).size !== 1) continue;
			const proof = `"${read.text}" in row ${index + 1}, column "${column}"`;
			for (const { mark } of others) if (!proofs.has(mark)) proofs.set(mark, proof);
		}
	}
	return (cell, column) => {
		const way = proofs.size ? ways.get(column) : undefined;
		const read = way && readings(cell, way);
		if (read?.value === undefined) return undefined;
		const other = read.others().find(({ value, mark }) => value !== read.value && proofs.has(mark));
		return (
			other &&
			`"${read.text}" is ${read.value} in the chosen format and ${other.value} in ${other.format}, which ${proofs.get(other.mark)} is written in: choose the ${way!.setting}, or correct that one`
		);
	};
}
