import type { Answer } from '../../shared/session';

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
export function readHistory({ body }: Answer): ContainerHistory[] {
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
