import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { node24 } from './node24';
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

/** Installs n8n once per version into the cache: 2.2 GB, about four minutes. `progress` is told what takes long. */
export async function installN8n(
	version = n8nVersion,
	progress: (line: string) => void = () => {},
): Promise<N8nInstall> {
	const node = await node24(progress);
	const root = await cached(`n8n-${version}`, async (folder) => {
		progress(`Installing n8n ${version} (once, about 2 GB and four minutes)`);
		const manifest = {
			private: true,
			dependencies: { n8n: version },
			// Newer versions of these two don't resolve everywhere.
			overrides: { linkedom: '0.18.12', '@langchain/langgraph': '1.4.0' },
		};
		await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
		await npm(['install', '--ignore-scripts'], { folder, node });
		progress('Building the database driver of n8n (once, about a minute)');
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { folder, node });
	});
	const folder = join(root, 'node_modules', 'n8n');
	return { version, node, folder, bin: join(folder, 'bin', 'n8n') };
}
