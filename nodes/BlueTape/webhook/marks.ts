import { letters } from '../../shared/http/words';
import { utcTimestamp } from '../../shared/values/dates';
import { plainName } from '../../shared/values/plainName';
import { denials } from './denials';
import { canonicalJson } from './digest';
import { isMoneyId, isMoneys, isOwnMoneyId } from './money';
import { LONGEST, isFields, isGiven, writings, type Fields } from './names';
import { SENDING, isOfSending } from './sending';
import { kindsAt } from './undone';
import { isYes, ofUndoing } from './wentBack';

/** That something failed, or when. */
const FAILED = /^(?:is|was|has)?fail(?:ed|ure)?(at|on|date)?/;

/**
 * When a payment was made, in whatever writing: of two equal part payments without an ID nothing else may tell which one it is. When it is
 * settled is planned at first, and a repeat may know better.
 */
const PAID_ON =
	/^(?:paid(?:at|on|date|time(?:stamp)?)|datepaid|(?:payment|transaction|transfer)(?:date(?:time)?|time(?:stamp)?|at|on))$/;

/** A moment to the second in one form, for a repeat may write it in another; what can't be read, as it is. */
const momentOf = (said: string): string =>
	(utcTimestamp(said) ?? utcTimestamp(`${said}Z`))?.slice(0, 19) ?? said;

/** What any notice of the event may be called, and what changes with the attempt. */
const SAYS_NOTHING = new RegExp(
	`^(?:invoices?|payments?|quotes?|approvals?|notices?|notifications?|events?|webhooks?|bluetape|delivery|attempt|list|(?:re)?(?:notify|publish)|replay|${SENDING})*$`,
);

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** A plain value as text, or a list of such; empty for anything else. */
const saidBy = (value: unknown): string => {
	const all = [value].flat().filter(isGiven);
	return all.every(isScalar) ? all.map((each) => String(each).trim()).join() : '';
};

/** Members of what went back that change with each attempt to tell of it. */
const OF_ATTEMPT =
	/attempt|deliver|retry|retries|webhook|(?:event|message|request|correlation|trace)id$|traceparent|nonce|signature|^sent|^timestamp$|updated|modified|ur[il]$|link|href|generated|expected|expire/;
/** Its own ID, which no other one has: */
const ITS_ID =
	/^(?:id|(?:refund|revers(?:al|ed)|dispute|charge?back|void|return|cancellation|cancelation)(?:id|no|number|ref|reference))$/;
/** beside it nothing else tells it from another but what it is by now. */
const TELLING = /amount|total|sum$|value|currency|status|state$|type$|code$|reason/;
/** Of a failure, when it was: `occurredOn`, and no `description`. */
const WHEN = /(?:^on|[_-]on|[a-z]On)$|(?:[aA]t|[dD]ate|[tT]ime)$/;

/** What an object such as `"refund":{"value":"10.00"}` says, or a list of such in any order; of a failure without when it was. */
function saidWithin(key: string, value: unknown): string {
	if (Array.isArray(value))
		return value
			.map((one: unknown) => saidWithin(key, one))
			.sort()
			.join();
	const hasId =
		isFields(value) && Object.entries(value).some(([name, id]) => ITS_ID.test(letters(name)) && isScalar(id));
	const isKept = (name: string) =>
		ITS_ID.test(letters(name)) || TELLING.test(letters(name)) || /^\d*$/.test(name);
	const changes = (name: string) =>
		OF_ATTEMPT.test(letters(name)) ||
		FAILED.exec(letters(name))?.[1] ||
		(FAILED.test(letters(key)) && WHEN.test(name)) ||
		(hasId && !isKept(name));
	const kept = JSON.stringify(value, (name, one: unknown) => (name && changes(name) ? undefined : one));
	return canonicalJson(JSON.parse(kept)) ?? '';
}

/** Where an object stands around a notice. */
export interface Around {
	/** The name of the field that holds it. */
	place: string;
	/** Is it about an attempt to send the notice? */
	isAttempts: boolean;
	/** Does the notice tell its own status or result? */
	isClaimed: boolean;
}

/** Is this `status` or `state` of fields around a notice that of its sending, which changes with the attempt? */
export const isSendingStatus = (
	name: string,
	status: unknown,
	fields: Fields,
	{ place, isAttempts, isClaimed }: Around,
): boolean => isAttempts || (isClaimed && !isMoneys(fields, place) && isOfSending(status, name));

/** The `marks` of fields, each by the name under which they hold it. */
export function marked(
	fields: Fields,
	{ place, isAttempts }: Omit<Around, 'isClaimed'>,
): Map<string, string> {
	const isOfMoney = isMoneys(fields, place);
	const kinds = new Set([...writings(fields, kindsAt(place)).values()].flat());
	const hasId = Object.entries(fields).some(
		([key, value]) =>
			key.length <= LONGEST && isOwnMoneyId(plainName(key), isOfMoney) && saidBy(value) && isYes(value),
	);
	const undoing = new Set(ofUndoing(fields).filter((key) => !isAttempts || !FAILED.test(letters(key))));
	// What went wrong by a head such as `meta` is the sending.
	if (!isAttempts && (!place || isOfMoney)) denials(fields, place).forEach((key) => undoing.add(key));
	const found = new Map<string, string>();
	for (const [key, value] of Object.entries(fields)) {
		if (key.length > LONGEST) continue;
		const said = saidBy(value) || (undoing.has(key) ? saidWithin(key, value) : '');
		if (!said) continue;
		const isKind = kinds.has(key) && !SAYS_NOTHING.test(said.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
		if (PAID_ON.test(plainName(key)) && isYes(value)) {
			if (!hasId) found.set(key, momentOf(said));
		} else if (
			isKind ||
			undoing.has(key) ||
			(isMoneyId(plainName(key), isOfMoney, isAttempts) && isYes(value))
		)
			found.set(key, FAILED.exec(letters(key))?.[1] ? '' : said);
	}
	return found;
}

/**
 * Of the fields around a notice, `marked` by their names, those besides the documented ones that tell it from another: payments, transactions and refunds and
 * their IDs, or else when it was paid, its kind and status, and what says that money went back. A plain `id` counts where it is a
 * payment's, as in `"transaction":{"id":…}` or JSON:API's `{"type":"payments","id":…}`: that of an envelope may be the attempt's. When
 * something failed is no mark, for it may be the attempt that did.
 */
export const marks = (found: Map<string, string>): Fields =>
	Object.fromEntries([...found].map(([key, said]) => [plainName(key), said]));
