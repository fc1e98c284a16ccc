// Loads an unpacked package as n8n does: node load.js <folder>, NODE_PATH naming n8n's modules. Prints what was loaded.
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');

const loader = new PackageDirectoryLoader(process.argv[2]);
loader.loadAll().then(() => {
	process.stdout.write(`\n${JSON.stringify(loader.types)}`, () => process.exit(0));
});
