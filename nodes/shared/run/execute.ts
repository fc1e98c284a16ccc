import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { pLimit } from '../../bundled/pLimit';
import { failureOf, type Failure } from '../failure';
import type { Vendor } from '../http/session';
import type { Call, Operation, Resource } from '../table/operation';
import type { Options } from '../table/parsed';
import { begin, type Begun } from './begin';
import { recordNamed, sendCall } from './call';
import {
	failedItem,
	isPassing,
	numbered,
	onceMore,
	refusedRun,
	staysFailed,
	withProgress,
} from './failedItem';
import { Hints } from './hints';
import { nodeError } from './nodeError';
import { answerItem, dryRunItem, withInput } from './outputItem';
import { Progress } from './progress';
import { readAll, type Readings } from './reading';
import { isWrite, recordOf, Turns } from './records';
import { remembered, type Remembered } from './remembered';

const PARALLEL_REQUESTS = 10;
const PARALLEL_FILES = 2;
const CANCELLED: Failure = { kind: 'cancelled', message: 'The run was canceled before anything was sent' };

/** How many items are worked on at the same time. */
function parallelOf(context: IExecuteFunctions, operation: Operation): number {
	let wanted: unknown;
	try {
		({ parallelRequests: wanted } = context.getNodeParameter('options', 0, {}) as Options);
	} catch {
		// An expression of the options that fails is told with each item.
	}
	const parallel = Math.max(1, Math.floor(Number(wanted ?? PARALLEL_REQUESTS)) || PARALLEL_REQUESTS);
	return Math.min(parallel, operation.oneByOne ? 1 : operation.files ? PARALLEL_FILES : parallel);
}

/** Does it matter to nobody when all of this is done once more? Every document of a queue is a scarce good, also when it is read. */
const isHarmless = ({ route, oneByOne }: Operation, calls: Array<Call | undefined>): boolean =>
	(!oneByOne && !isWrite(route)) || calls.every((call) => !call || call.options.dryRun);

/** What one item gives. Throws `Failed`. */
async function sent(call: Call): Promise<INodeExecutionData[]> {
	const { operation, options } = call;
	if (operation.execute) return [await operation.execute(call)].flat();
	if (options.dryRun) return [dryRunItem(call)];
	const { body } = await sendCall(call);
	return [answerItem(call, body)];
}

/**
 * Runs the operation that the node's `resource` and `operation` select over all incoming items: the only loop over items
 * in this package. First every item is read and checked, then they are sent: in parallel, writes to one record one after the other,
 * and come out in input order, each paired with its input item. With `goOn` (continue on fail) whatever goes wrong becomes an item with
 * `error` and `details`: n8n would pass the input on as success if this threw. Otherwise a bad item stops the run before anything is
 * sent, and the first failure of a request stops new ones and is thrown once those under way have ended.
 */
export async function runOperation(
	context: IExecuteFunctions,
	resources: Record<string, Resource>,
	vendor: Vendor,
	goOn: boolean,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	/** By item: what it gave, in this try or an earlier one, or the failure that must not be tried again. */
	let settled: Remembered['settled'] = new Map();
	let memory: Remembered | undefined;
	let hints = new Hints();
	let stopped: Failure | undefined;
	let begun: Begun;
	let readings: Readings;
	try {
		memory = remembered(context);
		if (memory) ({ settled, hints } = memory);
		begun = await begin(context, resources, vendor, () => stopped !== undefined);
		readings = await readAll(context, begun, (itemIndex) => settled.has(itemIndex), hints);
	} catch (error) {
		const failure = failureOf(error);
		if (!goOn) throw nodeError(context, failure);
		return Array.from({ length: count }, (_, item) => ({
			...failedItem(context, failure, item === 0),
			pairedItem: { item },
		}));
	}
	const { calls, failures } = readings;
	if (failures.size && !goOn) throw nodeError(context, refusedRun(failures, count));
	if (begun.session.signal?.aborted) throw nodeError(context, CANCELLED);

	const limit = pLimit(parallelOf(context, begun.operation));
	const progress = new Progress(context, count - settled.size - failures.size);
	const turns = new Turns();
	const work = async (call: Call): Promise<void> => {
		const { itemIndex } = call;
		if (stopped) return;
		try {
			settled.set(
				itemIndex,
				withInput(call, await turns.after(recordOf(call), async () => await sent(call))),
			);
			progress.ended(true);
		} catch (error) {
			progress.ended(false);
			const failure: Failure = { ...failureOf(error), record: recordNamed(call) };
			failures.set(itemIndex, failure);
			if (memory && failure.final) settled.set(itemIndex, staysFailed(failure));
			if (!goOn || failure.kind === 'cancelled') stopped ??= numbered(failure, itemIndex, count);
		}
	};
	await Promise.all(calls.map(async (call) => call && (await limit(work, call))));
	// Of an earlier try: the others were sent all the same.
	const staying = [...settled].find(([, outcome]) => !Array.isArray(outcome));
	if (staying && !goOn) stopped ??= numbered(staying[1] as Failure, staying[0], count);
	if (stopped) {
		const through = [...settled.values()].filter((outcome) => Array.isArray(outcome)).length;
		const mattering = isHarmless(begun.operation, calls) ? 0 : through;
		throw nodeError(context, withProgress(stopped, mattering, count));
	}

	const triesLeft = !memory || memory.tries < memory.mostTries;
	const items = Array.from({ length: count }, (_, item) => {
		const outcome = settled.get(item) ?? failures.get(begun.operation.together ? 0 : item) ?? [];
		const failed = (failure: Failure) =>
			failedItem(context, numbered(failure, item, count), item === 0 && triesLeft);
		const given = Array.isArray(outcome) ? outcome : [failed(outcome)];
		return given.map((result) => ({ pairedItem: { item }, ...result }));
	}).flat();
	if (memory && triesLeft && [...failures.values()].some(isPassing)) return onceMore(items);
	memory?.forget();
	hints.show(context, begun.operation.together ? 1 : count);
	return items;
}
