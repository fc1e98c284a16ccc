import { Big } from '../../bundled/big';
import { addDays, calendarDay, isCalendarDay } from '../../shared/values/dates';

/** How days are written in a table. Chosen, never guessed: 04/05/2026 is two days. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY', 'excel'] as const;
/** How numbers are written in a table, shown by an example. */
export const NUMBER_FORMATS = ['1100.50', '1,100.50', '1.100,50'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

const NUMBERS: Record<NumberFormat, { written: RegExp; plain: (text: string) => string }> = {
	'1100.50': { written: /^\d+(\.\d+)?$/, plain: (text) => text },
	'1,100.50': { written: /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/, plain: (text) => text.replaceAll(',', '') },
	'1.100,50': {
		written: /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
		plain: (text) => text.replaceAll('.', '').replace(',', '.'),
	},
};

/** Signs that may stand at the edge of a number: of a currency, or of a percentage. One in the other's place means another number. */
const EDGES = {
	amount: /^(-?)[\p{Sc}\s]*(-?)(.*?)[\s\p{Sc}]*$/su,
	percent: /^(-?)(-?)(.*?)[\s%]*$/s,
};

/** The number in a cell, as plain decimal text like `-1100.50`; undefined for what is none in this format. */
export function numberOfCell(
	cell: unknown,
	format: NumberFormat,
	kind: keyof typeof EDGES,
): string | undefined {
	if (typeof cell === 'number') return Number.isFinite(cell) ? new Big(cell).toFixed() : undefined;
	if (typeof cell !== 'string') return undefined;
	const [, before, behind, digits] = EDGES[kind].exec(cell.trim())!;
	const { written, plain } = NUMBERS[format];
	if (!written.test(digits) || (before && behind)) return undefined;
	const text = `${before}${behind}${plain(digits)}`;
	// What groups and what is a point is chosen here: without its last 0, the text of `1,000` for 1 can't be taken for 1000.
	return format === '1100.50' ? text : text.replace(/(\.\d\d)0$/, '$1');
}

/** Places of year, month and day in a text of one of the written formats. */
const DAYS: Partial<
	Record<DateFormat, { written: RegExp; order: [year: number, month: number, day: number] }>
> = {
	'MM/DD/YYYY': { written: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
	'DD/MM/YYYY': { written: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
	'DD.MM.YYYY': { written: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
};

/** Excel's day 0. Its days 1 to 60 count a 29 February 1900 that never was: no invoice is as old. */
const EXCEL_ZERO = '1899-12-30';
const FIRST_SURE_DAY = 61;

function excelDay(cell: unknown): string | undefined {
	const days = Math.floor(Number(typeof cell === 'string' ? cell.trim() || Number.NaN : cell));
	return days >= FIRST_SURE_DAY ? addDays(EXCEL_ZERO, days) : undefined;
}

/** A time of day behind a day, as in `10:30`, `9:05:00 AM`. */
const TIME = /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?$/i;

/** The day in a cell, `YYYY-MM-DD`; undefined for what is none in this format. A time of day behind it is passed over. */
export function dayOfCell(cell: unknown, format: DateFormat): string | undefined {
	if (format === 'excel') return excelDay(cell);
	const { written, order } = DAYS[format] ?? {};
	if (!written || !order) return calendarDay(cell);
	if (typeof cell !== 'string') return calendarDay(cell);
	const [, first, behind] = /^(\S*?)(?:(?:\s+|T)(.*))?$/s.exec(cell.trim())!;
	const parts = written.exec(first);
	if (!parts || (behind && !TIME.test(behind))) return undefined;
	const [year, month, day] = order.map((place) => parts[place].padStart(2, '0'));
	const iso = `${year}-${month}-${day}`;
	return isCalendarDay(iso) ? iso : undefined;
}
