import { isGood } from '../http/received';
import { isOfErrors, sayings, tellsError } from '../http/ownVerdict';
import { otherRecord } from './otherRecord';
import { wordsOf } from '../http/words';
import { notesOf } from '../table/notes';
import type { Call } from '../table/operation';
import type { Input } from '../table/parsed';
import { unreadable } from '../http/requestFailure';
import { withoutSecrets } from '../http/secrets';
import { send } from '../http/tries';
import { filled, type Route } from '../table/route';
import type { Answer, Outgoing } from '../http/request';

/** The request of an operation for this item, for sending or, in a dry run, for showing. */
export function outgoing(
	{ operation, input }: Pick<Call, 'operation' | 'input'>,
	route: Route = operation.route,
): Outgoing {
	const { method, path } = filled(route, input.path);
	const body = operation.body && method !== 'GET' ? { ...input.body, ...input.extra } : undefined;
	return { method, path, query: input.query, body, subject: subject(input) };
}

/** The call with what its operation works out from the fields together. Throws `Failed` for what does not fit together. */
export function completed(call: Call): Call {
	if (!call.operation.complete) return call;
	const { body, derived } = call.operation.complete(call);
	return { ...call, input: { ...call.input, body }, derived };
}

/** The caller's ids of this item by the names that the output uses, e.g. `{ invoiceId: 'INV-7' }`. */
export function ids({ operation, input }: Pick<Call, 'operation' | 'input'>): Record<string, string> {
	const own = operation.body?.id && notesOf(operation.body.id).parameter;
	return { ...input.path, ...(own && typeof input.body.id === 'string' && { [own]: input.body.id }) };
}

const named = (own: Record<string, string>): string =>
	Object.entries(own)
		.map(([key, value]) => `${key} "${value}"`)
		.join(', ');

/** The record that this item is about, as in `invoiceId "INV-7"`; undefined when it has no id. */
export const recordNamed = (call: Pick<Call, 'operation' | 'input'>): string | undefined =>
	named(ids(call)) || undefined;

function subject({ path, body }: Input): string | undefined {
	return named(path) || (typeof body.id === 'string' ? `id "${body.id}"` : undefined);
}

/** Tells of an answer that counts as good and is not plain: it names another record, or speaks of an error. */
function tellOdd(call: Call, answered: unknown): void {
	const { name } = call.session.vendor;
	const own = ids(call);
	// The answer as it came: an ID may hold what is hidden.
	const other = otherRecord(answered, own);
	if (other !== undefined) {
		const told = JSON.stringify(withoutSecrets(call.session, other));
		call.hint(
			`${name} answered for another record, ${told} in place of ${named(own)}: look both up before you go on`,
			'warning',
		);
	}
	const said = sayings(withoutSecrets(call.session, answered));
	if (!tellsError(said)) return;
	const words = wordsOf(said.filter(([each]) => isOfErrors(each)).map(([, value]) => value));
	call.hint(
		`${name} answered that it went through, but speaks of an error${words && `: ${words}`}`,
		'warning',
	);
}

/** Sends this item's request, or the given variation of it. */
export async function sendCall(call: Call, changed: Partial<Outgoing> = {}): Promise<Answer> {
	const request = { ...outgoing(call), bareText: call.operation.bareText, ...changed };
	const answer = await send(call.session, request);
	const { body } = answer;
	if (request.accept?.(answer) || !isGood(answer)) return answer;
	if (request.method !== 'GET') tellOdd(call, body);
	// No JSON, from a write: it went through, and must not be repeated.
	if (typeof body !== 'string' || !body.trim() || request.bareText?.test(body)) return answer;
	call.hint(`${unreadable(call.session, body)}. The request went through`, 'warning');
	return { ...answer, body: withoutSecrets(call.session, body) };
}
