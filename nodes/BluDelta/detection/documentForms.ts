import { readAdditionalProperties } from './additionalProperties';
import { isEntry, text } from './read';
import type { Entry } from './read';
import { restore } from './restore';
import { simplify } from './simplified';
import type { SimplifiedDetection } from './simplified';
import type { DetectInvoiceResponse, DownloadedDocument } from './types';

/** What the download tells about a document beside its content (bludelta.md 5.3). */
export interface DocumentOrigin {
	/** The document's id, to confirm; not the number printed on the invoice. */
	invoiceId?: string;
	invoiceContainerId?: string;
	uploadedTimestamp?: string;
	clientAccessIdentifier?: string;
	fileName?: string;
	stateBeforeRelease?: string;
	additionalProperties?: Record<string, string>;
}

export interface SimplifiedDocument extends DocumentOrigin, SimplifiedDetection {}

/** The flat form with the detection result untouched instead of simplified. */
export interface RawDocument extends DocumentOrigin {
	detectInvoiceResponse: DetectInvoiceResponse | null;
}

const rawMembers = ['InvoiceDetailTypePredictions', 'PredictionGroups', 'LineItemTable'];

/** Origin in camelCase, from a download's answer or from an item that this package put out before. */
function readOrigin(document: Entry): DocumentOrigin {
	const properties = readAdditionalProperties(document.AdditionalProperties ?? document.additionalProperties);
	const members = {
		invoiceId: text(document.InvoiceId ?? document.invoiceId),
		invoiceContainerId: text(document.InvoiceContainerId ?? document.invoiceContainerId),
		uploadedTimestamp: text(document.UploadedTimestamp ?? document.uploadedTimestamp),
		clientAccessIdentifier: text(document.ClientAccessIdentifier ?? document.clientAccessIdentifier),
		fileName: text(document.FileName ?? document.fileName),
		stateBeforeRelease: text(
			document.StateBeforeRelease ?? document.StateBeforeReleased ?? document.stateBeforeRelease,
		),
		additionalProperties: Object.keys(properties).length > 0 ? properties : undefined,
	};
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A downloaded document as the item of `output: raw`; files stay out, they are binary data. */
export const rawDocument = (download: DownloadedDocument): RawDocument => ({
	...readOrigin(download),
	detectInvoiceResponse: download.DetectInvoiceResponse ?? null,
});

/** A downloaded document as the item of `output: simplified`: origin and detection result on one flat level. */
export const simplifiedDocument = (download: DownloadedDocument): SimplifiedDocument => ({
	...readOrigin(download),
	...simplify(download.DetectInvoiceResponse),
});

/**
 * Takes what users have at hand and tells it by its keys: a downloaded document as the service sends it, an
 * item of `output` raw or simplified, or a bare detection result. Anything else reads as an empty document.
 */
export function readDocument(document: unknown): SimplifiedDocument {
	if (!isEntry(document)) return {};
	const origin = readOrigin(document);
	const inside = ['DetectInvoiceResponse', 'detectInvoiceResponse'].find((name) => name in document);
	if (inside !== undefined) return { ...origin, ...simplify(document[inside] as DetectInvoiceResponse) };
	if (rawMembers.some((name) => name in document)) return simplify(document);
	return { ...origin, ...restore(document) };
}
