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

/** What `work` makes of a stream, which is broken off after `ms`: a service that falls silent would never let go of it. */
export async function inTime<T>(
	ms: number,
	stream: Stream,
	work: (stream: Stream) => Promise<T>,
): Promise<T> {
	const limit = AbortSignal.timeout(ms);
	const breakOff = () => stream.destroy(new Error('The answer took too long'));
	limit.addEventListener('abort', breakOff);
	try {
		return await work(stream);
	} finally {
		limit.removeEventListener('abort', breakOff);
	}
}

/** The first bytes of a stream, 1024 unless it is shorter, and the whole of it as a new stream, which closes the other with itself. */
export async function peeked(stream: Stream): Promise<{ head: Buffer; whole: Stream }> {
	const chunks = stream[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
	let head: Buffer = Buffer.alloc(0);
	while (head.length < 1024) {
		const { value } = (await chunks.next()) as { value?: Buffer };
		if (!value) break;
		head = head.length ? Buffer.concat([head, value]) : value;
	}
	async function* all() {
		yield head;
		yield* chunks;
	}
	const whole = streamOf(stream, all());
	whole.once('close', () => stream.destroy());
	return { head, whole };
}
