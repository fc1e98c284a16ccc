import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installN8n } from '../../runtime/n8nInstall';
import { projectFolder } from '../../runtime/package';
import { manual, row } from './chain';
import { testStage } from './stage';

const { api, examples } = testStage();

interface Report {
	report: { workflowResults: Array<{ ruleId: string }> };
}
interface RuleReport {
	affectedWorkflows: Array<{ id: string }>;
}

/** Ids of the workflows that n8n's own report says something about, by rule. */
async function reported(): Promise<Record<string, string[]>> {
	const { report } = await api.rest<Report>('POST', '/rest/breaking-changes/report/refresh?version=v3', {});
	const rules = report.workflowResults.map(async ({ ruleId }) => {
		const { affectedWorkflows } = await api.rest<RuleReport>(
			'GET',
			`/rest/breaking-changes/report/${ruleId}`,
		);
		return [ruleId, affectedWorkflows.map(({ id }) => id)] as const;
	});
	return Object.fromEntries(await Promise.all(rules));
}

test("n8n's migration report has nothing to say about the examples", async () => {
	const old = { name: 'Old', type: 'n8n-nodes-base.function', typeVersion: 1, parameters: {} };
	const { id } = await api.createWorkflow(row('Old', manual, old));
	try {
		const found = Object.values(await reported()).flat();
		expect(found).toContain(id);
		expect(Object.entries(examples).filter(([, example]) => found.includes(example))).toEqual([]);
	} finally {
		await api.deleteWorkflow(id);
	}
});

test("docs/n8n-3.md names each of n8n's rules, and no other", async () => {
	const { folder } = await installN8n(process.env.BLUETAPE_N8N);
	const files = await readdir(join(folder, 'dist', 'modules', 'breaking-changes', 'rules', 'v3'));
	const rules = files.flatMap((file) => /^(.*)\.rule\.js$/.exec(file)?.[1] ?? []);
	const page = await readFile(join(projectFolder, 'docs', 'n8n-3.md'), 'utf8');
	const rows = page.split('\n').filter((line) => line.startsWith('| '));
	const named = rows.flatMap((line) => [...line.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name));
	expect(named.sort()).toEqual(rules.sort());
});
