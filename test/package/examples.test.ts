import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkflowJson } from '../../runtime/workflow';

// What a user does with an example is to put nodes of their own in place of ours.
const project = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const example = (name: string) => JSON.parse(read(`examples/${name}.json`)) as WorkflowJson;
const names = readdirSync(join(project, 'examples')).map((file) => file.replace('.json', ''));

/** The nodes behind a node's first output: behind another one come its errors. */
function followers({ nodes, connections }: WorkflowJson, name: string) {
	const { main: [links] = [[]] } = (connections[name] ?? {}) as { main?: Array<Array<{ node: string }>> };
	return nodes.filter((node) => links?.some((link) => link.node === node.name));
}
const text = (value: unknown) => JSON.stringify(value);
const found = (where: string, what: RegExp) => [...where.matchAll(what)].map(([, name]) => name);

it('no example has a Code node, as docs/n8n-3.md says', () => {
	expect(read('docs/n8n-3.md')).toContain('the examples have no Code node');
	const types = names.flatMap((name) => example(name).nodes.map(({ type }) => type));
	expect(types.length).toBeGreaterThan(100);
	expect(types).not.toContain('n8n-nodes-base.code');
});

describe('what follows a node that is to be replaced does not read what that node puts out', () => {
	/** Nodes that a note says to replace, those that tell somebody, and a table that is written. */
	function replaced({ nodes }: WorkflowJson): string[] {
		const notes = nodes
			.filter(({ type }) => type.endsWith('.stickyNote'))
			.map(({ parameters }) => parameters.content);
		const places = found(
			notes.join('\n'),
			/(?:in (?:the )?place of|replace) ((?:\*[^*\n]+\*(?:, | and )?)+)/gi,
		);
		const named = places.flatMap((place) => found(place, /\*([^*]+)\*/g));
		const others = nodes.filter(
			({ name, type, parameters }) =>
				/^(Tell|Ask|Call|Note|Mark) |^For a person$|^Refused$/.test(name) ||
				(type.endsWith('.dataTable') && parameters.operation !== 'get'),
		);
		return [...named, ...others.map(({ name }) => name)];
	}

	it.each(names)('%s', (name) => {
		const workflow = example(name);
		const readers = replaced(workflow).flatMap((node) =>
			followers(workflow, node).filter(({ parameters }) => /\$(json|binary)\b/.test(text(parameters))),
		);
		expect(readers.map((node) => node.name)).toEqual([]);
	});

	it('the notes name some', () => {
		const all = names.flatMap((name) => replaced(example(name)));
		expect(all).toEqual(
			expect.arrayContaining([
				'Tell a person',
				'Your customers',
				'Mark paid',
				'Note the advance',
				'Set the status',
			]),
		);
	});
});

describe('the table of a guide names the fields that others read of a node that is to be replaced', () => {
	it.each([
		['model-a', 'model-a-invoice-only', 5],
		['model-b', 'model-b-quote-first', 10],
	])('%s', (page, name, count) => {
		const workflow = example(name);
		const rows = found(read(`docs/${page}.md`), /^(\| .*_\w.*\|)$/gm).map((row) => row.split('|').slice(1));
		const wanted = workflow.nodes.flatMap((node) => {
			const [, put = ''] = rows.find(([first]) => first.includes(`_${node.name}_`)) ?? [];
			const byName = new RegExp(`\\$\\('${node.name}'\\)\\.item\\.json\\.(\\w+)`, 'g');
			const fields = [
				...found(text(workflow.nodes), byName),
				...followers(workflow, node.name).flatMap(({ parameters }) =>
					found(text(parameters), /\$json\.(\w+)/g),
				),
			];
			return put ? [...new Set(fields)].map((field) => ({ node: node.name, field, put })) : [];
		});
		expect(wanted.length).toBe(count);
		expect(wanted.filter(({ field, put }) => !put.includes(`\`${field}\``))).toEqual([]);
	});

	it.each(['model-a', 'model-b'])("%s: the customer's contacts are the order's", (page) => {
		expect(read(`docs/${page}.md`)).toMatch(
			/^\| _Customer_ .*name, e-mail address and mobile number of the order's own customer/m,
		);
	});
});
