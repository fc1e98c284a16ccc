import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** The first bytes of an answer that promises all of them. */
export function brokenOff(reply: FastifyReply, answer: string, bytes: number): Readable {
	const content = Buffer.from(answer);
	reply.header('content-length', content.length);
	const part = async function* () {
		yield content.subarray(0, bytes);
		await wait(1);
		reply.raw.destroy();
	};
	return Readable.from(part(), { objectMode: false });
}
