import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { itemFile, type FileReference } from './itemFile';
import type { Context } from './session';
import type { Stream } from './stream';

/** A file of an incoming item, not yet read. */
export interface OpenFile {
	fileName?: string;
	fileExtension?: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** The first bytes, for telling the file's type. */
	head: Buffer;
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

/** Opens the file of an incoming item that `reference` means. Throws `Failed` when there is none. */
export async function openFile(
	context: IExecuteFunctions,
	itemIndex: number,
	reference: FileReference,
): Promise<OpenFile> {
	const { fileName, fileExtension, mimeType, id, data } = itemFile(
		context.getInputData()[itemIndex],
		reference,
	);
	const about = { fileName, fileExtension, mimeType };
	if (!id) {
		const bytes = Buffer.from(data, 'base64');
		return { ...about, size: bytes.length, head: bytes.subarray(0, 1024), content: async () => bytes };
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	const open = async () => await context.helpers.getBinaryStream(id);
	return { ...about, size: fileSize, head: await firstBytes(await open()), content: open };
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
