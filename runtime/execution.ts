import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One item as it lies in an execution. */
export interface Item {
	json: Record<string, unknown>;
	binary?: Record<string, Record<string, unknown>>;
	pairedItem?: unknown;
	error?: unknown;
}

/** One run of one node. A node in a loop has several. */
export interface NodeRun {
	name: string;
	/** Type and parameters as in the workflow that ran. */
	type: string;
	parameters: Record<string, unknown>;
	status: string;
	/** Milliseconds since 1970, and how long it took. */
	startedAt: number;
	milliseconds: number;
	/** Items per output: `outputs[0]` is the first output. */
	outputs: Item[][];
	error?: { message: string; description?: string; [field: string]: unknown };
	hints: Array<{ message: string }>;
}

export interface Execution {
	id: string;
	workflowId: string;
	/** `success`, `error`, `canceled`, … once finished. */
	status: string;
	/** `manual`, `webhook`, `trigger`, … */
	mode: string;
	error?: { message: string; description?: string; [field: string]: unknown };
	/** In the order in which they ran. */
	nodes: NodeRun[];
	/** All items of a node's output, of all its runs; empty when it didn't run. */
	items(node: string, output?: number): Item[];
	/** The last run of a node; throws when it didn't run. */
	node(name: string): NodeRun;
}

/** An execution as n8n's REST interface answers it; `data` is a string in the format of the library flatted. */
export interface StoredExecution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	data: string;
	workflowData: { nodes: Array<{ name: string; type: string; parameters: Record<string, unknown> }> };
}

interface Task {
	executionIndex?: number;
	executionStatus?: string;
	startTime: number;
	executionTime: number;
	data?: { main?: Array<Item[] | null> };
	error?: Execution['error'];
	hints?: Array<{ message: string }>;
}

/** Reads a stored execution. `n8nFolder` is the folder of the n8n that wrote it, whose own flatted reads it. */
export function readExecution(stored: StoredExecution, n8nFolder: string): Execution {
	const { parse } = createRequire(join(n8nFolder, 'package.json'))('flatted') as typeof JSON;
	const { resultData } = parse(stored.data) as {
		resultData: { runData: Record<string, Task[]>; error?: Execution['error'] };
	};
	const known = new Map(stored.workflowData.nodes.map((node) => [node.name, node]));
	const nodes = Object.entries(resultData.runData)
		.flatMap(([name, tasks]) => tasks.map((task) => ({ name, task })))
		.sort((a, b) => (a.task.executionIndex ?? a.task.startTime) - (b.task.executionIndex ?? b.task.startTime))
		.map(({ name, task }) => ({
			name,
			type: known.get(name)?.type ?? '',
			parameters: known.get(name)?.parameters ?? {},
			status: task.executionStatus ?? (task.error ? 'error' : 'success'),
			startedAt: task.startTime,
			milliseconds: task.executionTime,
			outputs: (task.data?.main ?? []).map((items) => items ?? []),
			error: task.error,
			hints: task.hints ?? [],
		}));
	const runs = (name: string) => nodes.filter((node) => node.name === name);
	return {
		id: String(stored.id),
		workflowId: stored.workflowId,
		status: stored.status,
		mode: stored.mode,
		error: resultData.error,
		nodes,
		items: (name, output = 0) => runs(name).flatMap((run) => run.outputs[output] ?? []),
		node(name) {
			const run = runs(name).at(-1);
			if (!run)
				throw new Error(`"${name}" did not run. These did: ${nodes.map((node) => node.name).join(', ')}`);
			return run;
		},
	};
}
