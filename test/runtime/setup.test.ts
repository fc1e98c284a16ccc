import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const both = {
	'node_modules/a': { version: '1.0.0' },
	'node_modules/b': { version: '1.0.0', optional: true },
};

/** Runs setup.js in a project of its own, with an `npm` that only tells how it was called. */
function setUp(present: object | undefined, engines = '>=20.15') {
	const root = mkdtempSync(join(tmpdir(), 'setup-test-'));
	const put = (path: string, content: object) => writeFileSync(join(root, path), JSON.stringify(content));
	for (const folder of ['runtime', 'node_modules', 'bin']) mkdirSync(join(root, folder));
	copyFileSync(resolve('runtime/setup.js'), join(root, 'runtime', 'setup.js'));
	put('package.json', { engines: { node: engines } });
	put('package-lock.json', { packages: { '': {}, ...both } });
	if (present) put('node_modules/.package-lock.json', { packages: present });
	writeFileSync(join(root, 'bin', 'npm'), '#!/bin/sh\necho "called: npm $*"\n');
	chmodSync(join(root, 'bin', 'npm'), 0o755);
	const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}` };
	const { status, stderr } = spawnSync(process.execPath, ['runtime/setup.js'], {
		cwd: root,
		env,
		encoding: 'utf8',
	});
	rmSync(root, { recursive: true });
	return { status, stderr };
}

test.each<[string, object | undefined, boolean]>([
	['nothing is there', undefined, true],
	['all is there', both, false],
	['a library for another platform is left out', { 'node_modules/a': { version: '1.0.0' } }, false],
	['a library is older', { ...both, 'node_modules/a': { version: '0.9.0' } }, true],
	['a library is missing', { 'node_modules/b': { version: '1.0.0' } }, true],
	['a library is one too many', { ...both, 'node_modules/c': { version: '1.0.0' } }, true],
])('%s: npm ci %#', (_, present, installs) => {
	const { status, stderr } = setUp(present);
	expect(status).toBe(0);
	expect(stderr.includes('called: npm ci --ignore-scripts')).toBe(installs);
});

test('a Node that is too old is told so', () => {
	expect(setUp(both, '>=99.1')).toEqual({
		status: 1,
		stderr: expect.stringMatching(/^This is Node .* Node 99\.1 or newer is needed/),
	});
});
