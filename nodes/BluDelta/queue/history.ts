import type { Answer, Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import { send } from '../../shared/http/tries';
import { isRefusal, messageOf } from '../refusal';

/** A state that was entered; `timestamp` as the service writes it, ISO 8601 in UTC. */
export interface Entered {
	state: string;
	timestamp?: string;
}

export interface DocumentHistory {
	invoiceId: string;
	/** The current state: the first of the list, whatever the timestamps say (bludelta.md 5.7). */
	state?: string;
	states: Entered[];
}

export interface ContainerHistory {
	invoiceContainerId: string;
	state?: string;
	states: Entered[];
	documents: DocumentHistory[];
}

/** A document that was ever confirmed is off the queue for good. */
export const isConfirmed = ({ states }: DocumentHistory): boolean =>
	states.some(({ state }) => state.toLowerCase() === 'confirmed');

type Reported = Array<{ State?: string; Timestamp?: string }> | null | undefined;

interface ReportedContainer {
	DocumentContainerId: string;
	DocumentContainerStates?: Reported;
	DocumentStateReports?: Array<{ DocumentId: string; DocumentStates?: Reported }> | null;
}

/** The histories in an answer, in the order of the answer. */
function readHistory({ body }: Answer): ContainerHistory[] {
	const { InvoiceContainerStates } = body as { InvoiceContainerStates?: ReportedContainer[] | null };
	return (InvoiceContainerStates ?? []).map((container) => ({
		invoiceContainerId: container.DocumentContainerId.toLowerCase(),
		...entered(container.DocumentContainerStates),
		documents: (container.DocumentStateReports ?? []).map(({ DocumentId, DocumentStates }) => ({
			invoiceId: DocumentId.toLowerCase(),
			...entered(DocumentStates),
		})),
	}));
}

function entered(reported: Reported): Pick<DocumentHistory, 'state' | 'states'> {
	const states = (reported ?? []).map(({ State = '', Timestamp }) => ({
		state: State,
		...(Timestamp && { timestamp: Timestamp }),
	}));
	return { ...(states.length && { state: states[0].state }), states };
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
