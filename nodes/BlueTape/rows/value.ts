import { currenciesOf, foreignCurrency, isDash, numberOfCell, type NumberFormat } from './cells';
import { calendarDay, inZone, movedDay } from '../../shared/values/dates';
import { isOptional } from '../../shared/table/notes';
import type { Column } from './columns';
import { dayOfCell, type DateFormat } from './days';
import { mistakeIn } from './mistake';
import { isPlaceholder, isSheetError } from '../../shared/values/noId';

export interface Formats {
	dateFormat: DateFormat;
	numberFormat: NumberFormat;
	/** Of times of day that name none. */
	timeZone?: string;
}

export const isBlank = (cell: unknown): boolean =>
	cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

const shown = (cell: unknown): string =>
	typeof cell === 'string' ? `"${cell}"` : (JSON.stringify(cell) ?? 'nothing');

/** The time of day in a cell, as in `9:30`, `9:30 PM`, or behind the point of Excel's number; undefined where there is none. */
function timeOf(cell: unknown, dateFormat: DateFormat): string | undefined {
	if (dateFormat === 'excel' && !String(cell).includes(':')) {
		// A thousandth of a minute for what a number can't keep; the last one of a day stays that day's.
		const minutes = Math.min(1439, Math.floor((Number(cell) % 1) * 1440 + 0.001));
		if (!minutes) return undefined;
		return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
	}
	const [, hours, rest, half] =
		/(?:\s|\dT)(\d{1,2})(:\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?([ap])\.?m\.?)?$/i.exec(String(cell).trim()) ?? [];
	if (hours === undefined) return undefined;
	const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hours;
	return `${String(hour).padStart(2, '0')}${rest}`;
}

/** A day with its time of day, where it has one; undefined for what is no day in the chosen format. */
function momentOf(cell: unknown, { dateFormat, timeZone = 'UTC' }: Formats): unknown {
	const day = dayOfCell(cell, dateFormat);
	if (day === undefined) return day;
	if (calendarDay(cell) !== undefined) return inZone(cell, timeZone);
	const time = timeOf(cell, dateFormat);
	return time ? inZone(`${day}T${time}`, timeZone) : day;
}

/** The cell in the one form that fields know; undefined when it is none of its kind in the chosen format. */
function plain(cell: unknown, { kind }: Column, formats: Formats): unknown {
	const { dateFormat, numberFormat } = formats;
	if (kind === 'dateTime') return momentOf(cell, formats);
	if (kind === 'percent') return numberOfCell(cell, numberFormat, 'percent');
	if (kind === 'decimal' || kind === 'integer') return numberOfCell(cell, numberFormat, 'amount');
	return kind === 'date' ? dayOfCell(cell, dateFormat) : cell;
}

/** The value in a cell for its field, or what is wrong with it: the end of a sentence that begins with row and column. */
export type CellValue =
	/** `doubt`: what a person has to look at, though the cell was read; such a sentence, too. */
	/** `remark`: what may well be meant, and is worth a hint. */
	| { value: unknown; doubt?: string; remark?: string; mistake?: undefined; quantity?: undefined }
	/** `quantity`: what is none in whole units, and surely a number, as plain decimal text. */
	| { value?: undefined; doubt?: string; remark?: undefined; mistake: string; quantity?: string };

/** Is it no ID, nor a number of an invoice, where there must be one? */
const isNoId = (cell: unknown, { kind, inLine, field }: Column): boolean =>
	kind === 'text' && !inLine && !isOptional(field) && isPlaceholder(cell);

/** What a cell says besides its value. */
function doubtOf(cell: unknown, { key, kind }: Column): string | undefined {
	if (isSheetError(cell)) return `${shown(cell)} is what a sheet shows for a formula that failed`;
	if (kind === 'text' && String(cell).includes('\uFFFD')) {
		return 'has � in place of letters: the file was read in another encoding than it is written in. Choose the encoding in the node that reads it (for example windows-1252 or latin1)';
	}
	if (isDash(cell) && (key === 'quantity' || key === 'unitAmount')) {
		return `${shown(cell)} is taken as 0: if it is 0, write 0`;
	}
	const [mark] = kind === 'integer' ? currenciesOf(cell) : [];
	if (mark)
		return `${shown(cell)} has a currency, ${mark}: is it a quantity? Take '${mark}' out, or choose the column for what it is`;
	const currency = kind === 'decimal' ? foreignCurrency(cell) : undefined;
	return currency && `${shown(cell)} is in ${currency}, and BlueTape takes US dollars`;
}

/** A day that a database has moved into another zone. */
function remarkOn(cell: unknown, { kind }: Column, { timeZone = 'UTC' }: Formats): string | undefined {
	const moved = kind === 'date' ? movedDay(cell, timeZone) : undefined;
	return moved && `${shown(cell)} ${moved}`;
}

/** Is it a number of units, though not of whole ones? Where nobody has chosen the format, `1.250` may be thousands. */
const isQuantity = (
	cell: unknown,
	given: unknown,
	{ key, kind }: Column,
	{ numberFormat }: Formats,
): boolean =>
	key === 'quantity' &&
	!currenciesOf(cell).length &&
	kind === 'integer' &&
	(numberFormat !== '1100.50' || !/^-?[1-9]\d{0,2}\.\d{3}$/.test(String(given)));

const READ: ReadonlyArray<Column['kind']> = ['date', 'dateTime', 'decimal', 'integer', 'percent'];
const MOST_READ = 200;

/** A cell as numbers and days are read of it: what is longer is none, and its beginning says enough. Patterns take long over more. */
function front(cell: unknown, { kind }: Column): unknown {
	if (typeof cell !== 'string' || !READ.includes(kind)) return cell;
	const text = cell.trim();
	return text.length > MOST_READ ? `${text.slice(0, MOST_READ)}…` : text;
}

function valueOf(given: unknown, column: Column, formats: Formats): CellValue {
	const cell = front(given, column);
	if (isNoId(cell, column)) return { mistake: `${shown(cell)} is no ${column.label}` };
	const written = plain(cell, column, formats);
	if (written === undefined) return { mistake: `${shown(cell)} is ${mistakeIn(cell, column, formats)}` };
	const parsed = column.field.safeParse(written);
	if (parsed.success)
		return { value: parsed.data, doubt: doubtOf(cell, column), remark: remarkOn(cell, column, formats) };
	return {
		mistake: `${shown(cell)} ${parsed.error.issues[0].message}`,
		...(isQuantity(cell, written, column, formats) && { quantity: written as string }),
	};
}

const MOST_KEPT = 1000;

/** Reads cells in the chosen formats. What a header repeats in each of its rows is read once. `alsoDoubted`: what else a person has to look at. */
export function cellReader(
	formats: Formats,
	alsoDoubted: (cell: unknown, column: Column) => string | undefined = () => undefined,
): (cell: unknown, column: Column) => CellValue {
	const kept = new Map<Column, Map<unknown, CellValue>>();
	return (cell, column) => {
		let values = kept.get(column);
		if (!values || values.size >= MOST_KEPT) {
			values = new Map<unknown, CellValue>();
			kept.set(column, values);
		}
		let value = values.get(cell);
		if (!value) {
			const read = valueOf(cell, column, formats);
			values.set(cell, (value = { ...read, doubt: read.doubt ?? alsoDoubted(cell, column) }));
		}
		return value;
	};
}
