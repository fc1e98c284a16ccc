import type { Failure } from '../failure';

const MAYBE =
	'An earlier try of this run failed on its way and may well have done this: look the record up and compare. Do not send it under another ID';

/** Codes that say of the record itself what a try of our own does. Others name another record, or a state that nobody wanted. */
const OWN = /^[a-z]+_already_(exist|cancel)/i;

/** A refusal of what an earlier try may have done, with that before its advice. What is no refusal stays as it is. */
export function ownTry(failure: Failure): Failure {
	const { status, kind, advice } = failure;
	const isRefusal = status !== undefined && status < 500 && status !== 429 && kind !== 'stateUnknown';
	if (!isRefusal || advice?.startsWith(MAYBE)) return failure;
	return { ...failure, advice: advice ? `${MAYBE}. If it has not: ${advice}` : MAYBE };
}

/**
 * The failure of a write of which an earlier try got no answer, or 503, which a gateway also says of what the service has done. That the
 * record is there, in that state or gone *already* is then most likely our own doing, and the usual advice would have it done twice.
 */
export function afterUnknown(failure: Failure, method: string): Failure {
	const { code = '', kind, message } = failure;
	// What the status of a refusal is, says nothing: it may come with 200.
	const isOurs = kind === 'conflict' || /already/i.test(`${code} ${message}`);
	if (!isOurs && !(kind === 'notFound' && method === 'DELETE')) return failure;
	return ownTry(OWN.test(code) ? { ...failure, advice: undefined } : failure);
}
