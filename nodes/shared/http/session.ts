import type { ICredentialsDecrypted, IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import type { Failure } from '../failure';
import { Pace } from './pace';
import type { Answer, Outgoing } from './request';

/** What a request needs of n8n, in a node that runs as in a trigger that polls. */
export type Context = IExecuteFunctions | IPollFunctions;

/** A token that the vendor hands out for a while, sent instead of the stored credential. */
export interface Access {
	/** Headers with a token that is good as far as is known; obtains one when there is none. */
	headers: () => Promise<Record<string, string>>;
	/** Does this answer say that the token is not (or no longer) good? */
	isRefusal: (answer: Answer) => boolean;
	/** Is this an answer of a service that broke over the token, so that its request may have been carried out? */
	isBroken?: (answer: Answer) => boolean;
	/** These headers were refused: the next ones must have a new token. */
	drop: (headers: Record<string, string>) => void;
}

/** One vendor's API, as the engine sees it. */
export interface Vendor {
	name: string;
	credential: string;
	/** Fields of the credential that must not be told: wherever an answer quotes them, they are hidden. */
	secrets?: readonly string[];
	/** Those of them that a good answer holds for a reason, as links hold an account. */
	inLinks?: readonly string[];
	/** Address before every route, read from the credential; throws `Failed` when it is unusable. */
	baseUrl(context: Context): Promise<string>;
	/** Where the API wants a token beside the stored credential. */
	access?(context: Context, baseUrl: string): Promise<Access>;
	/** Is this answer with a good status a refusal all the same? */
	isRefusal?: (answer: Answer, request: Outgoing) => boolean;
	/** The vendor's words for a refused request: code, sentence, what to do. */
	explain: (
		status: number,
		body: unknown,
		request: Outgoing,
	) => Pick<Failure, 'code' | 'message' | 'advice'> & { kind?: Failure['kind'] };
	/** What to do about a write of which nobody knows whether it happened. */
	whenLost?: (request: Outgoing) => string;
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
	/** Tokens that were sent: secrets like those of the credential. */
	tokens?: Set<string>;
	/** Aborts when the run is cancelled. */
	signal?: AbortSignal;
	/** What the service said when it asked for more time than is waited for, and the moment until which nothing more is sent to it. */
	closed?: { failure: Failure; until: number };
	/** Has the run stopped, because an item failed? Then nothing more leaves. */
	stopped?: () => boolean;
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
