import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failed, type Failure } from '../failure';
import type { Answer, Outgoing } from './request';
import { held } from './requestFailure';
import type { Session } from './session';
import { inTime, type Stream } from './stream';
import { unreached, type Unreached } from './unreached';

const JSON_TIMEOUT_MS = 120_000;
const FILE_TIMEOUT_MS = 600_000;
const MOST_REDIRECTS = 5;
/** What became of one try: an answer of any status, or none. */
export interface Outcome {
	answer?: Answer;
	/** No answer came. */
	unreached?: Unreached;
	/** The answer came and could not be taken in. */
	failure?: Failure;
}

/** Sends with the token, else with the stored credential. */
const signed = async (
	{ context, vendor, credential, signal }: Session,
	options: IHttpRequestOptions,
	token?: Record<string, string>,
): Promise<unknown> =>
	token
		? await context.helpers.httpRequest({
				...options,
				headers: { ...options.headers, ...token },
				abortSignal: signal,
			})
		: await context.helpers.httpRequestWithAuthentication.call(context, vendor.credential, options, {
				credentialsDecrypted: credential,
			});

const headersOf = ({ body, headers }: Outgoing): Record<string, string> => ({
	Accept: 'application/json',
	...(typeof body === 'object' && { 'Content-Type': 'application/json' }),
	...headers,
});

/** What becomes of a request that is sent by `send`. */
async function answered(outgoing: Outgoing, send: () => Promise<unknown>): Promise<Outcome> {
	try {
		return { answer: await opened(await send(), outgoing) };
	} catch (error) {
		// Every status is let through, so anything else is a request without an answer.
		return error instanceof Failed ? { failure: error.failure } : { unreached: unreached(error) };
	}
}

async function attempt(
	session: Session,
	outgoing: Outgoing,
	token?: Record<string, string>,
): Promise<Outcome> {
	const { body } = outgoing;
	const content = typeof body === 'function' ? await body() : body && JSON.stringify(body);
	// Opening a file may take its time.
	const stop = held(session, outgoing);
	if (stop) {
		(content as Partial<Stream> | undefined)?.destroy?.();
		return { failure: stop.failure };
	}
	const options: IHttpRequestOptions = {
		method: outgoing.method,
		url: session.baseUrl + outgoing.path,
		qs: outgoing.query,
		body: content,
		headers: headersOf(outgoing),
		timeout: isStreamed(outgoing) || typeof body === 'function' ? FILE_TIMEOUT_MS : JSON_TIMEOUT_MS,
		...settled(outgoing),
	};
	return await answered(outgoing, async () => await signed(session, options, token));
}

const isStreamed = ({ file, read }: Outgoing): boolean => file === true || read !== undefined;

/** Options by which an answer of any status comes back as it is, a redirect included. */
function settled(outgoing: Outgoing): Partial<IHttpRequestOptions> {
	return {
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Keeps our secret headers from other hosts, and n8n from holding a whole upload in memory for a replay.
		disableFollowRedirect: true,
		...(isStreamed(outgoing) && { encoding: 'stream' as const }),
	};
}

export const isGood = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

type Received = { statusCode: number; headers: Answer['headers']; body: unknown };

/** The answer; when a stream was asked for and an error came instead, the error is read. */
async function opened(received: unknown, outgoing: Outgoing): Promise<Answer> {
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

/** Follows the redirects of a download. Another host, scheme or port gets the address only, never our headers. */
async function followed(
	session: Session,
	outgoing: Outgoing,
	first: Answer,
	token?: Record<string, string>,
): Promise<Outcome> {
	let outcome: Outcome = { answer: first };
	let url = new URL(session.baseUrl + outgoing.path);
	const { origin } = url;
	for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
		const { status = 0, headers } = outcome.answer ?? {};
		if (status < 300 || status >= 400 || !headers?.location) break;
		if (!URL.canParse(headers.location, url)) break;
		url = new URL(headers.location, url);
		const options = {
			method: 'GET' as const,
			url: url.href,
			timeout: FILE_TIMEOUT_MS,
			...settled(outgoing),
		};
		const own = url.origin === origin;
		outcome = await answered(outgoing, async () =>
			own
				? await signed(session, { ...options, headers: headersOf(outgoing) }, token)
				: ((await session.context.helpers.httpRequest({
						...options,
						abortSignal: session.signal,
					})) as unknown),
		);
	}
	return outcome;
}

/**
 * Sends a request once and takes in what comes back, for a file from wherever a redirect leads: the only place that calls the
 * network. `token` holds headers to be sent instead of the stored credential. Never throws.
 */
export async function exchange(
	session: Session,
	outgoing: Outgoing,
	token?: Record<string, string>,
): Promise<Outcome> {
	const first = await attempt(session, outgoing, token);
	return first.answer && outgoing.file ? await followed(session, outgoing, first.answer, token) : first;
}
