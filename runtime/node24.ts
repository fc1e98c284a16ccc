import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { npm } from './npm';

/** n8n 2.38 and later need it (n8n's package.json, engines). */
const major = 24;

/**
 * Path of a Node that runs n8n: the one running now when it is new enough, else Node 24 from npm, kept in the cache.
 * `progress` is told before something is downloaded.
 */
export async function node24(progress: (line: string) => void = () => {}): Promise<string> {
	if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
	const folder = await cached(`node-${major}`, async (folder) => {
		progress(`Installing Node ${major} (once, about 40 MB)`);
		const manifest = { private: true, dependencies: { node: `^${major}.21.0` } };
		await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
		// The package `node` fetches the binary in its install script.
		await npm(['install', '--ignore-scripts=false'], { folder });
	});
	return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
