import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Candidate } from '../../release/candidate';

export type Spoil = (candidate: Candidate) => Promise<Candidate>;

/** A copy of the candidate, beside it, with its published files changed. */
function spoilt(spoil: (path: (file: string) => string) => Promise<void>): Spoil {
	return async (candidate) => {
		const published = await mkdtemp(join(dirname(candidate.published), 'spoilt-'));
		await cp(candidate.published, published, { recursive: true });
		await spoil((file) => join(published, file));
		return { ...candidate, published, installed: published };
	};
}

/** With a part of one file replaced; throws when it has no such part. */
export const edited = (file: string, from: string | RegExp, to: string): Spoil =>
	spoilt(async (path) => {
		const text = await readFile(path(file), 'utf8');
		const changed = text.replace(from, to);
		if (changed === text) throw new Error(`${file} has no ${from}`);
		await writeFile(path(file), changed);
	});
const written = (file: string, text: string) => spoilt(async (path) => await writeFile(path(file), text));
const removed = (file: string) => spoilt(async (path) => await rm(path(file)));
const tagged =
	(tag: string): Spoil =>
	async (candidate) => ({ ...candidate, tag });

const manifest = (from: string | RegExp, to: string) => edited('package.json', from, to);
const ICON = 'dist/nodes/BlueTape/blueTape.svg';
const NODE = 'dist/nodes/BlueTape/BlueTape.node.js';

/** How the name of a check begins, what it must refuse, how that is made, and a part of the complaint. */
export const flaws: Array<[check: string, flaw: string, Spoil, complaint: RegExp]> = [
	["n8n's scanner: the tarball", 'code made from text', written('dist/x.js', "eval('1');\n"), /dangerous/],

	['icons', 'an oblong one', edited(ICON, '0 0 60 60', '0 0 60 50'), /blueTape\.svg is not square/],
	['icons', 'one with a script', edited(ICON, '</svg>', '<script/></svg>'), /blueTape\.svg holds a script/],
	['icons', 'one for light and dark', edited(NODE, '.dark.svg', '.svg'), /blueTape has no icon for light/],

	['README', 'none', removed('README.md'), /README\.md/],
	[
		'README',
		'no word about credentials',
		edited('README.md', /^## Credentials$[^]*?(?=^## )/m, ''),
		/"Credentials"/,
	],
	['README', 'an empty part', edited('README.md', /^## Help$[^]*/m, '## Help\n'), /"Help"/],

	[
		'version',
		'a version without an entry',
		manifest(/"version": ".*"/, '"version": "7.0.0"'),
		/says 7\.0\.0/,
	],
	['version', 'a changelog of another form', edited('CHANGELOG.md', /^## .*/m, '## 0.1.0'), /Syntax error/],
	['version', 'an empty entry', edited('CHANGELOG.md', /^- .*\n/gm, ''), /without a change/],
	[
		'version',
		'an older version first',
		edited('CHANGELOG.md', '## [0.2.0]', '## [0.0.1] - 2026-01-01\n\n### Added\n\n- It.\n\n## [0.2.0]'),
		/begin with the newest/,
	],
	['version', 'a tag without a date', tagged('v0.2.0'), /gives 0\.2\.0 no date/],
	['version', 'another tag', tagged('v0.3.0'), /the tag is v0\.3\.0/],

	['tarball: the build', 'a test', written('dist/nodes/x.test.js', ''), /x\.test\.js does not belong/],
	['tarball: the build', 'a source', written('dist/nodes/x.ts', ''), /x\.ts does not belong/],
	['tarball: the build', 'notes', written('notes.txt', ''), /notes\.txt does not belong/],
	[
		'tarball: the build',
		'a source map',
		written(NODE, '//# sourceMappingURL=x.map'),
		/points to a source map/,
	],
	[
		'tarball: the build',
		'a path of a machine',
		written('index.js', '// /home/me\n'),
		/index\.js names \/home\//,
	],

	['metadata', 'none', removed('dist/types/nodes.json'), /does not take/],
	[
		'metadata',
		'a stale one',
		edited('dist/types/nodes.json', '"BlueTape"', '"Blue"'),
		/nodes\.json is stale/,
	],
	['metadata', 'other code', edited(NODE, "'transform'", "'input'"), /^dist\/types\/nodes\.json is stale$/],
	['metadata', 'a moved node', edited('dist/known/nodes.json', 'BlueTape.node.js', 'x.js'), /./],

	['loading', 'a node that breaks', edited(NODE, /^/, 'throw new Error("broken");'), /load\.js/],
	[
		'loading',
		'a node without a category',
		edited(`${NODE}on`, /"categories": \[.*\]/, '"categories": []'),
		/blueTape has no category/,
	],
	[
		'loading',
		'a category that n8n hides',
		edited(`${NODE}on`, '"categories": [', '"categories": ["AI",'),
		/blueTape is in the category AI/,
	],
];
