import type { IncomingMessage, ServerResponse } from 'node:http';

const MEGABYTE = 1024 * 1024;

/** An answer that n8n gives by itself. */
export class PlatformError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** A request as n8n's middlewares leave it. */
export function dressRequest(
	request: IncomingMessage,
	{ ip, payloadSizeMax = 16 * MEGABYTE }: { ip?: string; payloadSizeMax?: number },
) {
	const { pathname, searchParams } = new URL(request.url!, 'http://n8n.invalid');
	const dressed = Object.assign(request, {
		path: pathname,
		query: Object.fromEntries(searchParams),
		params: {},
		ip: ip ?? request.socket.remoteAddress,
		contentType: request.headers['content-type']?.split(';')[0].trim(),
		body: undefined,
		rawBody: undefined as Buffer | undefined,
		readRawBody: async () => {
			if (dressed.rawBody) return;
			const parts: Buffer[] = [];
			let length = 0;
			for await (const part of request as AsyncIterable<Buffer>) {
				length += part.length;
				if (length <= payloadSizeMax) parts.push(part);
			}
			if (length > payloadSizeMax) throw new PlatformError(413, 'request entity too large');
			dressed.rawBody = Buffer.concat(parts);
		},
	});
	return dressed;
}

export type Request = ReturnType<typeof dressRequest>;

/** The part of Express's response that n8n and nodes use. */
export function dressResponse(response: ServerResponse) {
	const dressed = Object.assign(response, {
		status: (code: number) => Object.assign(dressed, { statusCode: code }),
		json: (body: unknown) => {
			response.setHeader('content-type', 'application/json; charset=utf-8');
			response.end(JSON.stringify(body));
			return dressed;
		},
		send: (body: string) => {
			response.end(body);
			return dressed;
		},
	});
	return dressed;
}

export type Response = ReturnType<typeof dressResponse>;
