import { readings } from './charset';

type Pair = [name: string, value: string];
type Fields = Map<string, string | string[] | Fields>;

/** More than any notice has; n8n reads no more either. */
const MOST_FIELDS = 1000;

function add(fields: Fields, name: string, value: string): void {
	const known = fields.get(name);
	if (known === undefined) fields.set(name, value);
	else if (Array.isArray(known)) known.push(value);
	else if (typeof known === 'string') fields.set(name, [known, value]);
	else add(known, '', value);
}

const objectOf = (fields: Fields): Record<string, unknown> =>
	Object.fromEntries(
		[...fields].map(([name, value]) => [name, value instanceof Map ? objectOf(value) : value]),
	);

/** Fields of a form by name; `creditInfo[limit]` and `creditInfo.limit` are members, a name that comes twice gives a list. */
function fieldsOf(pairs: Pair[]): Record<string, unknown> {
	const fields: Fields = new Map();
	for (const [name, value] of pairs) {
		const [, outer, inner] = /^([^[\].]+)(?:\[([^[\]]+)\]|\.([^.]+))$/.exec(name)?.filter(Boolean) ?? [];
		const members = outer && (fields.get(outer) ?? (new Map() as Fields));
		if (members instanceof Map) add(fields.set(outer, members) && members, inner, value);
		else add(fields, name, value);
	}
	return objectOf(fields);
}

/** Bytes as `latin1` text, one character per byte, in the form's character set. */
const textOf = (bytes: string, contentType: string): string =>
	readings(Buffer.from(bytes, 'latin1'), contentType).next().value!.text;

function urlencoded(body: string, contentType: string): Pair[] | undefined {
	if (!/^[\w.~*+%[\]-]+=/.test(body)) return undefined;
	const bytesOf = (text: string) =>
		text
			.replaceAll('+', ' ')
			.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	return body.split('&', MOST_FIELDS + 1).map((pair): Pair => {
		const [name, ...value] = pair.split('=');
		const [shown, meant] = [name, value.join('=')].map((each) => textOf(bytesOf(each), contentType));
		return [shown, meant];
	});
}

function multipart(body: string, contentType: string): Pair[] | undefined {
	const boundary = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType)?.filter(Boolean)[1];
	if (!boundary) return undefined;
	const [, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`, MOST_FIELDS + 2);
	// Without the mark at its end the body was cut off.
	if (!parts.pop()?.startsWith('--')) return undefined;
	return parts.flatMap((part): Pair[] => {
		const [head, ...rest] = part.split('\r\n\r\n');
		const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
		const own = /^content-type:.*$/im.exec(head)?.[0] ?? '';
		const type = /charset/i.test(own) ? own : contentType;
		return name ? [[textOf(name, contentType), textOf(rest.join('\r\n\r\n'), type)]] : [];
	});
}

/** The fields of a body that is a form of either kind, whatever it is called; undefined for another one. */
export function formFields(bytes: Uint8Array, contentType: string): Record<string, unknown> | undefined {
	const body = Buffer.from(bytes).toString('latin1');
	const pairs = multipart(body, contentType) ?? urlencoded(body.trim(), contentType);
	return pairs && pairs.length <= MOST_FIELDS ? fieldsOf(pairs) : undefined;
}
