import type { IBinaryData } from 'n8n-workflow';
import { Failed, failureOf, tried } from '../shared/failure';
import { storeFile } from '../shared/files';
import { takeLongMembers } from '../shared/longMembers';
import { send } from '../shared/request';
import type { Answer, Outgoing, Session } from '../shared/session';
import { streamOf, type Stream } from '../shared/stream';
import { explain, isRefusal, messageOf } from './refusal';
import type { DownloadedDocument } from './detection/types';
import { mimeTypeOf } from './fileTypes';

/** A document from the queue: its data, and its files as n8n has stored them. */
export interface Download {
	document: DownloadedDocument & { InvoiceId: string };
	file?: IBinaryData;
	resultPdf?: IBinaryData;
}

export interface DownloadOptions {
	apiVersion: 'v1' | 'v2';
	includeResultPdf: boolean;
}

/** The request for the next document (contract/bludelta.md 4). Never repeated: each counts as one of three downloads. */
export const nextRequest = ({ apiVersion, includeResultPdf }: DownloadOptions): Outgoing => ({
	method: 'GET',
	path: apiVersion === 'v1' ? '/download/invoice/next' : '/v2/download/invoice/next',
	query: { includeResultPdf: String(includeResultPdf) },
	repeat: 'no',
	subject: 'the download queue',
	whenLost:
		'Nothing is lost: a document that was on its way comes again, but each of its three downloads counts. Run it again when the connection is stable',
});

/**
 * The next document of the queue, or undefined when the queue is empty (contract/bludelta.md 5.3). Its files go straight
 * into n8n's binary store. Throws `Failed`; a refusal after three downloads has the code `downloadedTooOften`.
 */
export async function downloadNext(
	session: Session,
	options: DownloadOptions,
): Promise<Download | undefined> {
	const files: Pick<Download, 'file' | 'resultPdf'> = {};
	const read = async (body: Stream): Promise<unknown> => {
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
	};
	const { body } = await send(session, { ...nextRequest(options), read });
	const document = body as DownloadedDocument & { Available?: unknown };
	if (document.Available !== true && document.Available !== 'true') return undefined;
	const { InvoiceId } = document;
	if (typeof InvoiceId !== 'string' || !InvoiceId) {
		throw new Failed({ kind: 'unexpected', message: 'BLU DELTA sent a document without its InvoiceId' });
	}
	return { document: { ...document, InvoiceId: InvoiceId.toLowerCase() }, ...files };
}

/** The file name that stands before the file in an answer, as it does in the documented order. */
function nameIn(json: string): string | undefined {
	const written = /"FileName"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(json)?.[1];
	return written && ((JSON.parse(written) as string) || undefined);
}

/** The request that takes a document off the queue (contract/bludelta.md 4). Meant to be safe twice. */
export const confirmRequest = (invoiceId: string): Outgoing => ({
	method: 'POST',
	path: '/confirm/invoice',
	body: { InvoiceId: invoiceId },
	repeat: 'yes',
	subject: `invoiceId "${invoiceId}"`,
});

/**
 * Confirms a document. True when it was confirmed now, false when it had been before: the answer to a second confirm is
 * not documented, so it is known by its words or, with the container's id, from the state history.
 */
export async function confirm(session: Session, invoiceId: string, containerId?: string): Promise<boolean> {
	const request = confirmRequest(invoiceId);
	const answer = await send(session, {
		...request,
		accept: (given) => given.status < 300 && isRefusal(given),
	});
	if (!isRefusal(answer)) return true;
	const told = messageOf(answer.body);
	if (/\balready\b/i.test(told) && /\bconfirm/i.test(told)) return false;
	if (containerId) {
		const [history] = await stateHistory(session, [containerId]);
		const document = history?.documents.find((one) => one.invoiceId === invoiceId);
		if (document && isConfirmed(document)) return false;
	}
	const { kind = 'rejected', ...explained } = explain(answer.status, answer.body, request);
	throw new Failed({ kind, ...explained, status: answer.status });
}

/** A state that was entered; `timestamp` as the service writes it, ISO 8601 in UTC. */
export interface Entered {
	state: string;
	timestamp?: string;
}

