import { olderInvoiceSample, plainInvoice, quoteSample } from '../blueTapeSamples';
import { invoice, quote, another, update, quoteUpdate, total, type Codes, type Steps } from './steps';

/** Quotes, and invoices that rest on one. */
export const quoteCodes = ({ post, put, send, people, approvedQuote, invoiceOnQuote }: Steps): Codes => ({
	'404 quote_reference_does_not_exist': {
		'unknown id': async () => await post('/invoice', plainInvoice({ quoteId: 'none' })),
		'number of another quote': async () => (
			await approvedQuote(),
			await post('/invoice', plainInvoice({ quoteId: quote, quoteRefNumber: 'Q' }))
		),
	},
	'409 quote_dismissed': {
		create: async () => {
			await approvedQuote();
			people().dismiss(quote);
			return await post('/invoice', olderInvoiceSample);
		},
		update: async () => {
			await invoiceOnQuote();
			people().dismiss(quote);
			return await put(`/invoice/${invoice}`, update());
		},
		'update the quote itself': async () => {
			await post('/quote', quoteSample);
			people().dismiss(quote);
			return await put(`/quote/${quote}`, quoteUpdate());
		},
	},
	'409 quote_amount_not_equal_to_invoice': {
		lower: async () => (
			await approvedQuote(),
			await post('/invoice', { ...olderInvoiceSample, ...total(1099.99) })
		),
	},
	'409 quote_already_referenced_to_invoice': {
		'second invoice': async () => (
			await invoiceOnQuote(),
			await post('/invoice', { ...olderInvoiceSample, id: 'second' })
		),
	},
	'409 loan_application_not_approved': {
		undecided: async () => (await post('/quote', quoteSample), await post('/invoice', olderInvoiceSample)),
		rejected: async () => {
			await post('/quote', quoteSample);
			await people().reject(quote);
			return await post('/invoice', olderInvoiceSample);
		},
	},
	'409 quote_already_exist': {
		'create twice': async () => (await post('/quote', quoteSample), await post('/quote', quoteSample)),
	},
	'404 quote_does_not_exist': {
		update: async () => await put('/quote/none', quoteUpdate()),
		status: async () => await send('GET', '/quote/none/status'),
		link: async () => await post('/quote/none/project/none'),
	},
	'409 customer_reference': {
		update: async () => {
			await post('/quote', quoteSample);
			await post('/customer', another);
			return await put(`/quote/${quote}`, quoteUpdate({ customerId: another.id }));
		},
	},
	'409 quote_update_rejected': {
		update: async () => (await invoiceOnQuote(), await put(`/quote/${quote}`, quoteUpdate())),
	},
	'409 quote_and_loan_total_amount': {
		update: async () => (await approvedQuote(), await put(`/quote/${quote}`, quoteUpdate(total(1100.01)))),
	},
});
