import { cents } from '../values/cents';
import { decimal as exact, jsonNumber } from '../values/decimal';
import type { About, Field } from '../table/notes';
import { plain } from './plain';

/** `1.100` as text: one and a bit to some, eleven hundred to others, and a decimal would rarely be written with that 0. */
const isAmbiguous = (value: unknown): boolean =>
	typeof value === 'string' && /^-?[1-9]\d{0,2}\.\d\d0$/.test(value.trim());

/** The numbers that a text with something between thousands may mean: `1.100` and `1,100` two, `1 100` one. */
function meanings(value: unknown): number[] {
	const text = typeof value === 'string' ? value.trim() : '';
	if (!/^-?[1-9]\d{0,2}([.,'’\s]\d{3})+$/.test(text)) return [];
	const thousands = Number(text.replace(/[^-\d]/g, ''));
	const withPoint = Number(text.replace(',', '.'));
	return Number.isNaN(withPoint) ? [thousands] : [withPoint, thousands];
}

/** What to write in place of a text with something between thousands; `remedy` is for all others, and those who meant no thousands. */
function plainly(
	value: unknown,
	isGood: (number: number) => boolean,
	remedy: About['remedy'],
): string | undefined {
	const all = meanings(value);
	const good = all.filter(isGood);
	const other = typeof remedy === 'function' ? remedy(value) : remedy;
	if (!good.length) return other;
	if (good.length < all.length && other) return `for thousands write ${good.join()}; ${other}`;
	return `write ${good.join(' or ')}`;
}

/**
 * An amount; `"1100.00"` is taken exactly, `"1,100"` and `"1.100"` are refused, and so is what has no exact cents as a JSON number (ten
 * trillion and more).
 */
export const decimal = (about: About = {}): Field<number> =>
	plain(
		{
			kind: 'decimal',
			...about,
			remedy: (value) =>
				exact(value) && cents(value) === undefined
					? 'it is too large, 9999999999999.99 is the most'
					: plainly(value, (number) => cents(number) !== undefined, about.remedy),
		},
		'must be a number like 1100.50 (a point, no thousands separator)',
		(value) => (isAmbiguous(value) || cents(value) === undefined ? undefined : jsonNumber(value)),
	);

/** A whole number that is not negative, or as large as `minValue`. Text like `"1.000"` is refused: it may be 1 or 1000. */
export function integer({ minValue = 0, ...about }: About = {}): Field<number> {
	const sentence = `must be a whole number, ${minValue} or more`;
	const isGood = (number: number) => Number.isSafeInteger(number) && number >= minValue;
	const remedy = (value: unknown) =>
		exact(value)?.gt(Number.MAX_SAFE_INTEGER) ? 'it is too large' : plainly(value, isGood, about.remedy);
	return plain({ kind: 'integer', minValue, ...about, remedy }, sentence, (value) => {
		const number = isAmbiguous(value) ? undefined : jsonNumber(value);
		return number !== undefined && isGood(number) ? number : undefined;
	});
}

/** A percentage from 0 to 100: `8`, `"8%"` and `"8 %"` are the same. */
export const percent = (about: About = {}): Field<number> =>
	plain({ kind: 'percent', ...about }, 'must be a percentage like 8 or 8.25 %', (value) => {
		const rate = jsonNumber(typeof value === 'string' ? value.trim().replace(/(?<!\s)\s*%$/, '') : value);
		return rate !== undefined && rate >= 0 && rate <= 100 ? rate : undefined;
	});
