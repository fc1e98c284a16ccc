const config = require('../../jest.config');

/** Properties with many and new values, and calls of all kinds to the BlueTape Trigger in a real n8n. Not part of `npm test`. */
module.exports = {
	...config,
	rootDir: '../..',
	// Not *.test.ts, or `npm test` would run it too.
	testMatch: ['<rootDir>/test/properties/*.test.ts', '<rootDir>/test/fuzz/trigger.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/fuzz/count.ts'],
	maxWorkers: 1,
	testTimeout: 3_600_000,
};
