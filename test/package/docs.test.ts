import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pages } from '../../generate/docs';
import { schemaOf, tables, triggerExamples } from '../../generate/schemas';
import { events, readNotices, type Notice } from '../../nodes/BlueTape/webhook/notice';
import manifest from '../../package.json';
import { credentialTypes } from '../../release/published';
import type { WorkflowJson } from '../../runtime/workflow';

const project = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const markdown = [
	...readdirSync(project).filter((file) => file.endsWith('.md')),
	...['.github', 'docs', 'docs/contract', 'emulator', 'benchmarks', 'examples'].flatMap((folder) =>
		existsSync(join(project, folder))
			? readdirSync(join(project, folder))
					.filter((file) => file.endsWith('.md'))
					.map((file) => join(folder, file))
			: [],
	),
];

it('the generated pages are what the table in the code says (if not: npm run docs)', () => {
	for (const [path, text] of Object.entries(pages())) expect([path, read(path)]).toEqual([path, text]);
});

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
	heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replace(/ /g, '-');

/** Does a path from the project's folder, with an anchor or without, lead nowhere? */
function isDead(link: string): boolean {
	const [path, anchor] = link.split('#');
	if (!existsSync(join(project, path))) return true;
	const headings = path.endsWith('.md')
		? [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading))
		: [];
	return anchor !== undefined && !headings.includes(anchor);
}

it.each(markdown)('the links of %s lead somewhere', (file) => {
	const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link]) => link)
		.filter((link) => !/^(https?|mailto):/.test(link));
	const target = (link: string) => (link.startsWith('#') ? file + link : join(dirname(file), link));
	expect(links.filter((link) => isDead(target(link)))).toEqual([]);
});

it('every picture is shown or linked on a page', () => {
	const folder = 'docs/screenshots';
	const texts = markdown.map(read).join();
	const pictures = readdirSync(join(project, folder));
	expect(pictures.length).toBeGreaterThan(5);
	expect(pictures.filter((name) => !texts.includes(`screenshots/${name})`))).toEqual([]);
});

it('the links from nodes and credentials to the documentation lead somewhere', () => {
	const own = manifest.homepage.replace('#readme', '');
	const codex = manifest.n8n.nodes.map((path) => path.replace(/^dist\/(.*)\.js$/, '$1.json'));
	const texts = [...codex.map(read), ...Object.values(credentialTypes).map((type) => type.documentationUrl!)];
	const links = texts.flatMap((text) => [...text.matchAll(/https:[^"\s]+/g)].map(([link]) => link));
	expect(links.length).toBeGreaterThan(8);
	const target = (link: string) =>
		link
			.replace(`${own}/blob/main/`, '')
			.replace(`${own}#readme`, 'README.md')
			.replace(`${own}#`, 'README.md#');
	expect(links.filter((link) => isDead(target(link)))).toEqual([]);
});

it('every promise of BlueTape Trigger in the README is the name of a test', () => {
	const [, section] = read('README.md').split('**BlueTape Trigger**\n\n-');
	const [promises] = section.split('\n\n');
	const parts = promises.split('\n-').flatMap((promise) => promise.replace(/[_.]/g, '').trim().split(', '));
	const tests = read('test/triggers/blueTapePromises.test.ts').toLowerCase();
	expect(parts.length).toBeGreaterThan(8);
	expect(parts.filter((part) => !tests.includes(part.toLowerCase()))).toEqual([]);
});

it('every test that a table of docs/webhooks.md names is there', () => {
	const named = [...read('docs/webhooks.md').matchAll(/\| `(\w+)` › `([^`]+)` +\|/g)];
	expect(named.length).toBeGreaterThan(10);
	const tests = (file: string) =>
		[
			...read(`test/triggers/${file}.test.ts`).matchAll(/(?:\b(?:describe|test|it)|\))\(\s*(['"])(.+?)\1,/g),
		].map(([, , title]) => title);
	const missing = named.filter(([, file, name]) => !tests(file).some((title) => title.includes(name)));
	expect(missing.map(([row]) => row)).toEqual([]);
});

it('every operation has an example of its output, with its ids', () => {
	for (const resources of Object.values(tables)) {
		for (const { operations } of Object.values(resources)) {
			for (const { name, path, example } of Object.values(operations)) {
				expect({ name, fields: Object.keys(example) }).toEqual({
					name,
					fields: expect.arrayContaining(Object.keys(path)),
				});
			}
		}
	}
});

it.each(events)("the BlueTape Trigger's example holds all fields of a notice of %s", (event) => {
	// What BlueTape's API says is no part of a notice.
	const { verified: _, ...notice } = triggerExamples.BlueTape as Record<string, unknown>;
	const bytes = Buffer.from(JSON.stringify(notice));
	const notices = readNotices({ bytes, address: event }, new Date()) as Notice[];
	expect(notices.find((one) => one.event === event)).toMatchObject({ json: notice });
});

it.each(['model-a-invoice-only', 'model-b-quote-first'])(
	'the notices that are pinned in %s are what the trigger puts out, one at least for each of its events',
	(example) => {
		const { nodes, pinData } = JSON.parse(read(`examples/${example}.json`)) as WorkflowJson;
		const { name, parameters } = nodes.find(({ type }) => type.endsWith('.blueTapeTrigger'))!;
		const pinned = (pinData as Record<string, Array<{ json: Record<string, unknown> }>>)[name];
		for (const { json } of pinned) {
			const { event, eventId, receivedAt, verified, ...body } = json;
			expect(verified).toMatchObject({ matches: true });
			const bytes = Buffer.from(JSON.stringify(body));
			const notices = readNotices({ bytes }, new Date(receivedAt as string));
			expect(notices).toMatchObject([{ event, eventId, json: { ...body, event, eventId, receivedAt } }]);
			expect(notices).not.toHaveProperty('0.json.problems');
		}
		expect(new Set(pinned.map(({ json }) => json.event))).toEqual(new Set(parameters.events as string[]));
	},
);

it('an example gives the schema that the editor shows', () => {
	expect(schemaOf({ a: 'x', b: [{ c: 1 }], d: true })).toEqual({
		type: 'object',
		properties: {
			a: { type: 'string' },
			b: { type: 'array', items: { type: 'object', properties: { c: { type: 'number' } } } },
			d: { type: 'boolean' },
		},
	});
});
