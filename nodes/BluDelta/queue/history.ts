import type { Failure } from '../../shared/failure';
import type { Answer, Outgoing } from '../../shared/http/request';
import { refused } from '../../shared/http/requestFailure';
import type { Session } from '../../shared/http/session';
import { isGood } from '../../shared/http/received';
import { send } from '../../shared/http/tries';
import { isAboutRecord, isRefusal } from '../refusal';

/** A state that was entered; `timestamp` as the service writes it, ISO 8601 in UTC. */
export interface Entered {
	state: string;
	timestamp?: string;
}

export interface DocumentHistory {
	invoiceId: string;
	/** The current state (bludelta.md 5.7). */
	state?: string;
	states: Entered[];
}

export interface ContainerHistory {
	invoiceContainerId: string;
	state?: string;
	states: Entered[];
	documents: DocumentHistory[];
	/** Why BLU DELTA tells nothing of it. */
	refusal?: Failure;
}

/** A document that was ever confirmed is off the queue for good. */
export const isConfirmed = ({ states }: DocumentHistory): boolean =>
	states.some(({ state }) => state.toLowerCase() === 'confirmed');

/** States of documents that can be downloaded: a download moves them from the first to the second. */
export const IN_QUEUE = ['Released', 'Downloaded'];

/**
 * Is the document still in the download queue? The newest state decides. It stands first, but the vendor's own sample
 * contradicts itself there (bludelta.md 5.7), so that the other end may speak for the document too.
 */
export const isInQueue = (history: DocumentHistory): boolean =>
	!isConfirmed(history) &&
	[history.states.at(0), history.states.at(-1)].some((one) => one && IN_QUEUE.includes(one.state));

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
	return { ...(states.length && { state: currentOf(states) }), states };
}

/**
 * The first state of a history, whatever the timestamps say (bludelta.md 5.7). Nothing can become new again: a longer list that
 * begins with `New` begins with the oldest state.
 */
function currentOf(states: Entered[]): string {
	const [first, last] = [states[0], states[states.length - 1]].map(({ state }) => state);
	return first === 'New' ? last : first;
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
	if (isGood(answer) && !isRefusal(answer)) return readHistory(answer);
	if (containerIds.length > 1) {
		const middle = Math.ceil(containerIds.length / 2);
		return [
			...(await historyOf(session, containerIds.slice(0, middle))),
			...(await historyOf(session, containerIds.slice(middle))),
		];
	}
	const refusal = refused(session, request, answer, false);
	return [{ invoiceContainerId: containerIds[0], states: [], documents: [], refusal }];
}
