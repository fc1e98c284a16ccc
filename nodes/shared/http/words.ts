import { isPage, pageTitle } from './webPage';

const LONGEST = 400;
const DEEPEST = 5;
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const names = (list: string): string[] => list.split(' ').map(plain);

/** Members that say something by themselves, in the order in which they are told; others are told with their names. */
const SPEAKING = names('reason message msg title detail details description errorDescription');
const GROUPS = names('error errors fault responseStatus exception innerError');
/** Members that are told elsewhere, or to nobody's use. */
const SILENT = names(
	'code errorCode status statusCode state type instance traceId requestId correlationId timestamp path method success stack stackTrace',
);

const rank = (name: string): number =>
	[...SPEAKING, ...GROUPS].indexOf(plain(name)) + 1 || SPEAKING.length + GROUPS.length + 1;

/** The member of an object by its name in any letter case. */
export function member(body: unknown, name: string): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
	return Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] as unknown;
}

function told(value: unknown, depth: number): string[] {
	if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((one) => told(one, depth + 1));
	return Object.entries(value)
		.filter(([name]) => !SILENT.includes(plain(name)))
		.sort(([a], [b]) => rank(a) - rank(b))
		.flatMap(([name, inner]) => {
			const speaks = [...SPEAKING, ...GROUPS].includes(plain(name));
			return told(inner, depth + 1).map((text) => (speaks ? text : `${name}: ${text}`));
		});
}

/** A text of at most so many characters; what is cut off ends in `…`. */
export const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;

/** What an error body of any shape says, in the service's words; of a web page its title. Empty when it says nothing. */
export function wordsOf(body: unknown): string {
	if (isPage(body)) return pageTitle(body);
	const texts = [...new Set(told(body, 0))];
	const joined = texts.map((text, index) =>
		index + 1 < texts.length && !/[.!?:;]$/.test(text) ? `${text};` : text,
	);
	return shortened(joined.join(' '), LONGEST);
}
