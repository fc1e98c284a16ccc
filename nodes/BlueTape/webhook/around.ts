import { documented, idNames, idOf, understood, type NoticeEvent } from './fields';
import { isSendingStatus, marked, marks, type Around } from './marks';
import { isAttempt } from './money';
import { isFields, valuesOf, type Fields } from './names';
import { isFormer } from './newest';
import { events, ids, isNamed, sayings, withId, type Found } from './record';
import type { Placed } from './undone';

/**
 * What stands around a notice and tells it from another, object by object: documented fields in their documented types, and `marks`.
 * `envelope` is nested no deeper than `canonicalJson` allows; the notice stood `at` these fields within it.
 */
export function* sayingsAround(
	envelope: unknown,
	event: NoticeEvent,
	around: Around,
	[next, ...at]: string[] = [],
): Generator<Fields, undefined> {
	if (typeof envelope !== 'object' || envelope === null) return;
	if (!isFields(envelope)) {
		for (const member of Object.values(envelope)) yield* sayingsAround(member, event, around);
		return;
	}
	const own = understood(sayings(envelope, event), documented[event]).value;
	const beside = next === undefined ? envelope : { ...envelope, [next]: undefined };
	const told = marked(beside, around);
	const all: Fields = { ...marks(told), ...own };
	for (const name of ['status', 'state'])
		if (isSendingStatus(name, all[name], envelope, around)) delete all[name];
	if (Object.keys(all).length) yield all;
	for (const [place, member] of Object.entries(envelope)) {
		// The mark of an object is all that it says.
		if (told.has(place)) continue;
		const isAttempts = place !== next && (around.isAttempts || isAttempt(place));
		yield* sayingsAround(member, event, { ...around, place, isAttempts }, place === next ? at : []);
	}
}

/** The objects that stand around a notice, one within the other, without their members: the names of these are `at`. */
export const objectsAround = (fields: unknown, [name, ...at]: string[] = [], place = ''): Placed[] =>
	isFields(fields)
		? [{ fields, place }, ...(name === undefined ? [] : objectsAround(fields[name], at, name))]
		: [];

/** The event that tells amounts. */
const PAYMENT = 'invoice.payment';

/** Sentences about amounts that stand around a notice and are not its own. */
export function otherAmounts(own: Fields, around: Fields[], where = 'the envelope'): string[] {
	const amounts = around
		.flatMap((each) => Object.entries(each))
		.filter(([name, value]) => typeof value === 'number' && name !== 'status');
	const names = amounts.filter(([name, value]) => value !== own[name]).map(([name]) => name);
	return [...new Set(names)].map((name) => `${name} stands in ${where}, with another value`);
}

/**
 * The notice that `fields` are when their record is the one that the notice `inner` within them names, at `where`, as a payment's
 * invoice may stand in its `metadata`; or that of their own `id`, where this counts before. Undefined where `inner` names none but theirs.
 */
export function withRecordOf(
	inner: Found,
	where: string,
	fields: Fields,
	ownId?: unknown,
): Found | undefined {
	const lent = events.filter((event) => isNamed(inner.fields, event) && !isNamed(fields, event));
	const named = valuesOf(inner.fields, ids);
	const [own, its] = [fields, inner.fields].map(
		(each) => understood(sayings(each, PAYMENT), documented[PAYMENT]).value,
	);
	if (!lent.length) return undefined;
	const isFormers = ownId !== undefined && !inner.isByNumber && inner.at?.some(isFormer);
	const others = lent.filter((event) => isFormers && idOf(named[idNames[event]]) !== idOf(ownId));
	const idAt = (event: NoticeEvent): unknown => ownId ?? named[idNames[event]];
	return {
		fields: lent.reduce((all, event) => withId(all, idNames[event], idAt(event)), fields),
		problems: [
			...lent.map((event) => `${idNames[event]} was read from '${ownId === undefined ? where : 'id'}'`),
			...others.map((event) => `'${where}' names another ${event.split('.')[0]}`),
			...otherAmounts(own, [its], `'${where}'`),
			...(ownId === undefined ? inner.problems : []),
		],
	};
}
