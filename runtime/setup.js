// Runs before everything else in `npm start` and `npm test`, on whatever Node the machine has: no dependencies, no new syntax.
const { spawnSync } = require('child_process');
const { readFileSync } = require('fs');
const { join } = require('path');

const root = join(__dirname, '..');
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** npm writes node_modules/.package-lock.json last: it is missing after an interrupted install, and differs after an update. */
function installed() {
	let present;
	try {
		present = read('node_modules', '.package-lock.json').packages;
	} catch (error) {
		return false;
	}
	const wanted = read('package-lock.json').packages;
	const same = (path) => present[path] && present[path].version === wanted[path].version;
	return (
		Object.keys(present).every((path) => wanted[path]) &&
		// Libraries for other platforms are left out of an install.
		Object.keys(wanted).every(
			(path) => path === '' || same(path) || (wanted[path].optional && !present[path]),
		)
	);
}

const required = read('package.json').engines.node.replace(/[^\d.]/g, '');
const [major, minor] = process.versions.node.split('.').map(Number);
const [needMajor, needMinor] = required.split('.').map(Number);
if (major < needMajor || (major === needMajor && minor < (needMinor || 0))) {
	console.error(
		'This is Node ' +
			process.versions.node +
			'. Node ' +
			required +
			' or newer is needed: https://nodejs.org',
	);
	process.exit(1);
}

if (!installed()) {
	console.error('Installing the libraries of package-lock.json (npm ci, once, about a minute) …');
	// Without npm's warnings: some libraries of n8n ask for the newer Node that n8n gets by itself.
	const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		// npm's own lines go to standard error, so that standard output stays the command's.
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (npm.status !== 0) {
		console.error(
			'npm ci did not finish. Is the package registry reachable? Run the command again to repeat it.',
		);
		process.exit(1);
	}
}
