import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../failure';
import { Hints } from './hints';
import { inputDigest } from './inputDigest';

/**
 * More are kept only as long as n8n may come back for them, which it does after five seconds at most: it holds those in memory itself,
 * with their input. The others were cancelled between two tries.
 */
const MOST_RUNS = 100;
const LONG_OVER_MS = 60_000;
const KEPT_MS = 60 * 60_000;
const DEFAULT_TRIES = 3;

/** What an item gave, or the failure that is not to be tried again. */
export type Outcome = INodeExecutionData[] | Failure;

/** What is kept of a run from one try to the next. */
interface Run {
	tries: number;
	/** By item. */
	settled: Map<number, Outcome>;
	/** Items that an earlier try may have written: it got no answer. */
	unknown: Set<number>;
	/** What was remarked on these. */
	hints: Hints;
	underWay: boolean;
	/** When the last try ended. */
	at: number;
	/** Of what the node was given. */
	digest?: string;
}

/** What earlier tries of one run of a node came to. n8n's Retry On Fail runs the whole node anew, in the same process and execution. */
export interface Remembered extends Pick<Run, 'settled' | 'unknown' | 'hints'> {
	/** Does n8n try again when this try fails? */
	triesLeft: boolean;
	/** Nothing will be tried again. */
	forget: () => void;
	/** This try is over, however it ended. */
	ended: () => void;
}

const runs = new Map<string, Run>();

/** Forgets the runs that n8n has given up between two tries: one that is forgotten too early would be sent anew. */
function clear(now: number): void {
	for (const [key, { underWay, at }] of runs) {
		const kept = runs.size > MOST_RUNS ? LONG_OVER_MS : KEPT_MS;
		if (!underWay && now - at >= kept) runs.delete(key);
	}
}

/** The run that this is another try of: one of the same place in the same execution, with the same input. */
function earlier(context: IExecuteFunctions, key: string): Run | undefined {
	const run = runs.get(key);
	return run && !run.underWay && run.digest === inputDigest(context) ? run : undefined;
}

function runIndexOf(context: IExecuteFunctions): unknown {
	try {
		return context.getWorkflowDataProxy(0).$runIndex;
	} catch {
		// Whoever reads a parameter is told why.
		return undefined;
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
	clear(now);
	const key = JSON.stringify([execution, id, name, runIndexOf(context)]);
	const run: Run = earlier(context, key) ?? {
		tries: 0,
		settled: new Map(),
		unknown: new Set(),
		hints: new Hints(),
		underWay: true,
		at: now,
	};
	run.tries++;
	run.underWay = true;
	runs.set(key, run);
	const { settled, unknown, hints } = run;
	// As n8n limits it.
	const triesLeft = run.tries < Math.min(5, Math.max(2, maxTries || DEFAULT_TRIES));
	const forget = () => void (runs.get(key) === run && runs.delete(key));
	const ended = () => {
		if (!triesLeft) forget();
		if (runs.get(key) !== run) return;
		// The input as it is now: expressions can change it.
		Object.assign(run, { underWay: false, at: Date.now(), digest: inputDigest(context) });
	};
	return { settled, unknown, hints, triesLeft, forget, ended };
}
