import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json';
import { openCandidate } from '../../release/candidate';
import { complaintsOf } from '../../release/check';
import { checks } from '../../release/checks';
import { descriptionComplaints } from '../../release/checks/descriptions';
import { manifestFlaws } from '../../release/checks/manifest';
import { MOST_BYTES } from '../../release/checks/tarball';
import { nodes } from '../../release/published';
import { edited, flaws } from './releaseFlaws';

const checkOf = (start: string) => checks.find(({ name }) => name.startsWith(start))!;

let candidate: Awaited<ReturnType<typeof openCandidate>>;
beforeAll(async () => {
	candidate = await openCandidate();
}, 180_000);
afterAll(async () => await candidate.remove());

describe('this package', () => {
	it.each(checks.map((check) => [check.name, check] as const))(
		'%s',
		async (_name, check) => {
			expect(await complaintsOf(check, candidate)).toEqual([]);
		},
		300_000,
	);
});

it.each(flaws)(
	'%s: refuses %s',
	async (check, _flaw, spoil, complaint) => {
		expect((await complaintsOf(checkOf(check), await spoil(candidate))).join('\n')).toMatch(complaint);
	},
	60_000,
);

it("package.json: refuses what n8n's rules refuse", async () => {
	const text = JSON.stringify({
		...manifest,
		...{ keywords: ['n8n'], license: 'ISC', dependencies: { zod: '3' }, author: { name: 'me' } },
	});
	const bad = await edited('package.json', /[^]*/, text)(candidate);
	const complaints = (await complaintsOf(checkOf('package.json'), bad)).join('\n');
	for (const word of ['keywords', 'license', 'dependencies', 'author'])
		expect(complaints).toMatch(new RegExp(`error.*${word}`));
}, 60_000);

const { repository, bugs, n8n } = manifest;
const [NODE] = n8n.nodes;
it.each<[flaw: string, changes: object, complaint: string | RegExp]>([
	['a dependency', { dependencies: { zod: '3' } }, 'dependencies: n8n installs no dependencies'],
	['an optional one', { optionalDependencies: { zod: '3' } }, /^optionalDependencies: n8n installs no/],
	['a bundled one', { bundledDependencies: ['zod'] }, /^bundledDependencies: n8n installs no/],
	['one bundled by its other name', { bundleDependencies: ['zod'] }, /^bundleDependencies: n8n installs no/],
	['a private package', { private: true }, /^private: /],
	['an address that is none', { author: { email: 'me' } }, /^author\.email: /],
	['no list of files', { files: [] }, /^files: /],
	['no repository', { repository: undefined }, /^repository: /],
	[
		'one elsewhere',
		{ repository: { ...repository, url: 'git+https://x.org/a/b.git' } },
		/^repository\.url: /,
	],
	['issues of another project', { bugs: { url: bugs.url.replace('nodes', 'n') } }, /^bugs: is not at/],
	['the page of another project', { homepage: 'https://example.com/x' }, /^homepage: is not at/],
	['a later node API', { n8n: { ...n8n, n8nNodesApiVersion: 2 } }, /^n8n\.n8nNodesApiVersion: /],
	[
		'a node that is not there',
		{ n8n: { ...n8n, nodes: [...n8n.nodes, 'dist/No.node.js'] } },
		'dist/No.node.js is not in the package',
	],
	[
		'a node that nobody registers',
		{ n8n: { ...n8n, nodes: n8n.nodes.slice(1) } },
		`${NODE} is not registered`,
	],
])('package.json: refuses %s', (_flaw, changes, complaint) => {
	const files = [...n8n.nodes, ...n8n.credentials];
	expect(manifestFlaws(manifest, files)).toEqual([]);
	const expected = typeof complaint === 'string' ? complaint : expect.stringMatching(complaint);
	expect(manifestFlaws({ ...manifest, ...changes }, files)).toContainEqual(expected);
});

it('version: takes a dated one under its tag', async () => {
	const dated = await edited('CHANGELOG.md', '- Unreleased', '- 2026-11-21')(candidate);
	expect(await complaintsOf(checkOf('version'), { ...dated, tag: 'v0.2.0' })).toEqual([]);
});

it('tarball: refuses a larger one', async () => {
	const tarball = join(candidate.published, '..', 'large.tgz');
	await writeFile(tarball, Buffer.alloc(MOST_BYTES));
	expect(await complaintsOf(checkOf('tarball: less'), { ...candidate, tarball })).toEqual(['300000 bytes']);
});

it('generated fields: refuses one that breaks a rule', async () => {
	const properties = [{ displayName: 'due date', name: 'dueDate', type: 'boolean', default: 0 }];
	const complaints = await descriptionComplaints('blueTape', { ...nodes.blueTape.description, properties });
	expect(complaints.length).toBeGreaterThan(1);
});
