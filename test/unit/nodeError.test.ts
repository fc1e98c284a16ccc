import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { FailureKind } from '../../nodes/shared/failure';
import { nodeError } from '../../nodes/shared/run/nodeError';
import { stage } from './stage';

const { context } = stage({ node: { name: 'Acme', type: 'acme' } });
const about = { message: 'What happened', advice: 'What to do' };

it.each<FailureKind>(['input', 'unexpected'])('a failure of kind %s is no answer of the service', (kind) => {
	const error = nodeError(context, { ...about, kind }, 2);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: about.message,
		description: about.advice,
		context: { itemIndex: 2 },
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
	const error = nodeError(context, { ...about, kind, status: 418 }, 2);
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error).toMatchObject({
		message: about.message,
		description: about.advice,
		httpCode: '418',
		context: { itemIndex: 2 },
	});
	expect((error as NodeApiError).failure).toStrictEqual(cause && { cause });
});

it.each<FailureKind>(['input', 'conflict', 'unexpected'])(
	'one of kind %s is told in its own words',
	(kind) => {
		const message = 'This is a preexisting record of EACCESS Ltd';
		expect(nodeError(context, { kind, message }, 0).message).toBe(message);
	},
);

it('n8n learns how long the service asked to wait, and no status where there was no answer', () => {
	const error = nodeError(
		context,
		{ ...about, kind: 'noAnswer', retryAfterMs: 0 },
		undefined,
	) as NodeApiError;
	expect(error.failure).toEqual({ cause: 'temporarily-unavailable', retryAfterMs: 0 });
	expect(error.httpCode).toBeNull();
});
