import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { headersFor } from '../../runtime/driver';
import { advice } from '../../runtime/driverNeeds';

describe('headers', () => {
	let root: string;
	let before: NodeJS.ProcessEnv;
	const put = (path: string, content = '') => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), content);
	};
	const node = () => join(root, 'node', 'bin', 'node');
	beforeEach(() => {
		before = { ...process.env };
		root = mkdtempSync(join(tmpdir(), 'driver-test-'));
		for (const name of Object.keys(process.env)) if (/^npm_config_/i.test(name)) delete process.env[name];
		// Else npm's settings on this machine would count.
		for (const name of ['userconfig', 'globalconfig']) {
			process.env[`npm_config_${name}`] = join(root, name);
			put(name);
		}
		put('node/include/node/common.gypi');
	});
	afterEach(() => {
		process.env = before;
		jest.restoreAllMocks();
		rmSync(root, { recursive: true });
	});

	test("are those of npm's setting, in its file", async () => {
		put('userconfig', 'nodedir=/some/where\n');
		expect(await headersFor(node())).toBe('/some/where');
	});

	test("are those of npm's setting, in the environment", async () => {
		process.env.npm_config_nodedir = '/some/where';
		expect(await headersFor(node())).toBe('/some/where');
	});

	test("are else those beside n8n's Node, else those beside the running one", async () => {
		expect(await headersFor(node())).toBe(join(root, 'node'));
		put('running/include/node/common.gypi');
		jest.replaceProperty(process, 'execPath', join(root, 'running', 'bin', 'node'));
		expect(await headersFor(join(root, 'bare', 'bin', 'node'))).toBe(join(root, 'running'));
		jest.replaceProperty(process, 'execPath', join(root, 'bare', 'bin', 'node'));
		expect(await headersFor(join(root, 'bare', 'bin', 'node'))).toBeUndefined();
	});
});

/** What npm and node-gyp said where each of these was missing. */
const outputs: Array<[missing: string, output: string]> = [
	['Python 3 is missing.', 'gyp ERR! stack Error: Could not find any Python installation to use'],
	["Python's module distutils", "ModuleNotFoundError: No module named 'distutils'"],
	[
		"Node's headers",
		'gyp http GET https://nodejs.org/download/release/v24.21.0/node-v24.21.0-headers.tar.gz\n' +
			'gyp ERR! stack is related to network connectivity. In most cases you are behind a proxy or have bad',
	],
	["Node's headers", 'gyp: /gone/common.gypi not found (cwd: /x) while reading includes of binding.gyp'],
	["Node's headers", 'gyp ERR! stack Error: 403 response downloading https://nodejs.org/x.tar.gz'],
	['A C++ compiler or make', 'gyp ERR! stack Error: not found: make'],
	['A C++ compiler or make', 'make: cc: No such file or directory'],
	['A C++ compiler or make', 'make: g++: No such file or directory'],
	['A C++ compiler or make', '/bin/sh: 1: g++: not found'],
	['A C++ compiler or make', 'gyp: No Xcode or CLT version detected!'],
	['A C++ compiler or make', 'gyp ERR! stack Error: Could not find any Visual Studio installation to use'],
];
const debian = { platform: 'linux', hasApt: true } as const;

test.each(outputs)('%s', (missing, output) => {
	// The prebuilt driver is asked for first, in vain.
	const whole = `prebuild-install warn install getaddrinfo ENOTFOUND github.com\n${output}\ngyp ERR! not ok`;
	expect(advice(whole, debian)).toContain(missing);
});

test.each([
	[debian, 'sudo apt-get install build-essential'],
	[{ platform: 'linux', hasApt: false }, 'package manager of your Linux'],
	[{ platform: 'freebsd', hasApt: false }, 'package manager'],
	[{ platform: 'darwin', hasApt: false }, 'xcode-select --install'],
	[{ platform: 'win32', hasApt: false }, 'Visual Studio Build Tools'],
] as const)('on %j: %s', (machine, how) => expect(advice('not found: make', machine)).toContain(how));

test('where nothing known was said, all that is needed is named, with the last lines', () => {
	const said = advice('first\n'.repeat(20) + 'disk full', debian);
	expect(said).toContain('It needs a C++ compiler, make, Python 3 and the headers of Node.');
	expect(said).toMatch(/first\ndisk full$/);
});
