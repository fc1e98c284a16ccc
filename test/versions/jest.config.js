const config = require('../../jest.config');

/** The packed package in each n8n of runtime/versions.ts. Not part of `npm test`. */
module.exports = {
	...config,
	rootDir: '../..',
	// Not *.test.ts, or `npm test` would run it too.
	testMatch: ['<rootDir>/test/versions/versions.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/dist/'],
	maxWorkers: 1,
	// An n8n is installed within it, when it is not there yet.
	testTimeout: 1_200_000,
};
