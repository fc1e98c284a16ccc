import { addDays, calendarDay, isCalendarDay } from '../../shared/values/dates';

/** How days are written in a table. Chosen, never guessed: 04/05/2026 is two days. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY', 'excel'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const EXCEL_ZERO = '1899-12-30';
/** Excel's number of 1 January 2000. What is less is a year or a count, and no day of an invoice. */
export const FIRST_EXCEL_DAY = 36526;

function excelDay(cell: unknown): string | undefined {
	const days = Math.floor(Number(typeof cell === 'string' ? cell.trim() || Number.NaN : cell));
	return days >= FIRST_EXCEL_DAY ? addDays(EXCEL_ZERO, days) : undefined;
}

function dayOf(year: string, month: string | number, day: string): string | undefined {
	const iso = [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
	return isCalendarDay(iso) ? iso : undefined;
}

/** A text without the time of day behind its day, as in `10:30`, `9:05:00 AM`. */
const withoutTime = (text: string): string =>
	text.trim().replace(/(?:,?\s+|(?<=\d)T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?$/i, '');

/** A day that begins with its year: nobody writes the day before the month then. */
function yearFirst(text: string): string | undefined {
	const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
	return year && dayOf(year, month, day);
}

/** Names of months in English and German, from January on. */
const MONTHS = [
	/^jan(?:uary|uar)?$|^jänner$/,
	/^feb(?:ruary|ruar|er)?$/,
	/^mar(?:ch)?$|^märz?$|^mrz$|^maerz$/,
	/^apr(?:il)?$/,
	/^ma[yi]$/,
	/^june?$|^juni$/,
	/^july?$|^juli$/,
	/^aug(?:ust)?$/,
	/^sept?(?:ember)?$/,
	/^o[ck]t(?:ober)?$/,
	/^nov(?:ember)?$/,
	/^de[cz](?:ember)?$/,
];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\p{L}*[.,]*\s+(?=\S)/iu;

/** Month, day and the rest of a text that names its month: `26-Dec-2026`, `Dec 26th, 2026`, `26. Dezember 2026`. */
function named(text: string): { month: number; day: string; year: string } | undefined {
	const words = text
		.normalize('NFC')
		.toLowerCase()
		.replace(WEEKDAY, '')
		.split(/[\s,./-]+/)
		.filter(Boolean);
	const at = words.findIndex((word) => MONTHS.some((month) => month.test(word)));
	if (words.length !== 3 || at < 0) return undefined;
	const numbers = words
		.filter((_, index) => index !== at)
		.map((word) => word.replace(/(\d)(?:st|nd|rd|th)$/, '$1'));
	const [day, year] = numbers[0].length === 4 ? numbers.reverse() : numbers;
	if (!/^\d{1,2}$/.test(day) || !/^(?:\d{2}){1,2}$/.test(year)) return undefined;
	return { month: MONTHS.findIndex((month) => month.test(words[at])) + 1, day, year };
}

function withName(text: string): string | undefined {
	const { month, day, year } = named(text) ?? { month: 0, day: '', year: '' };
	return year.length === 4 ? dayOf(year, month, day) : undefined;
}

const NUMBERS = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})$/;

/** A day in the chosen order. `/` is American to many, `.` never: beside the other order they count only where there is one way to read them. */
function inOrder(text: string, format: DateFormat): string | undefined {
	const [, first, sign, second, year] = NUMBERS.exec(text) ?? [];
	if (!year || !['MM/DD/YYYY', 'DD/MM/YYYY', 'DD.MM.YYYY'].includes(format)) return undefined;
	const [month, day] = format === 'MM/DD/YYYY' ? [first, second] : [second, first];
	const isStrange = sign === (format === 'MM/DD/YYYY' ? '.' : format === 'DD.MM.YYYY' ? '/' : '');
	return isStrange && Number(day) <= 12 && Number(day) !== Number(month)
		? undefined
		: dayOf(year, month, day);
}

/**
 * The day in a cell, `YYYY-MM-DD`; undefined for what is none in this format. A cell that begins with the year, or names its month, is one
 * day in any of them. A time of day behind it is passed over.
 */
export function dayOfCell(cell: unknown, format: DateFormat): string | undefined {
	const sure = calendarDay(cell);
	if (sure !== undefined) return sure;
	const text = typeof cell === 'string' ? withoutTime(cell) : '';
	const day = yearFirst(text) ?? withName(text);
	if (day !== undefined) return day;
	return format === 'excel' ? excelDay(cell) : inOrder(text, format);
}

/** A day whose year has two digits as one of this century, and anything else as it is. */
export const withCentury = (cell: unknown): unknown =>
	isShortYear(cell) ? withoutTime(String(cell)).replace(/'?(\d{2})$/, '20$1') : cell;

/** Is it a day but for its year, which has two digits? */
export function isShortYear(cell: unknown): boolean {
	if (typeof cell !== 'string') return false;
	const text = withoutTime(cell);
	return /^\d{1,2}([-/.])\s?\d{1,2}\1\s?'?\d{2}$/.test(text) || named(text)?.year.length === 2;
}
