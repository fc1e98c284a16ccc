import type { IBinaryData } from 'n8n-workflow';
import { Failed, inputFailure } from '../../shared/failure';
import { openFile, type OpenFile } from '../../shared/http/files';
import type { Answer } from '../../shared/http/request';
import { storeFile } from '../../shared/http/storeFile';
import { peeked, type Stream } from '../../shared/http/stream';
import type { Call } from '../../shared/table/operation';
import { dispositionName } from '../dispositionName';
import { pageAdvice } from '../statuses';

export const PDF = 'application/pdf';
/** With it a PDF begins, if not at the first byte. */
const SIGN = '%PDF-';

function pdfName({ fileName }: OpenFile, fallback: string): string {
	const name = fileName || fallback;
	return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}

/** A form with the file in it; the whole file is held in memory. */
export async function multipart(file: OpenFile, fileName: string): Promise<FormData> {
	const parts: BlobPart[] = [];
	const content = await file.content();
	if (Buffer.isBuffer(content)) parts.push(content as unknown as BlobPart);
	else for await (const part of content) parts.push(part as unknown as BlobPart);
	const form = new FormData();
	form.append('file', new Blob(parts, { type: PDF }), fileName);
	return form;
}

/** The PDF to send and the name that it goes by. Throws `Failed` for another type of file. */
export async function chosenPdf(call: Call): Promise<{ file: OpenFile; fileName: string }> {
	const file = await openFile(call.context, call.itemIndex, call.settings.binaryPropertyName!);
	if ((await file.head()).includes(SIGN)) {
		return { file, fileName: pdfName(file, Object.values(call.input.path)[0]) };
	}
	throw inputFailure(
		`'Input Binary Field' must be a PDF; "${file.fileName ?? 'the file'}" does not start like one (${file.mimeType}, ${file.size} bytes)`,
		'BlueTape takes PDF files only. Convert the document first',
	);
}

/** Stores the file in an answer. Throws `Failed` when there is something else in it. */
export async function storePdf(call: Call, body: Stream, headers: Answer['headers']): Promise<IBinaryData> {
	const { head, whole } = await peeked(body);
	if (!head.subarray(0, 1024).includes(SIGN)) {
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
