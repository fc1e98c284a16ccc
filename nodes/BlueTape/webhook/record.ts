import { documented, idNames, idOf, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';

/** A notice as it stood in a body. */
export interface Found {
	fields: Fields;
	/** What stood beside it, where it was wrapped in something. */
	envelope?: Fields;
	problems: string[];
	/** Which notice it is, where the way to its record tells. */
	event?: NoticeEvent;
}

/** Where notices are looked for, and what tells their event where they do not. */
export interface Arrival {
	/** The event of the address that the body came to. */
	address?: NoticeEvent;
	/** What stood behind the address: `?invoiceId=INV-7`. */
	query?: Fields;
}

/** Finds the notices that an object is: none when it names no record in this way, several when it names several records. */
export type Namer = (fields: Fields) => Found[];

export const events = Object.keys(documented) as NoticeEvent[];
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

/** How many fields of each notice are given that the other one does not have, the id among them. */
function told(fields: Fields): Record<NoticeEvent, number> {
	const values = valuesOf(fields, allTelling);
	const [approval, payment] = telling.map((own) => own.filter((name) => isGiven(values[name])).length);
	return { 'quote.approval': approval, 'invoice.payment': payment };
}

/** The notice that these fields make; by the address only where they could be either. */
export function eventByKeys(fields: Fields, address: NoticeEvent | undefined): NoticeEvent {
	const { 'quote.approval': approval, 'invoice.payment': payment } = told(fields);
	if (approval === payment && address) return address;
	return approval > payment ? 'quote.approval' : 'invoice.payment';
}

/** How many documented fields of a notice are given, besides the record's id. */
export function said(fields: Fields, event: NoticeEvent): number {
	return Object.values(valuesOf(fields, besidesId[event])).filter(isGiven).length;
}

/** `fields` without the one that is called so in whatever writing. */
export function without(fields: Fields, name: string): Fields {
	const keys = writings(fields, [name]).get(name) ?? [];
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

export const withId = (fields: Fields, idName: string, id: unknown): Fields => ({
	[idName]: id,
	...without(fields, idName),
});

/** The notice of this event, named by `invoice: 7` or `invoice: { id: 7 }`. */
function byMember(fields: Fields, event: NoticeEvent): Found | undefined {
	const idName = idNames[event];
	const record = idName.slice(0, -2);
	const { [record]: member } = valuesOf(fields, records);
	const within = isFields(member) ? valuesOf(member, idsWithin[event]) : { id: member };
	const own = isGiven(within[idName]) ? within[idName] : within.id;
	if (idOf(own) === undefined) return undefined;
	const problems = [`${idName} was read from '${record}'`];
	const rest = without(fields, record);
	const inside = isFields(member) && (said(member, event) || !said(rest, event));
	if (inside) return { fields: withId(member, idName, own), envelope: rest, problems, event };
	return said(rest, event) ? { fields: withId(fields, idName, own), problems, event } : undefined;
}

/** Notices that name their records by `invoice` and `quote`: those that say something, else the one that is there. */
function byRecord(fields: Fields, { address }: Arrival): Found[] {
	const order = address === 'quote.approval' ? events : [...events].reverse();
	const found = order.map((event) => byMember(fields, event)).filter((each) => each !== undefined);
	const saying = found.filter((each) => said(each.fields, each.event!));
	return saying.length ? saying : found.slice(0, 1);
}

/** Notices that name their record as documented, or nearly so. What is an approval and a payment at once is both. */
export const byName =
	(arrival: Arrival): Namer =>
	(fields) => {
		const given = Object.values(valuesOf(fields, ids)).filter((id) => idOf(id) !== undefined);
		if (!given.length) return byRecord(fields, arrival);
		const isBoth = given.length > 1 && Object.values(told(fields)).every((count) => count > 1);
		if (!isBoth) return [{ fields, problems: [] }];
		const problems = ['The notice tells of an invoice and of a quote: it counts as one of each'];
		return events.map((event) => ({ fields, problems, event }));
	};

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
		if (!anyway && !said(fields, event)) return [];
		return [
			{ fields: withId(fields, idName, id), problems: [`${idName} was read from the address's query`] },
		];
	};
}

/** A notice that calls its record's id just `id`. That may be any id, so it has to hold a documented field beside it. */
export function byPlainId({ address }: Arrival): Namer {
	return (given) => {
		// JSON:API has the id beside an object with the other fields.
		const { id, attributes } = valuesOf(given, plainly);
		if (idOf(id) === undefined) return [];
		const isApart = isFields(attributes) && !isGiven(valuesOf(attributes, plainly).id);
		const fields = isApart ? { ...without(given, 'attributes'), ...attributes, id } : given;
		const event = eventByKeys(fields, address);
		if (!said(fields, event)) return [];
		const idName = idNames[event];
		return [{ fields: withId(fields, idName, id), problems: [`${idName} was read from 'id'`] }];
	};
}
