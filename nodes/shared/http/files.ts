import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { inputFailure, tried } from '../failure';
import { itemFile, type FileReference } from './itemFile';
import type { Context } from './session';
import { peeked, type Stream } from './stream';

/** A file of an incoming item, not yet read. */
export interface OpenFile {
	fileName?: string;
	fileExtension?: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** The first bytes, for telling the file's type. They are read when asked for. */
	head: () => Promise<Buffer>;
	/** Opens the content anew, as a stream where n8n stores files outside of its memory. */
	content: () => Promise<IHttpRequestOptions['body'] & (Buffer | AsyncIterable<Buffer>)>;
}

async function firstBytes(stream: Stream): Promise<Buffer> {
	for await (const chunk of stream) {
		stream.destroy();
		return (chunk as Buffer).subarray(0, 1024);
	}
	return Buffer.alloc(0);
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
	const open = async () => await context.helpers.getBinaryStream(id);
	if (id.startsWith('filesystem')) {
		return { ...about, size: fileSize, head: async () => await firstBytes(await open()), content: open };
	}
	// From a database, n8n reads a file as a whole: what was opened for its first bytes serves for the content too.
	let peek: Promise<{ head: Buffer; whole: Stream }> | undefined;
	const head = async () => (await (peek ??= open().then(peeked))).head.subarray(0, 1024);
	const content = async () => {
		const first = peek;
		peek = undefined;
		return first ? (await first).whole : await open();
	};
	return { ...about, size: fileSize, head, content };
}

/** Stores an answer's file, streamed where n8n can, under a name that is safe on any system. */
export async function storeFile(
	context: Context,
	content: unknown,
	fileName: string,
	mimeType: string,
): Promise<IBinaryData> {
	const safe = fileName.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_').slice(-200);
	return await context.helpers.prepareBinaryData(content as Buffer, safe, mimeType);
}
