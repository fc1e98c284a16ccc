import { Big } from '../../bundled/big';
import { jsonNumber } from '../../shared/values/decimal';

/** How numbers are written in a table, shown by an example. */
export const NUMBER_FORMATS = ['1100.50', '1,100.50', '1.100,50'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** Numbers with `sign` between thousands, or a blank or apostrophe, which are nothing else anywhere, and `point` before the cents. `more` are other groups. */
const grouped = (sign: string, point: string, more = '') => ({
	written: new RegExp(
		`^(\\d{1,3}([${sign} \u00a0\u2009\u202f'’])\\d{3}(\\2\\d{3})*|\\d+${more})([${point}]\\d+)?$`,
	),
	plain: (text: string) =>
		text
			.split(point)
			.map((part) => part.replace(/\D/g, ''))
			.join('.'),
});

const NUMBERS: Record<NumberFormat, { written: RegExp; plain: (text: string) => string }> = {
	'1100.50': { written: /^\d+(\.\d+)?$/, plain: (text) => text },
	// Lakhs and crores, `1,00,000`, can be read in one way only.
	'1,100.50': grouped(',', '.', '|\\d{1,2}(,\\d{2})+,\\d{3}'),
	'1.100,50': grouped('.', ','),
};

/** The signs around a number, and what they make of it: `-3`, `3-` and `(3)` are the same. */
const SIGNS: Record<string, string> = { '': '', '+': '', '-': '-', '()': '-' };
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** BlueTape takes dollars (bluetape.md 1). */
const DOLLARS = ['', 'US', 'USD'];

/** What patterns read of a cell: they take long over more, and an amount or a day stands in front. */
export const frontOf = (cell: unknown): unknown =>
	typeof cell === 'string' ? cell.trim().slice(0, 200) : cell;

/** Is it the sign or the code of a currency? */
export const isCurrency = (mark: string): boolean =>
	CURRENCIES.has(mark.toUpperCase()) || /^\p{L}{0,3}\p{Sc}\p{L}{0,3}$/u.test(mark);

/** No cents, as some write it: `12,-`, `12.–`. */
const NO_CENTS = /(?<=\d)[.,][-\u2012-\u2015]{1,2}(?=\D*$)/;

/** A number in text: its digits, and what stands at their edges. */
interface Parts {
	sign: string;
	digits: string;
	currencies: string[];
	/** Does it say that there are no cents? */
	isWhole?: boolean;
}

/** A text as its digits, and the sign and currencies at their edges; undefined for what has anything else there, or no digits. */
function partsOf(given: string): Parts | undefined {
	const text = given.replaceAll('\u2212', '-');
	const isWhole = NO_CENTS.test(text);
	const [, front, digits, back] = /^(\D*)(\d(?:.*\d)?)(\D*)$/s.exec(text.replace(NO_CENTS, '')) ?? [];
	if (digits === undefined) return undefined;
	const edges = [front, back].map((edge) => /^([-+()]?)([^-+()]*)([-+()]?)$/.exec(edge.replace(/\s/g, '')));
	const sign = SIGNS[edges.map((edge) => (edge ? edge[1] + edge[3] : '?')).join('')];
	const currencies = edges.flatMap((edge) => edge?.[2] || []);
	return sign === undefined || !currencies.every(isCurrency)
		? undefined
		: { sign, digits, currencies, isWhole };
}

/** A percentage, which no currency makes another number of. */
function percentParts(text: string): Omit<Parts, 'currencies'> {
	const [, sign, digits] = /^([-+]?)([^\s%]*(?:[\s%]+[^\s%]+)*)/.exec(text.trim())!;
	return { sign: SIGNS[sign], digits };
}

/** How Excel shows a nought as money: `$ -`, or the dash alone. */
const ACCOUNTING_ZERO = /^\s*(?:\p{Sc}\s*)?[-\u2012-\u2015\u2212](?:\s*\p{Sc})?\s*$/u;

/** Is it a dash alone, which may be a nought, or nothing? */
export const isDash = (cell: unknown): boolean =>
	typeof cell === 'string' && ACCOUNTING_ZERO.test(cell) && !/\p{Sc}/u.test(cell);

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
	const digits = plain(parts.digits);
	if (parts.isWhole && digits.includes('.')) return undefined;
	const text = `${parts.sign}${digits}`;
	// What groups and what is a point is chosen here: without its last 0, the text of `1,000` for 1 can't be taken for 1000.
	return format === '1100.50' ? text : text.replace(/(\.\d\d)0$/, '$1');
}

/** The signs and codes of currencies at the edges of a number. */
export const currenciesOf = (cell: unknown): string[] =>
	(typeof cell === 'string' && partsOf(cell)?.currencies) || [];

/** The currency at the edge of an amount where it is no dollar of the United States, as in `€ 3`, `3 CAD`, `A$3`. */
export function foreignCurrency(cell: unknown): string | undefined {
	return currenciesOf(cell).find((mark) => !DOLLARS.includes(mark.toUpperCase().replace('$', '')));
}
