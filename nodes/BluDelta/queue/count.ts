import { Failed, tried } from '../../shared/failure';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import { member } from '../../shared/http/words';
import { isEntry, text } from '../detection/read';
import { COUNT_AGE, ledgerOf } from './ledger';

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

const keyOf = (states: readonly string[]): string => [...states].sort().join();

/** May the next answer be one that the service has kept since this process asked last? */
export const isKept = (session: Session, states: readonly string[]): boolean =>
	Date.now() - (ledgerOf(session).counted.get(keyOf(states)) ?? -Infinity) < COUNT_AGE;

/** The number in an answer, or one level below. Services leave out what is 0: so does one that tells nothing but how it went. */
function numberIn(body: unknown): string | undefined {
	const members = Object.entries(isEntry(body) ? body : {}).filter(([, value]) => value !== null);
	const found = [body, ...members.map(([, value]) => value)].find(
		(one) => member(one, 'Count') !== undefined,
	);
	if (found) return text(member(found, 'Count') ?? 0);
	return isEntry(body) && members.every(([name]) => /^(state|message)$/i.test(name)) ? '0' : undefined;
}

/** One question. What is no number fails: as a number it would let everything pass. */
async function countOnce(session: Session, states: readonly string[]): Promise<number> {
	const { value, failure } = await tried(send(session, countRequest(states)));
	ledgerOf(session).counted.set(keyOf(states), Date.now());
	if (failure) throw new Failed(failure);
	const counted = numberIn(value.body) ?? '';
	if (/^\d+(\.0+)?$/.test(counted)) return Number(counted);
	throw new Failed({ kind: 'unexpected', message: 'BLU DELTA sent a count that is no number' });
}
