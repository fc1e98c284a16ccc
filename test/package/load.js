// Loads an unpacked package as n8n does: node load.js <folder>, NODE_PATH naming n8n's modules. Prints what was loaded.
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');

const loader = new PackageDirectoryLoader(process.argv[2]);
loader.loadAll().then(() => {
	const { nodes, credentials } = loader.types;
	const found = {
		nodes: nodes.map(({ name, iconUrl, codex }) => ({ name, iconUrl, categories: codex?.categories })),
		credentials: credentials.map(({ name }) => name),
	};
	process.stdout.write(`\n${JSON.stringify(found)}`, () => process.exit(0));
});
