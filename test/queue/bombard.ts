import { until } from '../../runtime/until';
import type { CutOff } from './accident';
import { type Counts, type Runs, count, print } from './counts';
import { shots } from './shots';
import type { Stage } from './stage';
import { fire } from './volley';

/** Sends 500 notices, has an `accident` happen in the middle, waits until all is done, and prints what came of it. */
export async function bombard(
	stage: Stage,
	accident: (stage: Stage) => Promise<CutOff[]>,
	quiet?: Runs,
): Promise<{ counts: Counts; cutOff: CutOff[] }> {
	process.stderr.write(`Sending 500 notices, answered ${stage.respond} …\n`);
	let accidents: Promise<CutOff[]> | undefined;
	const fired = await fire(stage, shots(500), (answered) => {
		if (answered !== 250) return;
		accidents = accident(stage);
		// It is awaited below; until then nobody listens.
		accidents.catch(() => {});
	});
	const cutOff = await accidents!;
	await until('the queue is empty', 120, async () => !(await stage.queue.queued()).length || undefined);
	const counts = count(fired, stage.counter);
	const executions = await stage.queue.query<{ status: string; mode: string; count: string }>(
		'select status, mode, count(*) from execution_entity group by 1, 2 order by 2, 1',
	);
	process.stderr.write(`${print(counts, executions, cutOff, quiet)}\n`);
	return { counts, cutOff };
}
