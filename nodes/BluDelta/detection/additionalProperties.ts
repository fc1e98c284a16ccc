import { isEntry } from './read';
import type { Entry } from './read';

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What may stand beside a key and its value, in small letters. */
const beside = ['type', '__type'];

/** Key and value of a `{Key, Value}` in any letter case; undefined for an object that is none. */
function pairIn(entry: Entry): { key: unknown; value?: unknown; isWhole: boolean } | undefined {
	const members = new Map(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), value]));
	const others = [...members.keys()].filter((name) => ![...beside, 'key', 'value'].includes(name));
	if (!members.has('key') || others.length) return undefined;
	return { key: members.get('key'), value: members.get('value'), isWhole: members.has('value') };
}

/**
 * Additional properties as one flat map of texts, from any shape the service may send: a list of single-key
 * objects, of multi-key objects, of `{Key, Value}` pairs, or one plain object. Later entries win, null is
 * absent (bludelta.md 5.4).
 */
export function readAdditionalProperties(value: unknown): Record<string, string> {
	const parts = (Array.isArray(value) ? value : [value]).filter(isEntry);
	const pairsOf = parts.map((entry) => (Array.isArray(value) ? pairIn(entry) : undefined));
	// A key alone is a pair without a value among pairs; elsewhere somebody has called a property so.
	const arePairs = pairsOf.some((pair) => pair?.isWhole);
	const pairs = parts.flatMap((entry, at): Array<[string, unknown]> => {
		const pair = arePairs ? pairsOf[at] : undefined;
		return pair ? [[asText(pair.key), pair.value]] : Object.entries(entry);
	});
	const known = pairs.filter(([, given]) => given !== null && given !== undefined);
	return Object.fromEntries(known.map(([key, given]) => [key, asText(given)]));
}

/** The shape of the vendor's upload example: a list of objects with one key each. */
export const writeAdditionalProperties = (
	properties: Record<string, string>,
): Array<Record<string, string>> =>
	Object.entries(properties)
		.filter(([key]) => key !== '')
		.map(([key, value]) => ({ [key]: value }));
