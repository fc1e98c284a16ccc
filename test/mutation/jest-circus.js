const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createEmptyTestResult } = require('@jest/test-result');
const circus = require('jest-circus/runner').default ?? require('jest-circus/runner');
const shareLibraries = require('./libraries');

// Jest can't stop at the first failure when Stryker starts it, and loads every file for every mutant. With this runner a mutant
// costs what the first test that notices it costs: the rest is skipped, and files without a test that reaches it are not loaded.

/** Names of the tests of each file, from the run without mutants; beside the other files of Stryker's sandbox. */
const NAMES = 'tests-by-file.json';
const read = () => (existsSync(NAMES) ? JSON.parse(readFileSync(NAMES, 'utf8')) : {});

/** The mutant that a test has noticed. */
let noticed;

const nothing = (testFilePath) => ({
	...createEmptyTestResult(),
	testFilePath,
	numPendingTests: 1,
	testResults: [{ status: 'pending', fullName: '', title: '', ancestorTitles: [], failureMessages: [] }],
});

module.exports = async function run(globalConfig, config, environment, runtime, path, ...rest) {
	const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
	const wanted = globalConfig.testNamePattern && new RegExp(globalConfig.testNamePattern, 'i');
	if (mutant === undefined) noticed = undefined;
	else {
		const names = read()[path];
		if (mutant === noticed || (wanted && names && !names.some((name) => wanted.test(name))))
			return nothing(path);
	}
	// In one realm Stryker's own memory of the last mutant is still there.
	(globalThis.__stryker__ ??= {}).activeMutant = mutant;
	shareLibraries(runtime);
	const listener = environment.handleTestEvent?.bind(environment);
	environment.handleTestEvent = async (event, state) => {
		if (event.name === 'test_start' && mutant !== undefined && mutant === noticed) event.test.mode = 'skip';
		if (event.name === 'test_done' && event.test.errors.length) noticed = mutant;
		await listener?.(event, state);
	};
	const result = await circus(globalConfig, config, environment, runtime, path, ...rest);
	if (mutant === undefined) {
		const names = result.testResults.map(({ fullName }) => fullName);
		writeFileSync(NAMES, JSON.stringify({ ...read(), [path]: names }));
	} else if (result.testExecError) noticed = mutant;
	return result;
};
