import type {
	ICredentialsDecrypted,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	IPollFunctions,
} from 'n8n-workflow';
import type { Failure } from '../failure';
import { Pace } from './pace';
import type { Stream } from './stream';

/** What a request needs of n8n, in a node that runs as in a trigger that polls. */
export type Context = IExecuteFunctions | IPollFunctions;

/** A token that the vendor hands out for a while, sent instead of the stored credential. */
export interface Access {
	/** Headers with a token that is good as far as is known; obtains one when there is none. */
	headers: () => Promise<Record<string, string>>;
	/** Does this answer say that the token is not (or no longer) good? */
	isRefusal: (answer: Answer) => boolean;
	/** These headers were refused: the next ones must have a new token. */
	drop: (headers: Record<string, string>) => void;
}

/** One vendor's API, as the engine sees it. */
export interface Vendor {
	name: string;
	credential: string;
	/** Fields of the credential that must not be told. */
	secrets?: readonly string[];
	/** Address before every route, read from the credential; throws `Failed` when it is unusable. */
	baseUrl(context: Context): Promise<string>;
	/** Where the API wants a token beside the stored credential. */
	access?(context: Context, baseUrl: string): Promise<Access>;
	/** Is this answer with a good status a refusal all the same? */
	isRefusal?: (answer: Answer) => boolean;
	/** The vendor's words for a refused request: code, sentence, what to do. */
	explain: (
		status: number,
		body: unknown,
		request: Outgoing,
	) => Pick<Failure, 'code' | 'message' | 'advice'> & { kind?: Failure['kind'] };
}

export interface Outgoing {
	method: IHttpRequestMethods;
	/** Path below the vendor's base URL, encoded. */
	path: string;
	query?: Record<string, string>;
	/** JSON body, or a function that opens a body anew for every try. */
	body?: IDataObject | (() => Promise<IHttpRequestOptions['body']>);
	headers?: Record<string, string>;
	/** Is the answer a file, that may be elsewhere? A stream, if nothing reads it. */
	file?: boolean;
	/** Reads the body of a good answer from its stream, so that a large one need not be held as a whole. */
	read?: (body: Stream, headers: Answer['headers']) => Promise<unknown>;
	/** Signed with the stored credential although the vendor has an `access`. */
	withCredential?: boolean;
	/**
	 * May it be repeated by itself? `yes`: a write that does no harm twice. `no`: not even when asked to wait.
	 * Otherwise by the method, as `retry.ts` says. A refused token is renewed once in any case: nothing was done then.
	 */
	repeat?: 'yes' | 'no';
	/** Answers beside the 2xx ones that the caller deals with itself. */
	accept?: (answer: Answer) => boolean;
	/** What to look up when the answer to a write got lost, e.g. `invoice INV-7`. */
	subject?: string;
	/** What to do when that answer got lost. */
	whenLost?: string;
}

export interface Answer {
	status: number;
	headers: Record<string, string | undefined>;
	body: unknown;
}

/** What all requests of one run share. */
export interface Session {
	context: Context;
	vendor: Vendor;
	baseUrl: string;
	pace: Pace;
	/** The stored credential, read once: n8n would read and decrypt it anew for every request. */
	credential?: ICredentialsDecrypted;
	access?: Access;
	/** Aborts when the run is cancelled. */
	signal?: AbortSignal;
}

/** What all requests of a run share. Throws `Failed` when the credential is unusable; without requests none is read. */
export async function openSession(
	context: Context,
	vendor: Vendor,
	{ signal, requests = true }: { signal?: AbortSignal; requests?: boolean } = {},
): Promise<Session> {
	const pace = new Pace();
	if (!requests) return { context, vendor, baseUrl: '', signal, pace };
	const baseUrl = await vendor.baseUrl(context);
	const access = await vendor.access?.(context, baseUrl);
	const { credential: type } = vendor;
	const credential = { id: '', name: '', type, data: await context.getCredentials(type) };
	return { context, vendor, baseUrl, credential, access, signal, pace };
}
