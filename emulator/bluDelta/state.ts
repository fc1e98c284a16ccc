import type { Clock } from '../shared/clock';
import type { DetectInvoiceResponse } from './detection/types';
import { documented, type Settings } from './settings';

export const documentStates = [
	'New',
	'NeedForAction',
	'Autoprocessed',
	'Validated',
	'Released',
	'Downloaded',
	'Confirmed',
	'Error',
	'Deleted',
] as const;
export type DocumentState = (typeof documentStates)[number];
export type StateBeforeRelease = Extract<DocumentState, 'Validated' | 'Autoprocessed' | 'Error' | 'Deleted'>;

export interface Entered<State> {
	State: State;
	Timestamp: Date;
}

/** One document as cut out of a container, and what was read from it. */
export interface Part {
	content: Buffer;
	/** Absent when the file could not be opened. */
	detection?: DetectInvoiceResponse;
}

export interface BluDeltaDocument extends Part {
	id: string;
	containerId: string;
	/** Newest first. */
	states: Array<Entered<DocumentState>>;
	/** Set on release. */
	stateBeforeRelease?: StateBeforeRelease;
	/** Downloads so far. */
	attempts: number;
	/** Left out of its container's history. */
	unlisted?: boolean;
}

export interface Container {
	id: string;
	/** The client's name; empty for the customer's own. */
	client: string;
	fileName: string;
	content: Buffer;
	additionalProperties: Array<Record<string, string>>;
	uploaded: Date;
	/** Newest first. */
	states: Array<Entered<'New' | 'SplitIntoDocuments'>>;
	/** What it will be split into. */
	parts: Part[];
	documentIds: string[];
	/** Its history is refused. */
	archived?: boolean;
}

export interface Token {
	/** Clients that it covers; the empty name stands for the customer's own documents. */
	scope: string[];
	timeoutSeconds: number;
	/** Moved on by each use. */
	expires: Date;
}

export interface Resource {
	fileName: string;
	content: Buffer;
	/** Values of each row without the header. */
	rows: string[][];
}

export interface BluDeltaState {
	readonly clock: Clock;
	readonly apiKey: string;
	/** The customer's identifier, without a client. */
	readonly apiIdentifier: string;
	readonly clients: readonly string[];
	/** Set when the server listens. */
	origin: string;
	settings: Settings;
	/** By token. */
	tokens: Map<string, Token>;
	containers: Map<string, Container>;
	documents: Map<string, BluDeltaDocument>;
	/** Ids of the documents that can be downloaded, the next one first. */
	queue: string[];
	/** By type. */
	resources: Map<string, Resource>;
	/** Answers of `count`, each good for 60 s. */
	counts: Map<string, { Count: number; until: Date }>;
	/** Demo documents on their way in. */
	seeding?: Promise<void>;
}

type Start = Pick<BluDeltaState, 'clock' | 'apiKey' | 'apiIdentifier' | 'clients'>;

/** No records, documented settings. */
export function emptyState(start: Start): BluDeltaState {
	return { ...start, origin: '', settings: { ...documented }, ...noRecords() };
}

/** Forgets every record, token and setting. */
export function clearState(state: BluDeltaState): void {
	Object.assign(state, noRecords(), { settings: { ...documented } });
}

const noRecords = () => ({
	tokens: new Map<string, Token>(),
	containers: new Map<string, Container>(),
	documents: new Map<string, BluDeltaDocument>(),
	queue: [] as string[],
	resources: new Map<string, Resource>(),
	counts: new Map<string, { Count: number; until: Date }>(),
	seeding: undefined as Promise<void> | undefined,
});

/** The state that a document is in now. */
export const current = ({ states }: BluDeltaDocument): DocumentState => states[0].State;

/** The client that a document belongs to. */
export const clientOf = (state: BluDeltaState, { containerId }: BluDeltaDocument): string =>
	state.containers.get(containerId)?.client ?? '';
