import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../runtime/until';
import type { Stage } from './stage';

/** An execution that was under way when its worker was killed, and that did not come to its end. */
export interface CutOff {
	execution: string;
	/** The notice that it was about. */
	notice: string;
	/** As n8n has it once it gave the job up: `running`, `new` or `error`. */
	status: string;
	/** Did n8n's "Retry" bring it to its end? Undefined when it was not needed: the workflow had done its work. */
	retried?: boolean;
}

interface Row {
	id: string;
	status: string;
	data: string;
}

/**
 * Kills a webhook process and a worker, waits until n8n has given up the worker's jobs, and retries what they left undone, as
 * a person would in the editor.
 *
 * n8n 2.41 never starts such a job again (its queue's maxStalledCount is 0). Half a minute after it gave up, it overwrites what
 * it stored of the execution with an error, and there is nothing left to retry: so the retry must not come later.
 */
export async function killBoth({ queue, api, counter }: Stage): Promise<CutOff[]> {
	await Promise.all([queue.webhooks[1].kill(), queue.workers[1].kill()]);
	const begun = await queue.query<Row>(
		`select e.id::text, e.status, d.data from execution_entity e join execution_data d on d."executionId" = e.id
		where e.status in ('new', 'running')`,
	);
	const left = await until('n8n has given up the jobs of the killed worker', 90, async () => {
		const queued = await queue.queued();
		return begun.some(({ id }) => queued.includes(id)) ? undefined : begun.map(({ id }) => id);
	});
	const unfinished = async () =>
		await queue.query<Row>(
			`select id::text, status from execution_entity where id::text = any($1) and status <> 'success'`,
			[left],
		);
	// A worker takes its job off the queue a moment before or after it writes how the execution ended.
	await sleep(2000);
	return await Promise.all(
		(await unfinished()).map(async ({ id, status }): Promise<CutOff> => {
			const { data } = begun.find((row) => row.id === id)!;
			const [notice] = /GENUINE-\d+/.exec(data)!;
			if (counter.runs.has(notice)) return { execution: id, notice, status };
			const retried = await api.rest('POST', `/rest/executions/${id}/retry`, {}).then(
				async () => await counter.hasRun(notice, 10),
				() => false,
			);
			return { execution: id, notice, status, retried };
		}),
	);
}

/** Kills a webhook process and, once what that had begun is done, a worker at work: the senders wait for both, and send again by themselves. */
export async function killOneAfterTheOther({ queue }: Stage): Promise<CutOff[]> {
	await queue.webhooks[1].kill();
	const begun = await queue.queued();
	await until('what the killed webhook process had begun is done', 60, async () => {
		const queued = await queue.queued();
		return begun.some((id) => queued.includes(id)) ? undefined : true;
	});
	await until('both workers are at work', 60, async () => (await queue.workersAtWork()) === 2 || undefined);
	await queue.workers[1].kill();
	return [];
}
