import { documented, idNames, understood, type NoticeEvent } from './fields';
import { marks } from './marks';
import { isFields, valuesOf, type Fields } from './names';
import { events, ids, isNamed, sayings, withId, type Found } from './record';

/**
 * What stands around a notice and tells it from another, object by object: documented fields in their documented types, and `marks`.
 * `envelope` is nested no deeper than `canonicalJson` allows; `place` is the name of the field that it stands in.
 */
export function* sayingsAround(
	envelope: unknown,
	event: NoticeEvent,
	place = '',
): Generator<Fields, undefined> {
	if (typeof envelope !== 'object' || envelope === null) return;
	if (isFields(envelope)) {
		const own = understood(sayings(envelope, event), documented[event]).value;
		const all = { ...marks(envelope, place), ...own };
		if (Object.keys(all).length) yield all;
	}
	for (const [name, member] of Object.entries(envelope))
		yield* sayingsAround(member, event, isFields(envelope) ? name : place);
}

/** The objects that stand around a notice, one within the other, without their members: the names of these are `at`. */
export const objectsAround = (envelope: unknown, [name, ...at]: string[] = []): Fields[] =>
	isFields(envelope) ? [envelope, ...(name === undefined ? [] : objectsAround(envelope[name], at))] : [];

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
 * invoice may stand in its `metadata`. Undefined where `inner` names none but theirs.
 */
export function withRecordOf(inner: Found, where: string, fields: Fields): Found | undefined {
	const lent = events.filter((event) => isNamed(inner.fields, event) && !isNamed(fields, event));
	const named = valuesOf(inner.fields, ids);
	const [own, its] = [fields, inner.fields].map(
		(each) => understood(sayings(each, PAYMENT), documented[PAYMENT]).value,
	);
	return lent.length
		? {
				fields: lent.reduce((all, event) => withId(all, idNames[event], named[idNames[event]]), fields),
				problems: [
					...lent.map((event) => `${idNames[event]} was read from '${where}'`),
					...otherAmounts(own, [its], `'${where}'`),
					...inner.problems,
				],
			}
		: undefined;
}
