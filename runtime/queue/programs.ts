import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import execa from 'execa';

const packages = ['postgresql', 'redis-server'];
const debianPostgres = '/usr/lib/postgresql';

/** Paths of the programs that n8n's queue mode needs beside n8n. */
export interface Programs {
	initdb: string;
	postgres: string;
	redisServer: string;
}

function find(): Partial<Programs> {
	const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres) : [];
	const folders = [
		// Debian keeps them out of PATH; the newest version first.
		...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debianPostgres, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	const path = (name: string) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
	return { initdb: path('initdb'), postgres: path('postgres'), redisServer: path('redis-server') };
}

/**
 * Finds Postgres and Redis. On Debian, as root, installs the packages when they are missing, without starting their services.
 * Throws with the packages' names where it can't.
 */
export async function programs(progress: (line: string) => void): Promise<Programs> {
	const found = find();
	if (complete(found)) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		progress(`Installing ${packages.join(' and ')}`);
		const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
		await execa('apt-get', ['update'], { env, stdin: 'ignore' });
		await execa('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
			env,
			stdin: 'ignore',
		});
		const installed = find();
		if (complete(installed)) return installed;
	}
	throw new Error(`Postgres or Redis is missing. Install Debian's packages ${packages.join(' and ')}`);
}

const complete = (found: Partial<Programs>): found is Programs =>
	Boolean(found.initdb && found.postgres && found.redisServer);
