import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import execa from 'execa';
import { complaintsOf } from '../../release/check';
import { english } from '../../release/checks/english';
import { storedNames } from '../../release/checks/interface';
import { lint } from '../../release/checks/lint';
import { scanners } from '../../release/checks/scanner';

// The checks that look at the working tree, on a small one of their own.
let project: string;
beforeEach(async () => {
	project = await mkdtemp(join(tmpdir(), 'release-tree-'));
});
afterEach(async () => await rm(project, { recursive: true }));

const write = async (file: string, content: string) => {
	await mkdir(join(project, file, '..'), { recursive: true });
	await writeFile(join(project, file), content);
};
const git = async (...args: string[]) =>
	await execa('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: project });
const candidate = () => ({ project, published: project, installed: project, tarball: '' });

it.each([
	['echo fine', []],
	['echo 3 problems; exit 1', ['3 problems']],
])('lint: %s', async (script, complaints) => {
	await write('package.json', JSON.stringify({ scripts: { lint: script } }));
	expect(await complaintsOf(lint, candidate())).toEqual(complaints);
});

it("n8n's scanner: refuses console in a source", async () => {
	await write('nodes/x.ts', "console.log('x');\n");
	expect((await complaintsOf(scanners[0], candidate())).join()).toContain('no-console');
}, 60_000);

it.each([
	['Create an invoice and send it to the customer.', []],
	['Die Rechnung anlegen.', [expect.stringMatching(/README\.md:1.*anlegen/)]],
	['Creat an invocie.', [expect.stringMatching(/README\.md:1.*invocie/)]],
])(
	'English: %s',
	async (text, complaints) => {
		await write('README.md', text);
		expect(await complaintsOf(english, candidate())).toEqual(complaints);
	},
	60_000,
);

describe('interface', () => {
	const FROZEN = 'test/package/__snapshots__/interface.test.ts.snap';
	/** Publishes `last` with two names, then has `names` and another version. */
	async function since(last: string, version: string, names: string): Promise<string[]> {
		await git('init', '--quiet');
		await write(FROZEN, 'one,\ntwo,\n');
		await git('add', '.');
		await git('commit', '--quiet', '--message', last);
		await git('tag', `v${last}`);
		await write(FROZEN, names);
		await write('package.json', JSON.stringify({ version }));
		return await complaintsOf(storedNames, candidate());
	}

	it.each([
		['1.0.0', '1.0.1', 'one,\ntwo,\nthree,\n'],
		['1.0.0', '2.0.0', 'one,\n'],
		['0.1.0', '0.2.0', 'one,\n'],
		// The tag of this very version is no earlier one.
		['1.0.0', '1.0.0', 'one,\n'],
	])('from %s to %s with %j is fine', async (last, version, names) => {
		expect(await since(last, version, names)).toEqual([]);
	});

	it.each([
		['1.0.0', '1.1.0', '2.0.0'],
		['0.1.0', '0.1.1', '0.2.0'],
	])('refuses to lose a name from %s to %s', async (last, version, needed) => {
		expect(await since(last, version, 'one,\nother,\n')).toEqual([
			`since v${last} the interface lost or changed 1 lines: that is ${needed}, not ${version}`,
		]);
	});

	it('has nothing to compare with outside of a repository', async () => {
		await write('package.json', '{"version":"1.0.0"}');
		expect(await complaintsOf(storedNames, candidate())).toEqual([]);
	});
});
