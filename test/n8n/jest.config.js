const { testPathIgnorePatterns, ...config } = require('../../jest.config');

/** The suite against the real n8n: one n8n for all files, so one after the other. */
module.exports = {
	...config,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/n8n/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '/dist/'],
	globalSetup: '<rootDir>/test/n8n/globalSetup.ts',
	globalTeardown: '<rootDir>/test/n8n/globalTeardown.ts',
	testEnvironment: '<rootDir>/test/n8n/editor/failureEnvironment.js',
	maxWorkers: 1,
	testTimeout: 180_000,
};
