import { details, groupLists, lineDetails, lists } from './details';
import { isEntry, type Entry } from './read';

/** How much a writing counts beside others of the same name: as it is documented, as this package writes it, in any other way. */
function rankOf(name: string, documented: string, value: unknown): number {
	if ((value ?? null) === null) return 0;
	if (name === documented) return 3;
	return name === documented.charAt(0).toLowerCase() + documented.slice(1) ? 2 : 1;
}

/**
 * Gives the members of an object the names that are documented: nobody knows in which letter case a service of another version writes
 * them. Of several writings of one name the documented one counts, unless it is null.
 */
export function renaming(names: readonly string[]): (entry: Entry) => Entry {
	const documented = new Map(names.map((name) => [name.toLowerCase(), name]));
	return (entry) => {
		const members = Object.entries(entry).map(([given, value]) => {
			const name = documented.get(given.toLowerCase()) ?? given;
			return { name, value, rank: rankOf(given, name, value) };
		});
		// Of one name, the last one counts.
		const ranked = members.sort((one, other) => one.rank - other.rank);
		return Object.fromEntries(ranked.map(({ name, value }) => [name, value]));
	};
}

const groupNames = Object.values(groupLists).flatMap(([group, members]) => [
	group,
	...Object.values<readonly [string, unknown]>(members).map(([member]) => member),
]);

/** What a `TypeName` may say, of all that is read (bludelta.md 6.6). */
const TYPES = new Map(
	[
		...Object.values(details).map(([typeName]) => typeName),
		...Object.values(lists),
		...groupNames,
		...['DueDateGroup', 'DueDateDate', 'DueDateStart', 'DueDateDuration'],
	].map((name) => [name.toLowerCase(), name]),
);

/** The parts of a result that is read, and the values in them (bludelta.md 6.1 to 6.5). */
const PARTS = [
	...['InvoiceDetailTypePredictions', 'PredictionGroups', 'LineItemTable', 'LineItems', 'Sender', 'Receiver'],
	...['Contacts', 'Name', 'Address', 'Street', 'ZipCode', 'City', 'Country', 'Email', 'WebsiteUrl'],
	...['Phone', 'Fax', ...Object.values(lineDetails).map(([member]) => member)],
];
const VALUES = [
	...['TypeName', 'Value', 'Text', 'Score', 'PositionNumber', 'Language', 'Countries', 'DocumentFormat'],
	...['InvoiceState', 'Confidence'],
];
const renamed = renaming([...PARTS, ...VALUES]);

/** No part lies deeper but to make a program fail. */
const DEEPEST = 10;

function partAsDocumented(part: unknown, depth: number): unknown {
	if (depth > DEEPEST) return part;
	if (Array.isArray(part)) return part.map((one) => partAsDocumented(one, depth + 1));
	return isEntry(part) ? entryAsDocumented(part, depth) : part;
}

function entryAsDocumented(entry: Entry, depth: number): Entry {
	const named = renamed(entry);
	for (const name of PARTS) if (name in named) named[name] = partAsDocumented(named[name], depth + 1);
	const { TypeName } = named;
	if (typeof TypeName === 'string') named.TypeName = TYPES.get(TypeName.toLowerCase()) ?? TypeName;
	return named;
}

/** A detection result in the documented writing, as far as it is read: all that reads it may go by names as they are documented. */
export const asDocumented = (detection: Entry): Entry => entryAsDocumented(detection, 0);

const isFilled = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** Has a result parts that are not known? Where nothing could be read of it, they are all that there is. */
export const hasOtherParts = (detection: Entry): boolean =>
	Object.entries(renamed(detection)).some(([name, value]) => !PARTS.includes(name) && isFilled(value));
