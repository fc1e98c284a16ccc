const typescript = { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] };
const common = {
	transform: typescript,
	// @date-fns/tz is an ES module; jest runs CommonJS.
	transformIgnorePatterns: ['/node_modules/(?!@date-fns/tz)'],
	testPathIgnorePatterns: ['/node_modules/', '/dist/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	testTimeout: 30_000,
};

/** `npm test` runs everything below test/ but what needs a whole n8n; that is `npm run test:n8n`. */
module.exports = {
	...common,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: [...common.testPathIgnorePatterns, '<rootDir>/test/n8n/'],
	// For `npm run test:coverage`.
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: [['text', { skipFull: true }]],
	coverageThreshold: { global: { lines: 98, branches: 95 } },
};
