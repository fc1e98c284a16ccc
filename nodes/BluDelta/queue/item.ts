import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rawDocument, simplifiedDocument } from '../detection/documentForms';
import { documentNames } from '../detection/documentNames';
import type { Download } from './nextDocument';

/** The field of an item that holds the result PDF. */
export const RESULT_PDF = 'resultPdf';

/** Names that the item of a document may have, whoever puts it out. */
export const itemNames = [
	...documentNames,
	...['endedInError', 'fileMissing', 'message', 'redelivered', 'confirmed', 'testRunNotice'],
];

/** Ended in an error, so that people have to look at it (bludelta.md 5.3). */
export const endedInError = ({ document }: Pick<Download, 'document'>): boolean =>
	String(document.StateBeforeRelease ?? document.StateBeforeReleased ?? '').toLowerCase() === 'error';

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
			...extra,
		},
		...(Object.keys(binary).length && { binary }),
	};
}
