import { until } from '../../runtime/until';
import { send } from './sender';
import { shots } from './shots';
import { type Stage, secret } from './stage';

/** Stops a worker with SIGTERM, as a restart does, while it is at work. How the executions ended that it had begun. */
export async function shutDown({ queue, urls }: Stage): Promise<string[]> {
	const headers = { [secret.name]: secret.value };
	const genuine = shots(20).filter(({ forged }) => !forged);
	await Promise.all(
		genuine.map(async ({ notice }) => {
			const own = { ...notice, body: { ...notice.body, note: 'before the restart' } };
			await send([urls[0]], 0, own, headers);
		}),
	);
	const begun = await until('the worker is at work', 30, async () => {
		const running = await queue.query<{ id: string }>(
			`select id::text from execution_entity where status = 'running' and id::text = any($1)`,
			[await queue.queued()],
		);
		return running.length ? running.map(({ id }) => id) : undefined;
	});
	await queue.workers[0].stop();
	const ended = await queue.query<{ status: string }>(
		'select status from execution_entity where id::text = any($1)',
		[begun],
	);
	return ended.map(({ status }) => status);
}
