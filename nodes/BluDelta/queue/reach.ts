import { clientNames } from '../clients';
import type { Credential } from '../token';

/** Whose documents come, each in lower case as `customer.client`, or `customer` for all of its clients; blank for all that a key opens. */
export type Reach = readonly string[];

/**
 * The reach of a credential. Its identifier may end in a client (bludelta.md 2), which counts when it names no clients, or this one
 * among them. Otherwise the end is taken for the customer's: nobody knows whether such a name has dots.
 */
export function reachOf({ apiIdentifier, clients }: Credential): Reach {
	const parts = partsOf(apiIdentifier);
	const names = [...new Set(clientNames(clients?.toLowerCase()))].sort();
	if (!names.length) return [parts.join('.')];
	const namesClient = parts.length > 1 && names.includes(parts.at(-1)!);
	const customer = namesClient ? parts.slice(0, -1) : parts;
	return names.map((name) => [...customer, name].join('.'));
}

const partsOf = (identifier = ''): string[] =>
	identifier
		.toLowerCase()
		.split('.')
		.map((part) => part.trim())
		.filter(Boolean);

const isWithin = (inner: string, outer: string): boolean =>
	outer === '' || inner === outer || inner.startsWith(`${outer}.`);

/** May a document come to both? */
export const overlap = (one: Reach, other: Reach): boolean =>
	one.some((here) => other.some((there) => isWithin(here, there) || isWithin(there, here)));
