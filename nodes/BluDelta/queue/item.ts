import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rawDocument, simplifiedDocument } from '../detection/documentForms';
import { documentNames } from '../detection/documentNames';
import { isEntry, text } from '../detection/read';
import type { Download } from './nextDocument';

/** The field of an item that holds the result PDF. */
export const RESULT_PDF = 'resultPdf';

/** Names that the item of a document may have, whoever puts it out. */
export const itemNames = [
	...documentNames,
	...[
		'endedInError',
		'fileMissing',
		'unreadableDocument',
		'message',
		'redelivered',
		'confirmed',
		'testRunNotice',
	],
];

const stateOf = ({ document }: Pick<Download, 'document'>): string =>
	text(document.StateBeforeRelease ?? document.StateBeforeReleased)?.toLowerCase() ?? '';

/** Ended in an error, so that people have to look at it (bludelta.md 5.3). */
export const endedInError = (download: Pick<Download, 'document'>): boolean => stateOf(download) === 'error';

/** Are the data of a document there in a form that nobody can read, or not at all though its state promises them? */
function hasNoData(download: Pick<Download, 'document'>): boolean {
	const { DetectInvoiceResponse: data = null } = download.document as { DetectInvoiceResponse?: unknown };
	const promised = ['validated', 'autoprocessed'].includes(stateOf(download));
	if (data === null || data === '') return promised;
	return isEntry(data) ? promised && !Object.keys(data).length : !Array.isArray(data) || data.length > 0;
}

/** What is wrong with a document whose data or file can't be read, for the end of a sentence; nobody confirms it but a person. */
export function unreadable(download: Pick<Download, 'document' | 'fileFlaw'>): string | undefined {
	// In error, the file is as somebody sent it, and data are not promised.
	if (['error', 'deleted'].includes(stateOf(download))) return undefined;
	if (hasNoData(download)) return 'without data that can be read';
	return download.fileFlaw && `with ${download.fileFlaw}`;
}

const UNREADABLE =
	'Look it up in BLU DELTA, or ask BLU DELTA support. It is not confirmed by itself: confirm it once it is taken care of';

/** Of a document without its file, by who confirms it: the user, or the trigger once it has come so a second time. */
const GET_IT = 'BLU DELTA sent this document without its file. Get it from whoever sent the document. ';
const FILE_MISSING = `${GET_IT}As long as that is not confirmed, Download Next may bring it once more`;
export const fetchedOnceMore =
	'BLU DELTA sent this document without its file. The next poll fetches it once more, and hands over what comes then';
export const confirmedWithoutFile = `${GET_IT}The next poll confirms it`;

/** A downloaded document as the node and the trigger put it out: data flat, files as binary. */
export function documentItem(
	download: Download,
	output: string,
	binaryPropertyName = 'data',
	extra: IDataObject = {},
): INodeExecutionData {
	const { document, file, resultPdf } = download;
	const flaw = unreadable(download);
	const json = output === 'raw' ? rawDocument(document) : simplifiedDocument(document);
	const binary = {
		...(file && { [binaryPropertyName]: file }),
		...(resultPdf && { [RESULT_PDF]: resultPdf }),
	};
	return {
		json: {
			...(json as unknown as IDataObject),
			endedInError: endedInError(download),
			...(!file && { fileMissing: true, message: FILE_MISSING }),
			...(flaw && {
				unreadableDocument: true,
				message: `BLU DELTA sent this document ${flaw}. ${UNREADABLE}`,
			}),
			...extra,
		},
		...(Object.keys(binary).length && { binary }),
	};
}
