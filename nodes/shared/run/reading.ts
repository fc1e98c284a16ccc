import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { failureOf, type Failure } from '../failure';
import { readInput } from '../input/input';
import { readOptions } from '../input/options';
import type { Call } from '../table/operation';
import type { Begun } from './begin';
import { completed, recordNamed } from './call';
import { extraOf } from './extraFields';
import type { Hints } from './hints';
import { twins } from './records';
import { unread } from './unreadId';

/** Milliseconds after which n8n's other work gets its turn. */
const TURN_MS = 50;

async function readCall(
	context: IExecuteFunctions,
	{ operation, session }: Begun,
	itemIndex: number,
	hints: Hints,
): Promise<Call> {
	const hint = (message: string, type?: 'warning') => hints.add(message, itemIndex, type);
	const { extraFields, ...options } = readOptions(context, operation, itemIndex);
	const { settings, ...input } = readInput(context, operation, itemIndex, hint);
	if (extraFields) input.extra = extraOf(extraFields, input, hint);
	const call = completed({ context, itemIndex, session, operation, input, settings, options, hint });
	if (operation.prepare) call.prepared = await operation.prepare(call);
	return call;
}

/** What is wrong with an item by itself, if anything, and beside others. */
function both(own: Failure | undefined, twin: Failure): Failure {
	if (!own) return twin;
	const sentence = twin.message.charAt(0).toUpperCase() + twin.message.slice(1);
	return { ...own, advice: [own.advice, sentence, twin.advice].filter(Boolean).join('. ') };
}

/** What was read of the items of a run, by item: what is to be sent, or why it can't be. Neither for those that are settled. */
export interface Readings {
	calls: Array<Call | undefined>;
	failures: Map<number, Failure>;
}

/** Reads and checks every item but those that are `settled`, their files included. Ends early when the run is cancelled. */
export async function readAll(
	context: IExecuteFunctions,
	begun: Begun,
	isSettled: (itemIndex: number) => boolean,
	hints: Hints,
): Promise<Readings> {
	const all = context.getInputData().length;
	const count = begun.operation.together ? Math.min(1, all) : all;
	const calls = new Array<Call | undefined>(all);
	const failures = new Map<number, Failure>();
	let turn = performance.now();
	for (let itemIndex = 0; itemIndex < count && !begun.session.signal?.aborted; itemIndex++) {
		if (isSettled(itemIndex)) continue;
		try {
			calls[itemIndex] = await readCall(context, begun, itemIndex, hints);
		} catch (error) {
			failures.set(itemIndex, failureOf(error));
		}
		if (performance.now() - turn < TURN_MS) continue;
		await sleep(0);
		turn = performance.now();
	}
	// Those that can't be sent count as well: the others would make the record without them.
	const about: Parameters<typeof twins>[0] = [...calls];
	for (const [itemIndex, failure] of failures) {
		const itself = unread(context, begun.operation, itemIndex);
		if (itself) failures.set(itemIndex, { record: recordNamed(itself), ...failure });
		about[itemIndex] =
			itself && (itself.operation.twins !== undefined || itself.operation.updates) ? itself : undefined;
	}
	const refused = twins(about, (message, item) => calls[item] && hints.add(message, item, 'warning'));
	for (const [itemIndex, { failure }] of refused) {
		failures.set(itemIndex, both(failures.get(itemIndex), failure));
		calls[itemIndex] = undefined;
	}
	return { calls, failures };
}
