import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowJson } from '../runtime/workflow';
import { firstTrigger } from '../runtime/workflow';
import type { Running } from './place';
import type { Run } from './run';
import { watch } from './watch';

/** Environment of an n8n that writes down when it starts and ends each node. */
export const loggingEnvironment = { N8N_LOG_LEVEL: 'debug', N8N_LOG_FORMAT: 'json' };

const LONGEST_MS = 10 * 60_000;

interface Line {
	message: string;
	metadata: { timestamp: string; workflowId?: string };
}

async function lines(logFile: string, workflowId: string): Promise<Line[]> {
	return (await readFile(logFile, 'utf8'))
		.split('\n')
		.filter((text) => text.startsWith('{') && text.endsWith('}') && text.includes(workflowId))
		.map((text) => JSON.parse(text) as Line);
}

/**
 * Runs a workflow once and tells what its nodes `names` cost, from n8n's log: an execution that holds a file as text is too large
 * to be read back. n8n must have been started with `loggingEnvironment`. Throws when a node failed.
 */
export async function runByLog(
	{ n8n, api }: Running,
	json: WorkflowJson,
	names: string[],
): Promise<Omit<Run, 'execution'>> {
	const { id } = await api.createWorkflow(json);
	const watched = await watch(n8n.pid);
	const deadline = Date.now() + LONGEST_MS;
	try {
		await api.rest('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: firstTrigger(json) } });
		for (;;) {
			await sleep(250);
			const told = await lines(n8n.logFile, id);
			const at = (message: string) =>
				Date.parse(told.find((line) => line.message === message)?.metadata.timestamp ?? '');
			const failed = names.find((name) => at(`Running node "${name}" finished with error`));
			if (failed || Date.now() > deadline) {
				throw new Error(`"${json.name}": ${failed ?? 'it'} failed. ${await n8n.logTail(5)}`);
			}
			const from = at(`Start executing node "${names[0]}"`);
			const to = at(`Running node "${names.at(-1)!}" finished successfully`);
			if (!from || !to) continue;
			await sleep(100);
			return { milliseconds: to - from, ...watched.between(from, to) };
		}
	} finally {
		await watched.stop();
	}
}
