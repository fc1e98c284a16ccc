import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/invoiceOptions';

/** The document as an invoice for the tests' customer, in dollars unless told otherwise. */
export const map = (document: unknown, options: InvoiceOptions = {}) =>
	toBlueTapeInvoice(document, { customerId: 'cust-1', expectedCurrency: 'USD', ...options });

/** The fields that `derived` or `review` names. */
export const fields = (entries: Array<{ field: string }>) => entries.map(({ field }) => field).sort();
