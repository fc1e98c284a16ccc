import { jsonNumber } from '../../shared/values/decimal';

/** No amount is longer; what is could keep the patterns below busy for long. */
const LONGEST = 40;

/** Dollars are what BlueTape pays in; another currency's sign must not get lost. */
const withoutDollars = (text: string): string =>
	text.replace(/^(-?)\s*(?:US\$|USD|\$)\s*(-?)/, '$1$2').replace(/\s*(?:USD|\$)$/, '');

/** How amounts are written where it can't be mistaken which sign groups and which one is before the cents. */
const writings: Array<[form: RegExp, groups: RegExp, point: string]> = [
	// 1,100.00 and 1,100,000
	[/^-?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/, /,/g, '.'],
	// 1.100,00 and 1.100.000
	[/^-?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/, /\./g, ','],
	// 1100,00
	[/^-?\d+,\d{1,2}$/, /\./g, ','],
];

/** `1.100` is one and a bit to some, and eleven hundred to others. */
const isAmbiguous = (text: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);

/** The number that a text like `1100.00` or `$1,100.00` writes; undefined where another one could be meant, such as `1,100`. */
export function amountOf(text: string): number | undefined {
	if (text.length > LONGEST) return undefined;
	const written = withoutDollars(text.trim());
	const [, groups, point] = writings.find(([form]) => form.test(written)) ?? [];
	if (groups && point) return jsonNumber(written.replace(groups, '').replace(point, '.'));
	return isAmbiguous(written) ? undefined : jsonNumber(written);
}
