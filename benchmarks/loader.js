// Run by n8n's Node with --expose-gc: prints what one of n8n's own loaders takes for a package, and what the first use of its
// first node takes then, in ms and MB, as JSON. Arguments: n8n's folder, the package's folder, the name of the loader; without one, what
// the reading and parsing of the files that it needs takes alone.
const { Module, createRequire } = require('node:module');
const { readFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { performance } = require('node:perf_hooks');

const [n8nFolder, packageFolder, loaderName] = process.argv.slice(2);
// As n8n does, so that the package finds n8n-workflow.
process.env.NODE_PATH = dirname(n8nFolder);
Module._initPaths();
const load = createRequire(join(n8nFolder, 'package.json'));
load('reflect-metadata');
load('n8n-workflow');
const { [loaderName]: Loader } = load('n8n-core');

const memory = () => {
	for (let times = 0; times < 3; times++) global.gc();
	const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
	return { rss: rss / 2 ** 20, used: (heapUsed + arrayBuffers) / 2 ** 20 };
};
const cpuMs = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

const FILES = ['known/nodes', 'known/credentials', 'types/nodes', 'types/credentials'];

async function readAlone() {
	const begin = performance.now();
	const paths = ['package.json', ...FILES.map((name) => join('dist', `${name}.json`))];
	for (const path of paths) JSON.parse(await readFile(join(packageFolder, path), 'utf8'));
	console.log(JSON.stringify({ ms: performance.now() - begin }));
}

async function main() {
	if (!loaderName) return await readAlone();
	const before = memory();
	const [begin, cpuBegin] = [performance.now(), cpuMs()];
	const loader = new Loader(packageFolder);
	await loader.loadAll();
	const [ms, cpu] = [performance.now() - begin, cpuMs() - cpuBegin];
	const after = memory();
	const told = { ms, 'CPU ms': cpu, MB: after.rss - before.rss, 'MB used': after.used - before.used };
	const [first] = Object.keys(loader.known.nodes);
	const [use, cpuUse] = [performance.now(), cpuMs()];
	loader.getNode(first);
	const used = { 'ms first use': performance.now() - use, 'CPU ms first use': cpuMs() - cpuUse };
	console.log(JSON.stringify({ ...told, ...used }));
}

main().then(() => process.exit(0));
