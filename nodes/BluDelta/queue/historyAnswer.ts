import type { Failure } from '../../shared/failure';
import type { Answer } from '../../shared/http/request';
import { member } from '../../shared/http/words';
import { comparable } from '../../shared/values/guid';
import { text } from '../detection/read';

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
	/** Something in it could not be read: a document that it does not list may be there. */
	partial?: true;
	/** Why BLU DELTA tells nothing of it. */
	refusal?: Failure;
}

/** One of which BLU DELTA tells nothing. */
export const untold = (invoiceContainerId: string, refusal: Failure): ContainerHistory => ({
	invoiceContainerId,
	states: [],
	documents: [],
	refusal,
});

const unread: Failure = {
	kind: 'notFound',
	message: "Not found in BLU DELTA's answer, of which not all can be read",
};

/** The entries of a list by the id in the member `name`, as ids are compared, and whether that was all of it. */
function byId(list: unknown, name: string): { found: Array<[string, unknown]>; isAll: boolean } {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	const found = entries.flatMap((one): Array<[string, unknown]> => {
		const id = comparable(text(member(one, name)) ?? '');
		return id ? [[id, one]] : [];
	});
	return { found, isAll: Array.isArray(list) && found.length === list.length };
}

/** The histories in an answer, in the order of the answer. Where not all of it can be read, those that are missing are unknown. */
export function readHistory({ body }: Answer, asked: string[]): ContainerHistory[] {
	const { found, isAll } = byId(member(body, 'InvoiceContainerStates'), 'DocumentContainerId');
	const histories = found.map(([invoiceContainerId, container]): ContainerHistory => {
		const documents = byId(member(container, 'DocumentStateReports'), 'DocumentId');
		return {
			invoiceContainerId,
			...entered(member(container, 'DocumentContainerStates')),
			documents: documents.found.map(([invoiceId, document]) => ({
				invoiceId,
				...entered(member(document, 'DocumentStates')),
			})),
			...(!documents.isAll && { partial: true }),
		};
	});
	const missing = isAll ? [] : asked.filter((id) => !found.some(([one]) => one === id));
	return [...histories, ...missing.map((id) => untold(id, unread))];
}

function entered(reported: unknown): Pick<DocumentHistory, 'state' | 'states'> {
	const states = (Array.isArray(reported) ? reported : []).flatMap((one): Entered[] => {
		const [state, timestamp] = [text(member(one, 'State')), text(member(one, 'Timestamp'))];
		return state ? [{ state, ...(timestamp && { timestamp }) }] : [];
	});
	return { ...(states.length && { state: currentOf(states) }), states };
}

/**
 * The first state of a history, whatever the timestamps say (bludelta.md 5.7). Nothing can become new again: a longer list that
 * begins with `New` begins with the oldest state.
 */
function currentOf(states: Entered[]): string {
	const [first, last] = [states[0], states[states.length - 1]].map(({ state }) => state);
	return first.toLowerCase() === 'new' ? last : first;
}
