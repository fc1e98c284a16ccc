import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { FailureKind } from '../../nodes/shared/failure';
import { nodeError } from '../../nodes/shared/run/nodeError';
import { stage } from './stage';

const { context } = stage({ node: { name: 'Acme', type: 'acme' } });
const about = { message: 'What happened', advice: 'What to do' };

it.each<FailureKind>(['input', 'unexpected'])('a failure of kind %s is no answer of the service', (kind) => {
	const error = nodeError(context, { ...about, kind });
	expect(error).toBeInstanceOf(NodeOperationError);
	// n8n would add a number of its own, from 0.
	expect(error.context.itemIndex).toBeUndefined();
	expect(error).toMatchObject({
		message: about.message,
		description: about.advice,
	});
});

it.each<[FailureKind, string | undefined]>([
	['credential', 'credential-invalid'],
	['notFound', 'configuration-invalid'],
	['conflict', undefined],
	['rejected', 'configuration-invalid'],
	['rateLimit', 'rate-limited'],
	['unavailable', 'temporarily-unavailable'],
	['stateUnknown', 'temporarily-unavailable'],
	['noAnswer', 'temporarily-unavailable'],
	['cancelled', undefined],
])('one of kind %s tells a trigger that polls: %p', (kind, cause) => {
	const error = nodeError(context, { ...about, kind, status: 418 });
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error).toMatchObject({
		message: about.message,
		description: about.advice,
		httpCode: '418',
	});
	expect((error as NodeApiError).failure).toStrictEqual(cause && { cause });
});

it.each<FailureKind>(['input', 'conflict', 'unexpected'])(
	'one of kind %s is told in its own words',
	(kind) => {
		const message = 'This is a preexisting record of EACCESS Ltd';
		expect(nodeError(context, { kind, message }).message).toBe(message);
	},
);

it('n8n learns how long the service asked to wait, and no status where there was no answer', () => {
	const error = nodeError(context, { ...about, kind: 'noAnswer', retryAfterMs: 0 }) as NodeApiError;
	expect(error.failure).toEqual({ cause: 'temporarily-unavailable', retryAfterMs: 0 });
	expect(error.httpCode).toBeNull();
});
