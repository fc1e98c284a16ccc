import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { failureDetails, type Failure, type FailureKind } from '../failure';
import type { Context } from '../http/session';

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

/** A failure as n8n shows it. Its message numbers the item as a user counts; n8n, told of an item, would add its own number from 0. */
export function nodeError(context: Context, failure: Failure): NodeApiError | NodeOperationError {
	const { kind, message, advice: description, status, retryAfterMs } = failure;
	const about = { message, description };
	const httpCode = status === undefined ? undefined : String(status);
	const error =
		kind === 'input' || kind === 'unexpected'
			? new NodeOperationError(context.getNode(), message, about)
			: new NodeApiError(context.getNode(), failureDetails(failure), { ...about, httpCode });
	// n8n finds codes of the file system in words: "a preexisting record" holds EEXIST, and would be told as a file.
	error.message = message;
	const cause = causes[kind];
	// Plain data beside the error, so that older versions of n8n, which do not know it, ignore it.
	if (cause)
		Object.assign(error, { failure: { cause, ...(retryAfterMs !== undefined && { retryAfterMs }) } });
	return error;
}
