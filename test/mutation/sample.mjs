import { createHash } from 'node:crypto';
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** One in how many declarations of a file is mutated: all of them, or what `--sample` says. */
const oneIn = Number(process.env.MUTATION_SAMPLE ?? 1);

/** Chosen by its own text, so that a second run takes the same ones, wherever they stand by then. */
function isChosen(text) {
	return createHash('sha256').update(text).digest().readUInt32BE() % oneIn === 0;
}

export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, 'sample', {
		shouldIgnore: (path) =>
			path.parentPath?.isProgram() && !isChosen(path.toString()) ? 'Not in the sample' : undefined,
	}),
];
