import { plainName } from '../../shared/values/plainName';
import { LONGEST, isGiven, valuesOf, type Fields } from './names';
import { SENDING, isOfSending, kinds, ofUndoing } from './undone';

const MONEY =
	'(?:payment|paymentintent|transaction|transfer|txn|trx|tx|refund|charge|chargeback|capture|reversal|dispute|settlement|payout)s?';
const isMoney = new RegExp(`^${MONEY}$`);
/** The ID of one movement of money, in whatever writing; not that of an attempt to tell of it. */
const isMoneyId = new RegExp(
	`^(?!.*(?:attempt|delivery|message|request|webhook|retry)).*${MONEY}(?:ids?|uuid|guid|ref|reference|referenceid|no|nr|number)$|^instal+ment(?:no|nr|number)?$`,
);
const own = ['type', 'object'];
const status = ['status'];
/** The names of objects that tell how the notice is sent; `paymentAttempt` is another thing. */
const isSending = new RegExp(`^(?!.*${MONEY}).*(?:attempt|deliver|retry|retries|webhook)`);
const FAILED = /^(?:is|was)?fail/i;
const FAILED_AT = /^fail(?:ed|ure)(?:at|on|date)$/;

/** What any notice of the event may be called, and what changes with the attempt. */
const SAYS_NOTHING = new RegExp(
	`^(?:invoices?|payments?|quotes?|approvals?|notices?|notifications?|events?|webhooks?|bluetape|delivery|attempt|${SENDING})*$`,
);

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Is an object called a payment or the like, by its `type` or `object` or the field that it stands in? Its `id` is its own then. */
export const isMoneys = (fields: Fields, place = ''): boolean =>
	isMoney.test(plainName(place)) ||
	Object.values(valuesOf(fields, own)).some(
		(word) => typeof word === 'string' && isMoney.test(plainName(word)),
	);

/** Where an object stands around a notice. */
export interface Around {
	/** The name of the field that holds it. */
	place: string;
	/** Is it about an attempt to send the notice? */
	isAttempts: boolean;
	/** Does the notice tell its own status or result? */
	isClaimed: boolean;
}

/** Is an object, which does not hold the notice, about an attempt to send it? */
export const isAttempt = (place: string): boolean => isSending.test(plainName(place));

/** Is the `status` among fields around a notice that of its sending, which changes with the attempt? */
export const isSendingStatus = (fields: Fields, { place, isAttempts, isClaimed }: Around): boolean =>
	isAttempts || (isClaimed && !isMoneys(fields, place) && isOfSending(valuesOf(fields, status).status));

/**
 * Of the fields around a notice, those besides the documented ones that tell it from another: IDs of payments, transactions and
 * refunds, its kind and status, and what says that money went back. A plain `id` counts where it is a payment's, as in `"transaction":{"id":…}` or JSON:API's
 * `{"type":"payments","id":…}`: that of an envelope may be the attempt's. When something failed is no
 * mark, for it may be the attempt that did.
 */
export function marks(fields: Fields, { place, isAttempts }: Around): Fields {
	const isOfMoney = isMoneys(fields, place);
	const kindNames = kinds.map(plainName);
	const undoing = ofUndoing(fields).filter((key) => !isAttempts || !FAILED.test(key));
	const found = Object.entries(fields).flatMap(([key, value]): Array<[string, string]> => {
		if (key.length > LONGEST || !isScalar(value) || !isGiven(value)) return [];
		const [name, said] = [plainName(key), String(value).trim()];
		const isKind =
			kindNames.includes(name) && !SAYS_NOTHING.test(said.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
		const isId = isMoneyId.test(name) || (isOfMoney && name === 'id');
		return isKind || isId || undoing.includes(key) ? [[name, FAILED_AT.test(name) ? '' : said]] : [];
	});
	return Object.fromEntries(found);
}
