import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DocumentServer {
	/** Ends in /api. */
	baseUrl: string;
	/** How often a document was handed out. */
	downloads: () => number;
	stop: () => Promise<void>;
}

/**
 * A BLU DELTA that hands out one document of random bytes and does nothing else (bludelta.md 5.1, 5.3). Its answer is
 * ready before it is asked for: the emulator needs longer to make it than our node to read it.
 */
export async function serveDocument(bytes: number): Promise<DocumentServer> {
	const json = (fields: object) => Buffer.from(JSON.stringify({ State: 0, Message: '', ...fields }));
	const token = json({ AccessToken: randomUUID() });
	const document = json({
		...{ Available: true, InvoiceId: randomUUID(), InvoiceContainerId: randomUUID() },
		...{ UploadedTimestamp: new Date().toISOString(), ClientAccessIdentifier: 'Client1' },
		...{ FileName: 'scan.tif', File: randomBytes(bytes).toString('base64'), ResultPdf: null },
		...{
			AdditionalProperties: [],
			StateBeforeRelease: 'Validated',
			DetectInvoiceResponse: { InvoiceState: 0 },
		},
	});
	let count = 0;
	const server = createServer((request, response) => {
		request.resume();
		const isDownload = request.url?.startsWith('/api/v2/download/invoice/next');
		if (isDownload) count++;
		const body = isDownload ? document : token;
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
		downloads: () => count,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
