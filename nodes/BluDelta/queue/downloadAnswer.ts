import { comparable } from '../../shared/values/guid';
import { documentMembers } from '../detection/documentForms';
import { isEntry, text, type Entry } from '../detection/read';
import type { DetectInvoiceResponse, DownloadedDocument } from '../detection/types';
import { renaming } from '../detection/writing';

/** The members of a download's answer that are read here or by others (bludelta.md 5.3). */
const members = [...documentMembers, 'Available', 'File', 'ResultPdf'];
const known = new Set(members.map((name) => name.toLowerCase()));
const named = renaming(members);

/** The answer to a download. */
export type DownloadAnswer = DownloadedDocument & { Available?: unknown };

const tellsOfDocument = (answer: Entry): boolean => 'Available' in answer || 'InvoiceId' in answer;

/** An id as ids are compared: a GUID with dashes, in lower case. One of zeros only is what .NET writes for none. */
function id(value: unknown): string | undefined {
	const given = comparable(text(value) ?? '');
	return /[^0-]/.test(given) ? given : undefined;
}

/** A detection result that came as JSON text, or as the only one of a list; what is none stays as it is. */
function detection(value: unknown): unknown {
	if (Array.isArray(value) && value.length === 1) return detection(value[0]);
	if (typeof value !== 'string') return value;
	try {
		const read = JSON.parse(value.replace(/^\uFEFF/, '')) as unknown;
		return isEntry(read) || Array.isArray(read) || typeof read === 'string' ? detection(read) : value;
	} catch {
		return value;
	}
}

/**
 * An answer as the documentation writes it: names in their letter case, taken out of an envelope, ids and file name as text or
 * not there. What is no object stays as it is: that is no answer of BLU DELTA's.
 */
export function readAnswer(body: unknown): unknown {
	if (!isEntry(body)) return body;
	const outer = named(body);
	const [inner] = Object.entries(body)
		.filter(([name]) => !known.has(name.toLowerCase()))
		.map(([, value]) => (isEntry(value) ? named(value) : {}))
		.filter(tellsOfDocument);
	const answer = inner && !tellsOfDocument(outer) ? { ...inner, ...outer } : outer;
	const read = {
		InvoiceId: id(answer.InvoiceId),
		InvoiceContainerId: id(answer.InvoiceContainerId),
		FileName: text(answer.FileName),
		...('DetectInvoiceResponse' in answer && {
			DetectInvoiceResponse: detection(answer.DetectInvoiceResponse) as DetectInvoiceResponse,
		}),
	};
	return { ...answer, ...read };
}

/** A document as far as an answer names it. */
export interface About {
	invoiceId?: string;
	invoiceContainerId?: string;
	fileName?: string;
}

/** Which document an answer is about, as far as it says so. */
export function aboutOf(answer: unknown): About {
	const { InvoiceId, InvoiceContainerId, FileName } = (isEntry(answer) ? answer : {}) as DownloadAnswer;
	return {
		...(InvoiceId && { invoiceId: InvoiceId }),
		...(InvoiceContainerId && { invoiceContainerId: InvoiceContainerId }),
		...(FileName && { fileName: FileName }),
	};
}

/**
 * Is the queue empty? Only where the answer says so, or brings nothing: what has an id or a file has cost one of three downloads
 * and is not thrown away because of how `Available` is written.
 */
export function isEmpty({ Available, InvoiceId }: DownloadAnswer, hasFile: boolean): boolean {
	const said = (typeof Available === 'boolean' ? String(Available) : text(Available))?.toLowerCase() ?? '';
	if (['false', '0'].includes(said)) return true;
	return !['true', '1'].includes(said) && !InvoiceId && !hasFile;
}
