import { isGood } from '../http/exchange';
import { Failed } from '../failure';
import { notesOf } from '../table/notes';
import type { Call, Input } from '../table/operation';
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

/** The caller's ids of this item by the names that the output uses, e.g. `{ invoiceId: 'INV-7' }`. */
export function ids({ operation, input }: Pick<Call, 'operation' | 'input'>): Record<string, string> {
	const own = operation.body?.id && notesOf(operation.body.id).parameter;
	return { ...input.path, ...(own && typeof input.body.id === 'string' && { [own]: input.body.id }) };
}

function subject({ path, body }: Input): string | undefined {
	const named = Object.entries(path).map(([key, value]) => `${key} "${value}"`);
	return named.join(', ') || (typeof body.id === 'string' ? `id "${body.id}"` : undefined);
}

/** Sends this item's request, or the given variation of it. */
export async function sendCall(call: Call, changed: Partial<Outgoing> = {}): Promise<Answer> {
	const answer = await send(call.session, { ...outgoing(call), ...changed });
	const { body } = answer;
	const isText = typeof body === 'string' && body !== '' && !call.operation.bareText?.test(body);
	if (isGood(answer) && isText) unreadable(call, body);
	return answer;
}

/** An answer that is no JSON fails a read. It never fails a write: that went through, and must not be repeated. */
function unreadable({ session: { vendor }, operation, hint }: Call, body: string): void {
	const message = `${vendor.name} sent an answer that can't be read: ${body.slice(0, 60)}`;
	if (!operation.route.startsWith('GET ')) return hint(`${message}. The request went through`, 'warning');
	throw new Failed({ kind: 'unexpected', message, advice: 'Check the address in the credential' });
}
