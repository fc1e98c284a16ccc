import { isPage, pageTitle } from './webPage';
import { isXml, saidBy } from './xml';

const LONGEST = 400;
/** Nobody nests deeper but to make a program fail. */
const DEEPEST = 50;
/** A name without regard to case, `_` and `-`. */
export const letters = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const names = (list: string): string[] => list.split(' ').map(letters);

/** Members that say something by themselves, in the order in which they are told; others are told with their names. */
const SPEAKING = names('reason message msg title detail details description errorDescription');
const GROUPS = names('error errors fault responseStatus exception innerError');
const CODES = names('code errorCode');
/** Members that are told elsewhere, or else only where nothing more is told. */
const QUIET = [...CODES, ...names('status statusCode state type')];
/** To nobody's use. */
const SILENT = names(
	'instance traceId requestId correlationId timestamp path method success stack stackTrace',
);

const rank = (name: string): number =>
	[...SPEAKING, ...GROUPS].indexOf(letters(name)) + 1 || SPEAKING.length + GROUPS.length + 1;

/** The member of an object by its name in any letter case. */
export function member(body: unknown, name: string): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
	return Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] as unknown;
}

type IsTold = (name: string, value: unknown) => boolean;

/** What the members say of which `isTold` holds, by their plain names. */
function told(value: unknown, isTold: IsTold, depth = 0): string[] {
	if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((one) => told(one, isTold, depth + 1));
	return Object.entries(value)
		.filter(([name, inner]) => isTold(letters(name), inner))
		.sort(([a], [b]) => rank(a) - rank(b))
		.flatMap(([name, inner]) => {
			const speaks = [...SPEAKING, ...GROUPS].includes(letters(name));
			const said: unknown = QUIET.includes(letters(name)) && typeof inner === 'number' ? `${inner}` : inner;
			return told(said, isTold, depth + 1).map((text) => (speaks ? text : `${name}: ${text}`));
		});
}

/** XML as members, anything else as it is. */
const legible = (body: unknown): unknown => (isXml(body) ? saidBy(body) : body);

/** Names and values of all members, the outer ones first, but not of what is not `entered`; a bare text has no name. */
export function membersOf(
	body: unknown,
	entered: (name: string) => boolean = () => true,
): Array<[name: string, value: unknown]> {
	let level: Array<[string, unknown]> = [['', legible(body)]];
	let all = level;
	for (let depth = 0; level.length && depth <= DEEPEST; depth++) {
		level = level.flatMap(([name, value]) =>
			typeof value === 'object' && value !== null && entered(name)
				? (Object.entries(value) as Array<[string, unknown]>)
				: [],
		);
		all = all.concat(level);
	}
	return all;
}

/** The codes in an error body, wherever they stand. */
export const codesIn = (body: unknown): string[] =>
	membersOf(body).flatMap(([name, value]) =>
		CODES.includes(letters(name)) && typeof value === 'string' ? value : [],
	);

/** A text of at most so many characters; what is cut off ends in `…`. */
export const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;

const isLoud: IsTold = (name) => !QUIET.includes(name) && !SILENT.includes(name);

function sentence(body: unknown, isTold: IsTold): string {
	if (isPage(body)) return pageTitle(body);
	const texts = [...new Set(told(legible(body), isTold))];
	const joined = texts.map((text, index) =>
		index + 1 < texts.length && !/[.!?:;]$/.test(text) ? `${text};` : text,
	);
	return shortened(joined.join(' '), LONGEST);
}

/** What an error body of any shape says, in the service's words; of a web page its title. Empty when it says nothing. */
export const wordsOf = (body: unknown): string => sentence(body, isLoud);

/** What is left of a body without such words: codes, states and types with their names, but not what is `known` already. */
export const quietWordsOf = (body: unknown, known: Array<string | undefined>): string =>
	sentence(
		body,
		(name, value) =>
			!SILENT.includes(name) &&
			!known.some((one) => one?.toLowerCase() === String(value).trim().toLowerCase()),
	);
