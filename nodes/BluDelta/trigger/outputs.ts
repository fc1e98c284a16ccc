import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { documentItem, endedInError, unreadable } from '../queue/item';
import type { Download } from '../queue/nextDocument';

/** What one poll puts out: documents, and what needs a person's attention. */
export class Outputs {
	readonly documents: INodeExecutionData[] = [];
	readonly attention: INodeExecutionData[] = [];

	/** `form`: `simplified` or `raw`. */
	constructor(private readonly form: string) {}

	/** A document that could not be read needs attention, by BLU DELTA or by us, and so does one without its file. */
	add(next: Download, extra: IDataObject = {}): void {
		const item = documentItem(next, this.form, 'data', extra);
		(endedInError(next) || !next.file || unreadable(next) ? this.attention : this.documents).push(item);
	}

	/** As n8n wants them: null when there is nothing. */
	lists(): INodeExecutionData[][] | null {
		const { documents, attention } = this;
		return documents.length || attention.length ? [documents, attention] : null;
	}
}
