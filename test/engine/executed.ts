import { createRunExecutionData, type INodeExecutionData } from 'n8n-workflow';
import { core } from './core';
import { modeOf, serverDataOf, workflowOf, type Hosting } from './hosting';

/** An execution that n8n stored. */
export interface Executed {
	/** What the trigger put out. */
	trigger: INodeExecutionData[];
	/** What the node after it received; undefined when it did not run. */
	after?: INodeExecutionData[];
	hints: string[];
	error?: { message: string };
}

/** Runs the workflow with what the trigger's webhook handed over. It stands in `executions` from its beginning. */
export async function execute(
	hosting: Hosting,
	items: INodeExecutionData[],
	executions: Executed[],
): Promise<Executed> {
	const executed: Executed = { trigger: [], hints: [] };
	executions.push(executed);
	const workflow = workflowOf(hosting, (received) => (executed.after = received));
	// An execution is stored as JSON before it runs, here or in another process.
	const main = JSON.parse(JSON.stringify([items])) as INodeExecutionData[][];
	const stack = [{ node: workflow.getNode('Trigger')!, data: { main }, source: null }];
	const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
	const run = await new core.WorkflowExecute(
		serverDataOf(hosting),
		modeOf(hosting),
		data,
	).processRunExecutionData(workflow);
	const { runData, error } = run.data.resultData;
	const task = runData.Trigger?.at(-1);
	executed.trigger = task?.data?.main?.[0] ?? [];
	executed.hints = (task?.hints ?? []).map(({ message }) => message);
	executed.error = error;
	return executed;
}
