import { numberOfCell, type NumberFormat } from './cells';
import type { Column } from './columns';
import { dayExpression } from './dayExpression';
import { FIRST_EXCEL_DAY, isShortYear, type DateFormat } from './days';

/** Words that make another number of it. */
const MULTIPLE = /^(?:k|thousand|tsd|mio|mm|million|hundred)\.?$/i;
const SEVERAL = /^(?:doz(?:en)?|dz|dtzd?|dutzend|pairs?|prs?|paar|gross|hundred|thousand|tsd)\.?$/i;

/** What makes a credit of an amount. */
const CREDIT = /^cr(?:edit)?\.?$/i;

const BEHIND = /^(?<number>.*[\d%)])\s*(?<unit>\/?\s*\(?\p{L}\D*)$/su;
const IN_FRONT = /^(?<unit>\p{L}[\p{L}.\s]*?)\s*(?<number>\p{Sc}?\s*[-+(]?\d.*)/su;

/** What stands beside a number that can be read without it, as in `3 pcs`, `x3`, `12.99/ea`, `19 % MwSt`. */
function unitOf(cell: unknown, kind: Column['kind'], format: NumberFormat): string | undefined {
	const text = String(cell).trim().replace(/\s+/g, ' ');
	// What is longer is no number with a unit, and would take the patterns long.
	if (text.length > 100) return undefined;
	const found = BEHIND.exec(text) ?? IN_FRONT.exec(text);
	if (!found) return undefined;
	const { number, unit } = found.groups!;
	return numberOfCell(number, format, kind === 'percent' ? kind : 'amount') === undefined ? undefined : unit;
}

/** What to do about a unit. A price may be that of several. */
function withoutUnit(unit: string, { key }: Column): string {
	const start = `a number with '${unit}' beside it: `;
	if (key === 'quantity' && SEVERAL.test(unit)) {
		return `${start}take '${unit}' out where Unit Price is the price of so many, else write the number of pieces`;
	}
	if (MULTIPLE.test(unit)) return `${start}write the number in full`;
	if (CREDIT.test(unit) && key !== 'quantity')
		return `a credit, by '${unit}': write it below zero, without it`;
	const price = key === 'unitAmount' ? '; Unit Price is that of one unit' : '';
	return `${start}take '${unit}' out${price}`;
}

/** What to do about a day whose year has two digits, in a format that says the order. */
function withoutCentury(cell: unknown, { column }: Column, format: DateFormat): string {
	const [, sign] = /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.exec(String(cell).trim()) ?? [];
	const written = format.replace('YYYY', 'YY').replaceAll(/[/.]/g, sign);
	const orBy = `, or read it by Edit Fields in front, as ${column} = ${dayExpression(column, written)}`;
	return `write the year with four digits${sign ? orBy : ''}`;
}

/** Why a cell is no value of its column in the chosen formats: what it is, and what to do. */
export function mistakeIn(
	cell: unknown,
	column: Column,
	{ dateFormat, numberFormat }: { dateFormat: DateFormat; numberFormat: NumberFormat },
): string {
	const { kind } = column;
	if (kind === 'date' || kind === 'dateTime') {
		const isOrdered = dateFormat !== 'YYYY-MM-DD' && dateFormat !== 'excel';
		if (isShortYear(cell)) {
			return `a day whose year has two digits: ${isOrdered ? withoutCentury(cell, column, dateFormat) : 'write the year with four digits, and choose the date format'}`;
		}
		if (dateFormat !== 'excel') return `no day like ${dateFormat} (choose the date format)`;
		return `no day as Excel numbers them, like 46112: they are taken from ${FIRST_EXCEL_DAY}, the year 2000, on (choose the date format)`;
	}
	if (kind === 'percent' && /\p{Sc}/u.test(String(cell))) return 'no rate: it has the sign of a currency';
	const unit = unitOf(cell, kind, numberFormat);
	if (unit !== undefined) return withoutUnit(unit, column);
	if (kind !== 'percent' && String(cell).includes('%')) {
		return 'a percentage, and no number here: choose a column of rates for lines.taxRate';
	}
	return `no number like ${numberFormat} (choose the number format)`;
}
