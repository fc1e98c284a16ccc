import { Big } from '../../bundled/big';
import { addDays, calendarDay, isCalendarDay } from '../../shared/values/dates';
import { jsonNumber } from '../../shared/values/decimal';

/** How days are written in a table. Chosen, never guessed: 04/05/2026 is two days. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY', 'excel'] as const;
/** How numbers are written in a table, shown by an example. */
export const NUMBER_FORMATS = ['1100.50', '1,100.50', '1.100,50'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** Numbers with `sign` between thousands, or a blank or apostrophe, which are nothing else anywhere, and `point` before the cents. */
const grouped = (sign: string, point: string) => ({
	written: new RegExp(`^(\\d{1,3}([${sign} \u00a0\u2009\u202f'’])\\d{3}(\\2\\d{3})*|\\d+)([${point}]\\d+)?$`),
	plain: (text: string) =>
		text
			.split(point)
			.map((part) => part.replace(/\D/g, ''))
			.join('.'),
});

const NUMBERS: Record<NumberFormat, { written: RegExp; plain: (text: string) => string }> = {
	'1100.50': { written: /^\d+(\.\d+)?$/, plain: (text) => text },
	'1,100.50': grouped(',', '.'),
	'1.100,50': grouped('.', ','),
};

/** The signs around a number, and what they make of it: `-3`, `3-` and `(3)` are the same. */
const SIGNS: Record<string, string> = { '': '', '-': '-', '()': '-' };
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** BlueTape takes dollars (bluetape.md 1). */
const DOLLARS = ['', 'US', 'USD'];

/** Is it the sign or the code of a currency? */
export const isCurrency = (mark: string): boolean =>
	CURRENCIES.has(mark.toUpperCase()) || /^\p{L}{0,3}\p{Sc}\p{L}{0,3}$/u.test(mark);

/** A text as its digits, and the sign and currencies at their edges; undefined for what has anything else there, or no digits. */
function partsOf(text: string): { sign: string; digits: string; currencies: string[] } | undefined {
	const [, front, digits, back] = /^(\D*)(\d(?:.*\d)?)(\D*)$/s.exec(text.replaceAll('\u2212', '-')) ?? [];
	if (digits === undefined) return undefined;
	const edges = [front, back].map((edge) => /^([-()]?)([^-()]*)([-()]?)$/.exec(edge.replace(/\s/g, '')));
	const sign = SIGNS[edges.map((edge) => (edge ? edge[1] + edge[3] : '?')).join('')];
	const currencies = edges.flatMap((edge) => edge?.[2] || []);
	return sign === undefined || !currencies.every(isCurrency) ? undefined : { sign, digits, currencies };
}

/** A percentage, which no currency makes another number of. */
function percentParts(text: string): { sign: string; digits: string } {
	const [, sign, digits] = /^(-?)(.*?)[\s%]*$/s.exec(text.trim())!;
	return { sign, digits };
}

/** How Excel shows a nought as money: `$ -`. */
const ACCOUNTING_ZERO = /^\s*(\p{Sc}\s*-|-\s*\p{Sc})\s*$/u;

/** The number in a cell, as plain decimal text like `-1100.50`; undefined for what is none in this format. */
export function numberOfCell(
	cell: unknown,
	format: NumberFormat,
	kind: 'amount' | 'percent',
): string | undefined {
	// A formula leaves more digits than it means: 3 * 1.1 is 3.3000000000000003.
	const computed = typeof cell === 'number' ? jsonNumber(cell) : undefined;
	if (computed !== undefined) return new Big(computed).toFixed();
	if (typeof cell !== 'string') return undefined;
	if (kind === 'amount' && ACCOUNTING_ZERO.test(cell)) return '0';
	const parts = kind === 'amount' ? partsOf(cell) : percentParts(cell);
	const { written, plain } = NUMBERS[format];
	if (!parts || !written.test(parts.digits)) return undefined;
	const text = `${parts.sign}${plain(parts.digits)}`;
	// What groups and what is a point is chosen here: without its last 0, the text of `1,000` for 1 can't be taken for 1000.
	return format === '1100.50' ? text : text.replace(/(\.\d\d)0$/, '$1');
}

/** The currency at the edge of an amount where it is no dollar of the United States, as in `€ 3`, `3 CAD`, `A$3`. */
export function foreignCurrency(cell: unknown): string | undefined {
	const { currencies = [] } = (typeof cell === 'string' && partsOf(cell)) || {};
	return currencies.find((mark) => !DOLLARS.includes(mark.toUpperCase().replace('$', '')));
}

/** Places of year, month and day in a text of one of the written formats. */
const DAYS: Partial<
	Record<DateFormat, { written: RegExp; order: [year: number, month: number, day: number] }>
> = {
	'MM/DD/YYYY': { written: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
	'DD/MM/YYYY': { written: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
	'DD.MM.YYYY': { written: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
};

const EXCEL_ZERO = '1899-12-30';
/** Excel's number of 1 January 2000. What is less is a year or a count, and no day of an invoice. */
export const FIRST_EXCEL_DAY = 36526;

function excelDay(cell: unknown): string | undefined {
	const days = Math.floor(Number(typeof cell === 'string' ? cell.trim() || Number.NaN : cell));
	return days >= FIRST_EXCEL_DAY ? addDays(EXCEL_ZERO, days) : undefined;
}

/** A time of day behind a day, as in `10:30`, `9:05:00 AM`. */
const TIME = /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?$/i;

/**
 * The day in a cell, `YYYY-MM-DD`; undefined for what is none in this format. A cell that says `YYYY-MM-DD` is one day in any of them. A
 * time of day behind it is passed over.
 */
export function dayOfCell(cell: unknown, format: DateFormat): string | undefined {
	const sure = calendarDay(cell);
	if (sure !== undefined) return sure;
	if (format === 'excel') return excelDay(cell);
	const { written, order } = DAYS[format] ?? {};
	if (!written || !order || typeof cell !== 'string') return undefined;
	const [, first, behind] = /^(\S*?)(?:(?:\s+|T)(.*))?$/s.exec(cell.trim())!;
	const parts = written.exec(first);
	if (!parts || (behind && !TIME.test(behind))) return undefined;
	const [year, month, day] = order.map((place) => parts[place].padStart(2, '0'));
	const iso = `${year}-${month}-${day}`;
	return isCalendarDay(iso) ? iso : undefined;
}
