/** Where a document of the download queue stands, as far as this process knows. */
export type State =
	/** In the queue; nobody of ours has it, though a test run or a lost answer may have cost it a download. */
	| 'waiting'
	/** Given to a workflow; the next poll confirms it. */
	| 'handedOver'
	/** Given to a workflow that confirms it itself when the work is done. */
	| 'atWork'
	/** To be handed over once more: its workflow took too long, or n8n may have lost it. */
	| 'due'
	/** Only a person can bring it on. */
	| 'stuck'
	/** Confirmed, deleted or with another client. */
	| 'gone';

/** What happens to a document. */
export type Happening =
	/** It came and was given to a workflow: to be confirmed by the next poll, or by that workflow. */
	| 'handOver'
	| 'giveToWork'
	/** It was downloaded, and no workflow of the trigger's has it. */
	| 'take'
	/** Its workflow has not confirmed it in time. */
	| 'late'
	/** Another process or trigger handed it over: n8n may have stopped, or thrown it away, before anybody saw it. */
	| 'restart'
	/** n8n has thrown away the poll that handed it over, with its items. */
	| 'giveUp'
	/** The service says that it is confirmed, or does not offer it any more. */
	| 'leave';

export interface Document {
	state: State;
	/** Downloads that are known of, and those of lost answers that may have been its. */
	downloads: number;
	/** The last download that is known of, in milliseconds since 1970, as all times here. The queue goes by it. */
	at: number;
	/** How often a workflow got it. */
	handOvers: number;
	/** When the trigger handed it over last: by this it is seen whether n8n has kept that. */
	handedOverAt?: number;
	/** Which trigger did, by its key. */
	handedOverBy?: string;
	invoiceContainerId?: string;
	fileName?: string;
	/** When its confirm was refused for the first time. */
	refusedAt?: number;
	/** When people were told last that it holds up the queue, and the polls that this has cost. */
	toldAt?: number;
	polls?: number;
}

/** A document as people are told of it: by its id and its file's name. */
export const called = (id: string, { fileName = 'without a name' }: Pick<Document, 'fileName'>): string =>
	`${id} (${fileName})`;

/** Three are allowed (bludelta.md 5.3); the last one is left to people. */
export const MOST_DOWNLOADS = 2;

/** What may be done with a document in each state. */
export const allows: Record<State, { download: boolean; confirm: boolean }> = {
	waiting: { download: true, confirm: false },
	handedOver: { download: false, confirm: true },
	atWork: { download: false, confirm: false },
	due: { download: true, confirm: false },
	stuck: { download: false, confirm: false },
	gone: { download: false, confirm: false },
};

/** Where each happening leads; what is not listed changes nothing. */
const leads: Record<Happening, Partial<Record<State, State>>> = {
	handOver: { waiting: 'handedOver', due: 'handedOver', stuck: 'handedOver', gone: 'handedOver' },
	giveToWork: { waiting: 'atWork', due: 'atWork', stuck: 'atWork', gone: 'atWork' },
	take: { gone: 'waiting' },
	late: { atWork: 'due' },
	restart: { handedOver: 'due' },
	giveUp: { handedOver: 'due', atWork: 'due' },
	leave: { waiting: 'gone', handedOver: 'gone', atWork: 'gone', due: 'gone', stuck: 'gone' },
};

/** The state after a happening. A document that has only its last download left is not fetched any more: it is stuck. */
export function after(happening: Happening, state: State, downloads: number): State {
	const next = leads[happening][state] ?? state;
	return allows[next].download && downloads >= MOST_DOWNLOADS ? 'stuck' : next;
}
