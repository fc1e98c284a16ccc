import { besideEach } from './besideEach';
import { idNames, idOf, idText, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';
import { events, namedEvents, said, without, withId, type Arrival, type Namer, type Told } from './record';
import { references, sureNames, type RecordNames } from './recordNames';

// A customer may pay several invoices at once, and nobody has seen how BlueTape tells that.

const allPlaces = Object.values(sureNames).flatMap(({ places }) => places);
const status = ['status'];

const MAY_BE_ANOTHER = ': it may be another than the ID in BlueTape';

/** The id of one record in a list: `"INV-7"`, or `{ "id": "INV-7" }`. */
function idWithin(entry: unknown, within: readonly string[]): string | undefined {
	if (!isFields(entry)) return idText(entry);
	const values = valuesOf(entry, within);
	const named = (by: typeof idOf) => within.map((name) => by(values[name])).find((id) => id !== undefined);
	return named(idOf) ?? named(idText);
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
function recordsIn(value: unknown, beside: Fields, event: NoticeEvent, within: readonly string[]): Entry[] {
	const entries = [value].flat().filter(isGiven);
	const enough = entries.length > 1 ? 1 : Math.max(1, said(beside, event));
	// What is a status to people is none of an approval's documented fields.
	const hasStatus = (entry: Fields, around: Fields) =>
		entries.length === 1 && !said(around, event) && isGiven(valuesOf(entry, status).status);
	const known = new Set<string>();
	const records: Entry[] = [];
	for (const entry of entries) {
		const id = idWithin(entry, within);
		if (id === undefined) return [];
		const isApart = isFields(entry) && (said(entry, event) >= enough || hasStatus(entry, beside));
		if (isApart || !known.has(id)) records.push({ entry, id, isApart });
		known.add(id);
	}
	return records;
}

/** The notices of this event, one for each record that the field `place` names. */
function listedAt(place: string, fields: Fields, event: NoticeEvent, names: RecordNames): Told[] {
	const idName = idNames[event];
	const { [place]: value } = valuesOf(fields, names[event].places);
	const beside = without(fields, place);
	const records = recordsIn(value, beside, event, names[event].within);
	const from = `${idName} was read from '${place}'${names === sureNames ? '' : MAY_BE_ANOTHER}`;
	const ofAll = `The notice names ${records.length} records: what stands beside them is told for all together`;
	const shared = besideEach(beside, records.length);
	const isByNumber = names !== sureNames && names !== references;
	return records.map(({ entry, id, isApart }, at) => {
		const told = { problems: [from], event, ...(isByNumber && { isByNumber }) };
		if (isApart) return { ...told, fields: withId(entry as Fields, idName, id), envelope: shared(at) };
		if (records.length === 1) return { ...told, fields: withId(fields, idName, id) };
		const all = { ...shared(at), ...(isFields(entry) && { [place]: entry }) };
		return { ...told, fields: withId(all, idName, id), problems: [from, ofAll] };
	});
}

/** The notices of this event, one for each record that one field names: the first that says something, else the first. */
export function listed(fields: Fields, event: NoticeEvent, names = sureNames): Told[] {
	const { places } = names[event];
	const given = valuesOf(fields, places);
	const isNone = (place: string) => idText(given[place]) !== undefined && idOf(given[place]) === undefined;
	// In our order and not the body's, or its repeat in another order would be another notice. A `null` comes last.
	const found = places
		.filter((place) => isGiven(given[place]) && !(place === idNames[event] && isNone(place)))
		.sort((one, other) => Number(isNone(one)) - Number(isNone(other)))
		.map((place) => listedAt(place, fields, event, names));
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
