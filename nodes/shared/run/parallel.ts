import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../table/operation';
import type { Options } from '../table/parsed';

const PARALLEL_REQUESTS = 10;
const PARALLEL_FILES = 2;

/** How many items are worked on at the same time. */
export function parallelOf(context: IExecuteFunctions, operation: Operation): number {
	let wanted: unknown;
	try {
		({ parallelRequests: wanted } = context.getNodeParameter('options', 0, {}) as Options);
	} catch {
		// An expression of the options that fails is told with each item.
	}
	const parallel = Math.max(1, Math.floor(Number(wanted ?? PARALLEL_REQUESTS)) || PARALLEL_REQUESTS);
	return Math.min(parallel, operation.oneByOne ? 1 : operation.files ? PARALLEL_FILES : parallel);
}
