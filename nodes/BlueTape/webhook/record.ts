import { documented, idNames, idOf, type NoticeEvent } from './fields';
import { isGiven, valuesOf, writings, type Fields } from './names';

/** A notice as it stood in a body. */
export interface Found {
	fields: Fields;
	/** What stood beside it, where it was wrapped in something. */
	envelope?: Fields;
	/** The names of the fields that it stood within, the outermost first. */
	at?: string[];
	problems: string[];
	/** Is its record named by a number or a name only, which may be another's? */
	isByNumber?: boolean;
	/** Which notice it is, where the way to its record tells. */
	event?: NoticeEvent;
}

/** A notice of which the way to its record has told the event. */
export interface Told extends Found {
	event: NoticeEvent;
}

/** Where notices are looked for, and what tells their event where they do not. */
export interface Arrival {
	/** The event of the address that the body came to. */
	address?: NoticeEvent;
	/** What stood behind the address: `?invoiceId=INV-7`. */
	query?: Fields;
}

/**
 * Finds the notices that an object is: none when it names no record in this way, several when it names several records. `isPayments`: is
 * it called a payment by what it stands in?
 */
export type Namer = (fields: Fields, isPayments: boolean) => Found[];

export const events = Object.keys(documented) as NoticeEvent[];
const namesOf = (event: NoticeEvent, ...but: string[]): string[] =>
	Object.keys(documented[event]).filter((name) => !but.includes(name));

// Lists of names stand here, once each: `names.ts` knows them again.
/** What any object may have. */
export const plainly = ['id', 'status', 'attributes'];
export const ids: string[] = Object.values(idNames);
const besidesId = {
	'invoice.payment': namesOf('invoice.payment', ...ids),
	'quote.approval': namesOf('quote.approval', ...ids),
};
/** What tells the notices apart: `status` might be in both. */
const telling = events.map((event) => namesOf(event, 'status'));
/** What no other record's notice has; how much credit is left may stand beside a payment, too. */
const certain = {
	'invoice.payment': namesOf('invoice.payment', 'status', ...ids),
	'quote.approval': ['result'],
};
const ofCall = ['id', 'type', 'event', 'eventType'];
const all = [...new Set(events.flatMap((event) => namesOf(event)))];

const hasAny = (fields: Fields, names: readonly string[]): boolean =>
	Object.values(valuesOf(fields, names)).some(isGiven);

/** The events whose record is named as documented. */
export function namedEvents(fields: Fields): NoticeEvent[] {
	const given = valuesOf(fields, ids);
	return events.filter((event) => idOf(given[idNames[event]]) !== undefined);
}

export const isNamed = (fields: Fields, event: NoticeEvent): boolean => namedEvents(fields).includes(event);

/** Is this a notice of that event beyond doubt: the record named as documented, and what only this event tells of it? */
export const tells = (fields: Fields, event: NoticeEvent): boolean =>
	isNamed(fields, event) && hasAny(fields, certain[event]);

/** The notice that these fields make: the one that they tell, else the one that they hold more of; by the address where that is none. */
export function eventByKeys(fields: Fields, address: NoticeEvent | undefined): NoticeEvent {
	// Looked for once: a body may hold very many fields.
	const values = valuesOf(fields, all);
	const [told, other] = events.filter((event) => tells(values, event));
	if (told && !other) return told;
	const [approval, payment] = telling.map((own) => own.filter((name) => isGiven(values[name])).length);
	if (approval === payment && address) return address;
	return approval > payment ? 'quote.approval' : 'invoice.payment';
}

/** The notice that fields are in the end: where the only record that they name is the address's, the address tells. */
export function eventAt(fields: Fields, address: NoticeEvent | undefined): NoticeEvent {
	const [named, other] = namedEvents(fields);
	return named && named === address && !other ? address : eventByKeys(fields, address);
}

/** The documented fields of a notice that are given, besides the record's id, by their documented names. */
export const sayings = (fields: Fields, event: NoticeEvent): Fields =>
	Object.fromEntries(
		Object.entries(valuesOf(fields, besidesId[event])).filter(([, value]) => isGiven(value)),
	);

/** How many they are. */
export const said = (fields: Fields, event: NoticeEvent): number =>
	Object.keys(sayings(fields, event)).length;

/** `fields` without the one that is called so in whatever writing. */
export function without(fields: Fields, name: string): Fields {
	const keys = writings(fields, [name]).get(name) ?? [];
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

/** Is the `id` of fields rather that of the call, as in `{"id":"evt_9","type":"invoice.paid"}`? */
export function isCalls(fields: Fields): boolean {
	const { id, ...kinds } = valuesOf(fields, ofCall);
	const isDotted = (kind: unknown) => typeof kind === 'string' && /\w\.\w/.test(kind);
	return /^(?:evt|event)/i.test(idOf(id) ?? '') || Object.values(kinds).some(isDotted);
}

/** The documented ones among `fields`, of either notice, as they are written. */
export function onlyDocumented(fields: Fields): Fields {
	const keys = [...writings(fields, all).values()].flat();
	return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}

export const withId = (fields: Fields, idName: string, id: unknown): Fields => ({
	[idName]: id,
	...without(fields, idName),
});
