import { createHash } from 'node:crypto';

/** Deeper than any notice, and far from the depth at which reading it would fail. */
const DEEPEST = 100;

/**
 * JSON with sorted keys. Parsed numbers have one spelling: `100`, `100.00` and `1e2` all give `100`. Undefined when lists and
 * objects are nested more than 100 deep.
 */
export function canonicalJson(value: unknown, depth = 0): string | undefined {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (depth > DEEPEST) return undefined;
	const list = Array.isArray(value);
	const keys = list ? value.keys() : Object.keys(value).sort();
	const members: string[] = [];
	for (const key of keys) {
		const member = canonicalJson((value as Record<string | number, unknown>)[key], depth + 1);
		if (member === undefined) return undefined;
		members.push(list ? member : `${JSON.stringify(key)}:${member}`);
	}
	return list ? `[${members.join(',')}]` : `{${members.join(',')}}`;
}

/**
 * The identity of a notice, for BlueTape sends none (bluetape.md 7.3): SHA-256 in hex over the event and the parsed body.
 * Undefined for a body that is nested too deeply.
 */
export function eventId(event: string, body: unknown): string | undefined {
	const json = canonicalJson(body);
	return json && createHash('sha256').update(`${event}\n${json}`).digest('hex');
}
