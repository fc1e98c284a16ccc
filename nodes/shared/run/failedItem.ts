import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failureDetails, type Failure, type FailureKind } from '../failure';
import { isTooLong } from '../http/retry';
import { nodeError } from './nodeError';

const MOST_NAMED = 5;
/** Failures that the next try may not meet again. */
const PASSING: readonly FailureKind[] = ['rateLimit', 'unavailable', 'stateUnknown', 'noAnswer'];

/** Might another try go better? n8n makes it after some seconds. */
export const isPassing = ({ kind, final, retryAfterMs }: Failure): boolean =>
	!final && PASSING.includes(kind) && !isTooLong(retryAfterMs);

/** A failure that Retry On Fail leaves as it is, and says so. */
export const staysFailed = (failure: Failure): Failure => ({
	...failure,
	advice: [failure.advice, 'Retry On Fail does not repeat it'].filter(Boolean).join('. '),
});

type Numbered = [itemIndex: number, failure: Failure];

/** The numbers of failed items as a user counts, each with its record unless the message names it: `[item 3, invoiceId "INV-7"]`. */
function itemsNamed(items: Numbered[]): string {
	const named = items.slice(0, MOST_NAMED).map(([item, { message, record }]) => {
		if (!record || message.includes(record)) return `${item + 1}`;
		return items.length === 1 ? `${item + 1}, ${record}` : `${item + 1} (${record})`;
	});
	const more = items.length - named.length;
	return `[item${items.length > 1 ? 's' : ''} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}]`;
}

/** Numbers the failed item, where there are several, and names its record. */
export function numbered(failure: Failure, itemIndex: number, count: number): Failure {
	if (count === 1) return failure;
	return { ...failure, message: `${failure.message} ${itemsNamed([[itemIndex, failure]])}` };
}

/**
 * The item that stands for a failed one when the workflow goes on. Under Retry On Fail n8n runs the node again at an `error` in the JSON
 * of the first item; at an `error` beside the JSON it does not, but drops the details and the input. `sentAnew`: it is the first one, and
 * what went through is not remembered, so another try would send it twice.
 */
export function failedItem(
	context: IExecuteFunctions,
	failure: Failure,
	sentAnew: boolean,
): INodeExecutionData {
	if (sentAnew && context.getNode().retryOnFail) return { json: {}, error: nodeError(context, failure) };
	return { json: { error: failure.message, details: failureDetails(failure) } };
}

const OF_ITEM = 'Nothing was sent for this item';
const OF_RUN = 'Nothing was sent: all items are checked before the first is sent';

/** What an item's advice says of this item, said of all of them. */
function ofWholeRun(advice?: string): string {
	if (!advice) return OF_RUN;
	return advice.includes(OF_ITEM) ? advice.replace(OF_ITEM, OF_RUN) : `${advice}. ${OF_RUN}`;
}

/** Failures by what they say: what is wrong with a column is wrong with every item. */
function bySentence(failures: Map<number, Failure>): Array<[message: string, items: Numbered[]]> {
	const found = new Map<string, Numbered[]>();
	for (const [item, failure] of failures) {
		const items = found.get(failure.message) ?? [];
		items.push([item, failure]);
		found.set(failure.message, items);
	}
	return [...found];
}

/** One failure for a run that sent nothing, because items can't be sent: how many they are, and the first five sentences, each once. */
export function refusedRun(failures: Map<number, Failure>, count: number): Failure {
	const [[first, failure]] = failures;
	if (count === 1) return failure;
	if (failures.size === 1) return { ...numbered(failure, first, count), advice: ofWholeRun(failure.advice) };
	const sentences = bySentence(failures);
	const named = sentences.slice(0, MOST_NAMED).map(([sentence, items]) => `${itemsNamed(items)} ${sentence}`);
	const more = sentences.slice(MOST_NAMED).flatMap(([, items]) => items).length;
	const message = `${failures.size} of ${count} items can't be sent: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
	const isOne = [...failures.values()].every(({ advice }) => advice === failure.advice);
	return { kind: failure.kind, message, advice: ofWholeRun(isOne ? failure.advice : undefined) };
}

/**
 * What went through before a run of writes stopped: running everything again would repeat it. `repeatable`: the operation beside this
 * one that can be run for all of them again.
 */
export function withProgress(failure: Failure, done: number, count: number, repeatable?: string): Failure {
	if (!done) return failure;
	const again = repeatable ? `: use ${repeatable} to run them all again` : '';
	const progress = `${done} of ${count} items went through before this; running all of them again repeats those${again}`;
	return { ...failure, advice: failure.advice ? `${failure.advice}. ${progress}` : progress };
}

/** The items of a try that n8n is to throw away and run the node again, which it does when the first one's JSON has an `error`. */
export const onceMore = ([first, ...others]: INodeExecutionData[]): INodeExecutionData[] => [
	{ ...first, json: { error: 'Some items failed and are tried again', ...first.json } },
	...others,
];
