import { wordsOf } from '../../shared/values/moneyNames';
import { numberOfCell } from './cells';
import type { Beside, Fields } from './fields';

/** Names of what a price is for. */
const OF_PRICE =
	/(?:^| )(?:priced?|pricing|prc|sell(?:ing)?) (?:per(?: (?:uom|unit|qty|quantity))?|uom|um|u m|unit|basis|(?<!priced )(?:qty|quantity))$|^uom price$|^puo?m$|^per$|preiseinheit/;
/** A number under such a name may be the price itself. */
const MAY_BE_PRICE = /per (?:uom|unit)$|^uom price$/;
/** Names of what a quantity counts. */
const OF_QUANTITY =
	/^(?:(?:qty|quantity|order(?:ed|ing)?|sales?) )?(?:uom|um|u m|units?|unit of measure|einheit)$|^(?:me|mengeneinheit)$/;
/** Several of what is sold: `C`, `MBF`, `MPC`, `CWT`, `DZ`, `100#`, `C (100)`, `per 1000 pcs`. */
const SEVERAL =
	/^(?:per |je |pro |\/)?\s*(?:[cmk]|cwt|doz(?:en)?|dz|dutzend|gro?s?|gross|hundred|thou(?:sand)?|hundert|tausend|tsd|10|100|1[,.]?000)(?: ?(?:pcs?|pieces|ea|ft|[bls]f|lbs?|stk|stück|#|kg|(?<=\d ?)m))?\.?(?: ?\(\d+\))?$/;
/** What a heading says that its price is for: `Price/C`, `Unit Price (per 1000)`. */
const IN_HEADING = /(?:price|prc|preis|cost|rate)[^\p{L}\d]*(?:per|je|pro|\/)[\s_]*([^)]+)\)?$/iu;

const plain = (value: unknown): string => String(value).trim().toLowerCase();

const isNumber = (value: unknown): boolean => /^[\d.,]+$/.test(plain(value));

/** A number as short as it is, `1.000` of a database as 1, where it stands alone; `formats` are its table's. */
function counted(value: unknown, { formats }: Beside): string {
	const format = formats?.numberFormat ?? '1100.50';
	const number = isNumber(value) ? numberOfCell(value, format, 'amount') : undefined;
	return number === undefined ? plain(value) : String(Number(number));
}

/** Does a field say that the price is that of several, and none beside it that the quantity counts as many? */
export const isOfSeveral = (name: string, value: unknown, fields: Fields, beside: Beside): boolean =>
	OF_PRICE.test(wordsOf(name).join(' ')) &&
	!(MAY_BE_PRICE.test(wordsOf(name).join(' ')) && isNumber(value)) &&
	SEVERAL.test(counted(value, beside)) &&
	!fields.some(([other, unit]) => OF_QUANTITY.test(wordsOf(other).join(' ')) && plain(unit) === plain(value));

/** What the heading of a price says that it is for, where that is several; `Price/m` is that of a metre. */
export function severalIn(heading: string, fields: Fields, beside: Beside): string | undefined {
	const [, unit] = IN_HEADING.exec(heading) ?? [];
	const isSeveral = unit && !/^[cmk]$/.test(unit) && isOfSeveral('Price Per', unit, fields, beside);
	return isSeveral ? unit : undefined;
}
