import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import execa from 'execa';
import { shortest } from '../../generate/imports';

const project = resolve(__dirname, '../..');

/** By rule: files that break it, with what they hold; the first one is where dependency-cruiser finds it. */
const breaches: Record<string, Record<string, string>> = {
	'nodes-know-only-themselves': {
		'nodes/A/A.node.ts': "import '../../emulator/a';",
		'emulator/a.ts': '',
	},
	'emulator-knows-only-itself': {
		'emulator/cli.ts': "import type { B } from '../nodes/shared/b';",
		'nodes/shared/b.ts': 'export type B = 1;',
	},
	'contract-knows-nothing-of-what-it-asks': {
		'contract/cli.ts': "import '../emulator/n';",
		'emulator/n.ts': '',
	},
	'contract-starts-the-emulator-and-nothing-else': {
		'contract/emulated.ts': "import '../nodes/shared/o';",
		'nodes/shared/o.ts': '',
	},
	'nothing-needs-the-tests': {
		'runtime/start.ts': "import '../test/c';",
		'test/c.ts': '',
	},
	'shared-knows-no-vendor': {
		'nodes/shared/d.ts': "import '../BlueTape/d';",
		'nodes/BlueTape/d.ts': '',
	},
	'floor-of-values-and-failure': {
		'nodes/shared/values/v.ts': "import type { H } from '../http/v';",
		'nodes/shared/http/v.ts': 'export type H = 1;',
	},
	'floor-of-http': {
		'nodes/shared/http/w.ts': "import '../table/w';",
		'nodes/shared/table/w.ts': '',
	},
	'floor-of-table': {
		'nodes/shared/table/x.ts': "import '../field/x';",
		'nodes/shared/field/x.ts': '',
	},
	'floor-of-field-and-editor': {
		'nodes/shared/field/y.ts': "import '../editor/y';",
		'nodes/shared/editor/y.ts': '',
	},
	'floor-of-input': {
		'nodes/shared/input/z.ts': "import '../run/z';",
		'nodes/shared/run/z.ts': '',
	},
	'vendors-know-nothing-of-each-other': {
		'nodes/BlueTape/e.ts': "import '../BluDelta/e';",
		'nodes/BluDelta/e.ts': '',
	},
	'detection-knows-no-n8n': {
		'nodes/BluDelta/detection/f.ts': "import type { INode } from 'n8n-workflow';",
	},
	'rows-and-amounts-know-no-n8n': {
		'nodes/BlueTape/rows/r.ts': "import type { INode } from 'n8n-workflow';",
	},
	'libraries-are-bundled': {
		'nodes/shared/g.ts': "import { z } from 'zod';",
	},
	'one-file-loops-over-items': {
		'nodes/shared/h.ts': "import { pLimit } from '../bundled/pLimit';",
		'nodes/bundled/pLimit.ts': 'export const pLimit = 1;',
	},
	'no-cycles': {
		'runtime/i.ts': "import { j } from './j'; export const i = j;",
		'runtime/j.ts': "import type { i } from './i'; export const j: typeof i = 1;",
	},
	'no-dead-files': {
		'generate/k.ts': '',
	},
	'nothing-missing': {
		'generate/docs.ts': "import './gone';",
	},
};

let folder: string;
let found: Array<{ name: string; from: string }>;
let rules: string[];
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
	for (const [path, content] of Object.values(breaches).flatMap((files) => Object.entries(files))) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	const folders = await readdir(folder);
	await cp(join(project, 'tsconfig.json'), join(folder, 'tsconfig.json'));
	const config = join(project, '.dependency-cruiser.js');
	const { stdout } = await execa('depcruise', [...folders, '--config', config, '--output-type', 'json'], {
		cwd: folder,
		preferLocal: true,
		localDir: project,
		reject: false,
	});
	const { summary } = JSON.parse(stdout) as {
		summary: {
			violations: Array<{ rule: { name: string }; from: string; to: string }>;
			ruleSetUsed: { forbidden: Array<{ name: string }> };
		};
	};
	// What is unreached is named as the goal.
	found = summary.violations.map(({ rule, from, to }) => ({
		name: rule.name,
		from: rule.name === 'no-dead-files' ? to : from,
	}));
	rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
}, 60_000);
afterAll(async () => await rm(folder, { recursive: true }));

it.each(Object.entries(breaches))('%s bites', (name, files) => {
	expect(found).toContainEqual({ name, from: Object.keys(files)[0] });
});

it('every rule is tried here', () => expect(Object.keys(breaches).sort()).toEqual([...rules].sort()));

async function holding(where: string, pattern: RegExp): Promise<string[]> {
	const files = (await readdir(join(project, where), { recursive: true })).filter((file) =>
		file.endsWith('.ts'),
	);
	const texts = await Promise.all(
		files.map(async (file) => [file, await readFile(join(project, where, file), 'utf8')] as const),
	);
	return texts.filter(([, text]) => pattern.test(text)).map(([file]) => join(where, file));
}

it('one file sends requests', async () => {
	expect(await holding('nodes', /\.httpRequest(WithAuthentication)?\b|\bfetch\(/)).toEqual([
		'nodes/shared/http/exchange.ts',
	]);
});

it('shared code names no vendor', async () => {
	expect(await holding('nodes/shared', /blue ?tape|blu ?delta/i)).toEqual([]);
});

it('the picture leaves out an arrow that a longer way shows', () => {
	const graph = new Map([
		['a', new Set(['b', 'c', 'd'])],
		['b', new Set(['c'])],
		['c', new Set(['d'])],
		['d', new Set<string>()],
	]);
	expect(shortest(graph)).toEqual([
		['a', 'b'],
		['b', 'c'],
		['c', 'd'],
	]);
});
