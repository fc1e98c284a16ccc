import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installN8n } from '../../runtime/n8nInstall';

jest.mock('../../runtime/nodeFor', () => ({ nodeFor: async () => join(mockRoot, 'bin', 'node') }));

/** Stands in for npm: tells how it was called, and fails to build where there is no file `compiler`. */
const npm = `#!/bin/sh
here=$(dirname "$0")
echo "$*$([ "$1" = rebuild ] && echo " nodedir=$npm_config_nodedir")" >> "$here/calls"
case "$1" in
view) echo '">=20"' ;;
config) echo "\${npm_config_nodedir:-undefined}" ;;
install)
	mkdir -p node_modules/n8n node_modules/sqlite3
	echo '{ "engines": { "node": ">=20" } }' > node_modules/n8n/package.json
	echo "require('./built')" > node_modules/sqlite3/index.js ;;
rebuild)
	[ -f "$here/compiler" ] || { echo 'gyp ERR! stack Error: not found: make' >&2; exit 1; }
	cp "$here/compiler" node_modules/sqlite3/built.js ;;
esac
`;

let mockRoot: string;
let headers: string;
let before: NodeJS.ProcessEnv;
beforeEach(() => {
	before = { ...process.env };
	mockRoot = mkdtempSync(join(tmpdir(), 'install-test-'));
	headers = join(mockRoot, 'headers');
	mkdirSync(join(mockRoot, 'bin'));
	symlinkSync(process.execPath, join(mockRoot, 'bin', 'node'));
	writeFileSync(join(mockRoot, 'bin', 'npm'), npm);
	chmodSync(join(mockRoot, 'bin', 'npm'), 0o755);
	process.env.PATH = `${join(mockRoot, 'bin')}${delimiter}${process.env.PATH}`;
	process.env.N8N_NODES_BLUETAPE_CACHE = join(mockRoot, 'cache');
	process.env.npm_config_nodedir = headers;
	mkdirSync(join(headers, 'include', 'node'), { recursive: true });
	writeFileSync(join(headers, 'include', 'node', 'common.gypi'), '');
});
afterEach(() => {
	process.env = before;
	rmSync(mockRoot, { recursive: true });
});

/** The first words of npm's calls since the last time. */
function calls(): string[] {
	const file = join(mockRoot, 'bin', 'calls');
	const lines = readFileSync(file, 'utf8').trim().split('\n');
	rmSync(file);
	return lines.map((line) => line.split(' ')[0]);
}
const place = () => join(mockRoot, 'cache', 'n8n-9.9.9');
const compiler = (code: string) => writeFileSync(join(mockRoot, 'bin', 'compiler'), code);

test('n8n is kept where its driver could not be built, and the next start builds the driver only', async () => {
	await expect(installN8n('9.9.9')).rejects.toThrow(
		/^The database driver of n8n \(sqlite3\) could not be built\.\nA C\+\+ compiler or make is missing\.\n.*\nThen start again: only this step is repeated/,
	);
	expect(calls()).toEqual(['view', 'install', 'config', 'rebuild']);
	expect(readFileSync(join(place(), 'driver.log'), 'utf8')).toContain('not found: make');

	compiler('');
	const progress: string[] = [];
	const { folder } = await installN8n('9.9.9', (line) => progress.push(line));
	expect(folder).toBe(join(place(), 'node_modules', 'n8n'));
	expect(calls()).toEqual(['config', 'rebuild']);
	expect(progress).toEqual(['Building the database driver of n8n (once, about a minute)']);

	await installN8n('9.9.9');
	expect(existsSync(join(mockRoot, 'bin', 'calls'))).toBe(false);
	expect(readdirSync(place()).filter((name) => name.endsWith('.log'))).toEqual([]);
});

test('the driver is built against the headers that npm is set to', async () => {
	compiler('');
	await installN8n('9.9.9');
	expect(readFileSync(join(mockRoot, 'bin', 'calls'), 'utf8')).toContain(
		`rebuild sqlite3 --ignore-scripts=false --no-audit --no-fund nodedir=${headers}`,
	);
});

test('a driver that was built but does not load is not finished', async () => {
	compiler("throw new Error('GLIBC_9.99 not found')");
	await expect(installN8n('9.9.9')).rejects.toThrow('GLIBC_9.99 not found');
	expect(existsSync(join(place(), '.complete'))).toBe(false);
});

test('where npm is set to a folder without headers, the setting is named', async () => {
	rmSync(headers, { recursive: true });
	await expect(installN8n('9.9.9')).rejects.toThrow(`npm's setting nodedir names ${headers}, and`);
});
