import { attachmentRoutes } from './attachments';
import { creditInfo } from './credit';
import { findCustomer } from './customers';
import { notify } from './notifications';
import { embeddedProject } from './projects';
import { quoteBehind } from './quotes';
import { refuse, refuseBy } from './refusal';
import { on } from './route';
import { statusWord } from './statusWord';
import { invoiceCreate, invoiceStatuses, invoiceUpdate } from './schemas/invoice';
import { newBlueTapeId, type BlueTapeState, type Invoice, type InvoiceStatus } from './state';

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
function statusOf(sent: string): InvoiceStatus {
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

export const written = (invoice: Invoice) => ({
	blueTapeId: invoice.blueTapeId,
	details: { totalAmount: invoice.totalAmount },
});

const askForPayment = (state: BlueTapeState, { id, customerId }: Invoice) =>
	notify(state, state.customers.get(customerId ?? ''), { about: 'invoice', id, why: 'invoice to pay' });

const checkoutUrl = (state: BlueTapeState, id: string) =>
	`${state.origin}/emulator/bluetape/checkout?account=${encodeURIComponent(state.accountId)}&id=${encodeURIComponent(id)}`;

function isWebAddress(value: string): boolean {
	return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

export const invoiceRoutes = [
	on(
		'POST /integration/invoice',
		{ accepts: invoiceCreate, invalid: 'document_invalid_data' },
		({ state, sent }) => {
			checkNewInvoice(state, sent.id);
			if (findCustomer(state, sent.customerId).isDraft) throw refuse('customer_of_invoice_is_draft');
			const quoteId = quoteBehind(state, sent)?.id;
			const { id, invoiceNumber, customerId, totalAmount, amountDue, dueDate, lines } = sent;
			const invoice: Invoice = {
				...{
					blueTapeId: newBlueTapeId(),
					id,
					invoiceNumber,
					customerId,
					totalAmount,
					amountDue,
					dueDate,
					lines,
				},
				status: firstStatus(state, statusOf(sent.status)),
				quoteId,
				projectId: embeddedProject(state, sent.projectDetails),
				paid: 0,
				sent,
			};
			state.invoices.set(id, invoice);
			if (statusOf(sent.status) === 'Placed') askForPayment(state, invoice);
			return { status: 201, body: written(invoice) };
		},
	),
	on(
		'PUT /integration/invoice/:id',
		{ accepts: invoiceUpdate, invalid: 'document_invalid_data' },
		({ state, id, sent }) => {
			const invoice = findForUpdate(state, id);
			findCustomer(state, sent.customerId);
			if (invoice.customerId !== sent.customerId) throw refuse('cant_set_new_customer_for_invoice');
			checkOpen(state, invoice);
			quoteBehind(state, { ...sent, id, quoteId: invoice.quoteId });
			if (isLeftAside(state, invoice, sent.sourceModifiedDate))
				return { status: 202, body: written(invoice) };
			const wasDraft = invoice.status === 'Draft';
			const { invoiceNumber, totalAmount, amountDue, dueDate, lines } = sent;
			Object.assign(invoice, { invoiceNumber, totalAmount, amountDue, dueDate, lines });
			invoice.sent = { ...invoice.sent, ...sent };
			invoice.status = statusOf(sent.status);
			if (wasDraft && invoice.status === 'Placed') askForPayment(state, invoice);
			return { status: 202, body: written(invoice) };
		},
	),
	on('GET /integration/invoice/:id/status', {}, ({ state, id }) => {
		const { status, paid, totalAmount, customerId } = findInvoice(state, id);
		const credit = creditInfo(state, state.customers.get(customerId ?? ''));
		const told = statusWord(
			state,
			paid > 0 && status === 'PaymentProcessing' ? state.settings.partlyPaid : status,
		);
		return { status: 200, body: { invoiceId: id, status: told, creditInfo: credit, totalAmount } };
	}),
	on('GET /integration/invoice/:id/checkout', {}, ({ state, id }) => ({
		status: 200,
		body: { checkOutUrl: checkoutUrl(state, findInvoice(state, id).id) },
	})),
	on(
		'GET /integration/invoice/:id/checkout-redirect',
		{ query: ['redirectUrl'] },
		({ state, id, query: { redirectUrl } }) => {
			if (redirectUrl && !isWebAddress(redirectUrl))
				throw refuseBy(400, 'redirectUrl: must be a web address');
			const tail = redirectUrl ? `&redirectUrl=${encodeURIComponent(redirectUrl)}` : '';
			const url = checkoutUrl(state, findInvoice(state, id).id) + tail;
			const bare = state.settings.checkoutRedirectAnswer === 'string';
			return { status: 200, body: bare ? url : { checkoutUrl: url } };
		},
	),
	...attachmentRoutes({
		name: 'invoice',
		find: findInvoice,
		number: (invoice) => (invoice as Invoice).invoiceNumber,
		alreadyLinked: () => refuse('invoice_already_linked_to_project'),
	}),
];
