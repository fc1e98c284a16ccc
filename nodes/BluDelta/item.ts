import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { choice, optional } from '../shared/field';
import { rawDocument, simplifiedDocument } from './detection/document';
import type { Download } from './queue';

/** Ended in an error, so that people have to look at it (contract/bludelta.md 5.3). */
export const endedInError = ({ document }: Pick<Download, 'document'>): boolean =>
	String(document.StateBeforeRelease ?? document.StateBeforeReleased ?? '').toLowerCase() === 'error';

/** A downloaded document as the node and the trigger put it out: data flat, files as binary. */
export function documentItem(
	download: Download,
	output: string,
	binaryPropertyName = 'data',
	extra: IDataObject = {},
): INodeExecutionData {
	const { document, file, resultPdf } = download;
	const json = output === 'raw' ? rawDocument(document) : simplifiedDocument(document);
	const binary = { ...(file && { [binaryPropertyName]: file }), ...(resultPdf && { resultPdf }) };
	return {
		json: { ...(json as unknown as IDataObject), endedInError: endedInError(download), ...extra },
		...(Object.keys(binary).length && { binary }),
	};
}

export const outputs = [
	{ name: 'Raw', value: 'raw', description: 'The detection result as BLU DELTA sends it' },
	{
		name: 'Simplified',
		value: 'simplified',
		description: 'Flat and typed: amounts as numbers, dates, scores',
	},
];
export const apiVersions = [
	{ name: 'V1', value: 'v1', description: 'Without due dates, discounts, bank details and VAT IDs' },
	{ name: 'V2', value: 'v2', description: 'With all details' },
];

/** `field` with a default, standing by itself in the editor. */
export const outputField = optional(choice(outputs, { upFront: true, default: 'simplified' }));
export const apiVersionField = optional(
	choice(apiVersions, { upFront: true, default: 'v2', label: 'API Version' }),
);
