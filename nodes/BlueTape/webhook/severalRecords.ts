import { canonicalJson } from './digest';
import { idNames, idOf, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';
import {
	events,
	namedEvents,
	onlyDocumented,
	said,
	without,
	withId,
	type Arrival,
	type Namer,
	type Told,
} from './record';

// A customer may pay several invoices at once, and nobody has seen how BlueTape tells that.

const idsWithin = {
	'invoice.payment': ['invoiceId', 'id'],
	'quote.approval': ['quoteId', 'id'],
} as const;
const places = {
	'invoice.payment': ['invoiceId', 'invoiceIds', 'invoice', 'invoices'],
	'quote.approval': ['quoteId', 'quoteIds', 'quote', 'quotes'],
} as const;
const allPlaces = Object.values(places).flat();
const number = ['invoiceNumber'];
const status = ['status'];

/** Characters that may be written more than once, when several notices stand in one body. */
const MOST_REPEATED = 1_000_000;

/**
 * What stands beside so many notices, for the one at each place. Where that is too much to be written so often, those after the first
 * get the documented fields alone.
 */
export function besideEach(beside: Fields, count: number): (at: number) => Fields {
	const isTooMuch = (fields: Fields) =>
		count > 1 && (canonicalJson(fields) ?? '').length * count > MOST_REPEATED;
	if (!isTooMuch(beside)) return () => beside;
	const few = onlyDocumented(beside);
	const rest = isTooMuch(few) ? {} : few;
	return (at) => (at > 0 ? rest : beside);
}

/** The id of one record in a list: `"INV-7"`, or `{ "id": "INV-7" }`. */
function idWithin(entry: unknown, event: NoticeEvent): string | undefined {
	if (!isFields(entry)) return idOf(entry);
	const values = valuesOf(entry, idsWithin[event]);
	return idOf(values[idNames[event]]) ?? idOf(values.id);
}

interface Entry {
	entry: unknown;
	id: string;
	/** Is the notice the record's own fields, and not those beside it? */
	isApart: boolean;
}

/**
 * The records that a field holds, each once unless it says something itself; none unless all are named. What one says beside less
 * than the fields around it is about the invoice; of several, each one's own amounts count.
 */
function recordsIn(value: unknown, beside: Fields, event: NoticeEvent): Entry[] {
	const entries = [value].flat().filter(isGiven);
	const enough = entries.length > 1 ? 1 : Math.max(1, said(beside, event));
	// What is a status to people is none of an approval's documented fields.
	const hasStatus = (entry: Fields, around: Fields) =>
		entries.length === 1 && !said(around, event) && isGiven(valuesOf(entry, status).status);
	const known = new Set<string>();
	const records: Entry[] = [];
	for (const entry of entries) {
		const id = idWithin(entry, event);
		if (id === undefined) return [];
		const isApart = isFields(entry) && (said(entry, event) >= enough || hasStatus(entry, beside));
		if (isApart || !known.has(id)) records.push({ entry, id, isApart });
		known.add(id);
	}
	return records;
}

/** The notices of this event, one for each record that the field `place` names. */
function listedAt(place: string, value: unknown, fields: Fields, event: NoticeEvent): Told[] {
	const idName = idNames[event];
	const beside = without(fields, place);
	const records = recordsIn(value, beside, event);
	const from = `${idName} was read from '${place}'`;
	const ofAll = `The notice names ${records.length} records: what stands beside them is told for all together`;
	const shared = besideEach(beside, records.length);
	return records.map(({ entry, id, isApart }, at) => {
		if (isApart)
			return { fields: withId(entry as Fields, idName, id), envelope: shared(at), problems: [from], event };
		if (records.length === 1) return { fields: withId(fields, idName, id), problems: [from], event };
		const all = { ...shared(at), ...(isFields(entry) && { [place]: entry }) };
		return { fields: withId(all, idName, id), problems: [from, ofAll], event };
	});
}

/** The notices of this event, one for each record that one field names: the first that says something, else the first. */
export function listed(fields: Fields, event: NoticeEvent): Told[] {
	const values = valuesOf(fields, places[event]);
	// In our order and not the body's, or its repeat in another order would be another notice.
	const found = places[event].map((place) =>
		isGiven(values[place]) ? listedAt(place, values[place], fields, event) : [],
	);
	const named = found.filter(({ length }) => length);
	return named.find(([first]) => said(first.fields, event)) ?? named[0] ?? [];
}

/** Is a field called like a record? An `id` within it is that record's. */
export const isPlace = (key: string): boolean => writings({ [key]: key }, allPlaces).size > 0;

/** Records that are named within a field that is called like them, though nothing is said of them. */
export const bySeveral =
	({ address }: Arrival): Namer =>
	(fields) => {
		const named = namedEvents(fields);
		const all = events.filter((event) => !named.includes(event)).map((event) => listed(fields, event));
		const found = all.filter(({ length }) => length);
		return found.find(([{ event }]) => event === address) ?? found[0] ?? [];
	};

/** A payment that names its invoice only by the number that people read; it has to hold a documented field beside it. */
export const byNumber: Namer = (fields) => {
	const event = 'invoice.payment';
	const { invoiceNumber } = valuesOf(fields, number);
	if (idOf(invoiceNumber) === undefined || !said(fields, event)) return [];
	const problems = ["invoiceId was read from 'invoiceNumber': it may be another than the ID in BlueTape"];
	return [{ fields: withId(fields, 'invoiceId', invoiceNumber), problems, event }];
};
