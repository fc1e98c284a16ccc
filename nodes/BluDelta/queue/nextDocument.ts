import type { IBinaryData } from 'n8n-workflow';
import { tried, type Failure } from '../../shared/failure';
import { takeLongMembers } from '../wire/longMembers';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import type { Stream } from '../../shared/http/stream';
import type { DownloadedDocument } from '../detection/types';
import { StoredFiles } from '../wire/storedFiles';

/** A document from the queue: its data and its files, as n8n has stored them. */
export interface Download {
	document: DownloadedDocument & { InvoiceId: string };
	file?: IBinaryData;
	resultPdf?: IBinaryData;
}

export interface DownloadOptions {
	apiVersion: 'v1' | 'v2';
	includeResultPdf: boolean;
}

/** What a download came to. */
export interface Came {
	/** The next document; neither it nor a failure when the queue is empty. */
	next?: Download;
	/** Why there is none. */
	failure?: Failure;
	/** The failed download may have counted as one of three. */
	inVain?: boolean;
	/** Of which document, as far as the answer said. */
	of?: StoredFiles['of'];
}

const inVainAdvice =
	'A document that was on its way comes again, but one of its three downloads may be used up. ' +
	'Run it again when what broke it off is mended';

/** The request for the next document (bludelta.md 4). Never repeated: each counts as one of three downloads. */
export const nextRequest = ({ apiVersion, includeResultPdf }: DownloadOptions): Outgoing => ({
	method: 'GET',
	path: apiVersion === 'v1' ? '/download/invoice/next' : '/v2/download/invoice/next',
	query: { includeResultPdf: String(includeResultPdf === true) },
	repeat: 'no',
	subject: 'the download queue',
	whenLost: inVainAdvice,
});

/**
 * Takes the next document off the queue's top (bludelta.md 5.3); its files go straight into n8n's binary store.
 * Never throws: what a failed download has cost is for the ledger.
 */
export async function downloadNext(session: Session, options: DownloadOptions): Promise<Came> {
	const files = new StoredFiles(session.context);
	const { value, failure } = await tried(
		send(session, {
			...nextRequest(options),
			read: async (body) => await read(body, files),
		}),
	);
	if (failure) return { failure, inVain: mayHaveCounted(failure), of: files.of };
	const document = value.body as DownloadedDocument & { Available?: unknown };
	if (document.Available !== true && document.Available !== 'true') return {};
	const { InvoiceId } = document;
	if (typeof InvoiceId !== 'string' || !InvoiceId) {
		const message = 'BLU DELTA sent a document without its InvoiceId';
		return { failure: { kind: 'unexpected', message, advice: inVainAdvice }, inVain: true };
	}
	return {
		next: { document: { ...document, InvoiceId: InvoiceId.toLowerCase() }, ...files.named(document) },
	};
}

/** Only a request that never left, and one that the service has refused, cost nothing for certain. */
const mayHaveCounted = ({ kind }: Failure): boolean =>
	kind === 'stateUnknown' || kind === 'unexpected' || kind === 'cancelled';

/** Reads an answer: its files are stored, and what is left of it is parsed. */
async function read(body: Stream, files: StoredFiles): Promise<unknown> {
	const json = await takeLongMembers(body, ['File', 'ResultPdf'], async (member, bytes, before) => {
		await files.store(member, body, bytes, before);
	});
	const text = json.replace(/^\uFEFF/, '');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
