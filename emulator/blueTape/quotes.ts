import { attachmentRoutes } from './attachments';
import { creditInfo } from './credit';
import { findCustomer } from './customers';
import { notify } from './notifications';
import { embeddedProject } from './projects';
import { refuse, refuseBy } from './refusal';
import { on } from './route';
import { quoteCreate, quoteUpdate } from './schemas/quote';
import { quoteWord } from './statusWord';
import { newBlueTapeId, type BlueTapeState, type Quote } from './state';

export function findQuote(state: BlueTapeState, id: string, reason?: string): Quote {
	const quote = state.quotes.get(id);
	if (!quote) throw refuse('quote_does_not_exist', reason);
	return quote;
}

const refersTo = (state: BlueTapeState, quote: Quote) =>
	[...state.invoices.values()].find(({ quoteId }) => quoteId === quote.id);

export const cents = (value: number) => Math.round(value * 100);

interface Reference {
	id: string;
	quoteId?: string;
	quoteRefNumber?: string;
	totalAmount: number;
}

/** May this invoice rest on the quote that it names? Returns that quote (bluetape.md 9.2, C15). */
export function quoteBehind(state: BlueTapeState, invoice: Reference): Quote | undefined {
	const { quoteId, quoteRefNumber, totalAmount } = invoice;
	if (!quoteId && !quoteRefNumber) return undefined;
	const quote = [...state.quotes.values()].find(
		({ id, quoteNumber }) =>
			(!quoteId || id === quoteId) && (!quoteRefNumber || quoteNumber === quoteRefNumber),
	);
	if (!quote) throw refuse('quote_reference_does_not_exist');
	const other = refersTo(state, quote);
	if (quote.status === 'DISMISSED') throw refuse('quote_dismissed');
	if (other && other.id !== invoice.id) throw refuse('quote_already_referenced_to_invoice');
	if (quote.status !== 'AUTHORIZED') throw refuse('loan_application_not_approved');
	if (cents(totalAmount) > cents(quote.approvedAmount ?? quote.totalAmount)) {
		throw refuse('invoice_amount_is_bigger_then_approved');
	}
	const differs = cents(totalAmount) - cents(quote.totalAmount);
	if (differs > 0 || (differs < 0 && state.settings.quoteTotals === 'equal')) {
		throw refuse('quote_amount_not_equal_to_invoice');
	}
	return quote;
}

export const quoteRoutes = [
	on(
		'POST /integration/quote',
		{ accepts: quoteCreate, invalid: 'document_invalid_data' },
		({ state, sent }) => {
			if (state.quotes.has(sent.id)) throw refuse('quote_already_exist');
			const customer = findCustomer(state, sent.customerId);
			if (customer.isDraft) throw refuse('customer_of_invoice_is_draft');
			const { id, quoteNumber, customerId, totalAmount, dueDate } = sent;
			const quote: Quote = {
				...{ blueTapeId: newBlueTapeId(), id, quoteNumber, customerId, totalAmount, dueDate },
				status: 'PLACED',
				projectId: embeddedProject(state, sent.projectDetails),
				sent,
			};
			state.quotes.set(id, quote);
			notify(state, customer, { about: 'quote', id, why: 'quote to approve' });
			return { status: 201, body: { blueTapeId: quote.blueTapeId } };
		},
	),
	on(
		'PUT /integration/quote/:id',
		{ accepts: quoteUpdate, invalid: 'document_invalid_data' },
		({ state, id, sent }) => {
			const quote = findQuote(state, id);
			findCustomer(state, sent.customerId);
			if (quote.customerId !== sent.customerId) throw refuse('customer_reference');
			if (refersTo(state, quote)) throw refuse('quote_update_rejected');
			if (quote.status === 'DISMISSED') throw refuse('quote_dismissed');
			if (quote.dueDate < state.clock.today()) throw refuse('invoice_can_not_be_updated_due_date');
			if (quote.approvedAmount !== undefined && cents(sent.totalAmount) > cents(quote.approvedAmount)) {
				throw refuse('quote_and_loan_total_amount');
			}
			const { quoteNumber, totalAmount, dueDate } = sent;
			Object.assign(quote, { quoteNumber, totalAmount, dueDate, sent: { ...quote.sent, ...sent } });
			return { status: 202, body: { blueTapeId: quote.blueTapeId } };
		},
	),
	on('GET /integration/quote/:id/status', {}, ({ state, id }) => {
		const { status, totalAmount, customerId } = findQuote(state, id);
		const credit = creditInfo(state, state.customers.get(customerId));
		return {
			status: 200,
			body: { quoteId: id, status: quoteWord(state, status), creditInfo: credit, totalAmount },
		};
	}),
	...attachmentRoutes({
		name: 'quote',
		find: findQuote,
		number: (quote) => (quote as Quote).quoteNumber,
		// The vendor's list has this code for invoices only.
		alreadyLinked: () => refuseBy(409, 'Quote is already linked to a project.'),
	}),
];
