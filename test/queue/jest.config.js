const config = require('../../jest.config');

/** The suite against n8n in queue mode: several processes of it, Postgres and Redis. Not part of `npm test`. */
module.exports = {
	...config,
	rootDir: '../..',
	// Not *.test.ts, or `npm test` would run it too.
	testMatch: ['loading', 'queueMode', 'whenFinished'].map((name) => `<rootDir>/test/queue/${name}.ts`),
	testPathIgnorePatterns: ['/node_modules/', '/dist/'],
	maxWorkers: 1,
	testTimeout: 900_000,
};
