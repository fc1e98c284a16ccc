import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ids } from '../../emulator/bluDelta/detection/typeIds';
import { tables } from '../../generate/schemas';
import { codeAdvice } from '../../nodes/BlueTape/errors';
import { all, follow, known, pages, pointer, project, read, sections, traps } from './pointers';

/** Least numbers of pointers, far below what there are: a test that finds none says nothing. */
const folders = {
	nodes: 60,
	emulator: 40,
	credentials: 2,
	test: 5,
	benchmarks: 2,
	contract: 60,
	runtime: 0,
	generate: 0,
	release: 0,
	docs: 2,
};

describe.each(Object.entries(folders))('%s', (folder, least) => {
	const files = (readdirSync(join(project, folder), { recursive: true }) as string[])
		.filter(
			(file) =>
				/\.(ts|mjs|md)$/.test(file) && !file.startsWith('contract/') && !file.endsWith(basename(__filename)),
		)
		.map((file) => ({ file, ...follow(read(join(folder, file))) }));

	it('every pointer to the contract leads to its section', () => {
		expect(files.filter(({ broken }) => broken.length > 0)).toEqual([]);
		expect(files.reduce((sum, { pointers }) => sum + pointers, 0)).toBeGreaterThanOrEqual(least);
	});
});

// Made up, so this file is not followed itself.
const to = (file: string, where: string) => `/** Why (${file}.md${where}). */`;
it.each([
	['an unknown section', to('bluetape', ' 4.11'), 'bluetape.md 4.11'],
	['a section of the other page', to('bludelta', ' 9.2, 7.3'), 'bludelta.md 7.3'],
	['an unknown conflict', to('bluetape', ' 4.4, C22'), 'bluetape.md C22'],
	['a conflict of the other page', to('bludelta', ' C1'), 'bludelta.md C1'],
	['an unknown trap', to('bluetape', ' trap 31'), 'bluetape.md trap 31'],
	['a trap whose number stands in several groups', to('bludelta', ' trap 1'), 'bludelta.md trap 1'],
	['an unknown endpoint', to('bluetape', ' #19 and #32'), 'bluetape.md #32'],
	['the wrong file', to('bluetapes', ' 4.4'), 'bluetapes.md 4.4'],
	['another folder', to('contract/bluetape', ' 4.4'), 'contract/bluetape.md 4.4'],
	['no place', to('bluetape', ''), 'bluetape.md'],
	['a broken place in the next line', to('bluetape', '\n\t * 4.12'), 'bluetape.md 4.12'],
	['no file', '// Why (contract 5.3)', 'contract 5.3'],
	['a conflict without its file', '// Why (C11)', '(C11)'],
])('bites: %s', (_, text, broken) => expect(follow(text).broken).toContain(broken));

it('follows each form, and through the end of a line', () => {
	const text = [' 4.10, C18 and trap 19', '\n\t * #31', ' 6; 8 more'].map((where) => to('bluetape', where));
	expect(follow(text.join('\n'))).toEqual({ pointers: 5, broken: [] });
});

describe.each(Object.entries(pages))('the page of %s', (name, page) => {
	const vendorMark = /\*\*(documented|inferred|unknown)\*\*/;
	it('every section begins with a mark', () => {
		const bare = sections(page).filter(
			([heading, text]) =>
				!heading.startsWith('0 ') && !/^\s*\*\*(documented|inferred|unknown|decided)\*\*/.test(text),
		);
		expect(bare.map(([heading]) => heading)).toEqual([]);
		expect(sections(page).length).toBeGreaterThan(30);
	});

	it('every conflict says what the sources have, and what was decided', () => {
		const conflicts = sections(page).filter(([heading]) => /^C\d/.test(heading));
		expect(conflicts).toHaveLength(name === 'bluetape' ? 21 : 0);
		for (const [heading, text] of conflicts) {
			expect([heading, text]).toEqual([heading, expect.stringMatching(vendorMark)]);
			expect([heading, text]).toEqual([heading, expect.stringMatching(/\*\*(decided|inferred)\*\*/)]);
		}
	});

	it('its own mentions of sections, conflicts and traps lead somewhere', () => {
		const own = page.replace(pointer, '');
		const words = all(own, /(?<![\w"])(C\d+|trap \d+|#\d+)\b(?!")|\((\d+\.\d+)\)|section (\d+)/g);
		const goals = words.flatMap((groups) => groups.slice(1).filter((goal) => goal !== undefined));
		expect(goals.filter((goal) => !known[name].includes(goal))).toEqual([]);
		expect(goals.length).toBeGreaterThan(20);
		expect(follow(page).broken.filter((goal) => !goal.startsWith('('))).toEqual([]);
	});
});

it('every trap of BlueTape is marked', () => {
	const bare = traps(pages.bluetape).filter(({ text }) => !/\*\*\w+\*\*/.test(text));
	expect(bare.map(({ number }) => number)).toEqual([]);
	expect(traps(pages.bluetape)).toHaveLength(30);
});

describe('the contract holds', () => {
	const rows = (page: string, number: string) =>
		sections(page).find(([heading]) => heading.startsWith(`${number} `))![1];

	it('every code that the node has advice for, and no other', () => {
		const codes = all(rows(pages.bluetape, '9.2'), /^\| `(\w+_\w+)`/gm).map(([, code]) => code);
		expect(codes.sort()).toEqual(Object.keys(codeAdvice).sort());
	});

	it('every id that the emulator gives and the vendor documents', () => {
		const documented = all(rows(pages.bludelta, '6.6'), /^\| `(\w+)`[^|]*\| (\d+) /gm);
		const byName = Object.fromEntries(documented.map(([, name, id]) => [name, Number(id)]));
		const below = Object.entries(ids).filter(([, id]) => id < 2 ** 49);
		expect(below.length).toBeGreaterThan(30);
		expect(byName).toMatchObject(Object.fromEntries(below));
	});

	it.each([
		['BlueTape', pages.bluetape, 31],
		['BluDelta', pages.bludelta, 8],
	] as const)('every endpoint that the node of %s calls', (vendor, page, number) => {
		const shape = (route: string) => route.replace(/\?.*/, '').replace(/\{\w+\}/g, '{}');
		const endpoints = all(page, /^\| \d+ +\| `([A-Z]+ \/[^`]+)`/gm).map(([, route]) => shape(route));
		const routes = Object.values(tables[vendor]).flatMap(({ operations }) =>
			Object.values(operations).map(({ route }) => route),
		);
		// An operation without a route calls nothing.
		const called = routes.filter((route) => !!route).map(shape);
		expect(endpoints).toHaveLength(number);
		expect(called.length).toBeGreaterThan(0);
		expect(called.filter((route) => !endpoints.includes(route))).toEqual([]);
	});
});
