/** Bytes that are handed on together: n8n stores each piece with a call of its own, and waits for it. */
const PIECE_LENGTH = 512 * 1024;

/** What may stand before base64 is no longer, as in `data:application/pdf;base64,`. */
const LABEL_LENGTH = 200;

/** The pieces without a label before the base64: no character of base64 is a colon. */
async function* unlabelled(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	const bare = (head: Buffer) => {
		const [label = ''] = /^\s*data:[^,]*,/i.exec(head.toString('latin1', 0, LABEL_LENGTH)) ?? [];
		return head.subarray(label.length);
	};
	let head: Buffer | undefined = Buffer.alloc(0);
	for await (const piece of pieces) {
		if (!head) yield piece;
		else if ((head = Buffer.concat([head, piece])).length >= LABEL_LENGTH) {
			yield bare(head);
			head = undefined;
		}
	}
	if (head) yield bare(head);
}

/** What was odd about a text that should be base64. */
export interface Oddities {
	/** It has characters that are no base64. */
	foreign?: boolean;
	/** It ends in the middle of a byte. */
	cut?: boolean;
}

/**
 * Base64 in pieces of any length as bytes, in pieces of `PIECE_LENGTH`. Padding and characters that are no base64 are passed over;
 * `oddities` is told of them.
 */
export async function* decoded(
	pieces: AsyncIterable<Buffer>,
	oddities: Oddities = {},
): AsyncGenerator<Buffer> {
	const bare = (text: string) => {
		if (/[^\w+/\s=-]/.test(text)) oddities.foreign = true;
		return text.replace(/[^\w+/-]/g, '');
	};
	let rest = '';
	let bytes = Buffer.allocUnsafeSlow(PIECE_LENGTH);
	let length = 0;
	for await (const piece of unlabelled(pieces)) {
		let text = rest + piece.toString('latin1');
		if (length + text.length > bytes.length) {
			if (length) yield bytes.subarray(0, length);
			bytes = Buffer.allocUnsafeSlow(Math.max(PIECE_LENGTH, text.length));
			length = 0;
		}
		let whole = text.length - (text.length % 4);
		let written = bytes.write(text.slice(0, whole), length, 'base64');
		// Fewer bytes than characters promise: some are no base64, and the groups of four lie elsewhere.
		if (written * 4 !== whole * 3) {
			text = bare(text);
			whole = text.length - (text.length % 4);
			written = bytes.write(text.slice(0, whole), length, 'base64');
		}
		rest = text.slice(whole);
		length += written;
	}
	if (length) yield bytes.subarray(0, length);
	const last = bare(rest);
	if (last.length === 1) oddities.cut = true;
	if (last) yield Buffer.from(last, 'base64');
}
