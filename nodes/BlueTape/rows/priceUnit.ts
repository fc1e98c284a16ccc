import { wordsOf } from '../../shared/values/moneyNames';
import { numberOfCell } from './cells';
import type { Beside, Fields } from './fields';

/** Names of what a price is for. */
const OF_PRICE =
	/(?:^| )(?:price|pricing|prc|sell(?:ing)?) (?:per|uom|um|u m|unit|basis)$|^per$|preiseinheit/;
/** Names of what a quantity counts. */
const OF_QUANTITY =
	/^(?:(?:qty|quantity|order(?:ed|ing)?|sales?) )?(?:uom|um|u m|units?|unit of measure|einheit)$|^(?:me|mengeneinheit)$/;
/** Several of what is sold: `C`, `MBF`, `CWT`, `100`, `per 1000 pcs`. */
const SEVERAL =
	/^(?:per |je |pro |\/)?\s*(?:[cm]|cwt|hundred|thousand|hundert|tausend|tsd|10|100|1[,.]?000)(?: ?(?:pcs|pieces|ea|ft|[bls]f|lbs?|stk|stück))?\.?$/;

const plain = (value: unknown): string => String(value).trim().toLowerCase();

/** A number as short as it is, `1.000` of a database as 1, where it stands alone; `formats` are its table's. */
function counted(value: unknown, { formats }: Beside): string {
	const format = formats?.numberFormat ?? '1100.50';
	const number = /^[\d.,]+$/.test(plain(value)) ? numberOfCell(value, format, 'amount') : undefined;
	return number === undefined ? plain(value) : String(Number(number));
}

/** Does a field say that the price is that of several, and none beside it that the quantity counts as many? */
export const isOfSeveral = (name: string, value: unknown, fields: Fields, beside: Beside): boolean =>
	OF_PRICE.test(wordsOf(name).join(' ')) &&
	SEVERAL.test(counted(value, beside)) &&
	!fields.some(([other, unit]) => OF_QUANTITY.test(wordsOf(other).join(' ')) && plain(unit) === plain(value));
