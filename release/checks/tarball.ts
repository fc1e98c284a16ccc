import { readFile, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../check';

export const MOST_BYTES = 300_000;

const BELONGS = [
	/^(CHANGELOG|LICENSE|README)\.md$/,
	/^(package\.json|index\.js)$/,
	/^dist\/(credentials|nodes)\/[\w./-]+\.(js|svg|json)$/,
	/^dist\/(known|types)\/(credentials|nodes)\.json$/,
];
const LEFTOVER = /\.test\.|\.spec\.|tsbuildinfo|emulator/i;

export const leftovers: Check = {
	name: 'tarball: the build and its papers, no tests, source maps, emulator or paths of this machine',
	complaints: async ({ project, published }) => {
		// A path of some machine, whoever built it.
		const machine = [project, homedir(), '/home/', '/Users/', 'C:\\Users'].filter((path) => path.length > 1);
		const entries = await readdir(published, { recursive: true, withFileTypes: true });
		const paths = entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name).slice(published.length + 1));
		const found = paths.map(async (path) => {
			const text = await readFile(join(published, path), 'utf8');
			return [
				...(BELONGS.some((shape) => shape.test(path)) && !LEFTOVER.test(path)
					? []
					: [`${path} does not belong there`]),
				...(/\/[/*]# sourceMappingURL/.test(text) ? [`${path} points to a source map`] : []),
				...machine.filter((where) => text.includes(where)).map((where) => `${path} names ${where}`),
			];
		});
		return (await Promise.all(found)).flat();
	},
};

export const size: Check = {
	name: `tarball: less than ${MOST_BYTES / 1000} kB`,
	complaints: async ({ tarball }) => {
		const bytes = (await stat(tarball)).size;
		return bytes < MOST_BYTES ? [] : [`${bytes} bytes`];
	},
};
