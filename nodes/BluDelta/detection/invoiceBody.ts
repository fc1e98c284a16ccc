import { readDocument } from './documentForms';
import { doubts } from './doubts';
import { gates } from './gates';
import { missing, readAmountDue, readDue, readModified } from './header';
import { readLines } from './lines';
import type { InvoiceLine } from './lines';
import type { InvoiceOptions } from './invoiceOptions';
import { cents, fromCents } from '../../shared/values/cents';
import { text } from './read';
import type { Derived, Report, Review } from './report';
import { readTotals } from './totals';

/** The body of a BlueTape invoice (bluetape.md 4.4), ready to create it. Amounts: at most two decimals. */
export interface BlueTapeInvoice {
	/** The document's own id, so that a second run meets "already exists" instead of a second invoice. */
	id?: string;
	invoiceNumber: string;
	customerId?: string;
	invoiceDate: string;
	dueDate: string;
	expirationDate: string;
	subTotal: number;
	taxAmount: number;
	totalAmount: number;
	amountDue: number;
	/** Absent when none is given: `Placed` would lift an invoice that a person has put back to `Draft`. */
	status?: string;
	sourceModifiedDate: string;
	lines?: InvoiceLine[];
}

export interface MappedInvoice {
	/** Absent when the document must not or cannot become an invoice; `review` then says why. */
	invoice?: BlueTapeInvoice;
	derived: Derived[];
	review: Review[];
}

/**
 * Maps a document of BLU DELTA to the body of a BlueTape invoice (bludelta.md 8).
 * Never throws and never changes an amount in silence.
 *
 * @param document a download, an item of `output` raw or simplified, or a bare detection result
 */
export function toBlueTapeInvoice(document: unknown, options: InvoiceOptions = {}): MappedInvoice {
	const read = readDocument(document);
	const closed = gates(read, text(options.expectedCurrency));
	if (closed.length > 0) return { derived: [], review: closed };

	const report: Report = { derived: [], review: [] };
	const invoiceNumber = read.invoiceNumber ?? missing('invoiceNumber', 'invoice number', report);
	const invoiceDate = read.invoiceDate ?? missing('invoiceDate', 'invoice date', report);
	const dueDate = readDue(read, options, report);
	const totals = readTotals(read, Math.max(0, cents(options.tolerance) ?? 0), report);
	const due = totals && readAmountDue(options.amountDue, totals.totalAmount, report);
	const complete = invoiceNumber !== undefined && invoiceDate !== undefined && dueDate !== undefined;
	if (!complete || totals === undefined || due === undefined) {
		return { derived: [], review: [...report.review, ...doubts(read, options, false)] };
	}

	const taken =
		options.lines === 'omit'
			? undefined
			: readLines(read, invoiceNumber, totals, options.itemIds === true, report);
	const id = text(options.invoiceId) ?? read.invoiceId;
	const customerId = text(options.customerId);
	const status = text(options.status);
	const how = 'documents have no expiration date';
	report.derived.push({ field: 'expirationDate', value: dueDate, how, from: 'dueDate' });
	const invoice: BlueTapeInvoice = {
		...(id !== undefined && { id }),
		invoiceNumber,
		...(customerId !== undefined && { customerId }),
		invoiceDate,
		dueDate,
		expirationDate: dueDate,
		subTotal: fromCents(totals.subTotal),
		taxAmount: fromCents(totals.taxAmount),
		totalAmount: fromCents(totals.totalAmount),
		amountDue: fromCents(due),
		...(status !== undefined && { status }),
		sourceModifiedDate: readModified(read, options, report),
		...(taken && { lines: taken.lines }),
	};
	report.review.push(...absentIds(invoice), ...doubts(read, options, taken?.fromDocument ?? false));
	return { invoice, ...report };
}

/** What BlueTape requires and no document holds; a later step can still add it. */
function absentIds({ id, customerId }: BlueTapeInvoice): Review[] {
	const absent: Review[] = [];
	if (id === undefined) {
		absent.push({
			field: 'id',
			message:
				'The invoice has no id, because the document came without one. ' +
				'Set the invoice id to a value that stays the same for the same document.',
		});
	}
	if (customerId === undefined) {
		absent.push({
			field: 'customerId',
			message:
				'The invoice has no customer. Fill in Customer ID of this node (your ID of the customer in BlueTape), ' +
				'for example from additionalProperties.ClientId or a look-up by receiver name.',
		});
	}
	return absent;
}
