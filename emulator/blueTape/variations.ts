import { z } from 'zod';
import { otherThan, samples, type NoticeEvent } from './noticeSamples';

type Fields = Record<string, unknown>;

/** A notice on its way out: what it says, how it is written, and where it goes. */
interface Outgoing {
	event: NoticeEvent;
	payload: unknown;
	/** The address of the other notice, in place of its own. */
	elsewhere?: boolean;
	contentType: string;
	/** From the payload as JSON, unless something else is said. */
	write: (payload: unknown) => string | Uint8Array<ArrayBuffer>;
}

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The payload with every member of it and of its objects put anew. */
function changed(payload: unknown, change: (name: string, value: unknown) => [string, unknown]): unknown {
	if (!isFields(payload)) return payload;
	const inner = (value: unknown) => (isFields(value) ? changed(value, change) : value);
	return Object.fromEntries(
		Object.entries(payload).map(([name, value]) => {
			const [newName, newValue] = change(name, value);
			return [newName, inner(newValue)];
		}),
	);
}

const values =
	(change: (value: unknown, name: string) => unknown) =>
	(outgoing: Outgoing): Outgoing => ({
		...outgoing,
		payload: changed(outgoing.payload, (name, value) => [name, change(value, name)]),
	});
const names =
	(change: (name: string) => string) =>
	(outgoing: Outgoing): Outgoing => ({
		...outgoing,
		payload: changed(outgoing.payload, (name, value) => [change(name), value]),
	});
const payload =
	(change: (payload: unknown, event: NoticeEvent) => unknown) =>
	(outgoing: Outgoing): Outgoing => ({ ...outgoing, payload: change(outgoing.payload, outgoing.event) });
const written =
	(contentType: string, write: Outgoing['write'] = JSON.stringify) =>
	(outgoing: Outgoing): Outgoing => ({ ...outgoing, contentType, write });

const asText = (amount: number): string => amount.toFixed(2);
const asDollars = (amount: number): string =>
	amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const isSide = (name: string): boolean => !/^(invoiceId|quoteId)$/.test(name);
const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const form = (body: unknown): string =>
	new URLSearchParams(
		Object.entries(isFields(body) ? body : {}).map(([name, value]) => [name, text(value)]),
	).toString();
const parts = (body: unknown): string =>
	Object.entries(isFields(body) ? body : {})
		.map(
			([name, value]) => `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text(value)}\r\n`,
		)
		.join('') + '--part--\r\n';

/** Each way in which a notice may come that the documentation leaves open (bluetape.md 7: types and nothing else are documented). */
const variations = {
	/** `"1100.00"` for 1100 */
	amountsAsText: values((value) => (typeof value === 'number' ? asText(value) : value)),
	/** `"$1,100.00"` for 1100 */
	amountsInDollars: values((value) => (typeof value === 'number' ? asDollars(value) : value)),
	/** The digits of the id as a number. */
	numericId: values((value, name) =>
		isSide(name) || typeof value !== 'string' ? value : Number(value.replace(/\D/g, '').slice(-9) || 1007),
	),
	/** All but the id, and what tells the event. */
	nullFields: values((value, name) => (isSide(name) ? null : value)),
	absentFields: payload((body) =>
		isFields(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => !isSide(name))) : body,
	),
	pascalCase: names((name) => name[0].toUpperCase() + name.slice(1)),
	upperCase: names((name) => name.toUpperCase()),
	snakeCase: names((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
	/** Fields of names that a receiver may want for itself. */
	moreFields: payload((body, event) =>
		isFields(body) ? { event, eventId: 'evt_1', receivedAt: null, problems: [], ...body } : body,
	),
	envelope: payload((body, event) => ({ event, attempt: 1, data: body })),
	textEnvelope: payload((body) => ({ body: JSON.stringify(body) })),
	list: payload((body): unknown => (Array.isArray(body) ? body : [body])),
	/** One notice for two records. */
	severalIds: values((value, name) => (isSide(name) ? value : [value, `${value as string}-2`])),
	/** The vendor's sample of the other notice in the same body. */
	bothEvents: payload((body, event) => (isFields(body) ? { ...samples[otherThan(event)], ...body } : body)),
	form: written('application/x-www-form-urlencoded', form),
	multipart: written('multipart/form-data; boundary=part', parts),
	latin1: written('application/json; charset=ISO-8859-1', (body) =>
		Buffer.from(JSON.stringify(body), 'latin1'),
	),
	utf16: written('application/json; charset=utf-16', (body) => Buffer.from(JSON.stringify(body), 'utf16le')),
	byteOrderMark: written('application/json', (body) => `\ufeff${JSON.stringify(body)}`),
	unknownCharset: written('application/json; charset=x-bluetape'),
	textPlain: written('text/plain'),
	/** A notice a line; this one stands in the last of two. */
	jsonLines: (outgoing: Outgoing): Outgoing => ({
		...outgoing,
		contentType: 'application/x-ndjson',
		write: (body) => `${JSON.stringify(samples[outgoing.event])}\n${JSON.stringify(body)}\n`,
	}),
	otherAddress: (outgoing: Outgoing): Outgoing => ({ ...outgoing, elsewhere: true }),
};

export type Variation = keyof typeof variations;
export const variationNames = Object.keys(variations) as [Variation, ...Variation[]];

/** Names of variations; they are made one after the other. */
export const vary = z.array(z.enum(variationNames));

/** A notice as it goes out. A payload that is a text goes out as it is. */
export function varied(event: NoticeEvent, body: unknown, names: Variation[] = []) {
	const plain: Outgoing = { event, payload: body, contentType: 'application/json', write: JSON.stringify };
	const {
		payload: sent,
		write,
		...outgoing
	} = names.reduce((notice, name) => variations[name](notice), plain);
	return { ...outgoing, payload: sent, body: typeof sent === 'string' ? sent : write(sent) };
}
