/** One encoded word of RFC 2047; blanks between two of them mean nothing. */
const WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?[^?\s]+\?[bq]\?))?/gi;

/** Text of a mail's header, such as a file's name, without its encoded words: `=?UTF-8?Q?Invoice=2Epdf?=` is `Invoice.pdf`. */
export function encodedWords(text: string): string {
	return text.replace(WORD, (word, charset: string, encoding: string, content: string) => {
		const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quoted(content);
		try {
			return new TextDecoder(charset).decode(bytes);
		} catch {
			// A charset that nobody knows.
			return word;
		}
	});
}

const quoted = (content: string): Buffer =>
	Buffer.from(
		content
			.replaceAll('_', ' ')
			.replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
		'latin1',
	);
