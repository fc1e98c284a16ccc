/** A body's bytes read as text, and what was odd about that. */
export interface Reading {
	text: string;
	problem?: string;
}

const marks: Array<[charset: string, mark: number[]]> = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

const charsetOf = (contentType: string): string | undefined =>
	/;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1].toLowerCase();

function decoderFor(charset: string): TextDecoder | undefined {
	try {
		return new TextDecoder(charset, { fatal: true });
	} catch {
		return undefined;
	}
}

function decoded(bytes: Uint8Array, charset: string): string | undefined {
	try {
		return decoderFor(charset)?.decode(bytes);
	} catch {
		return undefined;
	}
}

/** What a caller may have meant that names no character set, or a wrong one. The last one reads anything. */
const guesses = (bytes: Uint8Array): string[] => [
	'utf-8',
	...(bytes.includes(0) ? ['utf-16le', 'utf-16be'] : []),
	'windows-1252',
];

/** Is this UTF-8, whatever is told? Other text with letters beyond ASCII is hardly ever valid as such. */
const isUtf8 = (bytes: Uint8Array): boolean =>
	bytes.some((byte) => byte > 0x7f) && decoded(bytes, 'utf-8') !== undefined;

/**
 * The texts that a body's bytes may be, the likeliest first: by the byte order mark, else by the character set that the
 * Content-Type names, else UTF-8, and then by what senders get wrong. There is always one.
 */
export function* readings(bytes: Uint8Array, contentType = ''): Generator<Reading, undefined> {
	const told = charsetOf(contentType);
	const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
	const known = told !== undefined && decoderFor(told) ? told : undefined;
	const unknown =
		told !== known && !marked ? `The character set '${told!.slice(0, 40)}' is unknown` : undefined;
	const first = marked ?? known ?? 'utf-8';
	const isMisnamed = !marked && !first.startsWith('utf-') && isUtf8(bytes);
	for (const charset of new Set([...(isMisnamed ? ['utf-8'] : []), first, ...guesses(bytes)])) {
		const text = decoded(bytes, charset);
		if (text === undefined) continue;
		const problem = charset === first ? unknown : (unknown ?? `The text is not in ${first}`);
		yield { text, ...(problem && { problem: `${problem}: it was read as ${charset}` }) };
	}
}
