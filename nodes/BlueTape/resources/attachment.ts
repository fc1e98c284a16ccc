import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { operationAt, type Call, type Operation } from '../../shared/table/operation';
import { place } from '../../shared/table/route';
import { Failed, inputFailure } from '../../shared/failure';
import { fileReference, optional, setting, text } from '../../shared/field';
import { openFile, storeFile, type OpenFile } from '../../shared/http/files';
import type { Answer } from '../../shared/http/request';
import { peeked, type Stream } from '../../shared/http/stream';
import { dispositionName } from '../dispositionName';
import { pageAdvice } from '../errors';
import { invoiceId, quoteId } from './ownIds';

const places = {
	invoice: place('/integration/invoice/{invoiceId}/file', { invoiceId }),
	quote: place('/integration/quote/{quoteId}/file', { quoteId }),
};
const PDF = 'application/pdf';

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

function pdfName({ fileName }: OpenFile, fallback: string): string {
	const name = fileName || fallback;
	return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}

async function multipart(file: OpenFile, fileName: string): Promise<FormData> {
	const parts: BlobPart[] = [];
	const content = await file.content();
	if (Buffer.isBuffer(content)) parts.push(content as unknown as BlobPart);
	else for await (const part of content) parts.push(part as unknown as BlobPart);
	const form = new FormData();
	form.append('file', new Blob(parts, { type: PDF }), fileName);
	return form;
}

/** The PDF to send and the name that it goes by. Throws `Failed` for another type of file. */
async function chosenPdf(call: Call): Promise<{ file: OpenFile; fileName: string }> {
	const file = await openFile(call.context, call.itemIndex, call.settings.binaryPropertyName!);
	if ((await file.head()).includes('%PDF-')) {
		return { file, fileName: pdfName(file, Object.values(call.input.path)[0]) };
	}
	throw inputFailure(
		`'Input Binary Field' must be a PDF; "${file.fileName ?? 'the file'}" does not start like one (${file.mimeType}, ${file.size} bytes)`,
		'BlueTape takes PDF files only. Convert the document first',
	);
}

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

/** Stores the file in an answer. Throws `Failed` when there is something else in it. */
async function store(call: Call, body: Stream, headers: Answer['headers']): Promise<IBinaryData> {
	const { head, whole } = await peeked(body);
	if (!head.length || /^\s*[<{]/.test(head.toString('latin1'))) {
		whole.destroy();
		throw new Failed({
			kind: 'unexpected',
			message: `BlueTape sent ${head.length ? 'something else' : 'nothing'} instead of the PDF`,
			advice: pageAdvice(200),
		});
	}
	const [ownId] = Object.values(call.input.path);
	const fileName = dispositionName(headers['content-disposition']) ?? `${ownId}.pdf`;
	const mimeType = headers['content-type']?.split(';')[0].trim() || PDF;
	return await storeFile(call.context, whole, fileName, mimeType);
}

async function download(call: Call): Promise<INodeExecutionData> {
	if (call.options.dryRun) return dryRunItem(call);
	const { body } = await sendCall(call, {
		file: true,
		read: async (content, headers) => await store(call, content, headers),
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
