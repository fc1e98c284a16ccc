import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';
import { z } from 'zod';

export const project = resolve(__dirname, '../..');
export const text = (path: string) => readFileSync(join(project, path), 'utf8');
export const yaml = (path: string): unknown => parse(text(path));

type Parser = typeof import('@actions/workflow-parser');

/** GitHub's own parser of workflows: an ES module that imports JSON, which neither jest nor Node 20 takes as it is. */
function openParser(): Parser {
	const folder = mkdtempSync(join(tmpdir(), 'workflow-parser-'));
	const outfile = join(folder, 'parser.cjs');
	try {
		buildSync({
			stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: project },
			outfile,
			bundle: true,
			platform: 'node',
			format: 'cjs',
		});
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		return require(outfile) as Parser;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = openParser();

/** What GitHub would complain about in a workflow. */
export async function workflowErrors(name: string, content: string): Promise<string[]> {
	const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
	if (value) await convertWorkflowTemplate(context, value);
	return context.errors.getErrors().map(({ message }) => message);
}

export const workflow = z.object({
	on: z.record(z.unknown()),
	permissions: z.record(z.string()),
	jobs: z.record(
		z.object({
			permissions: z.record(z.string()).optional(),
			strategy: z.object({ matrix: z.record(z.array(z.union([z.number(), z.string()]))) }).optional(),
			steps: z.array(
				z.object({
					uses: z.string().optional(),
					run: z.string().optional(),
					with: z.record(z.unknown()).optional(),
				}),
			),
		}),
	),
});

const validations = z.object({ required: z.boolean() }).strict().optional();
const described = { label: z.string().min(1), description: z.string().optional() };
const field = <T extends string, A extends z.ZodRawShape>(type: T, attributes: A) =>
	z
		.object({
			type: z.literal(type),
			id: z.string().regex(/^[\w-]+$/),
			attributes: z.object({ ...described, ...attributes }).strict(),
			validations,
		})
		.strict();
const placeholder = z.string().optional();
const option = z.object({ label: z.string(), required: z.boolean().optional() }).strict();

/** GitHub's schema for issue forms (docs.github.com, "Syntax for GitHub's form schema"), as far as ours use it. */
export const issueForm = z
	.object({
		name: z.string().min(1),
		description: z.string().min(1),
		labels: z.array(z.string()).optional(),
		body: z
			.array(
				z.discriminatedUnion('type', [
					z
						.object({ type: z.literal('markdown'), attributes: z.object({ value: z.string() }).strict() })
						.strict(),
					field('input', { placeholder }),
					field('textarea', { placeholder }),
					field('dropdown', { options: z.array(z.string()).min(2) }),
					field('checkboxes', { options: z.array(option).min(1) }),
				]),
			)
			.nonempty(),
	})
	.strict();

export const issueConfig = z
	.object({
		blank_issues_enabled: z.boolean(),
		contact_links: z.array(z.object({ name: z.string(), url: z.string().url(), about: z.string() }).strict()),
	})
	.strict();

const update = z
	.object({
		'package-ecosystem': z.enum(['npm', 'github-actions']),
		directory: z.literal('/'),
		schedule: z.object({ interval: z.enum(['weekly', 'monthly']) }).strict(),
		groups: z.record(z.object({ patterns: z.array(z.string()).nonempty() }).strict()).optional(),
		ignore: z
			.array(
				z
					.object({
						'dependency-name': z.string(),
						'update-types': z.array(z.enum(['version-update:semver-major', 'version-update:semver-minor'])),
					})
					.strict(),
			)
			.optional(),
	})
	.strict();

export const dependabot = z.object({ version: z.literal(2), updates: z.array(update).nonempty() }).strict();
