import { program } from 'commander';
import getPort from 'get-port';
import { bold, green, red } from 'picocolors';
import { seedBlueTape } from '../emulator/blueTape/seed';
import { owner } from './api';
import { type Chapter, confirmed, print } from './report';
import { openStage, type Stage } from './stage';
import { steps } from './steps';
import { oneRun, wholeWay } from './tour';

program
	.name('npm start --')
	.description('Starts a real n8n with these nodes and an emulator of the vendors, and shows them at work.')
	.option('--once', 'print what happened and stop')
	.option('--examples <folder>', 'where the workflows to import lie', 'examples')
	.option(
		'--example <name>',
		'run this one only, instead of a first example and the whole way of a document',
	);

interface Options {
	once?: boolean;
	examples: string;
	example?: string;
}

let stage: Stage | undefined;
const step = steps();

/** Prints a story as one table, up to its end or to what is not confirmed. Whether all of it is. */
async function show(story: AsyncIterable<Chapter>): Promise<boolean> {
	const chapters: Chapter[] = [];
	try {
		for await (const each of story) {
			chapters.push(each);
			if (!confirmed(chapters)) break;
		}
		step.done();
	} catch (error) {
		step.failed();
		throw error;
	} finally {
		if (chapters.length) console.log(print(chapters));
	}
	return confirmed(chapters);
}

async function leave(code: number): Promise<never> {
	// Without a stage there may be a starting n8n; it stops by itself when this process is gone (leash.js).
	await stage?.close();
	process.exit(code);
}

async function main(): Promise<void> {
	const { once, examples, example } = program.parse().opts<Options>();
	const port = once ? undefined : await getPort({ port: 5678, host: '127.0.0.1' });
	stage = await openStage({
		...{ n8n: { port }, examplesFolder: examples, progress: step.next },
		// Demo documents would stand before the one whose way is shown.
		emulator: { seed: false },
	});
	seedBlueTape(stage.emulator.blueTape.state);
	let good = await show(oneRun(stage, example ?? 'first-invoice', step.next));
	if (good && !example) good = await show(wholeWay(stage, step.next));
	console.log(good ? green('Every step is confirmed by the emulator.') : red('Not every step is confirmed.'));
	if (once) await leave(good ? 0 : 1);
	console.log(`\n${bold('n8n')}       ${stage.n8n.url}`);
	console.log(`${bold('Login')}     ${owner.email}   ${owner.password}`);
	console.log(`${bold('Emulator')}  ${stage.emulator.url}`);
	console.log('\nCtrl-C stops everything. The next start begins anew: export what you want to keep.');
}

for (const name of ['SIGINT', 'SIGTERM'] as const) {
	process.once(name, () => {
		step.failed();
		void leave(130);
	});
}
main().catch(async (error: Error) => {
	step.failed();
	console.error(red(error.message));
	await leave(1);
});
