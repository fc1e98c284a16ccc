import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overview, reference, replaced } from './operations';
import { tables } from './schemas';

const project = join(__dirname, '..');
const NAMES: Record<string, string> = { BlueTape: 'BlueTape', BluDelta: 'BLU DELTA' };
const pageOf = (node: string) => `docs/operations-${node.toLowerCase()}.md`;

/** Every generated page by its path, as it should stand in the tree; the README keeps its own text. */
export function pages(): Record<string, string> {
	let readme = readFileSync(join(project, 'README.md'), 'utf8');
	const found: Record<string, string> = {};
	for (const [node, resources] of Object.entries(tables)) {
		found[pageOf(node)] = reference(NAMES[node], resources);
		readme = replaced(readme, `operations-${node}`, overview(resources, pageOf(node)));
	}
	return { ...found, 'README.md': readme };
}

if (require.main === module) {
	for (const [path, text] of Object.entries(pages())) writeFileSync(join(project, path), text);
}
