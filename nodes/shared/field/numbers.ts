import { cents } from '../values/cents';
import { jsonNumber } from '../values/decimal';
import type { About, Field } from '../table/notes';
import { plain } from './plain';

/** An amount; `"1100.00"` is taken exactly, `"1,100"` is refused, and so is what has no exact cents as a JSON number (ten trillion and more). */
export const decimal = (about: About = {}): Field<number> =>
	plain(
		{ kind: 'decimal', ...about },
		'must be a number like 1100.50 (a point, no thousands separator)',
		(value) => (cents(value) === undefined ? undefined : jsonNumber(value)),
	);

/** A whole number that is not negative, or as large as `minValue`. */
export function integer({ minValue = 0, ...about }: About = {}): Field<number> {
	const sentence = `must be a whole number, ${minValue} or more`;
	return plain({ kind: 'integer', minValue, ...about }, sentence, (value) => {
		const number = jsonNumber(value);
		return number !== undefined && Number.isSafeInteger(number) && number >= minValue ? number : undefined;
	});
}

/** A percentage from 0 to 100: `8`, `"8%"` and `"8 %"` are the same. */
export const percent = (about: About = {}): Field<number> =>
	plain({ kind: 'percent', ...about }, 'must be a percentage like 8 or 8.25 %', (value) => {
		const rate = jsonNumber(typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : value);
		return rate !== undefined && rate >= 0 && rate <= 100 ? rate : undefined;
	});
