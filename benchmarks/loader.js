// Run by n8n's Node with --expose-gc: prints what n8n's own loader takes for a package, in ms and MB, as JSON.
const { Module, createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { performance } = require('node:perf_hooks');

const [n8nFolder, packageFolder] = process.argv.slice(2);
// As n8n does, so that the package finds n8n-workflow.
process.env.NODE_PATH = dirname(n8nFolder);
Module._initPaths();
const load = createRequire(join(n8nFolder, 'package.json'));
load('reflect-metadata');
load('n8n-workflow');
const { PackageDirectoryLoader } = load('n8n-core');

const memory = () => {
	for (let times = 0; times < 3; times++) global.gc();
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss: rss / 2 ** 20, used: (heapUsed + external) / 2 ** 20 };
};

async function main() {
	const before = memory();
	const begin = performance.now();
	await new PackageDirectoryLoader(packageFolder).loadAll();
	const ms = performance.now() - begin;
	const after = memory();
	console.log(JSON.stringify({ ms, MB: after.rss - before.rss, 'MB used': after.used - before.used }));
}

main().then(() => process.exit(0));
