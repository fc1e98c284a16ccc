const { compileFunction } = require('node:vm');

// Jest loads and compiles every file anew for every test file, libraries included; for a mutant that is most of the time. Here a
// library is loaded once in a process, and a file of ours is compiled once: it still runs anew for each test file.

const compiled = new Map();

/** Jest can load these only: they are ES modules, which it turns into CommonJS. */
const esModules = new Set();

function libraryOf(path) {
	if (!path.includes('/node_modules/') || esModules.has(path)) return undefined;
	try {
		return { exports: require(path) };
	} catch (error) {
		if (error.code !== 'ERR_REQUIRE_ESM') throw error;
		esModules.add(path);
		return undefined;
	}
}

/** Gives the test file of this runtime the libraries of the process. Only in an environment of one realm. */
module.exports = function shareLibraries({ cjsLoader }) {
	const { executor, resolution } = cjsLoader;
	executor.compile = (source, filename) => {
		const known = compiled.get(filename);
		if (known?.source === source) return known.run;
		const run = compileFunction(source, executor.injectedModuleParameters, { filename });
		compiled.set(filename, { source, run });
		return run;
	};
	const own = cjsLoader.requireModule.bind(cjsLoader);
	cjsLoader.requireModule = (from, name, options, ...rest) => {
		const isOurs = !name || options?.isInternalModule || resolution.isCoreModule(name);
		const library = isOurs ? undefined : libraryOf(resolution.resolveCjs(from, name));
		return library ? library.exports : own(from, name, options, ...rest);
	};
};
