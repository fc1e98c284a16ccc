import { Readable } from 'node:stream';
import { inTime, peeked, type Stream } from '../../nodes/shared/http/stream';

// Answers and files that come bit by bit.

describe('an answer that comes bit by bit', () => {
	const limit = new AbortController();
	beforeAll(() => jest.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal));
	afterAll(() => jest.restoreAllMocks());

	it('is left alone when it was read in time, and broken off with a reason when it falls silent', async () => {
		const read: Stream = new Readable({ read() {} });
		expect(await inTime(1000, read, async () => 'read')).toBe('read');
		const silent: Stream = new Readable({ read() {} });
		const reading = inTime(1000, silent, async (stream) => {
			for await (const chunk of stream) return chunk as unknown;
		});
		limit.abort();
		await expect(reading).rejects.toThrow('The answer took too long');
		expect(read.destroyed).toBe(false);
	});
});

describe('a look at the beginning of a stream', () => {
	const whole = async (stream: Stream) => {
		const chunks: Buffer[] = [];
		for await (const chunk of stream) chunks.push(chunk as Buffer);
		return Buffer.concat(chunks).toString();
	};

	it('puts small pieces together, and leaves nothing out of the whole', async () => {
		const chunks = [Buffer.from('%P'), Buffer.from('DF'), Buffer.alloc(1100, 'x'), Buffer.from('y')];
		const stream: Stream = Readable.from(chunks);
		const { head, whole: all } = await peeked(stream);
		expect(head.toString()).toBe(`%PDF${'x'.repeat(1100)}`);
		expect(await whole(all)).toBe(`%PDF${'x'.repeat(1100)}y`);
	});

	it('is all that is read where the whole is let go', async () => {
		const stream: Stream = Readable.from([Buffer.alloc(2000), Buffer.alloc(2000)]);
		(await peeked(stream)).whole.destroy();
		await new Promise((resolve) => setImmediate(resolve));
		expect(stream.destroyed).toBe(true);
	});

	it('waits for no more than 1024 bytes', async () => {
		const next = jest.fn(async () => ({ value: Buffer.alloc(1024, 'x') }));
		const stream = Object.assign(Readable.from([]), { [Symbol.asyncIterator]: () => ({ next }) });
		expect((await peeked(stream as unknown as Stream)).head).toHaveLength(1024);
		expect(next).toHaveBeenCalledTimes(1);
	});
});
