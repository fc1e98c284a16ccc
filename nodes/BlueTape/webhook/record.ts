import { documented, idNames, idOf, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';

/** A notice as it stood in a body. */
export interface Found {
	fields: Fields;
	/** What stood beside it, where it was wrapped in something. */
	envelope?: Fields;
	problems: string[];
}

/** Where notices are looked for, and what tells their event where they do not. */
export interface Arrival {
	/** The event of the address that the body came to. */
	address?: NoticeEvent;
	/** What stood behind the address: `?invoiceId=INV-7`. */
	query?: Fields;
}

/** Finds the notice that an object is; undefined when it names no record in this way. */
export type Namer = (fields: Fields) => Found | undefined;

const events = Object.keys(documented) as NoticeEvent[];
const namesOf = (event: NoticeEvent, ...but: string[]): string[] =>
	Object.keys(documented[event]).filter((name) => !but.includes(name));

// Lists of names stand here, once each: `names.ts` knows them again.
const ids = Object.values(idNames);
const records = ['invoice', 'quote'];
const plainly = ['id', 'attributes'];
const idsWithin = { 'invoice.payment': ['invoiceId', 'id'], 'quote.approval': ['quoteId', 'id'] };
const besidesId = {
	'invoice.payment': namesOf('invoice.payment', ...ids),
	'quote.approval': namesOf('quote.approval', ...ids),
};
/** What tells the notices apart: `status` might be in both. */
const telling = events.map((event) => namesOf(event, 'status'));
const allTelling = telling.flat();

/** The notice that these fields make; by the address only where they could be either. */
export function eventByKeys(fields: Fields, address: NoticeEvent | undefined): NoticeEvent {
	const values = valuesOf(fields, allTelling);
	const [approval, payment] = telling.map((own) => own.filter((name) => isGiven(values[name])).length);
	const lead = approval - payment;
	if (lead === 0 && address) return address;
	return lead > 0 ? 'quote.approval' : 'invoice.payment';
}

/** How many documented fields of a notice are given, besides the record's id. */
export function said(fields: Fields, event: NoticeEvent): number {
	return Object.values(valuesOf(fields, besidesId[event])).filter(isGiven).length;
}

/** `fields` without the one that is called so in whatever writing. */
function without(fields: Fields, name: string): Fields {
	const keys = writings(fields, [name]).get(name) ?? [];
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

const withId = (fields: Fields, idName: string, id: unknown): Fields => ({
	[idName]: id,
	...without(fields, idName),
});

/** A notice that names its record by `invoice: 7` or `invoice: { id: 7 }`. */
function byRecord(fields: Fields): Found | undefined {
	const members = valuesOf(fields, records);
	for (const [record, event] of [
		['invoice', 'invoice.payment'] as const,
		['quote', 'quote.approval'] as const,
	]) {
		const { [record]: member } = members;
		const idName = idNames[event];
		const within = isFields(member) ? valuesOf(member, idsWithin[event]) : { id: member };
		const own = isGiven(within[idName]) ? within[idName] : within.id;
		if (idOf(own) === undefined) continue;
		const problems = [`${idName} was read from '${record}'`];
		const rest = without(fields, record);
		const inside = isFields(member) && (said(member, event) || !said(rest, event));
		if (inside) return { fields: withId(member, idName, own), envelope: rest, problems };
		if (said(rest, event)) return { fields: withId(fields, idName, own), problems };
	}
	return undefined;
}

/** A notice that names its record as documented, or nearly so. */
export function byName(fields: Fields): Found | undefined {
	const given = Object.values(valuesOf(fields, ids));
	return given.some((id) => idOf(id) !== undefined) ? { fields, problems: [] } : byRecord(fields);
}

/** The event of which the query names the record; that of the address first. */
function eventOfQuery({ query = {}, address }: Arrival): NoticeEvent | undefined {
	const given = valuesOf(query, ids);
	const named = events.filter((event) => idOf(given[idNames[event]]) !== undefined);
	return named.find((event) => event === address) ?? named[0];
}

/** A notice whose record only the query names, if it names one. Without `anyway` it has to hold a documented field. */
export function byQuery(arrival: Arrival, anyway = false): Namer | undefined {
	const event = eventOfQuery(arrival);
	if (!event) return undefined;
	const idName = idNames[event];
	const { [idName]: id } = valuesOf(arrival.query!, ids);
	return (fields) => {
		if (!anyway && !said(fields, event)) return undefined;
		return { fields: withId(fields, idName, id), problems: [`${idName} was read from the address's query`] };
	};
}

/** A notice that calls its record's id just `id`. That may be any id, so it has to hold a documented field beside it. */
export function byPlainId({ address }: Arrival): Namer {
	return (given) => {
		// JSON:API has the id beside an object with the other fields.
		const { id, attributes } = valuesOf(given, plainly);
		if (idOf(id) === undefined) return undefined;
		const isApart = isFields(attributes) && !isGiven(valuesOf(attributes, plainly).id);
		const fields = isApart ? { ...without(given, 'attributes'), ...attributes, id } : given;
		const event = eventByKeys(fields, address);
		if (!said(fields, event)) return undefined;
		const idName = idNames[event];
		return { fields: withId(fields, idName, id), problems: [`${idName} was read from 'id'`] };
	};
}
