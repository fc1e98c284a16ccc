import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../failure';
import { Hints } from './hints';

const MOST_RUNS = 100;
const KEPT_MS = 60 * 60_000;
const DEFAULT_TRIES = 3;

/** What earlier tries of one run of a node came to. n8n's Retry On Fail runs the whole node anew, in the same process and execution. */
export interface Remembered {
	/** Counting this one. */
	tries: number;
	/** Of how many. */
	mostTries: number;
	/** By item: what it gave, or the failure that must not be tried again. */
	settled: Map<number, INodeExecutionData[] | Failure>;
	/** What was remarked on these. */
	hints: Hints;
	/** Nothing will be tried again. */
	forget: () => void;
}

const runs = new Map<string, { at: number } & Pick<Remembered, 'tries' | 'settled' | 'hints'>>();

/** At most so many runs, none older than an hour: one whose last try has failed is never asked for again. */
function clear(now: number): void {
	for (const [key, { at }] of runs) {
		if (runs.size <= MOST_RUNS && now - at < KEPT_MS) return;
		runs.delete(key);
	}
}

/**
 * What earlier tries of this run have settled; empty for the first. Undefined where n8n tries nothing again: without Retry On Fail, and
 * as a tool, where every call of a model is another one.
 */
export function remembered(context: IExecuteFunctions, now = Date.now()): Remembered | undefined {
	const { retryOnFail, maxTries, id, name } = context.getNode();
	const execution = context.getExecutionId();
	if (!retryOnFail || !execution || context.isToolExecution?.()) return undefined;
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const key = JSON.stringify([execution, id, name, $runIndex]);
	const run = runs.get(key) ?? {
		at: now,
		tries: 0,
		settled: new Map<number, INodeExecutionData[] | Failure>(),
		hints: new Hints(),
	};
	run.tries++;
	run.at = now;
	runs.delete(key);
	runs.set(key, run);
	clear(now);
	return {
		tries: run.tries,
		// As n8n limits it.
		mostTries: Math.min(5, Math.max(2, maxTries ?? DEFAULT_TRIES)),
		settled: run.settled,
		hints: run.hints,
		forget: () => runs.delete(key),
	};
}
