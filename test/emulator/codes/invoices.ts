import {
	olderInvoiceSample,
	plainInvoice,
	projectSample,
	quoteSample,
	simplifiedSample,
	withoutId,
} from '../blueTapeSamples';
import {
	invoice,
	quote,
	project,
	another,
	draft,
	update,
	quoteUpdate,
	total,
	type Codes,
	type Steps,
} from './steps';

/** Invoices. */
export const invoiceCodes = ({
	post,
	put,
	send,
	people,
	clock,
	placed,
	approvedQuote,
	invoiceOnQuote,
}: Steps): Codes => ({
	'404 invoice_does_not_exist': {
		update: async () => await put('/invoice/none', update()),
		cancel: async () => await put('/invoice/none/cancel'),
		status: async () => await send('GET', '/invoice/none/status'),
		checkout: async () => await send('GET', '/invoice/none/checkout'),
		redirect: async () => await send('GET', '/invoice/none/checkout-redirect'),
		download: async () => await send('GET', '/invoice/none/file'),
		link: async () => await post('/invoice/none/project/none'),
		'update an ordinary one as simplified': async () => {
			await placed();
			const { projectDetails: _details, ...rest } = withoutId(simplifiedSample);
			return await put(`/invoice/simplify/${invoice}`, rest);
		},
	},
	'409 invoice_already_linked_to_project': {
		'link twice': async () => {
			await placed();
			await post('/project', projectSample);
			await post(`/invoice/${invoice}/project/${project}`);
			return await post(`/invoice/${invoice}/project/${project}`);
		},
	},
	'409 invoice_payment_operation_exist': {
		update: async () => {
			await placed();
			await people().pay(invoice, { advanceRate: 80 });
			return await put(`/invoice/${invoice}`, update());
		},
		cancel: async () => {
			await placed();
			people().setInvoiceStatus(invoice, { status: 'PaymentProcessing' });
			return await put(`/invoice/${invoice}/cancel`);
		},
	},
	'409 customer_of_invoice_is_draft': {
		invoice: async () => (
			await post('/customer', draft),
			await post('/invoice', plainInvoice({ customerId: draft.id }))
		),
		'quote, phone without country code': async () => {
			await post('/customer', { ...another, cellPhoneNumber: '202-555-0122' });
			return await post('/quote', { ...quoteSample, customerId: another.id });
		},
	},
	'409 cant_set_new_customer_for_invoice': {
		update: async () => {
			await placed();
			await post('/customer', another);
			return await put(`/invoice/${invoice}`, update({ customerId: another.id }));
		},
	},
	'409 invoice_can_not_be_updated_due_date': {
		invoice: async () => {
			await placed();
			clock().set(new Date('2023-01-13T00:00:00Z'));
			return await put(`/invoice/${invoice}`, update());
		},
		quote: async () => {
			await post('/quote', quoteSample);
			clock().set(new Date('2023-01-13T00:00:00Z'));
			return await put(`/quote/${quote}`, quoteUpdate());
		},
	},
	'409 invoice_already_cancelled': {
		'cancel twice': async () => {
			await placed();
			await put(`/invoice/${invoice}/cancel`);
			return await put(`/invoice/${invoice}/cancel`);
		},
		update: async () => {
			await placed();
			await put(`/invoice/${invoice}/cancel`);
			return await put(`/invoice/${invoice}`, update());
		},
		'update a simplified one': async () => {
			const { projectDetails: _details, id, ...rest } = simplifiedSample;
			await post('/invoice/simplify', simplifiedSample);
			await put(`/invoice/${id}/cancel`);
			return await put(`/invoice/simplify/${id}`, rest);
		},
	},
	'409 invoice_can_be_updated_only_in_placed_status': {
		'in review': async () => {
			await placed();
			people().setInvoiceStatus(invoice, { status: 'InReview' });
			return await put(`/invoice/${invoice}`, update());
		},
		paid: async () => {
			await placed();
			await people().pay(invoice);
			return await put(`/invoice/${invoice}`, update());
		},
	},
	'400 document_invalid_data': {
		invoice: async () => await post('/invoice', plainInvoice({ invoiceNumber: '' })),
		quote: async () => await post('/quote', { ...quoteSample, dueDate: 'soon' }),
	},
	'409 invoice_already_exist': {
		'create twice': async () => (await placed(), await placed()),
		'simplified after ordinary': async () => (
			await placed(),
			await post('/invoice/simplify', { ...simplifiedSample, id: invoice })
		),
	},
	'409 invoice_amount_is_bigger_then_approved': {
		create: async () => (
			await approvedQuote(),
			await post('/invoice', { ...olderInvoiceSample, ...total(1100.01) })
		),
		update: async () => (await invoiceOnQuote(), await put(`/invoice/${invoice}`, update(total(1200)))),
	},
});
