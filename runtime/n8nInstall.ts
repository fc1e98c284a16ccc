import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { buildDriver } from './driver';
import { nodeFor } from './nodeFor';
import { npm } from './npm';

/** The n8n that the package is tested against. */
export const n8nVersion = '2.41.1';

export interface N8nInstall {
	version: string;
	/** The node binary that runs it. */
	node: string;
	/** Folder of the package `n8n`. */
	folder: string;
	/** Its command line script. */
	bin: string;
}

/**
 * Installs n8n once per version into the cache: 2.2 GB, about four minutes. `progress` is told what takes long. Where its
 * database driver can't be built, throws with what is missing and keeps the rest for the next call. `BLUETAPE_N8N_FOLDER` names
 * the folder of an n8n that is taken as it is instead, whatever version was asked for.
 */
export async function installN8n(
	version = n8nVersion,
	progress: (line: string) => void = () => {},
): Promise<N8nInstall> {
	const there = process.env.BLUETAPE_N8N_FOLDER;
	if (there) return await installedIn(there);
	const packageIn = (root: string) => join(root, 'node_modules', 'n8n');
	const nodeIn = async (root: string) => {
		const text = await readFile(join(packageIn(root), 'package.json'), 'utf8');
		return await nodeFor((JSON.parse(text) as { engines: { node: string } }).engines.node, progress);
	};
	const root = await cached(
		`n8n-${version}`,
		async (folder) => {
			progress(`Installing n8n ${version} (once, about 2 GB and four minutes)`);
			await download(version, folder, progress);
		},
		async (folder) => {
			progress('Building the database driver of n8n (once, about a minute)');
			await buildDriver(folder, await nodeIn(folder));
		},
	);
	const folder = packageIn(root);
	return { version, node: await nodeIn(root), folder, bin: join(folder, 'bin', 'n8n') };
}

/** An n8n that is there already, such as that of n8n's container image, and runs on the Node that runs this. */
async function installedIn(folder: string): Promise<N8nInstall> {
	const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
	return { version, node: process.execPath, folder, bin: join(folder, 'bin', 'n8n') };
}

async function download(version: string, folder: string, progress: (line: string) => void): Promise<void> {
	const manifest = {
		private: true,
		dependencies: { n8n: version },
		// Newer versions of the first two don't resolve everywhere; n8n 1 takes the third from an address outside of npm.
		overrides: {
			...{ linkedom: '0.18.12', '@langchain/langgraph': '1.4.0' },
			xlsx: 'npm:@e965/xlsx@0.20.3',
		},
	};
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	const engines = JSON.parse(await npm(['view', `n8n@${version}`, 'engines.node', '--json'], { folder }));
	await npm(['install', '--ignore-scripts'], { folder, node: await nodeFor(engines, progress) });
}
