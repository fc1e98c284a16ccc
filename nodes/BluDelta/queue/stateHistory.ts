import { send } from '../../shared/request';
import type { Answer, Outgoing, Session } from '../../shared/session';
import { isRefusal, messageOf } from '../refusal';
import { readHistory, type ContainerHistory } from './history';

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

/** One call; where a single unknown id fails it as a whole, halves are asked until the id stands alone. */
async function historyOf(session: Session, containerIds: string[]): Promise<ContainerHistory[]> {
	const saysUnknown = (answer: Answer) =>
		isRefusal(answer) && /unknown|not found|not exist/i.test(messageOf(answer.body));
	const answer = await send(session, { ...historyRequest(containerIds), accept: saysUnknown });
	if (!isRefusal(answer)) return readHistory(answer);
	if (containerIds.length === 1) return [];
	const middle = Math.ceil(containerIds.length / 2);
	return [
		...(await historyOf(session, containerIds.slice(0, middle))),
		...(await historyOf(session, containerIds.slice(middle))),
	];
}
