import { Failure, HttpRefusal } from './refusal';

/** The bytes of a `File` member. Stricter than Node, which skips what is no base64. */
export function decode(text: string): Buffer {
	if (text === '') throw new Failure('File is empty.');
	const content = Buffer.from(text, 'base64');
	const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	if (content.length !== (text.length / 4) * 3 - padding || /[-_]/.test(text)) {
		throw new HttpRefusal(400, 'FormatException', 'The input is not a valid Base-64 string.');
	}
	return content;
}
