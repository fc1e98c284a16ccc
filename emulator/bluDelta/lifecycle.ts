import { randomUUID } from 'node:crypto';
import { isSure } from './detection/sure';
import type { BluDeltaDocument, BluDeltaState, Container, DocumentState, StateBeforeRelease } from './state';
import { current } from './state';

type Moment = 'immediately' | 'manual' | number;

/** Does everything that has come due by the emulator's clock, in the order of time. Call before looking at the state. */
export function settle(state: BluDeltaState): void {
	for (let step = earliest(state); step; step = earliest(state)) step.act(step.at);
}

interface Step {
	at: Date;
	act: (at: Date) => void;
}

function earliest(state: BluDeltaState): Step | undefined {
	const { processing, autoValidate } = state.settings;
	const steps: Step[] = [];
	const plan = (from: Date, moment: Moment, act: Step['act']) => {
		if (moment === 'manual') return;
		const at = new Date(from.getTime() + (moment === 'immediately' ? 0 : moment));
		if (at <= state.clock.now()) steps.push({ at, act });
	};
	for (const container of state.containers.values()) {
		if (container.states[0].State !== 'New') continue;
		plan(container.uploaded, processing, (at) => split(state, container, at));
	}
	for (const document of state.documents.values()) {
		if (current(document) !== 'NeedForAction') continue;
		plan(document.states[0].Timestamp, autoValidate, (at) => validate(state, document, at));
	}
	return steps.sort((one, other) => one.at.getTime() - other.at.getTime())[0];
}

/** Makes documents of a container's parts and processes each. */
export function split(state: BluDeltaState, container: Container, at = state.clock.now()): void {
	for (const document of addDocuments(state, container, at)) process(state, document, at);
}

/** Documents of a container's parts, new. */
export function addDocuments(state: BluDeltaState, container: Container, at: Date): BluDeltaDocument[] {
	container.states.unshift({ State: 'SplitIntoDocuments', Timestamp: at });
	const documents = container.parts.map((part): BluDeltaDocument => ({
		...part,
		...{ id: randomUUID(), containerId: container.id, attempts: 0 },
		states: [{ State: 'New', Timestamp: at }],
	}));
	for (const document of documents) state.documents.set(document.id, document);
	container.documentIds = documents.map(({ id }) => id);
	return documents;
}

function process(state: BluDeltaState, document: BluDeltaDocument, at: Date): void {
	if (!document.detection) return markError(state, document, at);
	const alone = state.settings.autoprocess && isSure(document.detection);
	move(document, alone ? 'Autoprocessed' : 'NeedForAction', at);
	if (alone) release(state, document, at);
}

/** A person has looked at the document; it is released at once. */
export function validate(state: BluDeltaState, document: BluDeltaDocument, at = state.clock.now()): void {
	move(document, 'Validated', at);
	release(state, document, at);
}

export function markError(state: BluDeltaState, document: BluDeltaDocument, at = state.clock.now()): void {
	move(document, 'Error', at);
	if (state.settings.releaseErrors) release(state, document, at);
}

export function remove(state: BluDeltaState, document: BluDeltaDocument, at = state.clock.now()): void {
	move(document, 'Deleted', at);
	state.queue = state.queue.filter((id) => id !== document.id);
	if (state.settings.releaseDeleted) release(state, document, at);
}

/** Puts the document at the end of the download queue. */
export function release(state: BluDeltaState, document: BluDeltaDocument, at = state.clock.now()): void {
	document.stateBeforeRelease = current(document) as StateBeforeRelease;
	move(document, 'Released', at);
	state.queue.push(document.id);
}

/** Enters a state; entering the one it is in already leaves no trace. */
export function move(document: BluDeltaDocument, State: DocumentState, at: Date): void {
	if (document.states[0]?.State !== State) document.states.unshift({ State, Timestamp: at });
}
