import { isEntry } from './read';
import type { Entry } from './read';

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const isPair = (entry: Entry) => {
	const names = Object.keys(entry);
	return names.includes('Key') && names.every((name) => name === 'Key' || name === 'Value');
};

/**
 * Additional properties as one flat map of texts, from any shape the service may send: a list of single-key
 * objects, of multi-key objects, of `{Key, Value}` pairs, or one plain object. Later entries win, null is
 * absent (bludelta.md 5.4).
 */
export function readAdditionalProperties(value: unknown): Record<string, string> {
	const parts = Array.isArray(value) ? value : [value];
	const pairs = parts.filter(isEntry).flatMap((entry): Array<[string, unknown]> => {
		return isPair(entry) ? [[asText(entry.Key), entry.Value]] : Object.entries(entry);
	});
	const known = pairs.filter(([, given]) => given !== null && given !== undefined);
	return Object.fromEntries(known.map(([key, given]) => [key, asText(given)]));
}

/** The shape of the vendor's upload example: a list of objects with one key each, all values as text. */
export const writeAdditionalProperties = (properties: unknown): Array<Record<string, string>> =>
	Object.entries(readAdditionalProperties(properties))
		.filter(([key]) => key !== '')
		.map(([key, value]) => ({ [key]: value }));
