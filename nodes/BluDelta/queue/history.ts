import type { Outgoing } from '../../shared/http/request';
import { refused } from '../../shared/http/requestFailure';
import type { Session } from '../../shared/http/session';
import { isGood } from '../../shared/http/received';
import { send } from '../../shared/http/tries';
import { isAboutRecord, isRefusal } from '../refusal';
import { readHistory, untold, type ContainerHistory, type DocumentHistory } from './historyAnswer';

/** A document that was ever confirmed is off the queue for good. */
export const isConfirmed = ({ states }: DocumentHistory): boolean =>
	states.some(({ state }) => state.toLowerCase() === 'confirmed');

/** States of documents that can be downloaded: a download moves them from the first to the second. */
export const IN_QUEUE = ['Released', 'Downloaded'];

/** The other states of documents (bludelta.md 5.7). */
const OTHERS = ['New', 'NeedForAction', 'Autoprocessed', 'Validated', 'Error', 'Deleted'];

const isOneOf = (states: readonly string[], state = ''): boolean =>
	states.some((one) => one.toLowerCase() === state.toLowerCase());

/**
 * Is the document still in the download queue? The newest state decides. It stands first, but the vendor's own sample
 * contradicts itself there (bludelta.md 5.7), so that the other end may speak for the document too. Undefined where neither
 * says anything that is known: nothing is forgotten for that.
 */
export function isInQueue(history: DocumentHistory): boolean | undefined {
	if (isConfirmed(history)) return false;
	const { state, states } = history;
	if ([states.at(0), states.at(-1)].some((one) => isOneOf(IN_QUEUE, one?.state))) return true;
	return isOneOf(OTHERS, state) ? false : undefined;
}

/** The most containers that one call may ask for (bludelta.md 4). */
const MOST_CONTAINERS = 100;

export const historyRequest = (containerIds: string[]): Outgoing => ({
	method: 'GET',
	path: '/invoiceContainer/state',
	query: { containerIds: containerIds.join(',') },
});

/**
 * The state history of containers and their documents (bludelta.md 5.7), in several calls where there are more
 * than 100. Unknown containers are missing from the result. Has no side effect.
 */
export async function stateHistory(session: Session, containerIds: string[]): Promise<ContainerHistory[]> {
	const found: ContainerHistory[] = [];
	for (let at = 0; at < containerIds.length; at += MOST_CONTAINERS) {
		found.push(...(await historyOf(session, containerIds.slice(at, at + MOST_CONTAINERS))));
	}
	return found;
}

/** One call; where it is refused because of some id, halves are asked until that id stands alone: it counts as unknown. */
async function historyOf(session: Session, containerIds: string[]): Promise<ContainerHistory[]> {
	const request = historyRequest(containerIds);
	const answer = await send(session, { ...request, accept: isAboutRecord });
	if (isGood(answer) && !isRefusal(answer)) return readHistory(answer, containerIds);
	if (containerIds.length > 1) {
		const middle = Math.ceil(containerIds.length / 2);
		return [
			...(await historyOf(session, containerIds.slice(0, middle))),
			...(await historyOf(session, containerIds.slice(middle))),
		];
	}
	return [untold(containerIds[0], refused(session, request, answer, false))];
}
