import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import type { Stream } from './stream';

/** A request before it leaves. */
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
	/** What an answer looks like that is a bare text; other texts can't be read. */
	bareText?: RegExp;
	/** Answers beside the 2xx ones that the caller deals with itself. */
	accept?: (answer: Answer) => boolean;
	/** What to look up when the answer to a write got lost, e.g. `invoice INV-7`. */
	subject?: string;
	/** What to do when that answer got lost. */
	whenLost?: string;
}

/** What came back, whatever its status. */
export interface Answer {
	status: number;
	headers: Record<string, string | undefined>;
	body: unknown;
	/** An earlier try of this write was answered 503, and may have been done all the same. */
	maybeDone?: boolean;
}
