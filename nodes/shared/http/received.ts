import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Answer, Outgoing } from './request';
import { inTime, type Stream } from './stream';

/** For all of a file's content, in milliseconds. */
export const FILE_TIMEOUT_MS = 600_000;

/** Does the body of its answer come as a stream? */
export const isStreamed = ({ file, read }: Outgoing): boolean => file === true || read !== undefined;

/** Options by which an answer of any status comes back as it is, a redirect included. */
export function settled(outgoing: Outgoing): Partial<IHttpRequestOptions> {
	return {
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Keeps our secret headers from other hosts, and n8n from holding a whole upload in memory for a replay.
		disableFollowRedirect: true,
		...(isStreamed(outgoing) && { encoding: 'stream' as const }),
	};
}

/** Has the vendor done what it was asked for? */
export const isGood = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

type Received = { statusCode: number; headers: Answer['headers']; body: unknown };

/** The answer; when a stream was asked for and an error came instead, the error is read. */
export async function opened(received: unknown, outgoing: Outgoing): Promise<Answer> {
	const { statusCode: status, headers, body } = received as Received;
	if (!isStreamed(outgoing)) return { status, headers, body };
	const { read } = isGood({ status }) ? outgoing : { read: readError };
	if (!read) return { status, headers, body };
	// The time limit of the request has ended with the headers.
	const content = inTime(FILE_TIMEOUT_MS, body as Stream, async (stream) => await read(stream, headers));
	return { status, headers, body: await content };
}

async function readError(body: Stream): Promise<unknown> {
	const parts: Buffer[] = [];
	for await (const part of body) parts.push(part as Buffer);
	const text = Buffer.concat(parts).toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
