import { program } from 'commander';
import { green, red } from 'picocolors';
import { openCandidate } from './candidate';
import { complaintsOf } from './check';
import { checks } from './checks';

program
	.name('npm run release:check --')
	.description('Builds the package and checks, without network, what must be right before it is published.')
	.option('--tag <tag>', 'the Git tag that it is to be published under, like v1.2.3');

async function main(): Promise<void> {
	const candidate = await openCandidate(program.parse().opts<{ tag?: string }>().tag);
	let refused = 0;
	try {
		for (const check of checks) {
			const complaints = await complaintsOf(check, candidate);
			if (complaints.length) refused += 1;
			console.log(`${complaints.length ? red('no ') : green('yes')}  ${check.name}`);
			for (const complaint of complaints) console.log(complaint.trim().replace(/^/gm, '     '));
		}
	} finally {
		await candidate.remove();
	}
	console.log(
		refused ? red(`Not fit to be published: ${refused} of ${checks.length}.`) : green('Fit to be published.'),
	);
	process.exitCode = refused ? 1 : 0;
}

main().catch((error: Error) => {
	console.error(red(error.message));
	process.exitCode = 1;
});
