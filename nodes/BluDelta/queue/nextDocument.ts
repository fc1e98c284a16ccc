import type { IBinaryData } from 'n8n-workflow';
import { Failed } from '../../shared/failure';
import { storeFile } from '../../shared/http/files';
import { takeLongMembers } from '../wire/longMembers';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import { streamOf, type Stream } from '../../shared/http/stream';
import type { DownloadedDocument } from '../detection/types';
import { mimeTypeOf } from '../wire/fileTypes';

/** What belongs to a document, as n8n has stored it. */
interface Files {
	file?: IBinaryData;
	resultPdf?: IBinaryData;
}

/** A document from the queue: its data and its files. */
export interface Download extends Files {
	document: DownloadedDocument & { InvoiceId: string };
}

export interface DownloadOptions {
	apiVersion: 'v1' | 'v2';
	includeResultPdf: boolean;
}

/** The request for the next document (bludelta.md 4). Never repeated: each counts as one of three downloads. */
export const nextRequest = ({ apiVersion, includeResultPdf }: DownloadOptions): Outgoing => ({
	method: 'GET',
	path: apiVersion === 'v1' ? '/download/invoice/next' : '/v2/download/invoice/next',
	query: { includeResultPdf: String(includeResultPdf === true) },
	repeat: 'no',
	subject: 'the download queue',
	whenLost:
		'Nothing is lost: a document that was on its way comes again, but each of its three downloads counts. Run it again when the connection is stable',
});

/**
 * The next document of the queue, or undefined when the queue is empty (bludelta.md 5.3). Its files go straight
 * into n8n's binary store. Throws `Failed`; a refusal after three downloads has the code `downloadedTooOften`.
 */
export async function downloadNext(
	session: Session,
	options: DownloadOptions,
): Promise<Download | undefined> {
	const files: Files = {};
	const read = async (body: Stream) => await storeFiles(session, body, files);
	const { body } = await send(session, { ...nextRequest(options), read });
	const document = body as DownloadedDocument & { Available?: unknown };
	if (document.Available !== true && document.Available !== 'true') return undefined;
	const { InvoiceId } = document;
	if (typeof InvoiceId !== 'string' || !InvoiceId) {
		throw new Failed({ kind: 'unexpected', message: 'BLU DELTA sent a document without its InvoiceId' });
	}
	return { document: { ...document, InvoiceId: InvoiceId.toLowerCase() }, ...files };
}

/** Reads an answer: its files are stored and noted in `files`, and what is left of it is parsed. */
async function storeFiles(session: Session, body: Stream, files: Files): Promise<unknown> {
	const json = await takeLongMembers(body, ['File', 'ResultPdf'], async (member, bytes, before) => {
		const name = nameIn(before) ?? 'document';
		const [key, fileName] =
			member === 'File'
				? (['file', name] as const)
				: (['resultPdf', `${name.replace(/\.[^.]+$/, '')}-result.pdf`] as const);
		files[key] = await storeFile(session.context, streamOf(body, bytes), fileName, mimeTypeOf(fileName));
	});
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return json;
	}
}

/** The file name that stands before the file in an answer, as it does in the documented order. */
function nameIn(json: string): string | undefined {
	const written = /"FileName"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(json)?.[1];
	return written && ((JSON.parse(written) as string) || undefined);
}
