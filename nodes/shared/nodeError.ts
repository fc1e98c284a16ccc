import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { failureDetails, type Failure, type FailureKind } from './failure';
import type { Context } from './session';

type Cause = NonNullable<NodeApiError['failure']>['cause'];

/** Why it failed, in n8n's words: decides how long a trigger that polls is left alone. */
const causes: Partial<Record<FailureKind, Cause>> = {
	credential: 'credential-invalid',
	notFound: 'configuration-invalid',
	rejected: 'configuration-invalid',
	rateLimit: 'rate-limited',
	unavailable: 'temporarily-unavailable',
	stateUnknown: 'temporarily-unavailable',
	noAnswer: 'temporarily-unavailable',
};

/** A failure as n8n shows it; `itemIndex` links it to an item. */
export function nodeError(
	context: Context,
	failure: Failure,
	itemIndex: number | undefined,
): NodeApiError | NodeOperationError {
	const { kind, message, hint: description, status, retryAfterMs } = failure;
	const about = { message, description, itemIndex };
	if (kind === 'input' || kind === 'unexpected')
		return new NodeOperationError(context.getNode(), message, about);
	const httpCode = status === undefined ? undefined : String(status);
	const error = new NodeApiError(context.getNode(), failureDetails(failure), { ...about, httpCode });
	const cause = causes[kind];
	// Plain data beside the error, so that older versions of n8n, which do not know it, ignore it.
	if (cause)
		Object.assign(error, { failure: { cause, ...(retryAfterMs !== undefined && { retryAfterMs }) } });
	return error;
}
