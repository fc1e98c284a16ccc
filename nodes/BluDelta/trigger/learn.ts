import { tried } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { confirm } from '../queue/confirmation';
import { stateHistory } from '../queue/history';
import { settle, withConfirmed, type Memory } from './memory';
import type { TriggerSettings } from './triggerFields';

/**
 * The memory without what is confirmed by now; `onHandOver` then confirms what was handed over before, in time. The history comes
 * first: what a poll that n8n gave up had confirmed costs the next one no time.
 */
export async function learnt(
	session: Session,
	memory: Memory,
	{ confirmation }: TriggerSettings,
	now: number,
	deadline: number,
): Promise<Memory> {
	const containers = Object.values(memory.documents).flatMap(
		({ invoiceContainerId }) => invoiceContainerId ?? [],
	);
	const histories = containers.length ? await stateHistory(session, [...new Set(containers)]) : [];
	const settled = settle(
		memory,
		histories.flatMap(({ documents }) => documents),
		now,
	);
	return confirmation === 'onHandOver' ? await confirmAll(session, settled, now, deadline) : settled;
}

/** Confirms what was handed over, until `deadline` by `performance.now()`. What cannot be confirmed now stays in the memory, for the next poll. */
async function confirmAll(session: Session, memory: Memory, now: number, deadline: number): Promise<Memory> {
	let left = memory;
	for (const [id, { handOvers, invoiceContainerId }] of Object.entries(memory.documents)) {
		if (!handOvers) continue;
		if (performance.now() >= deadline) break;
		const { failure } = await tried(confirm(session, id, invoiceContainerId));
		if (failure) session.context.logger.warn(`BLU DELTA Trigger: ${id} is not confirmed: ${failure.message}`);
		else left = withConfirmed(left, id, now);
	}
	return left;
}
