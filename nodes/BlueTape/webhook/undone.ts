import { letters } from '../../shared/http/words';
import { amountOf } from './amountText';
import type { NoticeEvent } from './fields';
import { isMoneys } from './money';
import { isFields, isGiven, writings, type Fields } from './names';
import { bearsOut } from './verify';

/** Words for money that went back, or never came; a reverse charge or reverse factoring is another thing. */
const UNDOING =
	/refund|revers(?!e?charge|efactoring)|void|charged?back|dispute|fail|cancel|declin|return(?!ing)|reject|denied|denial|bounce|unsuccess/;

/** How fields begin that hold such money: `refund`, `reversedPayment`. */
export const WENT_BACK =
	'refund(?:ed|s)?|revers(?:als?|ed)|void(?:ed)?|charged?backs?|dispute[ds]?|cancell?ed|returned|failed|declined|rejected|denied|bounced';
/** Fields that stand beside such money only: `refundAmount`, `isVoided`, `failureReason`. */
const OF_UNDOING = new RegExp(
	`^(?:is|was|has|amount|total)?(?:${WENT_BACK}|cancellation|cancelation|failure|rejection|denial|(?:return|cancel|decline|reject)(?=code|reason))(?:amount|id|at|on|date|reason|code|message)?$`,
);

/** Words for a sending that may be one of several. */
export const SENDING = '(?:re)?sen[dt]|resending|retry|retries|retried|retrying|redeliver(?:y|ed|ing)?';
const OF_STATUS = `${SENDING}|delivered|received|new`;
const STATUS_OF_SENDING = new RegExp(`^(?:${OF_STATUS})$`);
/** What senders say of their own sending, and not of the money. */
const OF_SENDING = new RegExp(
	`^(?:${OF_STATUS}|ok(?:ay)?|true|success(?:ful|fully)?|succeeded|completed?|done|processed|accepted|active)?$`,
);

/** Does a status say no more than how often a notice was sent? An invoice may be `completed` by the second of two equal payments. */
export const isOfSending = (status: unknown): boolean =>
	typeof status === 'string' && STATUS_OF_SENDING.test(letters(status));

/** Objects that tell of the whole call, beside what it is about. */
const HEAD = /^(?:event|meta|metadata|headers?|context|notification|message)$/;
/** Names of what says which kind of call it is, and how it went. */
const kinds = [
	...['type', 'kind', 'event', 'eventType', 'eventName', 'eventCode', 'action', 'topic', 'notificationType'],
	...['messageType', 'paymentType', 'transactionType', 'status', 'paymentStatus', 'transactionStatus'],
];
const kindsOfEvent = [...kinds, 'name'];
const statuses = ['status', 'paymentStatus', 'transactionStatus'];
/** Those of an object in the field `place`: an `event` is called by its `name`. */
export const kindsAt = (place: string): string[] => (letters(place) === 'event' ? kindsOfEvent : kinds);

export const claims = { 'quote.approval': 'result', 'invoice.payment': 'status' } as const;

/** An object, and the name of the field that holds it. */
export interface Placed {
	fields: Fields;
	place: string;
}

const isUndoing = (word: string): boolean => UNDOING.test(letters(word));

/** Of the names of fields that something stood within, those that are words for such money: `{"refund":{…}}`. */
export const undoingPlaces = (at: string[]): string[] =>
	at.filter((name) => isUndoing(name) && !/^return/i.test(name));

const text = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');

/** Nothing, no, none and 0 say that there is no such money. */
export const isYes = (value: unknown): boolean =>
	isGiven(value) &&
	amountOf(text(value)) !== 0 &&
	!/^(?:false|no|none|null|n\/a|[-\s0.,[\]{}"]*)$/i.test(text(value));

const shown = (value: unknown): string => {
	const told = text(value).slice(0, 40);
	return typeof value === 'string' ? `'${told}'` : told;
};

/** A bank's code may say that nothing came back. */
const isGoodCode = (code: string): boolean =>
	OF_SENDING.test(letters(code)) || /^(?:2\d\d|approved)$/i.test(code);

/** The names among `fields` of those that stand beside such money only, where they say yes. */
export const ofUndoing = (fields: Fields): string[] =>
	Object.keys(fields).filter(
		(key) =>
			OF_UNDOING.test(letters(key)) &&
			isYes(fields[key]) &&
			!(/code$/i.test(key) && isGoodCode(text(fields[key]))),
	);

/** The names of what says that money went back or never came, among the fields of an object in the field `place`. */
function undoing({ fields, place }: Placed, claim = ''): string[] {
	const ofKinds = [...writings(fields, kindsAt(place))].flatMap(([name, [key]]) =>
		name !== claim && typeof fields[key] === 'string' && isUndoing(fields[key]) ? [key] : [],
	);
	return [...new Set([...ofKinds, ...ofUndoing(fields)])];
}

/** Is an object in the field `place` about the whole call, or the movement of money? */
export const isTelling = (fields: Fields, place: string): boolean =>
	HEAD.test(letters(place)) || isMoneys(fields, place);

/** The objects within one that are; of several in a list the last may be another than the first. */
const tellingIn = ({ fields }: Placed): Placed[] =>
	Object.entries(fields).flatMap(([place, member]) => {
		const [only, ...others]: unknown[] = [member].flat();
		return isFields(only) && !others.length && isTelling(only, place) ? [{ fields: only, place }] : [];
	});

/** The names among the fields around a notice of a status that is not what it claims. */
function otherStatuses(fields: Fields, event: NoticeEvent, claimed: string): string[] {
	return [...writings(fields, statuses).values()].flatMap(([key]) => {
		const status = fields[key];
		if (typeof status !== 'string' || OF_SENDING.test(letters(status))) return [];
		const isSame = letters(status) === letters(claimed);
		return isSame || (event === 'quote.approval' && bearsOut(status, claimed)) ? [] : [key];
	});
}

/**
 * Sentences about what a notice's own fields, or the objects around it, say against its status or result: a payment that was
 * refunded looks paid by itself. It stood in the fields `at`.
 */
export function contradictions(own: Fields, event: NoticeEvent, around: Placed[], at: string[]): string[] {
	const claim = claims[event];
	const claimed = typeof own[claim] === 'string' ? own[claim] : '';
	if (isUndoing(claimed)) return [];
	const says = claimed.trim() ? `${claim} says ${shown(claimed)}` : `${claim} says nothing`;
	const told = ({ fields }: Placed, where: string, keys: string[]) =>
		keys.map((key) => `${says}, but ${key.slice(0, 40)}${where} says ${shown(fields[key])}`);
	const itself = { fields: own, place: at.at(-1) ?? '' };
	const envelope = ' in the envelope';
	return [
		...new Set([
			...told(itself, '', undoing(itself, claim)),
			...tellingIn(itself).flatMap((each) => told(each, ` in '${each.place.slice(0, 40)}'`, undoing(each))),
			...undoingPlaces(at).map((name) => `${says}, but the notice stood in '${name.slice(0, 40)}'`),
			...around.flatMap((each) => {
				const keys = [...undoing(each), ...otherStatuses(each.fields, event, claimed)];
				return told(each, envelope, [...new Set(keys)]);
			}),
			...around.flatMap(tellingIn).flatMap((each) => told(each, envelope, undoing(each))),
		]),
	];
}
