// Loads an unpacked package as n8n does at its start: node loadLazily.js <folder>, NODE_PATH naming n8n's modules. Prints `LazilyLoaded`.
require('reflect-metadata');
const { relative } = require('node:path');
const { LazyPackageDirectoryLoader } = require('n8n-core');

const loader = new LazyPackageDirectoryLoader(process.argv[2]);

/** What is only in a class, its parents' members included. */
const functionsOf = (object) =>
	[...Object.keys(object), ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))].filter(
		(name) => typeof object[name] === 'function' && !['constructor', 'toJSON'].includes(name),
	);

async function main() {
	await loader.loadAll();
	const { isLazyLoaded, known, types } = loader;
	const run = Object.keys(require.cache)
		.filter((file) => file.startsWith(loader.directory))
		.map((file) => relative(loader.directory, file));
	// The use of a class adds to the types.
	const text = JSON.stringify(types);
	const nodes = Object.keys(known.nodes).map((name) => [name, loader.getNode(name).type]);
	const credentials = Object.keys(known.credentials).map((name) => [name, loader.getCredential(name).type]);
	const classes = Object.fromEntries(
		[...nodes, ...credentials].map(([name, type]) => [name, functionsOf(type)]),
	);
	const found = { isLazyLoaded, types: JSON.parse(text), run, classes };
	process.stdout.write(`\n${JSON.stringify(found)}`, () => process.exit(0));
}

main();
