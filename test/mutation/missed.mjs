import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';

/** Tells what no test noticed as it comes: a run of hours that is broken off has shown something, too. */
class Missed {
	onMutantTested({ status, fileName, location, mutatorName, replacement }) {
		if (status !== 'Survived' && status !== 'NoCoverage') return;
		const line = readFileSync(fileName, 'utf8').split('\n')[location.start.line - 1].trim();
		const at = `${relative('', fileName)}:${location.start.line}:${location.start.column}`;
		console.log(`${status} ${at} ${mutatorName}\n\t${line}\n\t→ ${replacement.replace(/\s+/g, ' ')}`);
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'missed', Missed)];
