import { Failed, tried } from '../../shared/failure';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';

export const countRequest = (states: readonly string[]): Outgoing => ({
	method: 'GET',
	path: '/count/invoices',
	query: { state: states.join(',') },
});

/** How many documents are in one of the states; up to 60 s old (bludelta.md 5.6). */
export async function count(session: Session, states: readonly string[]): Promise<number> {
	const asked = await tried(countOnce(session, states));
	if (!asked.failure) return asked.value;
	const isSpelling = asked.failure.kind === 'rejected' && states.includes('Confirmed');
	// The vendor's page spells it so in one place; it is not known which spelling the service takes.
	const misspelt = states.map((state) => (state === 'Confirmed' ? 'Confirmend' : state));
	const second = isSpelling ? await tried(countOnce(session, misspelt)) : asked;
	if (second.failure) throw new Failed(asked.failure);
	return second.value;
}

async function countOnce(session: Session, states: readonly string[]): Promise<number> {
	const { body } = await send(session, countRequest(states));
	return Number((body as { Count?: unknown }).Count ?? 0);
}
