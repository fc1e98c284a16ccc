import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { pLimit } from '../../bundled/pLimit';
import { answerItem, dryRunItem } from './outputItem';
import { completed, sendCall } from './call';
import type { Operation, Options, Resource } from '../table/operation';
import { failureDetails, failureOf, type Failure } from '../failure';
import { Hints } from './hints';
import { readInput } from '../input/input';
import { nodeError } from './nodeError';
import { readOptions } from '../input/options';
import { Progress } from './progress';
import { openSession, type Session, type Vendor } from '../http/session';

const PARALLEL_REQUESTS = 10;
const PARALLEL_FILES = 2;

/** Works on one item: reads and checks its input, then sends. Throws `Failed`. */
async function runItem(
	context: IExecuteFunctions,
	session: Session,
	operation: Operation,
	itemIndex: number,
	hints: Hints,
): Promise<INodeExecutionData[]> {
	const hint = (message: string) => hints.add(message, itemIndex);
	const options = readOptions(context, operation, itemIndex);
	const { settings, ...input } = readInput(context, operation, itemIndex, hint);
	const call = completed({ context, itemIndex, session, operation, input, settings, options, hint });
	if (operation.execute) return [await operation.execute(call)].flat();
	if (options.dryRun) return [dryRunItem(call)];
	const { body } = await sendCall(call);
	return [answerItem(call, body)];
}

/** The item that stands for a failed one when the workflow goes on. */
function failedItem(context: IExecuteFunctions, failure: Failure): INodeExecutionData {
	const { message } = failure;
	// Under Retry On Fail, `error` in the first item's JSON would send all items again; an `error` beside it does not.
	if (context.getNode().retryOnFail) return { json: {}, error: nodeError(context, failure, undefined) };
	return { json: { error: message, details: failureDetails(failure) } };
}

/** Numbers the failed item as a user counts, where there are several. */
const numbered = (failure: Failure, itemIndex: number, count: number): Failure =>
	count > 1 ? { ...failure, message: `${failure.message} [item ${itemIndex + 1}]` } : failure;

/** How many items went through before the run stopped: they must not be sent again. */
function withProgress(failure: Failure, done: number, count: number): Failure {
	if (!done) return failure;
	const progress = `${done} of ${count} items went through before this; running all of them again repeats those`;
	return { ...failure, advice: failure.advice ? `${failure.advice}. ${progress}` : progress };
}

/**
 * Runs the operation that the node's `resource` and `operation` select over all incoming items: the only loop over items
 * in this package. Items run in parallel and come out in input order, each paired with its input item. With `goOn`
 * (continue on fail) a failed item becomes an item with `error` and `details`; otherwise the first failure stops
 * new requests and is thrown with its item's number once those under way have ended.
 */
export async function runOperation(
	context: IExecuteFunctions,
	resources: Record<string, Resource>,
	vendor: Vendor,
	goOn: boolean,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	const resource: string = context.getNodeParameter('resource', 0);
	const operation = resources[resource].operations[context.getNodeParameter('operation', 0)];
	const { parallelRequests = PARALLEL_REQUESTS } = context.getNodeParameter('options', 0, {}) as Options;
	const parallel = Math.max(1, Math.floor(Number(parallelRequests)) || PARALLEL_REQUESTS);
	const most = operation.oneByOne ? 1 : operation.files ? PARALLEL_FILES : parallel;
	const limit = pLimit(Math.min(parallel, most));
	const hints = new Hints();
	const progress = new Progress(context, count);
	const results = new Array<INodeExecutionData[]>(count);
	let done = 0;
	let stopped: { failure: Failure; itemIndex: number } | undefined;
	let session: Session;
	try {
		session = await openSession(context, vendor, {
			signal: context.getExecutionCancelSignal(),
			requests: operation.route !== '',
		});
	} catch (error) {
		throw nodeError(context, failureOf(error), 0);
	}
	const one = async (itemIndex: number): Promise<void> => {
		if (stopped) return;
		try {
			results[itemIndex] = await runItem(context, session, operation, itemIndex, hints);
			done++;
			progress.ended(true);
		} catch (error) {
			progress.ended(false);
			const failure = numbered(failureOf(error), itemIndex, count);
			if (!goOn || failure.kind === 'cancelled') stopped ??= { failure, itemIndex };
			else results[itemIndex] = [failedItem(context, failure)];
		}
	};
	await Promise.all(Array.from({ length: count }, async (_, itemIndex) => await limit(one, itemIndex)));
	if (stopped) {
		const { failure, itemIndex } = stopped;
		throw nodeError(context, withProgress(failure, done, count), itemIndex);
	}
	hints.show(context, count);
	return results.flatMap((items, item) => items.map((result) => ({ pairedItem: { item }, ...result })));
}
