import { program } from 'commander';
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
	const counts = await simulate(Number(schedules), Number(seed));
	const events = Object.entries(counts.events).sort(([, a], [, b]) => b - a);
	console.log(`${counts.schedules} schedules, seed ${seed}: ${counts.documents} documents`);
	console.log(`handed over: ${counts.handedOver}; told to people as stuck: ${counts.told}`);
	console.log(`locked because n8n had forgotten a download: ${counts.lockedByN8n}`);
	console.log(events.map(([event, times]) => `${event} ${times}`).join(', '));
	for (const { seed: one, settings, broken, story } of counts.broken) {
		console.log(`\nBroken in schedule ${one}, ${JSON.stringify(settings)}:\n  ${broken.join('\n  ')}`);
		console.log(`  ${story.join(', ')}`);
	}
	console.log(`schedules in which a promise broke: ${counts.brokenCount}`);
	process.exitCode = counts.brokenCount ? 1 : 0;
}

void main();
