import type { IWebhookFunctions } from 'n8n-workflow';

/** The part of Express's request that is used here; its own types are not in this package. */
export interface Request {
	/** Without the query. */
	path: string;
	/** The caller's address; behind a proxy the proxy's, unless N8N_PROXY_HOPS is set. */
	ip?: string;
	/** The body as it came, unpacked. Absent until it was read. */
	rawBody?: Buffer;
	/** What n8n has read by itself, where it does. */
	body?: unknown;
	/** Reads `rawBody`. Throws when it is larger than N8N_PAYLOAD_SIZE_MAX (status 413) or the connection broke. */
	readRawBody?: () => Promise<void>;
	/** The connection that it came by. */
	socket: { destroyed: boolean; once(event: 'close', listener: () => void): unknown };
}

export interface Response {
	statusCode: number;
	/** The connection, as soon as this answer may go out by it; it stays when the caller hangs up. */
	socket: object | null;
	/** Has the caller hung up? 'close' is over then. */
	destroyed: boolean;
	status(code: number): this;
	json(body: unknown): this;
	once(event: 'finish' | 'close' | 'socket', listener: () => void): this;
}

export function requestOf(context: IWebhookFunctions): Request {
	const request: unknown = context.getRequestObject();
	return request as Request;
}

export function responseOf(context: IWebhookFunctions): Response {
	const response: unknown = context.getResponseObject();
	return response as Response;
}

/**
 * Resolves when the answer to this call may go out: of calls written to one connection at once, those before it are answered first.
 * False when the connection has ended before.
 */
export async function isItsTurn(context: IWebhookFunctions): Promise<boolean> {
	const response = responseOf(context);
	const { socket } = requestOf(context);
	if (response.socket || socket.destroyed) return response.socket !== null;
	return await new Promise<boolean>((resolve) => {
		response.once('socket', () => resolve(true));
		socket.once('close', () => resolve(false));
	});
}