export interface DocumentHistory {
	invoiceId: string;
	/** The current state: the first of the list, whatever the timestamps say (contract/bludelta.md 5.7). */
	state?: string;
	states: Entered[];
}

export interface ContainerHistory {
	invoiceContainerId: string;
	state?: string;
	states: Entered[];
	documents: DocumentHistory[];
}

/** A document that was ever confirmed is off the queue for good. */
export const isConfirmed = ({ states }: DocumentHistory): boolean =>
	states.some(({ state }) => state.toLowerCase() === 'confirmed');

/** The most containers that one call may ask for (contract/bludelta.md 4). */
const MOST_CONTAINERS = 100;

type Reported = Array<{ State?: string; Timestamp?: string }> | null | undefined;
const entered = (states: Reported): Entered[] =>
	(states ?? []).map(({ State = '', Timestamp }) => ({
		state: State,
		...(Timestamp && { timestamp: Timestamp }),
	}));
const current = (states: Entered[]) => (states.length ? { state: states[0].state } : {});

interface ReportedContainer {
	DocumentContainerId: string;
	DocumentContainerStates?: Reported;
	DocumentStateReports?: Array<{ DocumentId: string; DocumentStates?: Reported }> | null;
}

function readHistory({ body }: Answer): ContainerHistory[] {
	const { InvoiceContainerStates } = body as { InvoiceContainerStates?: ReportedContainer[] | null };
	return (InvoiceContainerStates ?? []).map((container) => {
		const states = entered(container.DocumentContainerStates);
		const documents = (container.DocumentStateReports ?? []).map(({ DocumentId, DocumentStates }) => {
			const own = entered(DocumentStates);
			return { invoiceId: DocumentId.toLowerCase(), ...current(own), states: own };
		});
		return {
			invoiceContainerId: container.DocumentContainerId.toLowerCase(),
			...current(states),
			states,
			documents,
		};
	});
}

export const historyRequest = (containerIds: string[]): Outgoing => ({
	method: 'GET',
	path: '/invoiceContainer/state',
	query: { containerIds: containerIds.join(',') },
});

/**
 * The state history of containers and their documents (contract/bludelta.md 5.7), in several calls where there are more
 * than 100. Unknown containers are missing from the result. Has no side effect.
 */
export async function stateHistory(session: Session, containerIds: string[]): Promise<ContainerHistory[]> {
	const found: ContainerHistory[] = [];
	for (let at = 0; at < containerIds.length; at += MOST_CONTAINERS) {
		found.push(...(await historyOf(session, containerIds.slice(at, at + MOST_CONTAINERS))));
	}
	return found;
}

/** One call; where a single unknown id fails it as a whole, halves are asked until the id stands alone. */
async function historyOf(session: Session, containerIds: string[]): Promise<ContainerHistory[]> {
	const saysUnknown = (answer: Answer) =>
		isRefusal(answer) && /unknown|not found|not exist/i.test(messageOf(answer.body));
	const answer = await send(session, { ...historyRequest(containerIds), accept: saysUnknown });
	if (!isRefusal(answer)) return readHistory(answer);
	if (containerIds.length === 1) return [];
	const middle = Math.ceil(containerIds.length / 2);
	return [
		...(await historyOf(session, containerIds.slice(0, middle))),
		...(await historyOf(session, containerIds.slice(middle))),
	];
}

export const countRequest = (states: readonly string[]): Outgoing => ({
	method: 'GET',
	path: '/count/invoices',
	query: { state: states.join(',') },
});

/** How many documents are in one of the states; up to 60 s old (contract/bludelta.md 5.6). */
export async function count(session: Session, states: readonly string[]): Promise<number> {
	const asked = await tried(send(session, countRequest(states)));
	// The vendor's page spells it so in one place; it is not known which spelling the service takes.
	const misspelt = states.map((state) => (state === 'Confirmed' ? 'Confirmend' : state));
	const isSpelling = asked.failure?.kind === 'rejected' && states.includes('Confirmed');
	const second = isSpelling ? await tried(send(session, countRequest(misspelt))) : asked;
	const answer = second.value ?? asked.value;
	if (!answer) throw new Failed(asked.failure ?? failureOf(undefined));
	return Number((answer.body as { Count?: unknown }).Count ?? 0);
}
