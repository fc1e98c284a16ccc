import type { IBinaryData } from 'n8n-workflow';
import { tried, type Failure } from '../../shared/failure';
import { decoded } from '../wire/base64Text';
import { takeLongMembers } from '../wire/longMembers';
import { send } from '../../shared/http/tries';
import type { Outgoing } from '../../shared/http/request';
import type { Session } from '../../shared/http/session';
import type { Stream } from '../../shared/http/stream';
import type { DownloadedDocument } from '../detection/types';
import { isEntry } from '../detection/read';
import { StoredFiles } from '../wire/storedFiles';
import { aboutOf, isEmpty, readAnswer, type About, type DownloadAnswer } from './downloadAnswer';

/** A document from the queue: its data and its files, as n8n has stored them. */
export interface Download {
	document: DownloadedDocument & { InvoiceId: string };
	file?: IBinaryData;
	resultPdf?: IBinaryData;
	/** What is there in place of its file, where that can't be the document. */
	fileFlaw?: string;
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
	of?: About;
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
	let of: About = {};
	const isAbout = (about: About) => (of = about);
	const { value, failure } = await tried(
		send(session, {
			...nextRequest(options),
			read: async (body) => await read(body, files, isAbout),
		}),
	);
	// A refusal that names a document has handed it out, for all that anybody knows.
	if (failure) {
		const inVain = mayHaveCounted(failure) || of.invoiceId !== undefined;
		// n8n's Retry On Fail would use up one of three downloads with each try.
		return { failure: { ...failure, ...(inVain && { final: true }) }, inVain, of };
	}
	const document = value.body as DownloadAnswer;
	const { InvoiceId } = document;
	const stored = files.named(document);
	if (isEmpty(document, stored.file !== undefined)) return {};
	if (!InvoiceId) {
		const message = 'BLU DELTA sent a document without its InvoiceId';
		return { failure: { kind: 'unexpected', message, advice: inVainAdvice, final: true }, inVain: true };
	}
	const fileFlaw = files.flaw(document);
	return { next: { document: { ...document, InvoiceId }, ...stored, ...(fileFlaw && { fileFlaw }) } };
}

/**
 * Only a request that never left, and one that the service has refused, cost nothing for certain. 503 mostly means that the service is
 * away: counted each time, an outage would leave the queue to people.
 */
const mayHaveCounted = ({ kind, status, unsent }: Failure): boolean =>
	!unsent && ((kind === 'stateUnknown' && status !== 503) || kind === 'unexpected' || kind === 'cancelled');

/** JSON as a value, and what is none as text. */
function parsed(json: string): unknown {
	const text = json.replace(/^\uFEFF/, '');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

const FILES = ['File', 'ResultPdf'];

async function* alone(text: string): AsyncGenerator<Buffer> {
	yield Buffer.from(text);
}

/**
 * Reads an answer: its files are stored, and the rest is returned. `isAbout` is told which document it is of as soon as that is
 * known, for the answer may break off.
 */
async function read(body: Stream, files: StoredFiles, isAbout: (about: About) => About): Promise<unknown> {
	const json = await takeLongMembers(body, FILES, async (member, bytes, before, oddities) => {
		const about = isAbout(aboutOf(readAnswer(parsed(`${before}null}`))));
		await files.store(member, body, bytes, about.fileName, oddities);
	});
	const answer = readAnswer(parsed(json));
	isAbout(aboutOf(answer));
	// Within an envelope a file is not seen on its way.
	for (const member of isEntry(answer) ? FILES : []) {
		const { [member]: file, FileName } = answer as Record<string, unknown> & DownloadAnswer;
		if (typeof file !== 'string' || !file) continue;
		const oddities = {};
		await files.store(member, body, decoded(alone(file), oddities), FileName, oddities);
	}
	return answer;
}
