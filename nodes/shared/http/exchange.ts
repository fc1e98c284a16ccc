import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failed, type Failure } from '../failure';
import type { Answer, Outgoing } from './request';
import type { Session } from './session';
import { inTime, type Stream } from './stream';

const JSON_TIMEOUT_MS = 120_000;
const FILE_TIMEOUT_MS = 600_000;
const MOST_REDIRECTS = 5;
/** Errors of the network that come before the request has left: nothing can have happened at the other end. */
const NEVER_SENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** These come at any time: a way that is lost while a request is on it says nothing about the request. */
const NO_WAY = /^(EHOSTUNREACH|ENETUNREACH)$/;

/** What is read of an error of the network; the rest holds secrets. */
interface NetworkError {
	code?: string;
	syscall?: string;
	cause?: NetworkError;
}

/** What became of one try: an answer of any status, or none. */
export interface Outcome {
	answer?: Answer;
	neverSent?: boolean;
	/** The answer came and could not be taken in. */
	failure?: Failure;
}

async function attempt(
	session: Session,
	outgoing: Outgoing,
	token?: Record<string, string>,
): Promise<Outcome> {
	const { context, vendor, baseUrl } = session;
	const { body } = outgoing;
	const json = typeof body === 'object';
	const options: IHttpRequestOptions = {
		method: outgoing.method,
		url: baseUrl + outgoing.path,
		qs: outgoing.query,
		body: typeof body === 'function' ? await body() : body && JSON.stringify(body),
		headers: {
			Accept: 'application/json',
			...(json && { 'Content-Type': 'application/json' }),
			...outgoing.headers,
			...token,
		},
		timeout: isStreamed(outgoing) || typeof body === 'function' ? FILE_TIMEOUT_MS : JSON_TIMEOUT_MS,
		...settled(outgoing),
	};
	try {
		const sent = token
			? context.helpers.httpRequest({ ...options, abortSignal: session.signal })
			: context.helpers.httpRequestWithAuthentication.call(context, vendor.credential, options, {
					credentialsDecrypted: session.credential,
				});
		return { answer: await opened(await sent, outgoing) };
	} catch (error) {
		if (error instanceof Failed) return { failure: error.failure };
		// Every status is let through, so this is a request without an answer.
		const { cause, ...own } = error as NetworkError;
		const { code = '', syscall } = cause?.code ? cause : own;
		return { neverSent: NEVER_SENT.test(code) || (NO_WAY.test(code) && syscall === 'connect') };
	}
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

/** Follows the redirects of a download. Another host gets the address only, never our headers. */
async function followed(session: Session, outgoing: Outgoing, first: Answer): Promise<Outcome> {
	let answer = first;
	let url = new URL(session.baseUrl + outgoing.path);
	for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
		if (answer.status < 300 || answer.status >= 400 || !answer.headers.location) break;
		try {
			url = new URL(answer.headers.location, url);
			const options = {
				method: 'GET' as const,
				url: url.href,
				timeout: FILE_TIMEOUT_MS,
				abortSignal: session.signal,
				...settled(outgoing),
			};
			answer = await opened(await session.context.helpers.httpRequest(options), outgoing);
		} catch (error) {
			return error instanceof Failed ? { failure: error.failure } : {};
		}
	}
	return { answer };
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
	return first.answer && outgoing.file ? await followed(session, outgoing, first.answer) : first;
}
