import { tried } from '../../shared/failure';
import type { Session } from '../../shared/session';
import { confirm } from '../queue/confirm';
import { stateHistory } from '../queue/stateHistory';
import { settle, withConfirmed, type Memory } from './memory';
import type { TriggerSettings } from './settings';

/** The memory without what is confirmed by now; `onHandOver` confirms first what the last poll has handed over. */
export async function learnt(
	session: Session,
	memory: Memory,
	{ confirmation }: TriggerSettings,
	now: number,
): Promise<Memory> {
	const known = confirmation === 'onHandOver' ? await confirmAll(session, memory, now) : memory;
	const containers = Object.values(known.documents).flatMap(
		({ invoiceContainerId }) => invoiceContainerId ?? [],
	);
	const histories = containers.length ? await stateHistory(session, [...new Set(containers)]) : [];
	return settle(
		known,
		histories.flatMap(({ documents }) => documents),
		now,
	);
}

/** Confirms what was handed over. What cannot be confirmed now stays in the memory, for the next poll. */
async function confirmAll(session: Session, memory: Memory, now: number): Promise<Memory> {
	let left = memory;
	for (const [id, { handOvers, invoiceContainerId }] of Object.entries(memory.documents)) {
		if (!handOvers) continue;
		const { failure } = await tried(confirm(session, id, invoiceContainerId));
		if (failure) session.context.logger.warn(`BLU DELTA Trigger: ${id} is not confirmed: ${failure.message}`);
		else left = withConfirmed(left, id, now);
	}
	return left;
}
