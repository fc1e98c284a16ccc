import { says, searched, type Search } from './envelope';
import { byName, byPlainId, byQuery } from './namedRecord';
import { eventByKeys, tells, type Arrival, type Found, type Namer } from './record';
import { byOtherName } from './otherName';
import { numberNames } from './recordNames';
import { bySeveral } from './severalRecords';

/** So many objects are looked at: a body of more is no call of BlueTape's, and would keep n8n from its other work. */
const MOST_OBJECTS = 20_000;

/**
 * The notices in a body: itself, those in a list, and those with objects around them. What names its record counts first, then
 * an id in the query, then several records, then what may be another id, a plain `id`, a record's number, and last an `id` that has but
 * a `status`. None when no record is named. An id of the other address's event that says nothing gives way to a record of this one, or to what is a notice
 * beyond doubt.
 */
export function noticesIn(body: unknown, arrival: Arrival): Found[] {
	const { address } = arrival;
	const eventOf = ({ fields, event = eventByKeys(fields, address) }: Found) => event;
	const start = { left: MOST_OBJECTS, eventOf };
	const more = (name: Namer): Search => ({ ...start, name, isEnough: (own, inner) => own >= inner });
	const [within, anyway] = [byQuery(arrival), byQuery(arrival, true)];
	const several = more(bySeveral(arrival));
	const searches: Search[] = [
		{ ...more(byName(arrival)), isEnough: (own, inner, isNamed) => own > 0 && (isNamed || own >= inner) },
		...(within ? [more(within)] : []),
		several,
		more(byOtherName(arrival)),
		more(byPlainId(arrival)),
		...(anyway ? [{ ...more(anyway), isEnough: () => true }] : []),
		more(byOtherName(arrival, numberNames)),
		{ ...more(byPlainId(arrival, true)), isGuess: true },
	];
	const isOther = (one: Found) => address !== undefined && eventOf(one) !== address;
	const isStray = (one: Found) => isOther(one) && !says(one, start);
	let stray: Found[] = [];
	for (const search of searches) {
		const found = searched(body, { ...search, isDelivered: stray.length > 0 });
		const isBetter = (one: Found) => tells(one.fields, eventOf(one)) || (search === several && !isOther(one));
		if (stray.length ? found.some(isBetter) : !found.every(isStray)) return found;
		if (!stray.length) stray = found;
	}
	return stray;
}
