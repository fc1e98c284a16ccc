import { documented, idNames, understood, type NoticeEvent } from './fields';
import { isFields, valuesOf, type Fields } from './names';
import { events, ids, isNamed, sayings, withId, type Found } from './record';

/**
 * What the documented fields around a notice say, object by object, in their documented types. `envelope` is nested no deeper than
 * `canonicalJson` allows.
 */
export function* sayingsAround(envelope: unknown, event: NoticeEvent): Generator<Fields, undefined> {
	if (typeof envelope !== 'object' || envelope === null) return;
	const own = isFields(envelope) ? sayings(envelope, event) : {};
	if (Object.keys(own).length) yield understood(own, documented[event]).value;
	for (const member of Object.values(envelope)) yield* sayingsAround(member, event);
}

/** The event that tells amounts. */
const PAYMENT = 'invoice.payment';

/** Sentences about amounts that stand around a notice and are not its own. */
export function otherAmounts(own: Fields, around: Fields[], where = 'the envelope'): string[] {
	const amounts = around
		.flatMap((each) => Object.entries(each))
		.filter(([, value]) => typeof value === 'number');
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
