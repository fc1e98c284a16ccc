import { decoded, type Oddities } from './base64Text';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [COLON, COMMA] = [0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
/** The longest escape is a backslash, `u` and four digits. */
const ESCAPE_LENGTH = 6;

/** Receives the decoded bytes of a member, the JSON text that stood before it, and what was odd once they are read. Must read them to the end. */
export type Take = (
	name: string,
	bytes: AsyncIterable<Buffer>,
	before: string,
	oddities: Oddities,
) => Promise<void>;

/** A place in a stream of bytes. */
class Cursor {
	chunk: Buffer = Buffer.alloc(0);
	at = 0;
	private readonly chunks: AsyncIterator<Buffer>;

	constructor(source: AsyncIterable<Buffer>) {
		this.chunks = source[Symbol.asyncIterator]();
	}

	/** Makes sure that at least `bytes` are at hand, if there are so many. False at the end. */
	async has(bytes = 1): Promise<boolean> {
		while (this.chunk.length - this.at < bytes) {
			const next = await this.chunks.next();
			if (next.done) break;
			const rest = this.chunk.subarray(this.at);
			this.chunk = rest.length ? Buffer.concat([rest, next.value]) : next.value;
			this.at = 0;
		}
		return this.at < this.chunk.length;
	}
}

/** The characters of the string that begins at the cursor, in pieces, without its closing quote. */
async function* characters(cursor: Cursor): AsyncGenerator<Buffer> {
	while (await cursor.has()) {
		const { chunk, at } = cursor;
		const quote = chunk.indexOf(QUOTE, at);
		const end = quote < 0 ? chunk.length : quote;
		const plain = chunk.subarray(at, end);
		const backslash = plain.indexOf(BACKSLASH);
		if (backslash < 0) {
			cursor.at = quote < 0 ? end : end + 1;
			if (plain.length) yield plain;
			if (quote >= 0) return;
			continue;
		}
		if (backslash > 0) yield plain.subarray(0, backslash);
		cursor.at = at + backslash;
		await cursor.has(ESCAPE_LENGTH);
		// Writers escape "/" as "\/" or "+" as "\u002B"; a line break within base64 means nothing.
		const escape = cursor.chunk.toString('latin1', cursor.at, cursor.at + ESCAPE_LENGTH);
		const code = /^\\u([\da-f]{4})/i.exec(escape);
		cursor.at += code ? ESCAPE_LENGTH : 2;
		const character = code ? String.fromCharCode(parseInt(code[1], 16)) : escape[1];
		if (!code && /[bfnrt]/.test(character)) continue;
		yield Buffer.from(character);
	}
	throw new Error('The answer ended in the middle of a file');
}

/**
 * Reads a JSON object from a stream while its long base64 members, top-level strings called one of `names` in any letter case, go to `take`
 * as bytes: neither their text nor their content is ever held as a whole. Returns the JSON text with `null` in their
 * place; an empty string stays one and is not taken. The text is not checked: that is left to `JSON.parse`.
 */
export async function takeLongMembers(
	source: AsyncIterable<Buffer>,
	names: readonly string[],
	take: Take,
): Promise<string> {
	const cursor = new Cursor(source);
	const kept: Buffer[] = [];
	const text = () => Buffer.concat(kept).toString('utf8');
	const called = (key: string) => names.find((name) => name.toLowerCase() === key.toLowerCase());
	let [depth, key] = [0, ''];
	let [inString, escaped, inValue] = [false, false, false];
	while (await cursor.has(2)) {
		const { chunk, at } = cursor;
		let position = at;
		let long = false;
		for (; position < chunk.length && !long; position++) {
			const byte = chunk[position];
			if (inString) {
				if (escaped) escaped = false;
				else if (byte === BACKSLASH) escaped = true;
				else if (byte === QUOTE) inString = false;
				if (inString && depth === 1 && !inValue) key += String.fromCharCode(byte);
			} else if (byte === QUOTE) {
				// At the end of a chunk the next byte is not known yet: the outer loop comes back with more.
				const isLong = depth === 1 && inValue && called(key) !== undefined;
				if (isLong && position + 1 === chunk.length) break;
				long = isLong && chunk[position + 1] !== QUOTE;
				inString = !long;
				if (depth === 1 && !inValue) key = '';
			} else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
			else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
			else if (depth === 1 && byte === COLON) inValue = true;
			else if (depth === 1 && byte === COMMA) inValue = false;
		}
		if (position === at) throw new Error('The answer ended in the middle of a file');
		kept.push(chunk.subarray(at, long ? position - 1 : position));
		cursor.at = position;
		if (!long) continue;
		const oddities: Oddities = {};
		await take(called(key)!, decoded(characters(cursor), oddities), text(), oddities);
		kept.push(Buffer.from('null'));
	}
	return text();
}
