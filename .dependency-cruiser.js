// Who may import whom: asked by `npm run lint`; docs/architecture.md shows the picture (npm run docs).

const otherTests = ['queue', 'fuzz', 'versions', 'readings'].flatMap(
	(suite) => require(`./test/${suite}/jest.config`).testMatch,
);

/** What n8n loads, what scripts and configurations call, and the tests: everything else must be reached from here. */
const starts = [
	'^(nodes/[^/]+/[^/]+\\.node|credentials/[^/]+)\\.ts$',
	'^(benchmarks|contract|emulator|release)/cli\\.ts$',
	'^runtime/(start\\.ts|setup\\.js)$',
	'^generate/(docs|schemas)\\.ts$',
	'^test/.+(\\.test|/globalSetup|/globalTeardown)\\.ts$',
	...otherTests.filter((path) => !path.includes('*')).map((path) => path.replace('<rootDir>/', '^')),
	'^test/fuzz/(cli|count)\\.ts$',
	'^test/(simulation|soak)/cli\\.ts$',
	// Run as programs of their own.
	'^runtime/(leash|queue/keeper)\\.js$',
	'^benchmarks/(loader|bareNode/[^/]+\\.node)\\.js$',
	'^test/soak/setClock\\.js$',
	'^release/[^/]+\\.(js|mjs)$',
	// Asked for by name, by the command or by Jest and Stryker.
	'^test/unit/passingTime\\.ts$',
	'^test/mutation/(run|labels|sample|missed)\\.mjs$',
	'^test/[^/]+/jest\\.config\\.js$',
	'^test/n8n/editor/failureEnvironment\\.js$',
	'^test/mutation/(jest-circus|sequence|environment)\\.js$',
];
const folders = [
	'nodes',
	'credentials',
	'emulator',
	'runtime',
	'generate',
	'release',
	'benchmarks',
	'contract',
	'test',
];
const anyOf = (...names) => `^(${names.join('|')})/`;
const allBut = (...names) => anyOf(...folders.filter((name) => !names.includes(name)));

/** The rooms of nodes/shared, floor by floor: each imports from lower floors only. */
const floors = [['values', 'failure'], ['http'], ['table'], ['field', 'editor'], ['input'], ['run']];
const rooms = (floor) => `^nodes/shared/(${floor.join('|')})(?:/|\\.ts$)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		rule(
			'nodes-know-only-themselves',
			'What is published imports nothing else of the repository; the base URL of a credential is the only way to the emulator.',
			{ path: anyOf('nodes', 'credentials') },
			{ path: allBut('nodes', 'credentials') },
		),
		rule(
			'emulator-knows-only-itself',
			"The emulator is written from the vendors' documentation: a name misspelt in nodes/ must fail there.",
			{ path: anyOf('emulator') },
			{ path: allBut('emulator') },
		),
		rule(
			'contract-knows-nothing-of-what-it-asks',
			'The questions are written from docs/contract alone; what starts the emulator is the one that may import it.',
			{ path: anyOf('contract'), pathNot: '^contract/emulated\\.ts$' },
			{ path: allBut('contract') },
		),
		rule(
			'contract-starts-the-emulator-and-nothing-else',
			'Neither the nodes nor the tests are needed to ask a service.',
			{ path: '^contract/emulated\\.ts$' },
			{ path: allBut('contract', 'emulator') },
		),
		rule(
			'nothing-needs-the-tests',
			'Only tests import tests.',
			{ path: allBut('test') },
			{ path: anyOf('test') },
		),
		rule(
			'shared-knows-no-vendor',
			'What both vendors share imports nothing of either.',
			{ path: '^nodes/shared/' },
			{ path: '^(nodes/(?!shared/|bundled/)|credentials/)' },
		),
		// The top floor has nothing above it.
		...floors
			.slice(0, -1)
			.map((floor, height) =>
				rule(
					`floor-of-${floor.join('-and-')}`,
					`Of nodes/shared, ${floor.join(' and ')} ${floor.length > 1 ? 'import' : 'imports'} ${height ? `only ${floors.slice(0, height).flat().join(', ')}` : 'nothing'}.`,
					{ path: rooms(floor) },
					{ path: rooms(floors.slice(height).flat()), pathNot: '^nodes/shared/$1/' },
				),
			),
		rule(
			'vendors-know-nothing-of-each-other',
			'An invoice goes from the BLU DELTA node to the BlueTape node as an item, not by an import.',
			{ path: '^nodes/(BlueTape|BluDelta)/' },
			{ path: '^nodes/(BlueTape|BluDelta)/', pathNot: '^nodes/$1/' },
		),
		rule(
			'detection-knows-no-n8n',
			'From a detection result to an invoice there is nothing but the data.',
			{ path: '^nodes/BluDelta/detection/' },
			{ pathNot: '^nodes/(BluDelta/detection|shared/values|bundled)/' },
		),
		rule(
			'rows-and-amounts-know-no-n8n',
			'From a table to invoices, and from prices to sums, there is nothing but the data.',
			{ path: '^nodes/BlueTape/(rows|amounts)/' },
			{ pathNot: '^nodes/(BlueTape/(rows|amounts)|shared/(values|table|failure)|bundled)' },
		),
		rule(
			'libraries-are-bundled',
			'Of what is outside of the package, the nodes import n8n-workflow and crypto; a library comes through nodes/bundled, once.',
			{ path: anyOf('nodes', 'credentials'), pathNot: '^nodes/bundled/' },
			{ pathNot: ['^(nodes|credentials)/', '^node_modules/n8n-workflow/', '^crypto$'] },
		),
		rule(
			'one-file-loops-over-items',
			'Order, parallelism, paired items, continue on fail and cancellation live in one place.',
			{ pathNot: '^nodes/shared/run/execute\\.ts$' },
			{ path: '^nodes/bundled/pLimit\\.ts$' },
		),
		rule(
			'no-cycles',
			'A cycle of imports, be it of types, has no beginning to read from.',
			{},
			{ circular: true },
		),
		rule(
			'no-dead-files',
			'Every file is reached from something that is run.',
			{ path: starts },
			{ path: anyOf(...folders), pathNot: starts, reachable: false },
		),
		rule('nothing-missing', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
	],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		// Imports of types count too.
		tsPreCompilationDeps: true,
		doNotFollow: { path: '^node_modules' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'default', 'types'],
		},
	},
};
