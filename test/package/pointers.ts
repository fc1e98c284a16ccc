import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const project = resolve(__dirname, '../..');
/** A file's text, by its path from the project's folder. */
export const read = (path: string) => readFileSync(join(project, path), 'utf8');
export const pages = {
	bluetape: read('docs/contract/bluetape.md'),
	bludelta: read('docs/contract/bludelta.md'),
};

/** Groups of a regular expression's matches, the whole match first. */
export const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => [...match]);

/** Headings of a page with what stands below each, up to the next heading of any depth. */
export const sections = (page: string) =>
	page
		.split(/^#{2,} /m)
		.slice(1)
		.map((part) => part.split(/\n([\s\S]*)/));

/** The part of a page under its heading "Traps". */
export const traps = (page: string) =>
	all(page.split(/^## \d+ Traps$/m)[1], /^(\d+)\. (.*(?:\n {2,}.*)*)/gm).map(([, number, text]) => ({
		number,
		text,
	}));

/** Where a pointer may lead: `4.3`, `C18`, `trap 19` (where the numbers go on through all groups), `#5`. */
function places(page: string): string[] {
	const numbers = traps(page).map(({ number }) => number);
	return [
		...all(page, /^#{2,} (\d+(?:\.\d+)*|C\d+) /gm).map(([, place]) => place),
		...(new Set(numbers).size === numbers.length ? numbers.map((number) => `trap ${number}`) : []),
		...all(page, /^\| (\d+) +\| `[A-Z]+ \//gm).map(([, number]) => `#${number}`),
	];
}
export const known: Record<string, string[]> = {
	bluetape: places(pages.bluetape),
	bludelta: places(pages.bludelta),
};

const place = String.raw`(?:\d+(?:\.\d+)*|C\d+|trap \d+|#\d+)`;
/** A pointer to the contract: the file's name and a list of places. */
export const pointer = new RegExp(String.raw`([\w./-]+)\.md(?: (${place}(?:(?:, | and )${place})*))?`, 'g');
/** A section, trap or conflict without its file. */
const stray = /\bcontract (?:sections? |trap )?C?\d[\d.]*|\(C\d+\)/gi;

interface Found {
	pointers: number;
	broken: string[];
}

/** The pointers of a text, and those that lead nowhere or have another form. Links of Markdown are none. */
export function follow(text: string): Found {
	// A comment goes on in its next line.
	const flat = text.replace(/\]\([^)]*\)/g, ']').replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');
	const broken = all(flat, stray).map(([words]) => words);
	let pointers = 0;
	for (const [words, file, list] of all(flat, pointer)) {
		const goals = list?.split(/, | and /) ?? [];
		pointers += goals.length;
		if (file in known ? !list : list) broken.push(words);
		broken.push(...goals.filter((goal) => !known[file]?.includes(goal)).map((goal) => `${file}.md ${goal}`));
	}
	return { pointers, broken: [...new Set(broken)] };
}
