import { readings } from './charset';
import { jsonObject, jsonText } from './exactJson';

type Value = string | object;
type Pair = [name: string, value: Value];
type Fields = Map<string, Value | Value[] | Fields>;

const isMembers = (value: unknown): value is Fields => value instanceof Map;

/** More than any notice has; n8n reads no more either. */
const MOST_FIELDS = 1000;

function add(fields: Fields, name: string, value: Value): void {
	const known = fields.get(name);
	if (known === undefined) fields.set(name, value);
	else if (isMembers(known)) add(known, '', value);
	else fields.set(name, [known, value].flat());
}

/** Members of lists are numbered, perhaps from 1 on or with gaps, or have no name: `invoiceIds[]`, `payments[0][amount]`. */
const isList = (names: string[]): boolean => names.every((name) => /^\d{0,3}$/.test(name));

const valueOf = (value: Value | Value[] | Fields): unknown => {
	if (!isMembers(value)) return value;
	const members = [...value].map(([name, each]) => [name, valueOf(each)] as const);
	return isList([...value.keys()]) ? members.flatMap(([, each]) => each) : Object.fromEntries(members);
};

/** `a`, and what follows in brackets or after dots; names that are nested deeper than any notice's are whole. */
const PATH = /^([^[\].]+)((?:\[[^[\]]*\]|\.[^.[\]]+){0,6})$/;

function isTaken(fields: unknown, [name, ...inner]: string[]): boolean {
	if (!isMembers(fields)) return true;
	return name !== '' && fields.has(name) && (!inner.length || isTaken(fields.get(name), inner));
}

/** The number of a member without one, `invoices[][id]`: a new one begins where the last one has this field. */
function numberOf(fields: Fields, inner: string[]): string {
	const last = String(fields.size - 1);
	return fields.size && !isTaken(fields.get(last), inner) ? last : String(fields.size);
}

/** Puts a member into its place. False where something else than members stands there. */
function put(fields: Fields, [given, ...inner]: string[], value: Value): boolean {
	if (!inner.length) {
		add(fields, given, value);
		return true;
	}
	const name = given || numberOf(fields, inner);
	const members = fields.get(name) ?? (new Map() as Fields);
	if (!isMembers(members)) return false;
	fields.set(name, members);
	return put(members, inner, value);
}

/** Fields of a form by name; `creditInfo[limit]` and `creditInfo.limit` are members, a name that comes twice gives a list. */
function fieldsOf(pairs: Pair[]): Record<string, unknown> {
	const fields: Fields = new Map();
	for (const [name, value] of pairs) {
		const [, outer, inner] = PATH.exec(name) ?? [];
		const path = outer
			? [outer, ...inner.split(/[[.]/).slice(1)].map((each) => each.replace(']', ''))
			: [name];
		if (!put(fields, path, value)) add(fields, name, value);
	}
	return Object.fromEntries([...fields].map(([name, value]) => [name, valueOf(value)]));
}

/** Bytes as `latin1` text, one character per byte, in the form's character set. */
const textOf = (bytes: string, contentType: string): string =>
	readings(Buffer.from(bytes, 'latin1'), contentType).next().value!.text;

/** A line of a form that was sent as plain text; nothing in it is encoded. */
const LINE = /^([\w .[\]-]+)=(.*)$/;

/** `invoiceId=INV-7` and so on, a line each. */
function lines(body: string, contentType: string): Pair[] | undefined {
	const found = body.split(/[\r\n]+/, MOST_FIELDS + 1).map((line) => LINE.exec(line));
	if (found.length < 2 || !found.every((line) => line !== null)) return undefined;
	return found.map(([, name, value]): Pair => [name.trim(), textOf(value, contentType).trim()]);
}

function urlencoded(body: string, contentType: string): Pair[] | undefined {
	if (!/^[\w.~*+%[\]-]+=/.test(body)) return undefined;
	const bytesOf = (text: string) =>
		text
			.replaceAll('+', ' ')
			.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	return body.split(/&|;(?=[\w.~[\]-]+=)/, MOST_FIELDS + 1).map((pair): Pair => {
		const [name, ...value] = pair.split('=');
		const [shown, meant] = [name, value.join('=')].map((each) => textOf(bytesOf(each), contentType));
		return [shown, meant];
	});
}

/** The name of a part, in quotes or, as .NET writes it, without; a part that has none, such as JSON by itself, is named by its place. */
const nameOf = (head: string, at: number): string => {
	const [, quoted, plain] = /;\s*name\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(head) ?? [];
	return quoted || plain || `part ${at + 1}`;
};

function multipart(body: string, contentType: string): Pair[] | undefined {
	const told = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType)?.filter(Boolean)[1];
	// The parts' own first line tells it as well.
	const [, own] = /^\s*--(\S+)\r?\ncontent-/i.exec(body) ?? [];
	const boundary = told && `\n${body}`.includes(`\n--${told}`) ? told : own;
	if (!boundary) return undefined;
	// Some senders end lines without a carriage return.
	const [, ...parts] = `\n${body}`.split(`\n--${boundary}`, MOST_FIELDS + 2);
	// Without the mark at its end the body was cut off.
	if (!parts.pop()?.startsWith('--')) return undefined;
	return parts.map((part, at): Pair => {
		const [, head, value] = /^(.*?)\r?\n\r?\n(.*?)\r?$/s.exec(part) ?? ['', part, ''];
		const own = /^content-type:.*$/im.exec(head)?.[0] ?? '';
		const text = textOf(value, /charset/i.test(own) ? own : contentType);
		const meant = /json/i.test(own) ? (jsonObject(text) ?? jsonText(text) ?? text) : text;
		return [textOf(nameOf(head, at), contentType), meant];
	});
}

/** The fields of a body that is a form of any kind, whatever it is called; undefined for another one. */
export function formFields(bytes: Uint8Array, contentType: string): object | undefined {
	const body = Buffer.from(bytes).toString('latin1');
	const text = body.trim();
	const pairs = multipart(body, contentType) ?? lines(text, contentType) ?? urlencoded(text, contentType);
	if (!pairs || pairs.length > MOST_FIELDS) return undefined;
	// JSON that a sender's library took for the name of a field.
	const [[name, value], ...others] = pairs;
	return (!others.length && value === '' && jsonObject(name)) || fieldsOf(pairs);
}
