import { program } from 'commander';
import { report } from './report';
import { simulate } from './simulate';

program
	.name('npm run simulate --')
	.description(
		"Lives of BLU DELTA's queue with all that goes wrong in them, and whether the trigger keeps its promises.",
	)
	.option('--schedules <number>', 'how many', '10000')
	.option('--seed <number>', 'the same seed gives the same schedules', '1');

async function main(): Promise<void> {
	const { schedules, seed } = program.parse().opts<{ schedules: string; seed: string }>();
	const counts = await simulate(Number(schedules), Number(seed), (done) =>
		console.error(`${done} of ${schedules} …`),
	);
	const { lines, exitCode } = report(counts, seed);
	console.log(lines.join('\n'));
	process.exitCode = exitCode;
}

void main();
