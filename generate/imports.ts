import { execFileSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { table } from './table';

const project = join(__dirname, '..');
const FOLDERS = [
	'nodes',
	'credentials',
	'emulator',
	'runtime',
	'generate',
	'release',
	'benchmarks',
	'contract',
];

/** What dependency-cruiser tells of the tree, as far as it is used here. */
interface Cruise {
	modules: Array<{ source: string; dependencies: Array<{ resolved: string }> }>;
	summary: { ruleSetUsed: { forbidden: Array<{ name: string; comment: string }> } };
}

function cruise(): Cruise {
	const bin = join(project, 'node_modules', '.bin', 'depcruise');
	const output = execFileSync(bin, [...FOLDERS, '--config', '--output-type', 'json'], {
		cwd: project,
		encoding: 'utf8',
		maxBuffer: 100_000_000,
		shell: process.platform === 'win32',
	});
	return JSON.parse(output) as Cruise;
}

/** The box that a file stands in: a node has one of its own, other files of `nodes/` that of their folder, the rest that of the top folder. */
function boxOf(path: string): string | undefined {
	const [folder] = path.split('/');
	if (path.endsWith('.node.ts')) return basename(path, '.ts');
	if (folder === 'nodes') return dirname(path);
	return FOLDERS.includes(folder) ? folder : undefined;
}

/** Boxes by the boxes that they import from. */
function graphOf({ modules }: Cruise): Map<string, Set<string>> {
	const graph = new Map<string, Set<string>>();
	for (const { source, dependencies } of modules) {
		const from = boxOf(source);
		if (!from) continue;
		const to = graph.get(from) ?? new Set();
		for (const box of dependencies.map(({ resolved }) => boxOf(resolved))) {
			if (box && box !== from) to.add(box);
		}
		graph.set(from, to);
	}
	return graph;
}

/** The arrows without which another box could not be reached; for a graph without cycles. */
export function shortest(graph: Map<string, Set<string>>): Array<[from: string, to: string]> {
	const reaches = (from: string, to: string): boolean =>
		from === to || [...(graph.get(from) ?? [])].some((next) => reaches(next, to));
	return [...graph].flatMap(([from, boxes]) =>
		[...boxes]
			.filter((to) => ![...boxes].some((other) => other !== to && reaches(other, to)))
			.map((to): [string, string] => [from, to]),
	);
}

const idOf = (box: string) => box.replace(/\W/g, '_');

/** A Mermaid picture of which folder imports which. */
function picture(found: Cruise): string {
	const graph = graphOf(found);
	const group = (title: string, boxes: string[]) => [
		`  subgraph ${idOf(title)}["${title}"]`,
		...boxes.sort().map((box) => `    ${idOf(box)}["${box}"]`),
		'  end',
	];
	const around = (box: string) => FOLDERS.includes(box) && box !== 'credentials';
	const boxes = [...graph.keys()];
	return [
		'```mermaid',
		'flowchart TD',
		...group(
			'the package',
			boxes.filter((box) => !around(box)),
		),
		...group('around it, not published', boxes.filter(around)),
		...shortest(graph)
			.map(([from, to]) => `  ${idOf(from)} --> ${idOf(to)}`)
			.sort(),
		'```',
	].join('\n');
}

const rules = ({ summary }: Cruise) =>
	table(
		['Rule', 'What it says'],
		summary.ruleSetUsed.forbidden.map(({ name, comment }) => [`\`${name}\``, comment]),
	);

/** The generated parts of the page about the architecture, by the mark between which each stands. */
export function importParts(): Record<string, string> {
	const found = cruise();
	return { imports: picture(found), rules: rules(found) };
}
