import { letters } from '../../shared/http/words';
import { foreignFields } from '../rows/currency';
import { amountOf } from './amountText';
import type { NoticeEvent } from './fields';
import { countsAttempts, isMoneys } from './money';
import { LONGEST, isFields, isGiven, type Fields } from './names';
import { progressOf } from './progress';
import { isGoodCode } from './sending';
import { isUndoing, saysYes, textOf } from './wentBack';

/** Fields that tell of an error. */
const ERROR =
	/^(?:has|is|last(?=payment|transaction))?(?:payment|transaction)?errors?(?:code|message|reason|type|details?)?$/;
/** Fields that say no where it did not go well. */
const WENT_WELL = /^(?:is|was)?(?:payment|transaction)?(?:ok|success(?:ful|fully)?|succeeded)$/;
/** Those that say so, too, of a payment that is in part or to come; when it is settled is planned at first. */
const IS_PAID = /^(?:is|was)?(?:payment|transaction|fully)?(?:paid(?:infull)?|captured|approved)$/;

const saysNo = (value: unknown): boolean =>
	isGiven(value) && (/^(?:false|no?|f)$/i.test(textOf(value)) || amountOf(textOf(value)) === 0);

const given = (fields: Fields, says: (name: string, value: unknown, key: string) => boolean): string[] =>
	Object.entries(fields).flatMap(([key, value]) =>
		key.length <= LONGEST && says(letters(key), value, key) ? [key] : [],
	);

/** The names among `fields` of errors: `errors: […]`, `errorCode: "R01"`. */
const errors = (fields: Fields): string[] =>
	given(
		fields,
		(name, value, key) =>
			ERROR.test(name) &&
			saysYes(key, value) &&
			(/^true$/i.test(textOf(value)) || !isGoodCode(textOf(value))),
	);

/** The names of those that say no: `success: false`, and `isPaid: "no"` unless it `isLess`. */
const noes = (fields: Fields, isLess = false): string[] =>
	given(fields, (name, value) => (WENT_WELL.test(name) || (!isLess && IS_PAID.test(name))) && saysNo(value));

/**
 * The names among `fields`, of an object in the field `place`, of what denies that all went well; of a payment that `isLess` that it is paid
 * denies nothing. Where attempts to send the notice are counted beside it, it is the one before that failed.
 */
export const denials = (fields: Fields, place: string, isLess = false): string[] =>
	!isMoneys(fields, place) && countsAttempts(fields) ? [] : [...errors(fields), ...noes(fields, isLess)];

const foreignIn = (fields: Fields): string[] =>
	foreignFields(Object.entries(fields).filter(([key]) => key.length <= LONGEST)).map(([key]) => key);

/** The names among `fields` of a currency that is not US dollars, and of amounts with one within. BlueTape pays in dollars (bluetape.md 1). */
const foreignCurrencies = (fields: Fields): string[] => [
	...foreignIn(fields),
	...Object.entries(fields).flatMap(([key, value]) =>
		/amount|total|money/.test(letters(key)) && isFields(value) && foreignIn(value).length ? [key] : [],
	),
];

/** The names of what denies the claim of a notice, in an object in the field `place`; a refund that failed denies none. */
export function denying(fields: Fields, place: string, event: NoticeEvent, claimed: string): string[] {
	if (isUndoing(place)) return [];
	const isPayment = event === 'invoice.payment';
	const isLess = !isPayment || progressOf(claimed) !== '';
	return [...denials(fields, place, isLess), ...(isPayment ? foreignCurrencies(fields) : [])];
}
