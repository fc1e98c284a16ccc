import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failed, type Failure } from '../failure';
import { FILE_TIMEOUT_MS, isStreamed, opened, settled } from './received';
import type { Answer, Outgoing } from './request';
import { held } from './requestFailure';
import type { Session } from './session';
import type { Stream } from './stream';
import { unreached, type Unreached } from './unreached';

const JSON_TIMEOUT_MS = 120_000;
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
