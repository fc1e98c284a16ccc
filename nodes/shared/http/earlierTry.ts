import type { Failure } from '../failure';

const MAYBE =
	'An earlier try of this run failed on its way and may well have done this: look the record up and compare. Do not send it under another ID';

/**
 * The refusal of a write of which an earlier try got no answer, or 503, which a gateway also says of what the service has done. That the
 * record is there, in that state or gone *already* is then most likely our own doing, and the usual advice would have it done twice.
 */
export function afterUnknown(failure: Failure, method: string): Failure {
	const { status = 0, code, message, advice } = failure;
	if (status < 400 || status >= 500) return failure;
	const already = /already/i.test(`${code} ${message}`);
	const gone = status === 404 && method === 'DELETE';
	if (!gone && status !== 409 && !already) return failure;
	return { ...failure, advice: already || !advice ? MAYBE : `${MAYBE}. If it has not: ${advice}` };
}
