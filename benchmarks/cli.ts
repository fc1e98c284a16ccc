import { program } from 'commander';
import { bold, red } from 'picocolors';
import { installN8n } from '../runtime/n8nInstall';
import { again } from './agreement';
import { capacity } from './capacity';
import { cases } from './cases';
import { machine } from './machine';
import { openPlace } from './place';
import { printProfile } from './profile';
import { draw, stored, write } from './report';
import { isMet, type Result } from './result';
import { machineLine, print, printAgain } from './table';

program
	.name('npm run bench --')
	.description("Measures the nodes beside n8n's own in a real n8n, against the emulator on this machine.")
	.argument('[names...]', `which benchmarks: ${cases.map(({ name }) => name).join(', ')}; all without`)
	.option('--rounds <number>', 'how often each side is measured', '5')
	.option(
		'--profile [file]',
		'show where the time of 1,000 items goes instead; keeps the profiles under that name',
	)
	.option('--docs', 'keep all numbers of reports/benchmarks.json in docs/ too, and draw docs/benchmarks.svg');

interface Options {
	rounds: string;
	docs?: boolean;
	profile?: string | true;
}

async function main(): Promise<void> {
	const { args, opts } = { args: program.parse().args, opts: program.opts<Options>() };
	const unknown = args.filter((name) => !cases.some((each) => each.name === name));
	if (unknown.length) throw new Error(`There is no benchmark ${unknown.join(', ')}`);
	const progress = (line: string) => console.log(line);
	const facts = await machine(await installN8n(undefined, progress));
	console.log(bold(machineLine(facts)));
	const place = await openPlace({ rounds: Number(opts.rounds), progress });
	const before = await stored('reports');
	const names = cases.map(({ name }) => name);
	const results: Result[] = [];
	try {
		if (opts.profile)
			return await printProfile(place, 1000, opts.profile === true ? undefined : opts.profile);
		const perSecond = Math.round(await capacity(place.emulator));
		console.log(`The emulator alone answers ${perSecond} new invoices per second with 50 in parallel.`);
		for (const { name, title, run } of cases.filter((each) => !args.length || args.includes(each.name))) {
			console.log(bold(`\n${title}`));
			const result = { name, title, notes: [], ...(await run(place)) };
			results.push(result);
			console.log(print(result));
			// What is measured stays, though a later case should fail.
			await write('reports', facts, [result], names);
		}
	} finally {
		await place.close();
	}
	const twice = again(before, results);
	if (twice.length) console.log(printAgain(twice));
	console.log('\nThe numbers are in reports/benchmarks.json');
	if (opts.docs) {
		await write('docs', facts, await stored('reports'), names);
		await draw();
	}
	const missed = results.flatMap(({ name, checks }) =>
		checks.filter((check) => !isMet(check)).map(({ says }) => `${name}: ${says}`),
	);
	console.log(missed.length ? red(`\nNot reached: ${missed.join('; ')}`) : '\nEvery target is met.');
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		console.error(red(error.stack ?? error.message));
		process.exit(1);
	},
);
