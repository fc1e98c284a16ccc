import { letters } from '../../shared/http/words';
import { isNoDay } from '../../shared/values/dates';
import { amountOf } from './amountText';
import { isGiven, type Fields } from './names';
import { isGoodCode } from './sending';

/** Words for money that went back, or never came; a reverse charge or reverse factoring is another thing. */
const UNDOING =
	/refund|revers(?!e?charge|efactoring)|void|charged?back|dispute|fail|cancel|declin|return(?!ing)|reject|denied|denial|bounce|unsuccess/;

/** How fields begin that hold such money: `refund`, `reversedPayment`. */
export const WENT_BACK =
	'refund(?:ed|s)?|revers(?:als?|ed)|void(?:ed)?|charged?backs?|dispute[ds]?|cancell?ed|returned|failed|declined|rejected|denied|bounced';
/** Fields that stand beside such money only: `refundAmount`, `isVoided`, `failureReason`, `achReturnCode`. */
const OF_UNDOING = new RegExp(
	`^(?:is|was|has)?(?:amount|total|partial|full|payment|transaction|charge|ach)?(?:${WENT_BACK}|cancellation|cancelation|failure|rejection|denial|achreturn|(?:return|cancel|decline|reject)(?=code|reason))(?:amount|total|status|type|id|at|on|date|reason|code|message|details?|info)?$`,
);
/** Statuses that say that there is no such money, or not yet: `NotRefunded`, `none`, `refundable`. */
const NO_STATUS =
	/^(?:n$|no(?!tif)|never|un(?=refund|revers|void|dispute|cancel)|refundable|eligible|available)/;
/** Words that say so; `Non-receipt of goods` is one of such money. */
const NO_WORD =
	/^(?:(?:un|non?|not)(?:refund(?:s|ed|able)?|cancell?(?:able|ed)|reversed|voided|disputed?|charged?back|failed|returned|declined|rejected|applicable)|never|refundable|eligible|available)$/;

export const isUndoing = (word: string): boolean =>
	UNDOING.test(letters(word)) && !NO_WORD.test(letters(word));

/** Of the names of fields that something stood within, those that are words for such money: `{"refund":{…}}`. */
export const undoingPlaces = (at: string[]): string[] =>
	at.filter((name) => isUndoing(name) && !/^return/i.test(name));

/** A value as text. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');

/** Does the status of such money say that there is some? */
export const isYesStatus = (status: unknown): boolean =>
	isYes(status) && !NO_STATUS.test(letters(textOf(status)));

/** Does a field of this name stand beside such money only? */
export const isOfUndoing = (key: string): boolean => OF_UNDOING.test(letters(key));

/** What an object says beside whether there is such money: of an amount, of a list, and of what may be. */
const NOTES =
	/^(?:currency.*|symbol|scale|precision|decimals|exponent|object|type|ur[il]|href|links?|self|hasmore|page.*|perpage|limit|offset|(?:is)?(?:refundable|eligible|available|allowed|enabled)(?:amount)?)$/;

/** Objects that were asked already: whoever stands around one asks all that is in it. */
const asked = new WeakMap<object, boolean>();

function isYesWithin(value: object): boolean {
	let says = asked.get(value);
	if (says === undefined) {
		says = Object.entries(value).some(([key, one]) => !NOTES.test(letters(key)) && saysYes(key, one));
		asked.set(value, says);
	}
	return says;
}

/** Nothing, no, none, 0 and a day of none say that there is no such money, and so does an object of nothing else. */
export const isYes = (value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? isYesWithin(value)
		: isGiven(value) &&
			amountOf(textOf(value)) !== 0 &&
			!isNoDay(textOf(value)) &&
			!/^(?:false|no|none|null|n\/a|[-\s0.,[\]{}"]*)$/i.test(textOf(value));

/** Does a value say yes in a field of this name? */
export function saysYes(key: string, value: unknown): boolean {
	if (typeof value === 'object' || !isYes(value) || /reason$/i.test(key)) return isYes(value);
	const said = textOf(value);
	if (/(?:code|message)$/i.test(key)) return !isGoodCode(said);
	if (/type$/i.test(key)) return !NO_WORD.test(letters(said));
	// Short for no and false; a code, type or reason may have such a letter.
	return /status$/i.test(key) ? isYesStatus(value) : !/^[nf]$/i.test(said);
}

/** The names among `fields` of those that stand beside such money only, where they say yes. */
export const ofUndoing = (fields: Fields): string[] =>
	Object.keys(fields).filter((key) => isOfUndoing(key) && saysYes(key, fields[key]));
