import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { OpenFile } from '../../shared/http/files';
import { streamOf, type Stream } from '../../shared/http/stream';

/** Bytes that are encoded at once, a multiple of three: base64 of such parts can be put side by side. */
const PART = 3 * 64 * 1024;

export interface Base64Body {
	/** Bytes of the whole body. */
	length: number;
	/** Bytes of the encoded file in it. */
	encodedLength: number;
	/** Opens the body: a stream where n8n stores files outside of its memory. */
	open: () => Promise<IHttpRequestOptions['body']>;
}

/** A JSON object with the file as its last member, encoded on the way so that it is never held as a whole. */
export function base64Body(fields: IDataObject, member: string, file: OpenFile): Base64Body {
	const others = JSON.stringify(fields).slice(1, -1);
	const start = Buffer.from(`{${others}${others && ','}${JSON.stringify(member)}:"`);
	const end = Buffer.from('"}');
	const encodedLength = Math.ceil(file.size / 3) * 4;
	const open = async () => {
		const content = await file.content();
		if (Buffer.isBuffer(content)) {
			return Buffer.concat([start, Buffer.from(content.toString('base64'), 'latin1'), end]);
		}
		return streamOf(content as Stream, encoded(content, start, end)) as IHttpRequestOptions['body'];
	};
	return { length: start.length + encodedLength + end.length, encodedLength, open };
}

async function* encoded(content: AsyncIterable<Buffer>, start: Buffer, end: Buffer): AsyncGenerator<Buffer> {
	yield start;
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of content) {
		const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
		const whole = bytes.length - (bytes.length % 3);
		for (let at = 0; at < whole; at += PART) {
			yield Buffer.from(bytes.toString('base64', at, Math.min(at + PART, whole)), 'latin1');
		}
		rest = bytes.subarray(whole);
	}
	if (rest.length) yield Buffer.from(rest.toString('base64'), 'latin1');
	yield end;
}
