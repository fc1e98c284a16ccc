import type { Failure } from '../failure';
import type { Call } from '../table/operation';

const MAYBE =
	'An earlier try of this run got no answer and may well have done this: look the record up and compare. Do not send it under another ID';

/**
 * The refusal of a write of which an earlier try got no answer. That the record is there, in that state or gone *already* is then most
 * likely our own doing, and the usual advice would have it done twice.
 */
export function afterUnknown(failure: Failure, { operation }: Pick<Call, 'operation'>): Failure {
	const { status, code, message, advice } = failure;
	const already = /already/i.test(`${code} ${message}`);
	const gone = status === 404 && operation.route.startsWith('DELETE ');
	if (!gone && status !== 409 && !/already/i.test(code ?? '')) return failure;
	return { ...failure, advice: already || !advice ? MAYBE : `${MAYBE}. If it has not: ${advice}` };
}
