import { isOptional, labelOf, notesOf, shapeOf, type Field, type Shape } from '../nodes/shared/table/notes';
import type { Operation, Resource } from '../nodes/shared/table/operation';
import { table } from './table';

const KINDS: Record<string, string> = {
	text: 'text',
	decimal: 'number',
	percent: 'percentage',
	integer: 'whole number',
	date: 'date',
	dateTime: 'date and time',
	flag: 'yes/no',
	group: 'object',
	list: 'list',
};

function kindOf(field: Field): string {
	const { kind, options = [] } = notesOf(field);
	const values = options
		.filter(({ value }) => value)
		.map(({ value }) => `\`${value}\``)
		.join(', ');
	return kind === 'choice' ? values : kind === 'choices' ? `several of ${values}` : KINDS[kind];
}

/** Table rows of the fields of `shape`, nested ones with the path before their name. */
function rows(shape: Shape, path = ''): string[][] {
	return Object.entries(shape).flatMap(([key, field]) => {
		const { description = '', kind } = notesOf(field);
		const name = path + key;
		const row = [
			`\`${name}\``,
			labelOf(key, field),
			kindOf(field),
			isOptional(field) ? '' : 'yes',
			description,
		];
		return [row, ...(shapeOf(field) ? rows(shapeOf(field)!, `${name}${kind === 'list' ? '[]' : ''}.`) : [])];
	});
}

function fieldTable(heading: string, shape: Shape): string[] {
	if (Object.keys(shape).length === 0) return [];
	return ['', heading, '', table(['Name', 'In the editor', 'Kind', 'Required', ''], rows(shape))];
}

/** Settings but for those that stand for a field of the body. */
const ownSettings = (settings: Shape): Shape =>
	Object.fromEntries(Object.entries(settings).filter(([, field]) => !notesOf(field).onlyWithout));

function section(resourceName: string, value: string, operation: Operation): string[] {
	const { name, description, route, effects, path, query, body, bodySource, needs, settings } = operation;
	return [
		'',
		`### ${resourceName}: ${name}`,
		'',
		[`\`${value}\``, route && `\`${route}\``, `${description}.`].filter(Boolean).join(' · '),
		...(effects ? ['', `**${effects}.**`] : []),
		...fieldTable('IDs', path),
		...fieldTable('Settings', ownSettings(settings)),
		...fieldTable('Query', query),
		...fieldTable(bodySource ? 'Body (as fields, as input item, or as JSON)' : 'Body', body ?? {}),
		...(needs ? ['', `Also needed: ${needs}. What else is missing is worked out.`] : []),
	];
}

/** The reference of all operations of one node, in Markdown. */
export function reference(nodeName: string, resources: Record<string, Resource>): string {
	const sections = Object.entries(resources).flatMap(([, { name, description, operations }]) => [
		'',
		`## ${name}`,
		'',
		`${description}.`,
		...Object.entries(operations).flatMap(([value, operation]) => section(name, value, operation)),
	]);
	return [
		`# Operations of the ${nodeName} node`,
		'',
		'Made from the table in the code by `npm run docs`.',
		...sections,
		'',
	].join('\n');
}

const anchor = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\w -]/g, '')
		.replace(/ /g, '-');

const link = (resource: string, { name }: Operation, page: string) =>
	`[${name}](${page}#${anchor(`${resource} ${name}`)})`;

/** One row an operation: what it does, and what to mind. `page` is the reference that the names lead to. */
export function overview(resources: Record<string, Resource>, page: string): string {
	const lines = Object.values(resources).flatMap(({ name, operations }) =>
		Object.values(operations).map((operation) => [
			name,
			link(name, operation, page),
			operation.description,
			operation.effects ?? '',
		]),
	);
	return table(['Resource', 'Operation', 'What it does', 'Mind'], lines);
}

/** One row a resource, with the names of its operations. */
export function brief(resources: Record<string, Resource>, page: string): string {
	const lines = Object.values(resources).map(({ name, operations }) => [
		name,
		Object.values(operations)
			.map((operation) => link(name, operation, page))
			.join(', '),
	]);
	return table(['Resource', 'Operations'], lines);
}

/** `text` with what stands between `<!-- name -->` and `<!-- /name -->` replaced. Throws when the marks are missing. */
export function replaced(text: string, name: string, content: string): string {
	const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const from = text.indexOf(open);
	const to = text.indexOf(close);
	if (from < 0 || to < from) throw new Error(`${open} and ${close} are not there`);
	return `${text.slice(0, from + open.length)}\n\n${content}\n\n${text.slice(to)}`;
}
