import { withRecordOf } from './around';
import { besideEach } from './besideEach';
import { idOf, type NoticeEvent } from './fields';
import { isFields, valuesOf, type Fields } from './names';
import { isFormer, newestOnly } from './newest';
import { jsonObject } from './exactJson';
import { isMoneys } from './money';
import { isCalls, isNamed, namedEvents, plainly, said, type Found, type Namer } from './record';
import { isPlace } from './severalRecords';

/** So many objects may stand around a notice, as in `{"event":{"data":{"object":…}}}`. */
const MOST_AROUND = 3;

/** A notice, and the names of the fields around it. */
interface Place extends Found {
	at: string[];
	/** Does it stand in a list with others, be they notices or not? */
	isOneOf?: boolean;
}

/** How notices are looked for in a body. */
export interface Search {
	/** Objects that may still be looked at. */
	left: number;
	name: Namer;
	eventOf: (found: Found) => NoticeEvent;
	/** Is there something to deliver, so that no id is needed that is rather another record's? */
	isDelivered?: boolean;
	/** Is what names its record so no more than a guess? Of two none is taken then. */
	isGuess?: boolean;
	/** Is an object that says so much the notice, though one within it says so much? It may name its record as documented. */
	isEnough: (own: number, inner: number, isNamed: boolean) => boolean;
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const placeName = (at: string[]): string => at.map((key) => key.slice(0, 40)).join('.');

/** How many documented fields a notice holds besides the id. */
export const says = (found: Found, { eventOf }: Pick<Search, 'eventOf'>): number =>
	said(found.fields, eventOf(found));

const most = (found: Found[], search: Search): number =>
	found.reduce((sofar, each) => Math.max(sofar, says(each, search)), 0);

/** Those that name the record that they are about. */
const whole = (found: Found[], { eventOf }: Search): Found[] =>
	found.filter((each) => isNamed(each.fields, eventOf(each)));

const leftOut = (count: number): string[] =>
	count ? [`The list held ${count} that named no invoice or quote: left out`] : [];

const isJson = (value: unknown): value is string => typeof value === 'string' && /^\s*[[{]/.test(value);

/** The notices in one member of an envelope: an object, a list of them, or the JSON text of either. */
function inside(key: string, member: unknown, depth: number, search: Search, isPayments: boolean): Place[] {
	if ((typeof member !== 'object' && !isJson(member)) || (search.isDelivered && isPlace(key))) return [];
	const members = listed(isJson(member) ? jsonObject(member) : member);
	const found = members.map((each) => noticesAt(each, depth, search, isPayments));
	const odd = leftOut(found.filter((each) => !each.length).length);
	return found.flat().map(({ problems, at, envelope, ...each }) => ({
		...each,
		at: [key, ...at],
		...(members.length > 1 && { isOneOf: true }),
		problems: [...odd, ...problems],
		...(envelope && Object.keys(envelope).length && { envelope: { [key]: envelope } }),
	}));
}

/** What is wrapped in one object more, each with what stands around it. A large envelope stands whole beside the first one only. */
function wrapped(value: Fields, depth: number, search: Search): Place[] {
	const isPayments = isMoneys(value);
	const members = newestOnly(
		Object.entries(value).map(([key, member]) => ({
			key,
			member,
			found: inside(key, member, depth, search, isPayments || isMoneys({}, key)),
		})),
	);
	const rest = members.filter(({ found }) => !found.length).map(({ key, member }) => [key, member] as const);
	const all = members.flatMap(({ found }) => found);
	const beside = besideEach(Object.fromEntries(rest), all.length);
	return all.map(({ envelope, ...each }, at) => ({ ...each, envelope: { ...beside(at), ...envelope } }));
}

/** The `id` of an object, where it counts before the record of a notice within: a former one, or one that is named by its number. */
function ownId(value: Fields, { at, isByNumber }: Place, isPayments: boolean): unknown {
	if (isPayments || isMoneys(value) || !(isByNumber || at.some(isFormer))) return undefined;
	const { id } = valuesOf(value, plainly);
	return idOf(id) === undefined || (!isByNumber && isCalls(value)) ? undefined : id;
}

/** The notice that an object is by the record that the only one within it names, where it says more than that one. */
function around(
	value: Fields,
	[only, ...others]: Place[],
	search: Search,
	isPayments: boolean,
): Place | undefined {
	if (!only || only.isOneOf || others.length) return undefined;
	const inner = says(only, search);
	const id = ownId(value, only, isPayments);
	const found = withRecordOf(only, placeName(only.at), value, id);
	// What the inner one says tells the event; an id alone does not.
	const joined = found && { ...found, ...(inner > 0 && { event: search.eventOf(only) }) };
	const least = id !== undefined && only.at.some(isFormer) ? 0 : inner;
	return joined && says(joined, search) > least ? { ...joined, at: [] } : undefined;
}

/** The notice that a value is, or those that stand within it. */
function noticesAt(value: unknown, depth: number, search: Search, isPayments = false): Place[] {
	if (!isFields(value) || --search.left < 0) return [];
	const own = search.name(value, isPayments).map((each): Place => ({ ...each, at: [] }));
	const ownSays = most(own, search);
	const isDirect = namedEvents(value).length > 0;
	const isWhole = ownSays > 0 && own.length === whole(own, search).length;
	if (isWhole && search.isEnough(ownSays, Infinity, isDirect)) return own;
	const inner = depth > 0 ? wrapped(value, depth - 1, search) : [];
	if (search.isGuess && own.length && inner.length) return [];
	const joined = isWhole || search.left < 0 ? undefined : around(value, inner, search, isPayments);
	if (joined) return [joined];
	// An id alone may be that of another record, or of the call.
	const isOwn =
		most(inner, search) === 0 ||
		search.left < 0 ||
		search.isEnough(ownSays, most(whole(inner, search), search), isDirect);
	return own.length && isOwn ? own : inner;
}

/** The notices that one search finds in a body. */
export function searched(body: unknown, search: Search): Found[] {
	const found = listed(body).map((entry) => noticesAt(entry, MOST_AROUND, search));
	const all = found.flat();
	// None at all, rather than some of them, unless the body itself is the notice.
	const isWhole = !Array.isArray(body) && all[0]?.at.length === 0;
	if (search.left < 0 && !isWhole) return [];
	const odd =
		Array.isArray(body) || (all.length > 1 && !isWhole) ? [`The notice came in a list of ${all.length}`] : [];
	odd.push(...leftOut(found.filter((each) => !each.length).length));
	return all.map(({ problems, ...each }) => {
		const where = placeName(each.at);
		const stood = where ? [`The notice stood in the field '${where}'`] : [];
		return { ...each, problems: [...odd, ...stood, ...problems] };
	});
}
