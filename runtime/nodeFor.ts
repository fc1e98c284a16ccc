import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { satisfies, subset } from 'semver';
import { cached } from './cache';
import { npm } from './npm';

/** Lines of Node that some n8n runs on, oldest first. */
const lines = ['^20.19.0', '^22.22.0', '^24.0.0'];

/** The oldest line that is wholly within the `engines.node` of an n8n, so that every machine takes the same. */
export function lineFor(engines: string): string {
	const line = lines.find((each) => subset(each, engines));
	if (!line) throw new Error(`No Node for "${engines}" here. There are ${lines.join(', ')}`);
	return line;
}

/**
 * Path of a Node that an n8n with these `engines.node` runs on: the one running now when it is of that line, else one from
 * npm, kept in the cache. `progress` is told before something is downloaded.
 */
export async function nodeFor(engines: string, progress: (line: string) => void = () => {}): Promise<string> {
	const line = lineFor(engines);
	if (satisfies(process.version, line)) return process.execPath;
	const major = line.slice(1, 3);
	const folder = await cached(`node-${major}`, async (folder) => {
		progress(`Installing Node ${major} (once, about 40 MB)`);
		const manifest = { private: true, dependencies: { node: line } };
		await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
		// The package `node` fetches the binary in its install script.
		await npm(['install', '--ignore-scripts=false'], { folder });
	});
	return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
