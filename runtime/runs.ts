import { type Execution, type StoredExecution, readExecution } from './execution';
import { type Rest, RestError } from './rest';
import { until } from './until';
import { type Workflow, firstTrigger } from './workflow';

const finished = new Set(['success', 'error', 'crashed', 'canceled']);

interface RunOptions {
	/** Name of the trigger node to start from. */
	trigger?: string;
	/** Longest wait for the end. */
	seconds?: number;
}

/** What runs in one n8n: starts it, waits for it, reads it. `n8nFolder` is the folder of that n8n's package. */
export class Runs {
	constructor(
		readonly rest: Rest,
		private readonly n8nFolder: string,
	) {}

	/**
	 * Runs a workflow as the editor's button does, from `trigger` (default: its Manual Trigger, else its first
	 * trigger) and waits for the end. A failed workflow is an answer like any other: see `status`.
	 */
	async runAndRead(id: string, { trigger, seconds = 120 }: RunOptions = {}): Promise<Execution> {
		const workflowData = await this.rest<Workflow>('GET', `/rest/workflows/${id}`);
		const name = trigger ?? firstTrigger(workflowData);
		const started = await this.rest<{ executionId?: string }>('POST', `/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name },
			// Before 2.32 n8n runs what the editor shows; now what it has stored.
			workflowData,
		});
		if (!started.executionId) throw new Error(`"${name}" waits for an event; it can't be run by a button`);
		return await this.finishedExecution(started.executionId, seconds);
	}

	/**
	 * Ids of a workflow's executions, newest first. n8n asks its database twice, for those that run and those that have ended: one
	 * that ends meanwhile stands in both, and one that still runs before those that came after it.
	 */
	async executionIds(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const list = await this.rest<{ results: Array<{ id: string }> }>(
			'GET',
			`/rest/executions?limit=100&filter=${filter}`,
		);
		const ids = new Set(list.results.map(({ id }) => Number(id)));
		return [...ids].sort((one, other) => other - one).map(String);
	}

	/** An execution with its data, finished or not. */
	async execution(id: string): Promise<Execution> {
		return readExecution(await this.rest<StoredExecution>('GET', `/rest/executions/${id}`), this.n8nFolder);
	}

	/** Waits for an execution's end. */
	async finishedExecution(id: string, seconds = 120): Promise<Execution> {
		return await until(`execution ${id} is finished`, seconds, async () => {
			const asked = this.rest<StoredExecution>('GET', `/rest/executions/${id}`);
			// n8n 2.20 answers so to whoever asks before the execution has its data.
			const stored = await asked.catch((error: Error) => {
				if (error instanceof RestError && error.status === 500) return undefined;
				throw error;
			});
			if (!stored || !finished.has(stored.status)) return undefined;
			const read = readExecution(stored, this.n8nFolder);
			// n8n 1.85 says that it is a success before it has stored what ran.
			return read.status === 'success' && !read.nodes.length ? undefined : read;
		});
	}

	/** Waits until the workflow has `count` executions, all finished; oldest first. For webhooks and polls. */
	async executions(workflowId: string, count: number, seconds = 60): Promise<Execution[]> {
		const ids = await until(`workflow ${workflowId} has ${count} executions`, seconds, async () => {
			const all = await this.executionIds(workflowId);
			return all.length >= count ? all.reverse() : undefined;
		});
		return await Promise.all(ids.map(async (id) => await this.finishedExecution(id, seconds)));
	}
}
