import { plain } from './names';

const recordKeys = ['invoiceid', 'quoteid', 'invoice', 'quote', 'id'];

/** JSON with those ids as text that are numbers of more digits than a JSON number keeps in JavaScript. */
const withExactIds = (json: string): string =>
	// Every text is matched, so that nothing within one is taken for a key.
	json.replace(
		/"[^"\\]*(?:\\.[^"\\]*)*"(?:(\s*:\s*)(-?\d{16,})(?=\s*[,}]))?/g,
		(whole: string, colon: string | undefined, digits: string) => {
			const key = colon && whole.slice(1, whole.length - colon.length - digits.length - 1);
			return key && recordKeys.includes(plain(key)) ? `${whole.slice(0, -digits.length)}"${digits}"` : whole;
		},
	);

/** The object or list that a text is as JSON; undefined for anything else. */
export function jsonObject(text: string): object | undefined {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== 'object' || value === null) return undefined;
		return /\d{16}/.test(text) ? (JSON.parse(withExactIds(text)) as object) : value;
	} catch {
		return undefined;
	}
}

/** The text that a text is as JSON: what was written into JSON once more. */
export function jsonText(text: string): string | undefined {
	try {
		const value: unknown = text.trimStart().startsWith('"') ? JSON.parse(text) : undefined;
		return typeof value === 'string' ? value : undefined;
	} catch {
		return undefined;
	}
}
