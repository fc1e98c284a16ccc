import { idNames, idOf, idText, type NoticeEvent } from './fields';
import { isMoneys } from './money';
import { isFields, isGiven, valuesOf, type Fields } from './names';
import {
	eventByKeys,
	events,
	ids,
	isCalls,
	isNamed,
	namedEvents,
	plainly,
	said,
	tells,
	withId,
	type Arrival,
	type Found,
	type Namer,
	type Told,
} from './record';
import { byOtherName } from './otherName';
import { numberNames } from './recordNames';
import { flat } from './resource';
import { listed } from './severalRecords';

const BOTH = 'The notice tells of an invoice and of a quote: it counts as one of each';
/** A notice whose record is named as documented, but by a text such as `null`, unless it has another name. */
function byNoId(arrival: Arrival, fields: Fields, isPayments: boolean): Found[] {
	const given = valuesOf(fields, ids);
	const named = events.filter((event) => idText(given[idNames[event]]) !== undefined);
	if (!named.length) return [];
	const others = byOtherName(arrival)(fields, isPayments);
	const event = eventByKeys(fields, arrival.address);
	return others.length ? others : [{ fields, problems: [], event: named.includes(event) ? event : named[0] }];
}

/**
 * A notice whose documented ID is the other event's, of which nothing certain is said, while its own record has another name or but an
 * `id`: an invoice's payment may name the quote, too.
 */
function byLesser(arrival: Arrival, fields: Fields, isPayments: boolean): Found[] | undefined {
	const named = namedEvents(fields);
	const event = [eventByKeys(fields, arrival.address), arrival.address].find(
		(one) => one && !named.includes(one),
	);
	if (!event || !named.length || !said(fields, event) || named.some((one) => tells(fields, one)))
		return undefined;
	return [
		byOtherName(arrival),
		...(isPayments || isMoneys(fields) || isCalls(fields) ? [] : [byPlainId(arrival)]),
		byOtherName(arrival, numberNames),
	]
		.map((name) => name(fields, isPayments).filter((one) => isNamed(one.fields, event)))
		.find((found) => found.length)
		?.map((one) => ({ ...one, event }));
}

/**
 * Notices that name their record as documented, or within a field that is called like it. An id that says nothing gives way to another
 * record that says something. What is an approval and a payment at once is both.
 */
export const byName =
	(arrival: Arrival): Namer =>
	(fields, isPayments) => {
		const { address } = arrival;
		const named = namedEvents(fields);
		const found = events
			.map((event): Told[] =>
				named.includes(event) ? [{ fields, problems: [], event }] : listed(fields, event),
			)
			.filter(({ length }) => length);
		if (!found.length) return byNoId(arrival, fields, isPayments);
		// What stands in a record of its own tells nothing of those outside of it.
		const outside = found.filter(([first]) => !first.envelope && tells(first.fields, first.event));
		if (outside.length === events.length)
			return outside.flat().map((each) => ({ ...each, problems: [BOTH, ...each.problems] }));
		const own: Found[] = named.length ? [{ fields, problems: [] }] : [];
		const event = eventByKeys(fields, address);
		if (named.includes(event) && said(fields, event)) return own;
		const others = found.filter(([first]) => !named.includes(first.event));
		const sure = others.filter(([first]) => tells(first.fields, first.event));
		if (sure.length) return sure.flat();
		const isMeant = (other: Told) => (own.length ? other.event === address : said(other.fields, other.event));
		const meant = others.filter(([first]) => isMeant(first));
		return (
			meant.find(([first]) => first.event === address) ??
			meant[0] ??
			byLesser(arrival, fields, isPayments) ??
			own
		);
	};

/** The event of which the query names the record; that of the address first. */
function eventOfQuery({ query = {}, address }: Arrival): NoticeEvent | undefined {
	const named = namedEvents(query);
	return named.find((event) => event === address) ?? named[0];
}

/** A notice whose record only the query names, if it names one. Without `anyway` it has to hold a documented field. */
export function byQuery(arrival: Arrival, anyway = false): Namer | undefined {
	const event = eventOfQuery(arrival);
	if (!event) return undefined;
	const idName = idNames[event];
	const { [idName]: id } = valuesOf(arrival.query!, ids);
	return (fields) => {
		if (!anyway && !said(fields, event)) return [];
		return [
			{ fields: withId(fields, idName, id), problems: [`${idName} was read from the address's query`] },
		];
	};
}

/**
 * A notice that calls its record's id just `id`. That may be any id, so it has to hold a documented field beside it, or at least a
 * `status`, which a quote has as well.
 */
export function byPlainId({ address }: Arrival, withStatus = false): Namer {
	return (given) => {
		// JSON:API has the id beside an object with the other fields.
		const { id, attributes } = valuesOf(given, plainly);
		if (idOf(id) === undefined) return [];
		const isApart = isFields(attributes) && !isGiven(valuesOf(attributes, plainly).id);
		const fields: Fields = isApart ? { ...flat(given), id } : given;
		const event = eventByKeys(fields, address);
		const isSaid = said(fields, event) || (withStatus && isGiven(valuesOf(fields, plainly).status));
		if (!isSaid) return [];
		const idName = idNames[event];
		return [{ fields: withId(fields, idName, id), problems: [`${idName} was read from 'id'`] }];
	};
}
