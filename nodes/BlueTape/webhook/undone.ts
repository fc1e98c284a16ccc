import { letters } from '../../shared/http/words';
import type { NoticeEvent } from './fields';
import { denying } from './denials';
import { countsAttempts, isMoneys } from './money';
import { isFields, writings, type Fields } from './names';
import { bearsOutPayment, lesser, progressesWithin, states, statuses, statusesOfPayment } from './progress';
import { isGoodStatus, isOfSending } from './sending';
import { bearsOut, plainWord } from './verify';
import { isUndoing, ofUndoing, textOf, undoingPlaces } from './wentBack';

/** Objects that tell of the whole call, beside what it is about. */
const HEAD = /^(?:event|meta|metadata|headers?|context|notification|message)$/;
/** Names of what says which kind of call it is, and how it went. */
const kinds = [
	...['type', 'kind', 'event', 'eventType', 'eventName', 'eventCode', 'action', 'topic', 'notificationType'],
	...['messageType', 'paymentType', 'paymentMethod', 'transactionType', 'object'],
	...['operation', 'operationType', ...statuses, ...states],
];
const kindsOfEvent = [...kinds, 'name'];
/** Those of an object in the field `place`: an `event` is called by its `name`. */
export const kindsAt = (place: string): string[] => (letters(place) === 'event' ? kindsOfEvent : kinds);

export const claims = { 'quote.approval': 'result', 'invoice.payment': 'status' } as const;

/** An object, and the name of the field that holds it. */
export interface Placed {
	fields: Fields;
	place: string;
}

const shown = (value: unknown): string => {
	const told = textOf(value).slice(0, 40);
	return typeof value === 'string' ? `'${told}'` : told;
};

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

const RECORD = /^invoices?$/;
/** What becomes of a payment that was made, in its own time. */
const AFTERWARDS = /^(?:payout|settlement|transfer)s?$/;

/** What the objects within one say against `claimed`; of several in a list the last may be another than the first. */
const saidIn = (
	{ fields }: Placed,
	event: NoticeEvent,
	claimed: string,
): Array<Placed & { keys: string[] }> =>
	Object.entries(fields).flatMap(([place, member]) => {
		const [only, ...others]: unknown[] = [member].flat();
		if (!isFields(only) || others.length) return [];
		const name = letters(place);
		const isInvoice = !isMoneys(only, place) && RECORD.test(name);
		const isOfPayment = isInvoice || (isMoneys(only, place) && !AFTERWARDS.test(name));
		const keys = [
			...(isTelling(only, place) ? undoing({ fields: only, place }) : []),
			...(isTelling(only, place) && !AFTERWARDS.test(name) ? denying(only, place, event, claimed) : []),
			...(event === 'invoice.payment' && isOfPayment
				? lesser(only, claimed, progressesWithin, isInvoice)
				: []),
		];
		return [{ fields: only, place, keys }];
	});

/** The names among the fields around a notice of a status that is not what it claims. */
const otherStatuses = (fields: Fields, event: NoticeEvent, claimed: string): string[] =>
	[...writings(fields, event === 'invoice.payment' ? statusesOfPayment : statuses).values()].flatMap(
		([key]) => {
			const status = textOf(fields[key]);
			if (!['string', 'number'].includes(typeof fields[key]) || isGoodStatus(status)) return [];
			if (plainWord(status) === plainWord(claimed)) return [];
			const isBorneOut =
				event === 'invoice.payment' ? bearsOutPayment(status, claimed, key) : bearsOut(status, claimed);
			return isBorneOut ? [] : [key];
		},
	);

/** Is this the `state` of a sending, by the count of its attempts beside it? A payment may have one, too. */
const isOfAttempts = (key: string, { fields, place }: Placed): boolean =>
	letters(key) === 'state' &&
	isOfSending(fields[key], 'state') &&
	!isMoneys(fields, place) &&
	countsAttempts(fields);

/**
 * Sentences about what a notice's own fields, or the objects around it, say against its status or result: a payment that was
 * refunded looks paid by itself. It stood in the fields `at`.
 */
export function contradictions(own: Fields, event: NoticeEvent, around: Placed[], at: string[]): string[] {
	const claim = claims[event];
	const claimed = typeof own[claim] === 'string' ? own[claim] : '';
	if (isUndoing(claimed)) return [];
	const isPayment = event === 'invoice.payment';
	const says = claimed.trim() ? `${claim} says ${shown(claimed)}` : `${claim} says nothing`;
	const told = ({ fields }: Placed, where: string, keys: string[]) =>
		keys.map((key) => `${says}, but ${key.slice(0, 40)}${where} says ${shown(fields[key])}`);
	const less = (fields: Fields) => (isPayment ? lesser(fields, claimed) : []);
	const isNegative = isPayment && typeof own.amount === 'number' && own.amount < 0;
	const itself = { fields: own, place: at.at(-1) ?? '' };
	const envelope = ' in the envelope';
	return [
		...new Set([
			...told(itself, '', [
				...undoing(itself, claim),
				...denying(own, itself.place, event, claimed),
				...less(own),
				...(isNegative ? ['amount'] : []),
			]),
			...saidIn(itself, event, claimed).flatMap((each) =>
				told(each, ` in '${each.place.slice(0, 40)}'`, each.keys),
			),
			...undoingPlaces(at).map((name) => `${says}, but the notice stood in '${name.slice(0, 40)}'`),
			...around.flatMap((each) => {
				const { fields } = each;
				return told(each, envelope, [
					...undoing(each),
					...denying(fields, each.place, event, claimed),
					...otherStatuses(fields, event, claimed),
					...less(fields).filter((key) => !isOfAttempts(key, each)),
				]);
			}),
			...around
				.flatMap((each) => saidIn(each, event, claimed))
				.flatMap((each) => told(each, envelope, each.keys)),
		]),
	];
}
