import { canonicalJson } from './digest';
import { idNames, idOf, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, type Fields } from './names';
import { events, said, without, withId, type Arrival, type Found, type Namer } from './record';

// A customer may pay several invoices at once, and nobody has seen how BlueTape tells that.

const idsWithin = {
	'invoice.payment': ['invoiceId', 'id'],
	'quote.approval': ['quoteId', 'id'],
} as const;
const places = {
	'invoice.payment': ['invoiceId', 'invoiceIds', 'invoice', 'invoices'],
	'quote.approval': ['quoteId', 'quoteIds', 'quote', 'quotes'],
} as const;
const number = ['invoiceNumber'];

/** Characters that may be written more than once, when several notices stand in one body. */
const MOST_REPEATED = 1_000_000;

/** Would it be too much to put this beside each of so many notices? */
export const isTooMuch = (beside: Fields, count: number): boolean =>
	count > 1 && (canonicalJson(beside) ?? '').length * count > MOST_REPEATED;

/** The id of one record in a list: `"INV-7"`, or `{ "id": "INV-7" }`. */
function idWithin(entry: unknown, event: NoticeEvent): string | undefined {
	if (!isFields(entry)) return idOf(entry);
	const values = valuesOf(entry, idsWithin[event]);
	return idOf(values[idNames[event]]) ?? idOf(values.id);
}

/** The notices of this event, one for each record that one field names. */
function listed(fields: Fields, event: NoticeEvent): Found[] {
	const idName = idNames[event];
	for (const [place, value] of Object.entries(valuesOf(fields, places[event]))) {
		const entries = [value].flat().filter(isGiven);
		const named = entries.map((entry) => ({ entry, id: idWithin(entry, event) }));
		if (!named.length || named.some(({ id }) => id === undefined)) continue;
		const from = `${idName} was read from '${place}'`;
		const ofAll = `The notice names ${named.length} records: what stands beside them is told for all together`;
		const beside = without(fields, place);
		const large = isTooMuch(beside, named.length);
		return named.map(({ entry, id }, at) => {
			const rest = large && at > 0 ? {} : beside;
			const isApart = isFields(entry) && said(entry, event) > 0;
			return isApart
				? { fields: withId(entry, idName, id), envelope: rest, problems: [from], event }
				: { fields: withId(rest, idName, id), problems: named.length > 1 ? [from, ofAll] : [from], event };
		});
	}
	return [];
}

/** Notices that name several records, or one within an object or a list. */
export const bySeveral =
	({ address }: Arrival): Namer =>
	(fields) => {
		const all = events.map((event) => listed(fields, event)).filter((found) => found.length);
		const saying = all.filter(([first]) => said(first.fields, first.event!));
		return saying[0] ?? all.find(([{ event }]) => event === address) ?? all[0] ?? [];
	};

/** A payment that names its invoice only by the number that people read; it has to hold a documented field beside it. */
export const byNumber: Namer = (fields) => {
	const event = 'invoice.payment';
	const { invoiceNumber } = valuesOf(fields, number);
	if (idOf(invoiceNumber) === undefined || !said(fields, event)) return [];
	const problems = ["invoiceId was read from 'invoiceNumber': it may be another than the ID in BlueTape"];
	return [{ fields: withId(fields, 'invoiceId', invoiceNumber), problems, event }];
};
