import { attachmentRoutes } from './attachments';
import { creditInfo } from './credit';
import { findCustomer } from './customers';
import { notify } from './notifications';
import { embeddedProject } from './projects';
import { quoteBehind } from './quotes';
import {
	checkNewInvoice,
	checkOpen,
	findForUpdate,
	findInvoice,
	firstStatus,
	isLeftAside,
	statusOf,
} from './invoiceRules';
import { refuse, refuseBy } from './refusal';
import { on } from './route';
import { statusWord } from './statusWord';
import { invoiceCreate, invoiceUpdate } from './schemas/invoice';
import { newBlueTapeId, type BlueTapeState, type Invoice } from './state';

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
