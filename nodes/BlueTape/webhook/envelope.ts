import { isFields, type Fields } from './names';
import { jsonObject } from './exactJson';
import {
	byName,
	byPlainId,
	byQuery,
	eventByKeys,
	said,
	type Arrival,
	type Found,
	type Namer,
} from './record';
import { byNumber, bySeveral, isTooMuch } from './severalRecords';

/** So many objects may stand around a notice, as in `{"event":{"data":{"object":…}}}`. */
const MOST_AROUND = 3;

/** A notice, and the names of the fields around it. */
interface Place extends Found {
	at: string[];
}

/** So many objects are looked at: a body of more is no call of BlueTape's, and would keep n8n from its other work. */
const MOST_OBJECTS = 20_000;

/** How notices are looked for in a body. */
interface Search {
	/** Objects that may still be looked at. */
	left: number;
	name: Namer;
	/** How many documented fields a notice holds besides the id. */
	says: (found: Found) => number;
	/** Is an object that says so much the notice, though one within it says so much? */
	isEnough: (own: number, inner: number) => boolean;
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const leftOut = (count: number): string[] =>
	count ? [`The list held ${count} that named no invoice or quote: left out`] : [];

/** The notices in one member of an envelope: an object, a list of them, or the JSON text of either. */
function inside(key: string, member: unknown, around: number, search: Search): Place[] {
	const members = listed(typeof member === 'string' && /^\s*[[{]/.test(member) ? jsonObject(member) : member);
	const found = members.map((each) => noticesAt(each, around, search));
	const odd = leftOut(found.filter((each) => !each.length).length);
	return found.flat().map(({ problems, at, envelope, ...each }) => ({
		...each,
		at: [key, ...at],
		problems: [...odd, ...problems],
		...(envelope && Object.keys(envelope).length && { envelope: { [key]: envelope } }),
	}));
}

/** What is wrapped in one object more, each with what stands around it. A large envelope stands beside the first one only. */
function wrapped(value: Fields, around: number, search: Search): Place[] {
	const members = Object.entries(value).map(([key, member]) => ({
		key,
		member,
		found: inside(key, member, around, search),
	}));
	const rest = members.filter(({ found }) => !found.length).map(({ key, member }) => [key, member] as const);
	const beside = Object.fromEntries(rest);
	const all = members.flatMap(({ found }) => found);
	const large = isTooMuch(beside, all.length);
	return all.map(({ envelope, ...each }, at) => ({
		...each,
		envelope: large && at > 0 ? envelope : { ...beside, ...envelope },
	}));
}

/** The notice that a value is, or those that stand within it. */
function noticesAt(value: unknown, around: number, search: Search): Place[] {
	if (!isFields(value) || --search.left < 0) return [];
	const own = search.name(value).map((each): Place => ({ ...each, at: [] }));
	const ownSays = Math.max(0, ...own.map(search.says));
	if (own.length && search.isEnough(ownSays, Infinity)) return own;
	const inner = around > 0 ? wrapped(value, around - 1, search) : [];
	const most = inner.reduce((sofar, each) => Math.max(sofar, search.says(each)), 0);
	// An id alone may be that of another record, or of the call.
	return own.length && (most === 0 || search.left < 0 || search.isEnough(ownSays, most)) ? own : inner;
}

function searched(body: unknown, search: Search): Found[] {
	const found = listed(body).map((entry) => noticesAt(entry, MOST_AROUND, search));
	const all = found.flat();
	// None at all, rather than some of them, unless the body itself is the notice.
	const isWhole = !Array.isArray(body) && all[0]?.at.length === 0;
	if (search.left < 0 && !isWhole) return [];
	const odd =
		Array.isArray(body) || (all.length > 1 && !isWhole) ? [`The notice came in a list of ${all.length}`] : [];
	odd.push(...leftOut(found.filter((each) => !each.length).length));
	return all.map(({ problems, at, ...each }) => {
		const where = at.map((key) => key.slice(0, 40)).join('.');
		const stood = where ? [`The notice stood in the field '${where}'`] : [];
		return { ...each, problems: [...odd, ...stood, ...problems] };
	});
}

/**
 * The notices in a body: itself, those in a list, and those with objects around them. What names its record counts first, then
 * an id in the query, then several records, then a plain `id`, and an invoice's number last. None when no record is named.
 */
export function noticesIn(body: unknown, arrival: Arrival): Found[] {
	const says = ({ fields, event = eventByKeys(fields, arrival.address) }: Found) => said(fields, event);
	const left = MOST_OBJECTS;
	const first: Search = { left, name: byName(arrival), says, isEnough: (own) => own > 0 };
	const more = (name: Namer) => ({
		left,
		name,
		says,
		isEnough: (own: number, inner: number) => own >= inner,
	});
	const [within, whole] = [byQuery(arrival), byQuery(arrival, true)];
	const searches: Search[] = [
		first,
		...(within ? [more(within)] : []),
		more(bySeveral(arrival)),
		more(byPlainId(arrival)),
		...(whole ? [{ left, name: whole, says, isEnough: () => true }] : []),
		more(byNumber),
	];
	for (const search of searches) {
		const found = searched(body, search);
		if (found.length) return found;
	}
	return [];
}
