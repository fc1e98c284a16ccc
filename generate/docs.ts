import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorTables } from './errors';
import { importParts } from './imports';
import { brief, overview, reference, replaced } from './operations';
import { tables } from './schemas';
import { versionTable } from './versions';

const project = join(__dirname, '..');
const NAMES: Record<string, string> = { BlueTape: 'BlueTape', BluDelta: 'BLU DELTA' };
const pageOf = (node: string) => `docs/operations-${node.toLowerCase()}.md`;

/** A page that is written by hand, with the generated parts between their marks renewed. */
function renewed(path: string, parts: Record<string, string>): Record<string, string> {
	let text = readFileSync(join(project, path), 'utf8');
	for (const [name, content] of Object.entries(parts)) text = replaced(text, name, content);
	return { [path]: text };
}

/** The page that leads to the references of both nodes. */
function index(): string {
	const sections = Object.entries(tables).flatMap(([node, resources]) => {
		const page = basename(pageOf(node));
		return [
			`## ${NAMES[node]}`,
			'',
			`All fields: [operations of the ${NAMES[node]} node](${page}).`,
			'',
			overview(resources, page),
			'',
		];
	});
	return ['# Operations', '', 'Made from the table in the code by `npm run docs`.', '', ...sections].join(
		'\n',
	);
}

/** Every page with generated parts by its path, as it should stand in the tree. */
export function pages(): Record<string, string> {
	const nodes = Object.entries(tables);
	return {
		'docs/operations.md': index(),
		...Object.fromEntries(
			nodes.map(([node, resources]) => [pageOf(node), reference(NAMES[node], resources)]),
		),
		...renewed('README.md', {
			...Object.fromEntries(
				nodes.map(([node, resources]) => [`operations-${node}`, brief(resources, pageOf(node))]),
			),
			versions: versionTable(),
		}),
		...renewed('docs/errors.md', errorTables()),
		...renewed('docs/architecture.md', importParts()),
	};
}

if (require.main === module) {
	for (const [path, text] of Object.entries(pages())) writeFileSync(join(project, path), text);
}
