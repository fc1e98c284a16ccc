import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../runtime/execution';
import type { WorkflowJson } from '../runtime/workflow';
import { firstTrigger } from '../runtime/workflow';
import type { Running } from './place';
import { watch } from './watch';

/** Between two looks at a running execution: each costs n8n a few milliseconds. */
const LOOK_EVERY_MS = 500;
const LONGEST_MS = 20 * 60_000;

export interface Run {
	execution: Execution;
	/** From the start of the first named node to the end of the last, in ms. */
	milliseconds: number;
	/** Of n8n in that time. */
	cpuMs: number;
	/** Peak of its memory in that time above what it had before. */
	addedMB: number;
}

/**
 * Runs a workflow once and tells what its nodes `names` cost; then the workflow is removed, so that n8n's database stays small.
 * Throws when n8n refuses, or when the execution failed.
 */
export async function runOnce(
	{ n8n, api }: Pick<Running, 'n8n' | 'api'>,
	json: WorkflowJson,
	names: string[],
): Promise<Run> {
	const { id } = await api.createWorkflow(json);
	const watched = await watch(n8n.pid);
	try {
		const { executionId } = await api.rest<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name: firstTrigger(json) },
		});
		await ended({ n8n, api }, id);
		await watched.stop();
		const execution = await api.execution(executionId);
		if (execution.status !== 'success') {
			throw new Error(`"${json.name}": ${execution.status}, ${execution.error?.message ?? 'no reason'}`);
		}
		const [first, last] = [execution.node(names[0]), execution.node(names.at(-1)!)];
		const [from, to] = [first.startedAt, last.startedAt + last.milliseconds];
		return {
			execution,
			milliseconds: to - from,
			...watched.between(from, to),
		};
	} finally {
		await watched.stop();
		await api.deleteWorkflow(id);
	}
}

/** Waits for the end of a workflow's only execution by its entry in the list, which comes without the data. */
async function ended({ n8n, api }: Pick<Running, 'n8n' | 'api'>, workflowId: string): Promise<void> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const deadline = Date.now() + LONGEST_MS;
	while (Date.now() < deadline) {
		await sleep(LOOK_EVERY_MS);
		// While n8n is busy with a large execution it may drop a connection.
		const list = await api
			.rest<{ results: Array<{ status: string }> }>('GET', `/rest/executions?limit=1&filter=${filter}`)
			.catch((error: Error) => {
				if (!existsSync(`/proc/${n8n.pid}`)) throw new Error(`n8n is gone: ${error.message}`);
				return { results: [] };
			});
		if (list.results[0] && !['new', 'running', 'waiting'].includes(list.results[0].status)) return;
	}
	throw new Error('The execution did not end in 20 minutes');
}
