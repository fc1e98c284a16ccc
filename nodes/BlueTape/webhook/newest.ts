import { letters } from '../../shared/http/words';
import { idOf } from './fields';
import { isMoney } from './money';
import { isFields, isGiven, valuesOf, writings } from './names';
import { ids, type Found } from './record';
import { isOfUndoing, isYes, isYesStatus, ofUndoing, WENT_BACK } from './wentBack';

const BEFORE = /^(?:before|previous|prev|prior|old|original)(.*)$/;
const AFTER = new RegExp(`^(?:after|current|new|updated|latest|${WENT_BACK})(.*)$`);
const told = ['amount', 'status'];
const paymentIds = ['id', 'paymentId'];
const paymentsOfRefund = ['paymentId', 'originalPaymentId'];
/** What tells of a payment that was made, and not of another one that failed. */
const OF_REFUND = /^(refund|revers|void|charge(?=d?back)|dispute|returned)/;

/**
 * Did something go back, by a section that begins with `word`? One that says nothing, or no, stands beside many a payment: `refundedAmount` 0
 * in a `refund`. That this has not failed, or has no reason, says nothing.
 */
function wentBack({ fields }: Found, word: string): boolean {
	const { amount, status } = valuesOf(fields, told);
	if (isGiven(amount)) return isYes(amount);
	if (ofUndoing(fields).length) return true;
	if (isGiven(status)) return isYesStatus(status);
	const isNo = (key: string) => letters(key).includes(word) && !/(?:code|reason|message)$/i.test(key);
	if (Object.keys(fields).some((key) => isOfUndoing(key) && isNo(key))) return false;
	const recordIds = [...writings(fields, ids).values()].flat();
	return Object.entries(fields).some(([name, value]) => !recordIds.includes(name) && isYes(value));
}

/** The IDs that a payment, or the refund of one, has in fields of these names. */
const idsIn = ([one]: Found[], names: readonly string[]): string[] =>
	one ? Object.values(valuesOf(one.fields, names)).flatMap((id) => idOf(id) ?? []) : [];

/** Each notice tells of them. */
const MOST_TOLD = 20;

/** Does a field of this name hold how a record was before: `previous`, `oldPayment`? */
export const isFormer = (key: string): boolean => BEFORE.test(letters(key));

/** A member of an object, and the notices within it. */
export interface Member<One extends Found> {
	key: string;
	member: unknown;
	found: Array<One & { isOneOf?: boolean }>;
}

/** The record that the only notice in a member is about. */
function recordOf({ found: [only, ...others] }: Member<Found>): string | undefined {
	if (!only || only.isOneOf || others.length) return undefined;
	const values = valuesOf(only.fields, ids);
	return ids.map((name) => idOf(values[name])).join('\n');
}

/**
 * The members whose key is of what was before another one's: `before` and `after`, `oldPayment` and `newPayment`, or a payment beside what
 * became of it. Each key is looked at once, for a body may hold very many.
 */
function olderOf<One extends Found>(members: Array<Member<One>>): Array<Member<One>> {
	const newer = members.flatMap((each) => {
		const [, rest] = ((each.found.length || isFields(each.member)) && AFTER.exec(letters(each.key))) || [];
		return rest === undefined ? [] : [{ each, rest }];
	});
	const rests = new Set(newer.map(({ rest }) => rest));
	/** By the record, the IDs of the payments of which something went back; none where the refund does not tell. */
	const undone = new Map<string | undefined, Set<string | undefined>>();
	for (const { each } of newer) {
		const word = OF_REFUND.exec(letters(each.key))?.[1];
		if (word === undefined || !each.found.some((one) => wentBack(one, word))) continue;
		const record = recordOf(each);
		const payments = undone.get(record) ?? new Set();
		const named = idsIn(each.found, paymentsOfRefund);
		for (const id of named.length ? named : [undefined]) payments.add(id);
		undone.set(record, payments);
	}
	return members.filter((each) => {
		const rest = BEFORE.exec(letters(each.key))?.[1];
		if (rest !== undefined) return rests.has(rest) || rests.has('') || (!rest && rests.size > 0);
		const record = isMoney(each.key) && !OF_REFUND.test(letters(each.key)) ? recordOf(each) : undefined;
		const payments = record === undefined ? undefined : undone.get(record);
		const own: Array<string | undefined> = idsIn(each.found, paymentIds);
		return payments !== undefined && (!own.length || [undefined, ...own].some((id) => payments.has(id)));
	});
}

/** Of a record before and after a change, what was before is no notice of its own, unless it alone names the record. */
export function newestOnly<One extends Found>(members: Array<Member<One>>): Array<Member<One>> {
	const named = members.filter(({ found }) => found.length);
	const older = new Set(olderOf(members).filter(({ found }) => found.length));
	if (!older.size) return members;
	const told = [...older].slice(0, MOST_TOLD).map(({ key }) => `'${key.slice(0, 40)}' tells what was before`);
	const isLeft = older.size < named.length;
	return members.map((each) => {
		const found = each.found.map((one) => ({ ...one, problems: [...one.problems, ...told] }));
		return { ...each, found: isLeft && older.has(each) ? [] : found };
	});
}
