import { canonicalJson } from './digest';
import type { Body } from './noticeBody';
import { isFields, type Fields } from './names';
import type { Arrival } from './record';

/** Ids are told whole, if they are of a usual length. */
const LONGEST = 80;
const MOST_NAMES = 20;

const shown = (text: string): string => JSON.stringify(text.slice(0, LONGEST));

const ID = String.raw`\\?"?(?!(?:null|true|false)\b)([\p{L}\p{N}][^"\\&\s,}]*)`;

const NAME = String.raw`(?:(?:external|bluetape)[\s_-]?)?(invoice|quote)[\s_-]?(?:external[\s_-]?)?(?:id|uuid|number|no|nr|ref|reference)`;

/**
 * An id as a broken body still has it, the surest first: `"invoiceId": "INV-7`, or `invoiceId=INV-7` in a form; `"invoice": 7` and
 * `"invoice": {"id": 7}`; a plain `id`.
 */
const records = [
	String.raw`(?:"${NAME}\\?"\s*:\s*\[?|(?:^|[&\n])${NAME}=)`,
	String.raw`"(invoice|quote)\\?"\s*:\s*(?:\{[^{}]{0,2000}?"id\\?"\s*:\s*)?`,
	String.raw`(?:"(id)\\?"\s*:\s*|(?:^|[&\n])(id)=)`,
].map((before) => new RegExp(before + ID, 'iu'));

function recordIn(text: string): string | undefined {
	for (const record of records) {
		const found = record.exec(text)?.filter(Boolean);
		if (found) return `${found[1].toLowerCase()} ${shown(found[2])}`;
	}
	return undefined;
}

/** The record that the query of the address names. */
const recordOf = (query: Fields = {}): string | undefined =>
	recordIn(
		Object.entries(query)
			.flatMap(([name, value]) => (typeof value === 'string' ? `${name}=${value}` : []))
			.join('\n'),
	);

function namesIn({ value, text }: Body): string[] {
	const [entry] = [value].flat() as unknown[];
	if (isFields(entry)) return Object.keys(entry);
	return [...text.matchAll(/"([A-Za-z][\w -]{0,40})"\s*:/g)].map(([, name]) => name);
}

/** What is no name is perhaps a value, as the number of a card. */
const isName = (name: string): boolean => /^[\w .[\]-]{1,40}$/.test(name) && !/\d{6}/.test(name);

function list(given: string[]): string {
	const names = [...new Set(given)];
	const told = names.filter(isName).slice(0, MOST_NAMES);
	const others = names.length - told.length;
	return [...told.map(shown), ...(others ? [`${others} others`] : [])].join(', ');
}

/** A refused body for the log, so that the record can be found again: ids and field names, never values. */
export function refusedBody(body: Body, { address, query }: Arrival): string {
	// As it was understood, which a form's own text is not.
	const text = (body.value && canonicalJson(body.value)) ?? body.text;
	const record = recordIn(text.slice(0, 100_000)) ?? recordOf(query);
	const [fields, files] = [namesIn(body), body.files ?? []].map(list);
	return [
		address ? `it came to the address for ${address}` : 'its event is unknown',
		record ? `it may be about ${record}` : 'it names no record',
		fields ? `its fields: ${fields}` : 'it has no fields',
		...(files ? [`n8n took for files: ${files}`] : []),
	].join('; ');
}
