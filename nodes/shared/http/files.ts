import type { IExecuteFunctions } from 'n8n-workflow';
import { inputFailure, tried } from '../failure';
import { itemFile, type FileReference } from './itemFile';
import { storedContent, type Content } from './storedContent';

/** A file of an incoming item, not yet read. */
export interface OpenFile extends Content {
	fileName?: string;
	fileExtension?: string;
	mimeType: string;
	/** Bytes. */
	size: number;
}

const shownAs = (fileName: string | undefined): string => (fileName ? `The file "${fileName}"` : 'The file');

/** The bytes of base64, with or without the label that `data:` addresses have. Throws `Failed` for other text. */
function bytesOf(data: string, fileName: string | undefined): Buffer {
	const base64 = data.replace(/^\s*data:[^,]*,/i, '');
	if (/^[\w+/\s-]*[=\s]*$/.test(base64)) return Buffer.from(base64, 'base64');
	throw inputFailure(
		`${shownAs(fileName)} holds text that is no base64`,
		"Make a file of it first, with n8n's Convert to File",
	);
}

/** What n8n knows of a file that it stores. Throws `Failed` when it is gone. */
async function metadataOf(context: IExecuteFunctions, id: string, fileName: string | undefined) {
	const { value, failure } = await tried(context.helpers.getBinaryMetadata(id));
	if (value) return value;
	throw inputFailure(
		`${shownAs(fileName)} is not where n8n stored it: ${failure.message}`,
		'Run the node that reads the file again. n8n deletes files with the executions that made them',
	);
}

/** Opens the file of an incoming item that `reference` means. Throws `Failed` when there is none. */
export async function openFile(
	context: IExecuteFunctions,
	itemIndex: number,
	reference: FileReference,
): Promise<OpenFile> {
	const file = itemFile(context.getInputData()[itemIndex], reference);
	const { fileExtension, mimeType = 'application/octet-stream', id, data } = file;
	// A name such as 2026 is a number where an expression made it.
	const fileName = file.fileName === undefined ? undefined : String(file.fileName);
	const about = { fileName, fileExtension, mimeType };
	if (!id) {
		const bytes = bytesOf(data, fileName);
		return {
			...about,
			size: bytes.length,
			head: async () => bytes.subarray(0, 1024),
			content: async () => bytes,
		};
	}
	const { fileSize } = await metadataOf(context, id, fileName);
	return { ...about, size: fileSize, ...storedContent(context, id, fileSize) };
}
