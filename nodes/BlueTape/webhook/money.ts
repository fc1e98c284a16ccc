import { plainName } from '../../shared/values/plainName';
import { valuesOf, type Fields } from './names';

const MONEY =
	'(?:payment|paymentintent|transaction|transfer|txn|trx|tx|refund|charge|chargeback|capture|reversal|dispute|settlement|payout)s?';
const ID = '(?:ids?|uuid|guid|ref|reference|referenceid|no|nr|number|externalid)';

const IS_MONEY = new RegExp(`^${MONEY}$`);
const IS_ID = new RegExp(`^${ID}$`);
/** An ID that no two payments share; a reference or a bare number may be the invoice's, `originalPaymentId` that of several refunds, and a payout holds many. */
const IS_OWN_ID = new RegExp(
	`^(?!settlement|payout)(?:(?:${MONEY})?(?:ids?|uuid|guid)|${MONEY}(?:no|nr|number))$`,
);
/** The ID of one movement of money, in whatever writing; not that of an attempt to tell of it. */
const IS_MONEY_ID = new RegExp(
	`^(?!.*(?:attempt|delivery|message|request|webhook|retry)).*${MONEY}${ID}$|^instal+ment(?:no|nr|number)?$`,
);
/** Numbers that a bank, or who took the money, gives one movement; a `traceId` is that of a call, and an attempt may have a receipt. */
const IS_BANK_ID =
	/^(?:payment|bank|ach|wire|eft)?(?:(?:check|cheque|receipt|confirmation|remittance|wire|eft)(?:no|nr|number|ref|reference|ids?)|trace(?:no|nr|number)|(?:psp|bank|ach)(?:ref|reference))$|^trans(?:id|no|nr|number|ref|reference)$/;
/** The names of objects that tell how the notice is sent; `paymentAttempt` is another thing. */
const IS_SENDING = new RegExp(`^(?!.*${MONEY}).*(?:attempt|deliver|retry|retries|webhook)`);

const own = ['type', 'object'];

/** Is a word what one movement of money is called: `payment`, `Refunds`? */
export const isMoney = (word: string): boolean => IS_MONEY.test(plainName(word));

/** Is an object called a payment or the like, by its `type` or `object` or the field that it stands in? Its `id` is its own then. */
export const isMoneys = (fields: Fields, place = ''): boolean =>
	isMoney(place) ||
	Object.values(valuesOf(fields, own)).some((word) => typeof word === 'string' && isMoney(word));

/** Does a field of this plain name say which movement of money it is: `transactionId`, `payment`, or the `id` of one? */
export const isMoneyId = (name: string, isOfMoney: boolean, isAttempts = false): boolean =>
	(!isAttempts && IS_BANK_ID.test(name)) ||
	IS_MONEY_ID.test(name) ||
	IS_MONEY.test(name) ||
	(isOfMoney && IS_ID.test(name));

/** Does it name this movement alone? */
export const isOwnMoneyId = (name: string, isOfMoney: boolean): boolean =>
	IS_OWN_ID.test(name) && isMoneyId(name, isOfMoney);

/** Do fields beside those of a notice count the attempts to send it? What failed there may be one of them. */
export const countsAttempts = (fields: Fields): boolean =>
	Object.keys(fields).some((name) => isAttempt(name) && /attempt|retry|retries/i.test(name));

/** Is an object, which does not hold the notice, about an attempt to send it? */
export const isAttempt = (place: string): boolean => IS_SENDING.test(plainName(place));
