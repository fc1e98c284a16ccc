import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import Table from 'cli-table3';
import { program } from 'commander';
import { groups } from './groups.mjs';

program
	.name('npm run test:mutation --')
	.description('Changes the code, and looks whether a test notices.')
	.argument('[group]', `one of ${Object.keys(groups).join(', ')}; else all of them`)
	.argument(
		'[files...]',
		'files of the group; they are tried anew, also where nothing has changed since the last time',
	)
	.option(
		'--sample <number>',
		'takes one in so many functions and tables of each file: an estimate, in less time',
		'1',
	)
	.option('--concurrency <number>', 'how many processes at once; else as many as there are cores')
	.parse();
const [only, ...files] = program.args;
const { sample, concurrency } = program.opts();
process.env.MUTATION_SAMPLE = sample;

const WANTED = 85;
const jest = createRequire(import.meta.url)('../../jest.config.js');
const nameOf = (group) => `reports/mutation/${group}${sample === '1' ? '' : `-sample-${sample}`}`;
const reportOf = (group) => `${nameOf(group)}.json`;

/** Mutates a group's files, or the given ones. Below the threshold the process ends with an error. */
async function run(group, files) {
	const { mutate, tests } = groups[group];
	await new Stryker({
		mutate: files.length ? files : mutate,
		testRunner: 'jest',
		jest: {
			projectType: 'custom',
			enableFindRelatedTests: false,
			config: {
				...jest,
				testMatch: tests.map((path) => `<rootDir>/${path}`),
				testRunner: '<rootDir>/test/mutation/jest-circus.js',
				testEnvironment: './test/mutation/environment.js',
				testSequencer: '<rootDir>/test/mutation/sequence.js',
			},
		},
		plugins: [
			'@stryker-mutator/jest-runner',
			...['labels', 'sample', 'missed'].map((name) => `./test/mutation/${name}.mjs`),
		],
		ignorers: ['labels', 'sample'],
		coverageAnalysis: 'perTest',
		incremental: true,
		// What is asked for by name is tried anew: Stryker doesn't see every change of a test.
		force: files.length > 0,
		incrementalFile: reportOf(group),
		tempDirName: join(tmpdir(), `n8n-nodes-bluetape-mutation-${process.pid}`),
		ignorePatterns: ['dist', 'reports', 'docs/*', '!docs/errors.md', 'coverage'],
		dryRunTimeoutMinutes: 10,
		// Jest keeps some memory of each run; a process that has too much of it becomes many times slower.
		maxTestRunnerReuse: 100,
		// As many processes as cores: threads that help one to collect its garbage only wait for each other.
		testRunnerNodeArgs: ['--single-threaded-gc', '--max-semi-space-size=64'],
		...(concurrency && { concurrency: Number(concurrency) }),
		timeoutMS: 5_000,
		warnings: { slow: false },
		reporters: ['clear-text', 'missed', 'progress-append-only', 'html'],
		htmlReporter: { fileName: `${nameOf(group)}.html` },
		clearTextReporter: { reportTests: false, reportMutants: false, allowColor: false },
		thresholds: { high: 95, low: WANTED, break: WANTED },
	}).runMutationTest();
}

/** How many mutants of a group ended how. A mutant that makes a test run for ever is noticed, too. */
function counts(group) {
	const { files } = JSON.parse(readFileSync(reportOf(group), 'utf8'));
	const ends = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
	const count = (...wanted) => ends.filter((status) => wanted.includes(status)).length;
	return { noticed: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') };
}

function print(names) {
	const rows = names.filter((name) => existsSync(reportOf(name))).map((name) => [name, counts(name)]);
	const sum = (member) => rows.reduce((total, [, row]) => total + row[member], 0);
	rows.push(['total', { noticed: sum('noticed'), missed: sum('missed') }]);
	const table = new Table({ head: ['group', 'mutants', 'noticed', 'missed', 'score'], style: { head: [] } });
	for (const [name, { noticed, missed }] of rows) {
		const score = (100 * noticed) / (noticed + missed);
		table.push([name, noticed + missed, noticed, missed, `${score.toFixed(2)} %`]);
	}
	console.log(`${table.toString()}\nWanted: ${WANTED} % in every group.`);
}

if (only && !groups[only]) throw new Error(`Groups are ${Object.keys(groups).join(', ')}`);
for (const group of only ? [only] : Object.keys(groups)) await run(group, files);
print(Object.keys(groups));
