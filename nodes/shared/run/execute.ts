import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { pLimit } from '../../bundled/pLimit';
import { failureOf, type Failure } from '../failure';
import { afterUnknown } from '../http/earlierTry';
import type { Vendor } from '../http/session';
import type { Call, Operation, Resource } from '../table/operation';
import { isWrite } from '../table/route';
import { begin, type Begun } from './begin';
import { outgoing, recordNamed, sendCall } from './call';
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
import { InOrder } from './inOrder';
import { nodeError } from './nodeError';
import { answerItem, dryRunItem, withInput } from './outputItem';
import { parallelOf } from './parallel';
import { Progress } from './progress';
import { readAll, type Readings } from './reading';
import { remembered, type Outcome, type Remembered } from './remembered';

const CANCELLED: Failure = { kind: 'cancelled', message: 'The run was canceled before anything was sent' };

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

/** How many of the items failed, for who looks at the node and sees it green. */
function tellFailed(outcomes: Array<Outcome | undefined>, hints: Hints): void {
	const failed = [...outcomes.keys()].filter((item) => outcomes[item] && !Array.isArray(outcomes[item]));
	const message = `${failed.length} of ${outcomes.length} items failed: what went wrong stands in their error`;
	for (const item of failed) hints.add(message, item, 'warning');
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
	const memory = remembered(context);
	try {
		return await runOnce(context, resources, vendor, goOn, memory);
	} finally {
		memory?.ended();
	}
}

/** One try of a run. */
async function runOnce(
	context: IExecuteFunctions,
	resources: Record<string, Resource>,
	vendor: Vendor,
	goOn: boolean,
	memory: Remembered | undefined,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	/** By item: what it gave, in this try or an earlier one, or the failure that is not to be tried again. */
	const settled = memory?.settled ?? new Map<number, Outcome>();
	const hints = memory?.hints ?? new Hints();
	const triesLeft = memory?.triesLeft ?? false;
	let begun: Begun | undefined;
	/** What ends the run: with what went through before, where that matters. */
	const ended = (failure: Failure, isHarmless = false) => {
		const through = [...settled.values()].filter((outcome) => Array.isArray(outcome)).length;
		return nodeError(context, withProgress(failure, isHarmless ? 0 : through, count, begun?.repeatable));
	};
	const given = (outcome: Outcome = [], item: number) => {
		const results = Array.isArray(outcome) ? outcome : [failedItem(context, outcome, item === 0 && !memory)];
		return results.map((result) => ({ pairedItem: { item }, ...result }));
	};
	let stopped: Failure | undefined;
	let readings: Readings;
	try {
		begun = await begin(context, resources, vendor, () => stopped !== undefined);
		readings = await readAll(context, begun, (itemIndex) => settled.has(itemIndex), hints);
	} catch (error) {
		const failure = failureOf(error);
		if (!goOn) throw ended(failure);
		return Array.from({ length: count }, (_, item) => given(settled.get(item) ?? failure, item)).flat();
	}
	const { calls, failures } = readings;
	/** Where all items make one call, no failure is of one of them. */
	const apart = begun.operation.together ? 1 : count;
	if (failures.size && !goOn) throw ended(refusedRun(failures, apart));
	if (begun.session.signal?.aborted) throw ended(CANCELLED);

	const limit = pLimit(parallelOf(context, begun.operation));
	const progress = new Progress(context, count - settled.size - failures.size);
	const order = new InOrder(triesLeft);
	const work = async (call: Call): Promise<void> => {
		const { itemIndex } = call;
		if (stopped) return;
		call.maybeDone = memory?.unknown.has(itemIndex);
		try {
			settled.set(itemIndex, withInput(call, await order.send(call, async () => await sent(call))));
			progress.ended(true);
		} catch (error) {
			progress.ended(false);
			let failure: Failure = { ...failureOf(error), record: recordNamed(call) };
			if (call.maybeDone) failure = afterUnknown(failure, outgoing(call).method);
			if (failure.kind === 'stateUnknown' || failure.maybeDone) memory?.unknown.add(itemIndex);
			failures.set(itemIndex, failure);
			if (memory && failure.final) settled.set(itemIndex, staysFailed(failure));
			// Where the run stops, the next try may find what is missing now.
			else if (goOn && !isPassing(failure)) settled.set(itemIndex, failure);
			if (!goOn || failure.kind === 'cancelled') stopped ??= numbered(failure, itemIndex, apart);
		}
	};
	await Promise.all(calls.map(async (call) => call && (await limit(work, call))));
	// Of an earlier try: the others were sent all the same.
	const staying = [...settled].find(([, outcome]) => !Array.isArray(outcome));
	if (staying && !goOn) stopped ??= numbered(staying[1] as Failure, staying[0], apart);
	if (stopped) throw ended(stopped, isHarmless(begun.operation, calls));

	const outcomes = Array.from({ length: count }, (_, item) => settled.get(item) ?? failures.get(item));
	const [first] = outcomes;
	const isFailure = first && !Array.isArray(first);
	if (isFailure && begun.operation.together) outcomes.fill(first);
	const items = outcomes.flatMap((outcome, item) =>
		given(outcome && !Array.isArray(outcome) ? numbered(outcome, item, apart) : outcome, item),
	);
	// n8n tries again at a failure of the first item anyway.
	if (triesLeft && (isFailure || [...failures.values()].some(isPassing))) return onceMore(items);
	memory?.forget();
	if (apart > 1) tellFailed(outcomes, hints);
	hints.show(context, apart);
	return items;
}
