import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { peeked, type Stream } from './stream';

/** What is in a file, not yet read. */
export interface Content {
	/** The first bytes, for telling the file's type. They are read when asked for. */
	head: () => Promise<Buffer>;
	/** Opens the content anew, as a stream where n8n stores files outside of its memory. */
	content: () => Promise<IHttpRequestOptions['body'] & (Buffer | AsyncIterable<Buffer>)>;
}

/**
 * From a database n8n reads a file as a whole, so what was opened for its first bytes serves for the content too: of so many bytes of all
 * files in a run. A larger sum is read twice, for all files are looked at before the first one is sent.
 */
const MOST_KEPT = 64 * 1024 * 1024;
const keptBytes = new WeakMap<IExecuteFunctions, number>();

/** May the run keep so many bytes more? */
function keeps(context: IExecuteFunctions, bytes: number): boolean {
	const sum = (keptBytes.get(context) ?? 0) + bytes;
	if (sum > MOST_KEPT) return false;
	keptBytes.set(context, sum);
	return true;
}

/** A file that n8n stores outside of its memory. Only one from a database stays open: an open one of S3 takes a connection from the others. */
export function storedContent(context: IExecuteFunctions, id: string, size: number): Content {
	const open = async () => await context.helpers.getBinaryStream(id);
	let first: Buffer | undefined;
	let whole: Stream | undefined;
	const head = async () => {
		if (first) return first;
		const stream = await open();
		const peek = await peeked(stream);
		// A copy: a part would hold on to all of it.
		first = Buffer.from(peek.head.subarray(0, 1024));
		if (id.startsWith('database') && keeps(context, size)) whole = peek.whole;
		else stream.destroy();
		return first;
	};
	const content = async () => {
		const opened = whole;
		if (!opened) return await open();
		whole = undefined;
		keeps(context, -size);
		return opened;
	};
	return { head, content };
}
