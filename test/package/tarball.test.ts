import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import execa from 'execa';
import manifest from '../../package.json';
import { buildPackage, projectFolder, unpackPackage } from '../../runtime/package';
import { printed } from './printed';
import { credentialTypes, nodes } from './published';

const MOST_BYTES = 300_000;

let tarball: string;
let userFolder: string;
/** As n8n installs it: without peer dependencies. */
let unpacked: string;
let asPublished: string;
beforeAll(async () => {
	tarball = await buildPackage();
	userFolder = await mkdtemp(join(tmpdir(), 'tarball-'));
	unpacked = await unpackPackage(tarball, userFolder);
	asPublished = await mkdtemp(join(userFolder, 'published-'));
	await execa('tar', ['-xzf', tarball, '-C', asPublished, '--strip-components=1']);
}, 180_000);
afterAll(() => {
	for (const folder of [userFolder, dirname(tarball)]) rmSync(folder, { recursive: true });
});

it('is small', () => expect(statSync(tarball).size).toBeLessThan(MOST_BYTES));

it('needs nothing but n8n-workflow, which n8n brings', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
});

it('holds the build, the README and the licence, and no leftovers', () => {
	expect(readdirSync(unpacked).sort()).toEqual(
		['CHANGELOG.md', 'LICENSE.md', 'README.md', 'dist', 'index.js', 'package.json'].filter((file) =>
			existsSync(join(projectFolder, file)),
		),
	);
	expect(readdirSync(join(unpacked, 'dist')).sort()).toEqual(['credentials', 'nodes']);
	const files = readdirSync(join(unpacked, 'dist'), { recursive: true }) as string[];
	const odd = files.filter(
		(file) => !/\.(js|svg|json)$/.test(file) && statSync(join(unpacked, 'dist', file)).isFile(),
	);
	expect(odd).toEqual([]);
	expect(files.filter((file) => /\.test\.|tsbuildinfo|emulator/.test(file))).toEqual([]);
});

it('is loaded by n8n: every node and credential, with icon and codex', async () => {
	const found = (await printed('load.js', unpacked)) as {
		nodes: Array<{ name: string }>;
		credentials: string[];
	};
	expect(found.nodes.map(({ name }) => name).sort()).toEqual(Object.keys(nodes).sort());
	expect(found.credentials.sort()).toEqual(Object.keys(credentialTypes).sort());
	for (const node of found.nodes) {
		expect(node).toMatchObject({
			iconUrl: { light: expect.stringMatching(/\.svg$/), dark: expect.stringMatching(/\.dark\.svg$/) },
			categories: expect.arrayContaining([expect.any(String)]),
		});
		// n8n hides nodes of this category from the nodes panel's search.
		expect(node).not.toMatchObject({ categories: expect.arrayContaining(['AI']) });
	}
}, 60_000);

it("passes n8n's scanner, sources and tarball alike", async () => {
	const scanned = (await printed('scan.mjs', projectFolder, asPublished)) as Record<
		string,
		{ details?: string }
	>;
	expect(scanned).toEqual({ sources: { passed: true }, tarball: { passed: true } });
}, 180_000);
