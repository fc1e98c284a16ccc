import { plainName } from '../../shared/values/plainName';

/** What is documented as a number stays one. */
const amounts = new Set(['amount', 'fee', 'limit', 'balance', 'pastdueamount']);

/** JSON with whole numbers of more digits than a number keeps in JavaScript as text: they are IDs, of an invoice or a payment. */
function withExactIds(json: string): string {
	let key = '';
	// Every text is matched, so that nothing within one is taken for a key or a number.
	return json.replace(
		/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|(?<=[[:,\s])(-?\d{16,})(?:\.0+)?(?=\s*[,}\]])/g,
		(whole: string, text: string | undefined, colon: string | undefined, digits: string | undefined) => {
			if (colon) key = plainName(text!);
			const isExact = Number.isSafeInteger(Number(digits)) || amounts.has(key);
			return digits && !isExact ? `"${digits}"` : whole;
		},
	);
}

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

/** The same for JSON with a comma after the last of a list or object, for which many a template is to blame. */
export const jsonWithCommas = (text: string): object | undefined =>
	// Every text is matched, closed or not, so that nothing within one is taken for a comma.
	jsonObject(
		text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"?|,(?=\s*[\]}])/gs, (found) => (found === ',' ? '' : found)),
	);

/** The objects that the lines of a text are as JSON, or that follow each other; undefined unless every one is one. */
export function jsonLines(text: string): object[] | undefined {
	const lines = text.split(/[\r\n]+|(?<=\})[ \t]*(?=\{)/).filter((line) => line.trim());
	const objects = lines.map(jsonObject).filter((object) => object !== undefined);
	return objects.length > 1 && objects.length === lines.length ? objects : undefined;
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
