const config = require('../../jest.config');

/** The nodes over every reading of the vendors' documentation. Not part of `npm test`. */
module.exports = {
	...config,
	rootDir: '../..',
	// Not *.test.ts, or `npm test` would run it too.
	testMatch: ['questions', 'blueTape', 'notices', 'bluDelta'].map(
		(name) => `<rootDir>/test/readings/${name}.ts`,
	),
};
