import { Big } from '../../bundled/big';
import { parseTree, type Node, type ParseError } from '../../bundled/jsonc';

/** Plain decimals that JavaScript would write another way: `1.10`, or more digits than a number keeps. */
const PLAIN = /^-?\d+(\.\d+)?$/;
const SHOWN = 40;

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** What stands around `offset` up to the next comma, bracket or line: the whole of a value that was cut in the middle. */
function writtenAt(text: string, offset: number): { written: string; isName: boolean } {
	// A comma between digits belongs to what was meant as one number.
	const grouped = /^\d/.test(text.slice(offset)) ? /(?:\d+,)*$/.exec(text.slice(0, offset))![0] : '';
	const head = text.slice(0, offset - grouped.length);
	const lead = /(?:[{[,]|"\s*:|\n|^)([^{}[\],"\n]*)$/.exec(head)?.[1] ?? '';
	const before = lead + grouped;
	const [after] = /^(?:\d+,(?=\d))*[^{}[\],\n]*/.exec(text.slice(offset)) ?? [''];
	const start = offset - before.length;
	const [, name] = /^\s*([\w$'-]+)\s*:/.exec(text.slice(start)) ?? [];
	const isName = name !== undefined && /[{,]\s*$/.test(text.slice(0, start));
	return { written: isName ? name : `${before}${after}`.replace(/\/[/*].*$/, '').trim(), isName };
}

/** What is wrong within a text in quotes, by jsonc-parser's codes. */
const IN_QUOTES: Record<number, string> = {
	12: 'a text has no quote at the end of its line; write a line break in it as \\n',
	14: 'a text has \\u without four hexadecimal digits',
	15: 'a text has a backslash that means nothing in JSON; write it twice',
	16: 'a text has a tab or another invisible character; write a tab as \\t',
};

/** Quotes as word processors and chats make them. */
const TYPOGRAPHIC = /[“”„‟«»‹›‘’‚‛]/;

/** One sentence on the first thing in a text that is no JSON. */
function mistakeIn(text: string, { offset, error }: Pick<ParseError, 'offset' | 'error'>): string {
	const where = `line ${lineOf(text, offset)}`;
	const inQuotes = IN_QUOTES[error];
	const rest = text.slice(offset).trim();
	if (inQuotes) {
		const isTypographic = inQuotes === IN_QUOTES[12] && TYPOGRAPHIC.test(rest.split('\n')[0]);
		return `${where}: ${inQuotes}${isTypographic ? '. Typographic quotes such as ” end no text: write "' : ''}`;
	}
	if (!rest) return `${where}: the text ends too early; a bracket or a quote is missing`;
	const { written, isName } = writtenAt(text, offset);
	if (TYPOGRAPHIC.test(written[0] ?? '') || TYPOGRAPHIC.test(rest[0])) {
		return `${where}: the quotes in ${cut(written)} are typographic ones: write straight ones, "`;
	}
	const bare = written.replace(/^['"`“”]+|['"`“”]+$/g, '');
	const isGood = /^(-?(0|[1-9]\d*)(\.\d+)?|true|false|null)$/.test(bare);
	if (rest.startsWith('"') || !bare || isGood || /[}\]"]/.test(written)) {
		return `${where}: a comma, a quote or a bracket is missing or too much at ${cut(rest.split('\n')[0])}`;
	}
	return `${where}: the ${isName ? 'name' : 'value'} ${cut(written)} needs quotes: "${cut(bare)}"`;
}

/** A name that stands twice in one object: only one of its values can be meant. */
class Twice extends Error {}

/** How a number is read: `typed` stays text where JavaScript would write it another way, `number` only where it can't hold it. */
export type Numbers = 'typed' | 'number';
/** The same by where it stands: the names on the way to it, lists left out. */
type NumbersAt = (path: string[]) => Numbers;

function numberOf(typed: string, value: number, numbers: Numbers): unknown {
	if (!PLAIN.test(typed) || String(value) === typed) return value;
	return numbers === 'number' && new Big(typed).eq(value) ? value : typed;
}

/** The value of a part of the text. */
function valueOf(node: Node, text: string, numbers: NumbersAt, path: string[] = []): unknown {
	if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, text, numbers, path));
	if (node.type === 'number') {
		const typed = text.slice(node.offset, node.offset + node.length);
		return numberOf(typed, node.value as number, numbers(path));
	}
	if (node.type !== 'object') return node.value;
	const members = new Map<string, unknown>();
	for (const { children: [key, value] = [] } of node.children ?? []) {
		const name = key.value as string;
		if (members.has(name)) throw new Twice(`line ${lineOf(text, key.offset)}: "${name}" stands there twice`);
		members.set(name, valueOf(value, text, numbers, [...path, name]));
	}
	return Object.fromEntries(members);
}

/** The text without what comes along when it is copied: a byte order mark, a fence as models write it, blanks of a web page. */
function bareText(given: string): string {
	const text = given.replace(/^\uFEFF/, '');
	const [, inner = text] = /^\s*```(?:json)?[^\S\n]*\n(.*?)\n?\s*```\s*$/is.exec(text) ?? [];
	return inner.replace(/"(?:[^"\\]|\\.)*"|\u00A0/gs, (part) => (part === '\u00A0' ? ' ' : part));
}

/**
 * What a JSON text says, or one sentence on what is wrong with it. Comments and commas before a bracket are allowed, as in the
 * vendors' samples; all else that JSON doesn't know is a mistake, named with line and value: read some other way, it would be another
 * value than the one that was typed. A plain number that JavaScript would write another way (`1.10`, `12345678901234567890`) stays
 * text, for it may be an ID; with `numbers: 'number'`, where it can be none, only the second does.
 */
export function parseJson(
	given: string,
	numbers: Numbers | NumbersAt = 'typed',
): { value: unknown; mistake?: undefined } | { mistake: string } {
	const text = bareText(given);
	const errors: ParseError[] = [];
	try {
		const tree = parseTree(text, errors, { allowTrailingComma: true });
		if (errors.length || !tree) return { mistake: mistakeIn(text, errors[0] ?? { offset: 0, error: 0 }) };
		return { value: valueOf(tree, text, typeof numbers === 'function' ? numbers : () => numbers) };
	} catch (error) {
		// What is left is the end of the stack.
		return { mistake: error instanceof Twice ? error.message : 'it is nested too deeply' };
	}
}
