import { refuse, refuseBy } from './refusal';
import { invoiceStatuses } from './schemas/invoice';
import type { BlueTapeState, Invoice, InvoiceStatus } from './state';

export function findInvoice(state: BlueTapeState, id: string, reason?: string): Invoice {
	const invoice = state.invoices.get(id);
	if (!invoice) throw refuse('invoice_does_not_exist', reason);
	return invoice;
}

const legacy: Record<string, InvoiceStatus> = {
	open: 'Placed',
	void: 'Canceled',
	partiallypaid: 'partiallyPaid',
	unknown: 'unknown',
};

/** The sent status in the newer words (bluetape.md C1); whatever the lifecycle state, it is stored. */
export function statusOf(sent: string): InvoiceStatus {
	const word = sent.toLowerCase();
	return legacy[word] ?? invoiceStatuses.find((status) => status.toLowerCase() === word) ?? 'unknown';
}

/** With auto trade credit BlueTape moves a new invoice on by itself (bluetape.md 2). */
export const firstStatus = ({ settings }: BlueTapeState, status: InvoiceStatus): InvoiceStatus =>
	status === 'Placed' ? settings.newInvoices : status;

/** The answer to an update of what is not there (bluetape.md C12). */
export function findForUpdate(state: BlueTapeState, id: string): Invoice {
	const isThere = state.invoices.has(id) || state.settings.missingInvoice === '404';
	if (!isThere) throw refuseBy(409, '');
	return findInvoice(state, id, 'Invoice not exists.');
}

/** Whether an update is older than what is stored, and therefore left aside (bluetape.md trap 15). */
export function isLeftAside(
	{ settings }: BlueTapeState,
	{ sent }: Invoice,
	sourceModifiedDate: string,
): boolean {
	const stored = sent.sourceModifiedDate;
	const isOlder = typeof stored === 'string' && sourceModifiedDate < stored;
	return settings.olderUpdates === 'leftAside' && isOlder;
}

export function checkNewInvoice(state: BlueTapeState, id: string): void {
	const existing = state.invoices.get(id);
	if (!existing) return;
	throw refuse('invoice_already_exist', `Invoice already exists, invoice number: ${existing.invoiceNumber}`);
}

/** Only an untouched invoice within its due date changes (bluetape.md trap 6). */
export function checkOpen(state: BlueTapeState, invoice: Invoice): void {
	if (invoice.status === 'Canceled') throw refuse('invoice_already_cancelled');
	const underWay = invoice.status === 'PaymentProcessing' || (invoice.paid > 0 && invoice.status !== 'Paid');
	if (underWay) throw refuse('invoice_payment_operation_exist');
	// A draft is as untouched as a placed invoice: nobody could act on it.
	if (!['Placed', 'Draft'].includes(invoice.status)) {
		throw refuse('invoice_can_be_updated_only_in_placed_status');
	}
	if (invoice.dueDate < state.clock.today()) throw refuse('invoice_can_not_be_updated_due_date');
}
