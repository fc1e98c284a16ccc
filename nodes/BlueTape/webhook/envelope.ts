import { jsonObject } from './noticeBody';
import { documented, idOf, type NoticeEvent } from './fields';
import { isFields, isGiven, valuesOf, writings, type Fields } from './names';

/** A notice as it stood in a body. */
export interface Found {
	fields: Fields;
	/** What stood beside it, where it was wrapped in something. */
	envelope?: Fields;
	problems: string[];
}

const records: Array<[record: string, id: string, event: NoticeEvent]> = [
	['invoice', 'invoiceId', 'invoice.payment'],
	['quote', 'quoteId', 'quote.approval'],
];

const saysMore = (fields: Fields, event: NoticeEvent): boolean =>
	Object.values(valuesOf(fields, Object.keys(documented[event]))).some(isGiven);

/** `fields` without the one that is called so in whatever writing. */
const without = (fields: Fields, name: string): Fields => {
	const keys = writings(fields, [name]).get(name) ?? [];
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
};

/** A notice that names its record by `invoice: 7` or `invoice: { id: 7 }`. */
function byRecord(fields: Fields): Found | undefined {
	const members = valuesOf(fields, ['invoice', 'quote']);
	for (const [record, idName, event] of records) {
		const { [record]: member } = members;
		const ids = isFields(member) ? valuesOf(member, [idName, 'id']) : { id: member };
		const own = isGiven(ids[idName]) ? ids[idName] : ids.id;
		if (idOf(own) === undefined) continue;
		const problems = [`${idName} was read from '${record}'`];
		const rest = without(fields, record);
		const inside = isFields(member) && (saysMore(without(member, idName), event) || !saysMore(rest, event));
		if (inside) return { fields: { [idName]: own, ...without(member, idName) }, envelope: rest, problems };
		if (saysMore(rest, event)) return { fields: { [idName]: own, ...fields }, problems };
	}
	return undefined;
}

const namesRecord = (fields: Fields): boolean =>
	Object.values(valuesOf(fields, ['invoiceId', 'quoteId'])).some((value) => idOf(value) !== undefined);

const named = (value: unknown): Found | undefined => {
	if (!isFields(value)) return undefined;
	return namesRecord(value) ? { fields: value, problems: [] } : byRecord(value);
};

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const leftOut = (count: number): string[] =>
	count ? [`The list held ${count} that named no invoice or quote: left out`] : [];

/** Characters that may be written more than once, when several notices stand in one envelope. */
const MOST_REPEATED = 1_000_000;

/** The notices in one member of an envelope: an object, a list of them, or the JSON text of either. */
function inside(key: string, member: unknown): Found[] {
	const members = listed(typeof member === 'string' ? jsonObject(member) : member);
	const inner = members.flatMap((each) => named(each) ?? []);
	const odd = [
		`The notice stood in the field '${key.slice(0, 40)}'`,
		...leftOut(members.length - inner.length),
	];
	return inner.map(({ problems, ...each }) => ({ ...each, problems: [...odd, ...problems] }));
}

/** What is wrapped in one object more, each with what stands around it. A large envelope stands beside the first one only. */
function wrapped(value: unknown): Found[] {
	if (!isFields(value)) return [];
	const members = Object.entries(value).map(([key, member]) => ({ key, member, found: inside(key, member) }));
	const rest = members.filter(({ found }) => !found.length).map(({ key, member }) => [key, member] as const);
	const around = Object.fromEntries(rest);
	const all = members.flatMap(({ found }) => found);
	const large = all.length > 1 && JSON.stringify(around).length * all.length > MOST_REPEATED;
	return all.map(({ envelope, ...each }, at) => ({
		...each,
		envelope: large && at > 0 ? envelope : { ...around, ...envelope },
	}));
}

/** The notices in a body: itself, those in a list, and those wrapped in one object more. None when no record is named. */
export function noticesIn(body: unknown): Found[] {
	const entries = listed(body);
	const found = entries.map((entry) => {
		const own = named(entry);
		return own ? [own] : wrapped(entry);
	});
	const all = found.flat();
	const odd = Array.isArray(body) || all.length > 1 ? [`The notice came in a list of ${all.length}`] : [];
	odd.push(...leftOut(found.filter((each) => !each.length).length));
	return all.map(({ problems, ...each }) => ({ ...each, problems: [...odd, ...problems] }));
}
