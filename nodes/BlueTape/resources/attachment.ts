import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { operationAt, type Call, type Operation } from '../../shared/table/operation';
import { place } from '../../shared/table/route';
import { fileReference, optional, setting, text } from '../../shared/field';
import { invoiceId, quoteId } from './ownIds';
import { chosenPdf, multipart, PDF, storePdf } from './pdf';

const places = {
	invoice: place('/integration/invoice/{invoiceId}/file', { invoiceId }),
	quote: place('/integration/quote/{quoteId}/file', { quoteId }),
};

const uploadForm = optional(
	setting(
		[
			{
				name: 'Form (Multipart)',
				value: 'multipart',
				description: 'As a form with the field "file"; the whole file is held in memory',
			},
			{ name: 'Raw PDF', value: 'raw', description: 'The PDF as it is' },
		],
		{
			default: 'raw',
			description:
				"How the file travels. BlueTape's documentation shows both; try the other one when an upload is answered 400 or 415.",
		},
	),
);

/** Sends a PDF. Never a form labelled as PDF, which the vendor's own samples do (bluetape.md C6). */
async function upload(call: Call): Promise<INodeExecutionData> {
	const { file, fileName } = call.prepared as Awaited<ReturnType<typeof chosenPdf>>;
	const about = { fileName, fileSize: file.size };
	if (call.options.dryRun) return dryRunItem(call, { file: about });
	const asForm = call.options.uploadForm === 'multipart';
	const { body } = await sendCall(
		call,
		asForm
			? { body: async () => await multipart(file, fileName) }
			: { body: file.content, headers: { 'Content-Type': PDF, 'Content-Length': String(file.size) } },
	);
	return answerItem(call, body, about);
}

async function download(call: Call): Promise<INodeExecutionData> {
	if (call.options.dryRun) return dryRunItem(call);
	const { body } = await sendCall(call, {
		file: true,
		read: async (content, headers) => await storePdf(call, content, headers),
		headers: { Accept: `${PDF}, application/octet-stream, */*` },
	});
	const data = body as IBinaryData;
	return {
		...answerItem(call, { fileName: data.fileName, mimeType: data.mimeType }),
		binary: { [call.settings.binaryPropertyName as string]: data },
	};
}

/** Upload, download and removal of the one PDF that an invoice or a quote has (bluetape.md 4.10). */
export function fileOperations(
	what: 'invoice' | 'quote',
): Record<'uploadFile' | 'downloadFile' | 'removeFile', Operation> {
	const a = what === 'invoice' ? 'an invoice' : 'a quote';
	const { at, path } = places[what];
	const ids = { [`${what}Id`]: what === 'invoice' ? 'INV-1001' : 'QUO-1001' };
	return {
		uploadFile: operationAt({
			name: 'Upload File',
			action: `Upload file to ${what}`,
			description: `Attach a PDF to ${a}. A file that is there already is replaced`,
			route: `POST ${at}`,
			path,
			settings: {
				binaryPropertyName: fileReference({
					description: 'The name of the input field that holds the PDF. Or an expression that gives a file.',
				}),
			},
			options: { uploadForm },
			files: true,
			replaces: true,
			prepare: chosenPdf,
			execute: upload,
			example: { fileName: 'invoice.pdf', fileSize: 48213, ...ids },
		}),
		downloadFile: operationAt({
			name: 'Download File',
			action: `Download file of ${what}`,
			description: `Get the PDF of ${a}`,
			route: `GET ${at}`,
			path,
			settings: {
				binaryPropertyName: text({
					default: 'data',
					label: 'Put Output in Field',
					description: 'The name of the output field to put the PDF in',
				}),
			},
			files: true,
			filesOut: ({ binaryPropertyName }) => [binaryPropertyName as string],
			execute: download,
			example: { fileName: 'invoice.pdf', mimeType: PDF, ...ids },
		}),
		removeFile: operationAt({
			name: 'Remove File',
			action: `Remove file of ${what}`,
			description: `Take the PDF off ${a}`,
			route: `DELETE ${at}`,
			path,
			effects: 'The file cannot be brought back',
			example: { blueTapeId: '63168de0cbee', ...ids },
		}),
	};
}
