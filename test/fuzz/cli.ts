import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { program } from 'commander';
import execa from 'execa';

program
	.name('npm run fuzz --')
	.description('Tries the properties in test/properties, and calls to the BlueTape Trigger in a real n8n.')
	.argument('[names...]', 'only the files with one of these in their name, like detection or trigger')
	.option('--times <number>', 'how many times as many values as `npm test` tries', '10')
	.option('--seed <number>', 'as a run before this one has printed it; else another one each time')
	.option('--path <path>', 'leads to one failure at once, as it has printed it; best with --test')
	.option('--test <text>', 'only tests with this in their name');

interface Options {
	times: string;
	seed?: string;
	path?: string;
	test?: string;
}

async function main(): Promise<void> {
	const { times, seed = String(randomInt(2 ** 31)), path, test } = program.parse().opts<Options>();
	const again = `npm run fuzz -- --times ${times} --seed ${seed}`;
	console.error(`Again with the same values: ${again}`);
	const jest = join(__dirname, '../../node_modules/jest/bin/jest.js');
	const names = test ? ['--testNamePattern', test] : [];
	const { exitCode } = await execa(
		process.execPath,
		[jest, '--config', 'test/fuzz/jest.config.js', ...names, ...program.args],
		{
			env: { FUZZ_TIMES: times, FUZZ_SEED: seed, ...(path && { FUZZ_PATH: path }) },
			stdio: 'inherit',
			reject: false,
		},
	);
	console.error(`Again with the same values: ${again}`);
	process.exitCode = exitCode ?? 1;
}

void main();
