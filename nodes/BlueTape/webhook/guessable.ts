import type { Secret } from './secret';

const SHORTEST = 16;
const FEWEST_DIFFERENT = 7;
/** Nobody tries so many over a network. */
const ENOUGH_BITS = 60;
/** A word of a language, of which there are some thousands in use. */
const BITS_OF_A_WORD = 11;

const isWord = (part: string): boolean =>
	/^[A-Z]?[a-z]{2,11}$|^[A-Z]{3,12}$/.test(part) && /[aeiouy]/i.test(part);

/** What fingers type by themselves: rows of the keyboard, and runs like `4567` or `aaa`. */
function withoutRuns(text: string): string {
	const typed = text.replace(/qwert[yz]?(uiop)?|asdf(ghjkl?)?|[zy]xcv(bnm?)?/gi, 'q');
	const step = (at: number) => typed.charCodeAt(at) - typed.charCodeAt(at - 1);
	return [...typed]
		.filter((_, at) => !(at > 1 && Math.abs(step(at)) < 2 && step(at) === step(at - 1)))
		.join('');
}

/** `P@ssw0rd` is a word too. */
const spelt = (text: string): string =>
	text.replace(/(?<=[a-z])[0@$](?=[a-z])/gi, (sign) => ({ '0': 'o', '@': 'a', $: 's' })[sign]!);

const kinds: Array<[RegExp, number]> = [
	[/[a-z]/, 26],
	[/[A-Z]/, 26],
	[/\d/, 10],
	[/[^a-zA-Z\d]/, 33],
];

/** Bits of a text whose characters were drawn from all of their kinds. */
function randomBits(text: string): number {
	const signs = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
	return withoutRuns(text).length * Math.log2(Math.max(signs, 1));
}

/** How many bits whoever tries texts of this kind has to get through. */
function bits(text: string): number {
	// At blanks and signs, and where letters, digits and CamelCase begin.
	const parts = spelt(text).split(/[^a-zA-Z\d]+|(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])/);
	const words = parts.filter(isWord);
	// A random text holds something like a word now and then.
	if (words.join('').length < 0.8 * parts.join('').length) return randomBits(text);
	return words.length * BITS_OF_A_WORD + randomBits(parts.filter((part) => !isWord(part)).join(''));
}

/** Why somebody could find a usable secret out by trying, in words for its owner; undefined for a long random one. */
export function guessable({ headerValue = '' }: Secret): string | undefined {
	const text = headerValue.trim();
	const different = new Set(text.toLowerCase()).size;
	const why =
		text.length < SHORTEST
			? `it has only ${text.length} characters`
			: different < FEWEST_DIFFERENT
				? `it has only ${different} different characters`
				: bits(text) < ENOUGH_BITS
					? 'it is made of words or numbers'
					: undefined;
	return (
		why &&
		`The Header Value can be guessed: ${why}. Take at least ${SHORTEST} random characters, for example from a password generator`
	);
}
