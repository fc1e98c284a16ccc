import { program } from 'commander';
import { until } from '../../runtime/until';
import { current } from '../../emulator/bluDelta/state';
import { account, print } from './account';
import { load } from './load';
import { openPlace, type Place } from './place';
import { trouble } from './trouble';

program
	.name('npm run soak --')
	.description(
		'n8n in queue mode under load, with processes killed and vendors that fail; then accounts for all.',
	)
	.option('--minutes <number>', 'how long', '5');

/** Documents come again two minutes after a workflow of theirs has died, one a poll where they bar the way of each other. */
const PATIENCE = 900;

async function settled({ queue, emulator }: Place): Promise<void> {
	const { documents, containers } = emulator.bluDelta.state;
	const open = () => [...documents.values()].filter((document) => current(document) !== 'Confirmed');
	await until('every document is confirmed', PATIENCE, async () => {
		return (!open().length && !(await queue.queued()).length) || undefined;
	}).catch(async (error: Error) => {
		console.log(error.message);
		for (const document of open()) {
			const { fileName } = containers.get(document.containerId)!;
			console.log(`${fileName}: ${current(document)}, downloaded ${document.attempts} times`);
		}
		console.log(`Executions that wait or run: ${(await queue.queued()).join(', ') || 'none'}`);
	});
}

async function main(): Promise<void> {
	const minutes = Number(program.parse().opts<{ minutes: string }>().minutes);
	const began = Date.now();
	const tell = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);
	const place = await openPlace();
	try {
		const end = Date.now() + minutes * 60_000;
		tell(`${minutes} minutes of documents, notices and invoices begin`);
		const [sent] = await Promise.all([load(place, end), trouble(place, end, tell)]);
		tell('waits until everything is done');
		await settled(place);
		const found = await account(place, sent);
		console.log(print(found));
		process.exitCode = found.amiss.length ? 1 : 0;
	} finally {
		await place.close();
	}
}

main().then(
	() => process.exit(),
	(error: Error) => {
		console.error(error.stack);
		process.exit(1);
	},
);
