import { letters } from '../../shared/http/words';
import type { NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';
import { bearsOut } from './verify';

/** Words for money that went back, or never came; a reverse charge or reverse factoring is another thing. */
const UNDOING =
	/refund|revers(?!e?charge|efactoring)|void|chargeback|dispute|fail|cancel|declin|return(?!ing)|reject/;

/** Fields that stand beside such money only: `refundAmount`, `isVoided`, `failureReason`. */
const OF_UNDOING =
	/^(?:is|was)?(?:(?:refunds?|refunded|reversal|reversed|void|voided|chargeback|disputed?|cancell?ed)(?:amount|id|at|on|date|reason)?|fail(?:ed|ure)(?:at|on|date|reason|code|message))$/;

/** Words for a sending that may be one of several. */
export const SENDING = '(?:re)?sen[dt]|resending|retry|retries|retried|retrying|redeliver(?:y|ed|ing)?';
const STATUS_OF_SENDING = new RegExp(`^(?:${SENDING}|delivered|received|new)$`);
/** What senders say of their own sending, and not of the money. */
const OF_SENDING = new RegExp(
	`^(?:${SENDING}|delivered|received|new|ok(?:ay)?|true|success(?:ful|fully)?|succeeded|completed?|done|processed|accepted|active)?$`,
);

/** Does a status say no more than how often a notice was sent? An invoice may be `completed` by the second of two equal payments. */
export const isOfSending = (status: unknown): boolean =>
	typeof status === 'string' && STATUS_OF_SENDING.test(letters(status));

/** Objects that tell of the whole call, beside what it is about. */
const heads = ['event', 'meta', 'metadata', 'header', 'headers', 'context', 'notification', 'message'];
/** Names of what says which kind of call it is, and how it went. */
export const kinds = [
	...['type', 'kind', 'event', 'eventType', 'eventName', 'eventCode', 'action', 'topic', 'notificationType'],
	...['messageType', 'paymentType', 'transactionType', 'status', 'paymentStatus', 'transactionStatus'],
];
const statuses = ['status', 'paymentStatus', 'transactionStatus'];
export const claims = { 'quote.approval': 'result', 'invoice.payment': 'status' } as const;

const isUndoing = (word: string): boolean => UNDOING.test(letters(word));

/** Of the names of fields that something stood within, those that are words for such money: `{"refund":{…}}`. */
export const undoingPlaces = (at: string[]): string[] =>
	at.filter((name) => isUndoing(name) && !/^return/i.test(name));

const text = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');

/** Nothing, no, none and 0 say that there is no such money. */
const isYes = (value: unknown): boolean =>
	isGiven(value) && !/^(?:false|no|none|-?0+(?:\.0*)?|\[\]|\{\}|"")$/i.test(text(value));

const shown = (value: unknown): string => {
	const told = text(value).slice(0, 40);
	return typeof value === 'string' ? `'${told}'` : told;
};

/** The names among `fields` of those that stand beside such money only, where they say yes. */
export const ofUndoing = (fields: Fields): string[] =>
	Object.keys(fields).filter((key) => OF_UNDOING.test(letters(key)) && isYes(fields[key]));

/** The names among `fields` of what says that money went back or never came. */
function undoing(fields: Fields, claim: string): string[] {
	const ofKinds = [...writings(fields, kinds)].flatMap(([name, [key]]) =>
		name !== claim && typeof fields[key] === 'string' && isUndoing(fields[key]) ? [key] : [],
	);
	return [...new Set([...ofKinds, ...ofUndoing(fields)])];
}

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
export function contradictions(own: Fields, event: NoticeEvent, around: Fields[], at: string[]): string[] {
	const claim = claims[event];
	const claimed = typeof own[claim] === 'string' ? own[claim] : '';
	if (isUndoing(claimed)) return [];
	const inHeads = around.flatMap((each) => Object.values(valuesOf(each, heads)).filter(isFields));
	const says = claimed.trim() ? `${claim} says ${shown(claimed)}` : `${claim} says nothing`;
	const told = (fields: Fields, where: string, keys: string[]) =>
		keys.map((key) => `${says}, but ${key.slice(0, 40)}${where} says ${shown(fields[key])}`);
	return [
		...new Set([
			...told(own, '', undoing(own, claim)),
			...undoingPlaces(at).map((name) => `${says}, but the notice stood in '${name.slice(0, 40)}'`),
			...[...around, ...inHeads].flatMap((each) => {
				const keys = [
					...undoing(each, ''),
					...(around.includes(each) ? otherStatuses(each, event, claimed) : []),
				];
				return told(each, ' in the envelope', [...new Set(keys)]);
			}),
		]),
	];
}

const BEFORE = /^(?:before|previous|prev|prior|old|original)(.*)$/;
const AFTER = /^(?:after|current|new|updated|latest|refund|reversal|chargeback|void|dispute)(.*)$/;

/** Does one field hold how a record was before what the other holds: `before` and `after`, `oldPayment` and `newPayment`? */
export function isBefore(older: string, newer: string): boolean {
	const [before, after] = [BEFORE.exec(letters(older))?.[1], AFTER.exec(letters(newer))?.[1]];
	return before !== undefined && after !== undefined && (before === after || !before || !after);
}
