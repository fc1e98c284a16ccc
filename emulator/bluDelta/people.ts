import { detect } from './detection/detect';
import type { DetectInvoiceResponse } from './detection/types';
import { settle, markError, release, remove, split, validate } from './lifecycle';
import { partsOf } from './parts';
import type { Settings } from './settings';
import {
	current,
	type BluDeltaDocument,
	type BluDeltaState,
	type Container,
	type DocumentState,
} from './state';

const undecided: DocumentState[] = ['New', 'NeedForAction', 'Error'];

/** What people do in the validation view, and the vendor's staff, which no API call can. Ids as the API gives them. */
export class People {
	constructor(private readonly state: BluDeltaState) {}

	/** All documents with what has come due by now, oldest first. */
	documents(): BluDeltaDocument[] {
		settle(this.state);
		return [...this.state.documents.values()];
	}

	/** Approves a document; it is released as `Validated`. @param corrections values by `TypeName` */
	validate(documentId: string, corrections: Record<string, string> = {}): BluDeltaDocument {
		const document = this.find(documentId, undecided);
		document.detection ??= detect([]);
		correct(document.detection, corrections);
		validate(this.state, document);
		return document;
	}

	markError(documentId: string): BluDeltaDocument {
		const document = this.find(documentId, ['New', 'NeedForAction']);
		markError(this.state, document);
		return document;
	}

	delete(documentId: string): BluDeltaDocument {
		const document = this.find(documentId, undecided);
		remove(this.state, document);
		return document;
	}

	/** Lets a document in error, or a deleted one, go as it is. */
	release(documentId: string): BluDeltaDocument {
		const document = this.find(documentId, ['Error', 'Deleted']);
		release(this.state, document);
		return document;
	}

	/** The vendor's support forgives the downloads that were never confirmed. */
	resetAttempts(documentId: string): BluDeltaDocument {
		const document = this.find(documentId);
		document.attempts = 0;
		return document;
	}

	/** Deletes a document that waits to be downloaded. */
	withdraw(documentId: string): BluDeltaDocument {
		const document = this.find(documentId, ['Released', 'Downloaded']);
		remove(this.state, document);
		return document;
	}

	/** Gives the container of a document to another client; the empty name stands for the customer itself. */
	move(documentId: string, client: string): BluDeltaDocument {
		const document = this.find(documentId);
		if (client !== '' && !this.state.clients.includes(client)) throw new Error(`Unknown client: ${client}`);
		this.state.containers.get(document.containerId)!.client = client;
		return document;
	}

	/** Puts the container of a document into the archive: its history is refused, and with it the whole call that asks for it. */
	archive(documentId: string): BluDeltaDocument {
		const document = this.find(documentId);
		this.state.containers.get(document.containerId)!.archived = true;
		return document;
	}

	/** Takes a document out of its container's history. */
	unlist(documentId: string): BluDeltaDocument {
		const document = this.find(documentId);
		document.unlisted = true;
		return document;
	}

	/** Splits a container that still waits. @param into number of documents; as at its upload unless told */
	async split(containerId: string, into?: Settings['splitInto']): Promise<Container> {
		settle(this.state);
		const container = this.state.containers.get(containerId.toLowerCase());
		if (!container) throw new Error(`Unknown container: ${containerId}`);
		if (container.states[0].State !== 'New') throw new Error('The container is split already.');
		if (into !== undefined) container.parts = await partsOf(container.fileName, container.content, into);
		split(this.state, container);
		return container;
	}

	/** A document, in one of the states. */
	private find(documentId: string, states?: DocumentState[]): BluDeltaDocument {
		settle(this.state);
		const document = this.state.documents.get(documentId.toLowerCase());
		if (!document) throw new Error(`Unknown document: ${documentId}`);
		if (states && !states.includes(current(document)))
			throw new Error(`The document is ${current(document)} already.`);
		return document;
	}
}

/** A value that a person typed has no place on the page (bludelta.md 9.1). */
function correct(detection: DetectInvoiceResponse, corrections: Record<string, string>): void {
	const all = [
		...detection.InvoiceDetailTypePredictions,
		...detection.PredictionGroups.flatMap((group) => group.InvoiceDetailTypePredictions),
	];
	for (const [name, Value] of Object.entries(corrections)) {
		const prediction = all.find(({ TypeName }) => TypeName === name);
		if (!prediction) throw new Error(`There is no ${name} to correct.`);
		Object.assign(prediction, { Text: Value, Value, Score: 1, X: 0, Y: 0, Width: 0, Height: 0 });
	}
}
