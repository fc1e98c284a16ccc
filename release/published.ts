import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import manifest from '../package.json';

const project = join(__dirname, '..');

/** One new object of each class that package.json registers, by its `name`; read from the sources. */
function published<T extends { name?: string; description?: { name: string } }>(
	paths: string[],
): Record<string, T> {
	const objects = paths.map((path) => {
		const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const module = require(join(project, source)) as Record<string, new () => T>;
		return new module[basename(source).split('.')[0]]();
	});
	return Object.fromEntries(objects.map((object) => [object.description?.name ?? object.name!, object]));
}

export const nodes = published<INodeType & { name?: string }>(manifest.n8n.nodes);
export const credentialTypes = published<ICredentialType & { description?: never }>(manifest.n8n.credentials);
