import { readAdditionalProperties } from './additionalProperties';
import { isEntry, text } from './read';
import type { Entry } from './read';
import { restore } from './restore';
import { isEmpty, simplify } from './simplified';
import type { SimplifiedDetection } from './simplified';
import type { DetectInvoiceResponse, DownloadedDocument } from './types';
import { hasOtherParts, renaming } from './writing';

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

/** The members of a download that say what a document is (bludelta.md 5.3). */
export const documentMembers = [
	...['InvoiceId', 'InvoiceContainerId', 'UploadedTimestamp', 'ClientAccessIdentifier', 'FileName'],
	...['AdditionalProperties', 'StateBeforeRelease', 'StateBeforeReleased', 'DetectInvoiceResponse'],
];
const rawMembers = ['InvoiceDetailTypePredictions', 'PredictionGroups', 'LineItemTable'];
const named = renaming([...documentMembers, ...rawMembers]);

/** Origin in camelCase, from a download's answer or from an item that this package put out before. */
function readOrigin(given: Entry): DocumentOrigin {
	const document = named(given);
	const properties = readAdditionalProperties(document.AdditionalProperties);
	const members = {
		invoiceId: text(document.InvoiceId),
		invoiceContainerId: text(document.InvoiceContainerId),
		uploadedTimestamp: text(document.UploadedTimestamp),
		clientAccessIdentifier: text(document.ClientAccessIdentifier),
		fileName: text(document.FileName),
		stateBeforeRelease: text(document.StateBeforeRelease ?? document.StateBeforeReleased),
		additionalProperties: Object.keys(properties).length > 0 ? properties : undefined,
	};
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A downloaded document as the item of `output: raw`; files stay out, they are binary data. */
export const rawDocument = (download: DownloadedDocument): RawDocument => ({
	...readOrigin(download),
	detectInvoiceResponse: download.DetectInvoiceResponse ?? null,
});

/** A result of which nothing could be read, as it came: it is not to be lost with the document's confirmation. */
const unread = (detection: SimplifiedDetection, response: unknown): Partial<RawDocument> =>
	isEmpty(detection) && (isEntry(response) ? hasOtherParts(response) : (response ?? '') !== '')
		? { detectInvoiceResponse: response as DetectInvoiceResponse }
		: {};

/** A downloaded document as the item of `output: simplified`: origin and detection result on one flat level. */
export function simplifiedDocument(download: DownloadedDocument): SimplifiedDocument & Partial<RawDocument> {
	const { DetectInvoiceResponse: response } = download;
	const detection = simplify(response);
	return { ...readOrigin(download), ...detection, ...unread(detection, response) };
}

/**
 * Takes what users have at hand and tells it by its keys: a downloaded document as the service sends it, an
 * item of `output` raw or simplified, or a bare detection result. Anything else reads as an empty document.
 */
export function readDocument(document: unknown): SimplifiedDocument {
	if (!isEntry(document)) return {};
	const origin = readOrigin(document);
	const download = named(document);
	if ('DetectInvoiceResponse' in download) {
		const detection = simplify(download.DetectInvoiceResponse as DetectInvoiceResponse);
		// One that could not be read may have been filled in by a person.
		return { ...origin, ...(isEmpty(detection) ? restore(document) : detection) };
	}
	if (rawMembers.some((name) => name in download)) return simplify(document);
	return { ...origin, ...restore(document) };
}
