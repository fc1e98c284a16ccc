import type { Failure } from '../failure';

const MAYBE =
	'An earlier try of this run failed on its way and may well have done this: look the record up and compare. Do not send it under another ID';

/**
 * The refusal of a write of which an earlier try got no answer, or 503, which a gateway also says of what the service has done. That the
 * record is there, in that state or gone *already* is then most likely our own doing, and the usual advice would have it done twice.
 */
export function afterUnknown(failure: Failure, method: string): Failure {
	const { status, code, kind, message, advice } = failure;
	// What the status of a refusal is, says nothing: it may come with 200.
	if (status === undefined || status >= 500 || kind === 'stateUnknown') return failure;
	const already = /already/i.test(`${code} ${message}`);
	const gone = kind === 'notFound' && method === 'DELETE';
	if (!gone && kind !== 'conflict' && !already) return failure;
	return { ...failure, advice: already || !advice ? MAYBE : `${MAYBE}. If it has not: ${advice}` };
}
