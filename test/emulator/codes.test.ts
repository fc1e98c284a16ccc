import type { Emulator } from '../../emulator/server';
import type { Answer } from './answer';
import { call, type Method, withCustomer } from './blueTapeCalls';
import {
	companySample,
	customerSample,
	olderInvoiceSample,
	plainInvoice,
	projectSample,
	quoteSample,
	simplifiedSample,
	withoutId,
} from './blueTapeSamples';

let emulator: Emulator;
withCustomer((started) => (emulator = started));

const send = async (method: Method, path: string, body?: unknown): Promise<Answer> =>
	await call(emulator, method, `/integration${path}`, body);
const post = async (path: string, body: unknown = {}) => await send('POST', path, body);
const put = async (path: string, body: unknown = {}) => await send('PUT', path, body);

const invoice = olderInvoiceSample.id;
const quote = quoteSample.id;
const company = companySample.id;
const project = projectSample.id;
const customer = quoteSample.customerId;

const another = {
	...customerSample,
	...{ id: 'another', emailAddress: 'ann@example.com', cellPhoneNumber: '+12025550122' },
};
const draft = { ...another, emailAddress: '', cellPhoneNumber: '' };
const update = (changes = {}) => {
	const { quoteId: _id, quoteRefNumber: _number, ...rest } = withoutId(olderInvoiceSample);
	return { ...rest, ...changes };
};
const quoteUpdate = (changes = {}) => ({ ...withoutId(quoteSample), ...changes });
const total = (totalAmount: number) => ({ totalAmount });

const placed = async () => await post('/invoice', plainInvoice());
const approvedQuote = async () => {
	await post('/quote', quoteSample);
	await emulator.blueTape.people.approve(quote);
};
const invoiceOnQuote = async () => {
	await approvedQuote();
	return await post('/invoice', olderInvoiceSample);
};

type Case = [code: string, status: number, how: string, act: () => Promise<Answer>];

/** Every symbolic code of contract 9.2, each way that leads to it. */
const cases: Case[] = [
	['project_does_not_exist', 404, 'update', async () => await put('/project/none', withoutId(projectSample))],
	[
		'project_does_not_exist',
		404,
		'link an invoice',
		async () => (await placed(), await post(`/invoice/${invoice}/project/none`)),
	],
	[
		'project_does_not_exist',
		404,
		'unlink an invoice',
		async () => (await placed(), await send('DELETE', `/invoice/${invoice}/project/none`)),
	],
	[
		'project_already_exist',
		409,
		'create twice',
		async () => (await post('/project', projectSample), await post('/project', projectSample)),
	],
	['invoice_does_not_exist', 404, 'update', async () => await put('/invoice/none', update())],
	['invoice_does_not_exist', 404, 'cancel', async () => await put('/invoice/none/cancel')],
	['invoice_does_not_exist', 404, 'status', async () => await send('GET', '/invoice/none/status')],
	['invoice_does_not_exist', 404, 'checkout', async () => await send('GET', '/invoice/none/checkout')],
	[
		'invoice_does_not_exist',
		404,
		'redirect',
		async () => await send('GET', '/invoice/none/checkout-redirect'),
	],
	['invoice_does_not_exist', 404, 'download', async () => await send('GET', '/invoice/none/file')],
	['invoice_does_not_exist', 404, 'link', async () => await post('/invoice/none/project/none')],
	[
		'invoice_does_not_exist',
		404,
		'update an ordinary one as simplified',
		async () => {
			await placed();
			const { projectDetails: _details, ...rest } = withoutId(simplifiedSample);
			return await put(`/invoice/simplify/${invoice}`, rest);
		},
	],
	[
		'invoice_already_linked_to_project',
		409,
		'link twice',
		async () => {
			await placed();
			await post('/project', projectSample);
			await post(`/invoice/${invoice}/project/${project}`);
			return await post(`/invoice/${invoice}/project/${project}`);
		},
	],
	[
		'customer_does_not_exist',
		404,
		'update',
		async () => await put('/customer/none', withoutId(customerSample)),
	],
	['customer_does_not_exist', 404, 'sign-up', async () => await send('GET', '/customer/none/signup')],
	['customer_does_not_exist', 404, 'credit', async () => await send('GET', '/customer/none/creditInfo')],
	[
		'customer_does_not_exist',
		404,
		'invoice',
		async () => await post('/invoice', plainInvoice({ customerId: 'no' })),
	],
	[
		'customer_does_not_exist',
		404,
		'quote',
		async () => await post('/quote', { ...quoteSample, customerId: 'no' }),
	],
	[
		'customer_does_not_exist',
		404,
		'link to a company',
		async () => (
			await post('/company', companySample),
			await post(`/company/${company}/customer`, { customerId: 'no' })
		),
	],
	[
		'customer_does_not_exist',
		404,
		'update an invoice',
		async () => (await placed(), await put(`/invoice/${invoice}`, update({ customerId: 'no' }))),
	],
	[
		'customer_does_not_exist',
		404,
		'update a quote',
		async () => (
			await post('/quote', quoteSample),
			await put(`/quote/${quote}`, quoteUpdate({ customerId: 'no' }))
		),
	],
	[
		'invoice_payment_operation_exist',
		409,
		'update',
		async () => {
			await placed();
			await emulator.blueTape.people.pay(invoice, { advanceRate: 80 });
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'invoice_payment_operation_exist',
		409,
		'cancel',
		async () => {
			await placed();
			emulator.blueTape.people.setInvoiceStatus(invoice, { status: 'PaymentProcessing' });
			return await put(`/invoice/${invoice}/cancel`);
		},
	],
	[
		'customer_of_invoice_is_draft',
		409,
		'invoice',
		async () => (
			await post('/customer', draft),
			await post('/invoice', plainInvoice({ customerId: draft.id }))
		),
	],
	[
		'customer_of_invoice_is_draft',
		409,
		'quote, phone without country code',
		async () => {
			await post('/customer', { ...another, cellPhoneNumber: '202-555-0122' });
			return await post('/quote', { ...quoteSample, customerId: another.id });
		},
	],
	[
		'cant_set_new_customer_for_invoice',
		409,
		'update',
		async () => {
			await placed();
			await post('/customer', another);
			return await put(`/invoice/${invoice}`, update({ customerId: another.id }));
		},
	],
	[
		'invoice_can_not_be_updated_due_date',
		409,
		'invoice',
		async () => {
			await placed();
			emulator.clock.set(new Date('2023-01-13T00:00:00Z'));
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'invoice_can_not_be_updated_due_date',
		409,
		'quote',
		async () => {
			await post('/quote', quoteSample);
			emulator.clock.set(new Date('2023-01-13T00:00:00Z'));
			return await put(`/quote/${quote}`, quoteUpdate());
		},
	],
	[
		'invoice_already_cancelled',
		409,
		'cancel twice',
		async () => {
			await placed();
			await put(`/invoice/${invoice}/cancel`);
			return await put(`/invoice/${invoice}/cancel`);
		},
	],
	[
		'invoice_already_cancelled',
		409,
		'update',
		async () => {
			await placed();
			await put(`/invoice/${invoice}/cancel`);
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'invoice_already_cancelled',
		409,
		'update a simplified one',
		async () => {
			const { projectDetails: _details, id, ...rest } = simplifiedSample;
			await post('/invoice/simplify', simplifiedSample);
			await put(`/invoice/${id}/cancel`);
			return await put(`/invoice/simplify/${id}`, rest);
		},
	],
	[
		'invoice_can_be_updated_only_in_placed_status',
		409,
		'in review',
		async () => {
			await placed();
			emulator.blueTape.people.setInvoiceStatus(invoice, { status: 'InReview' });
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'invoice_can_be_updated_only_in_placed_status',
		409,
		'paid',
		async () => {
			await placed();
			await emulator.blueTape.people.pay(invoice);
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'document_invalid_data',
		400,
		'invoice',
		async () => await post('/invoice', plainInvoice({ invoiceNumber: '' })),
	],
	[
		'document_invalid_data',
		400,
		'quote',
		async () => await post('/quote', { ...quoteSample, dueDate: 'soon' }),
	],
	['invoice_already_exist', 409, 'create twice', async () => (await placed(), await placed())],
	[
		'invoice_already_exist',
		409,
		'simplified after ordinary',
		async () => (await placed(), await post('/invoice/simplify', { ...simplifiedSample, id: invoice })),
	],
	[
		'quote_reference_does_not_exist',
		404,
		'unknown id',
		async () => await post('/invoice', plainInvoice({ quoteId: 'none' })),
	],
	[
		'quote_reference_does_not_exist',
		404,
		'number of another quote',
		async () => (
			await approvedQuote(),
			await post('/invoice', plainInvoice({ quoteId: quote, quoteRefNumber: 'Q' }))
		),
	],
	[
		'quote_dismissed',
		409,
		'create',
		async () => {
			await approvedQuote();
			emulator.blueTape.people.dismiss(quote);
			return await post('/invoice', olderInvoiceSample);
		},
	],
	[
		'quote_dismissed',
		409,
		'update',
		async () => {
			await invoiceOnQuote();
			emulator.blueTape.people.dismiss(quote);
			return await put(`/invoice/${invoice}`, update());
		},
	],
	[
		'quote_dismissed',
		409,
		'update the quote itself',
		async () => {
			await post('/quote', quoteSample);
			emulator.blueTape.people.dismiss(quote);
			return await put(`/quote/${quote}`, quoteUpdate());
		},
	],
	[
		'quote_amount_not_equal_to_invoice',
		409,
		'lower',
		async () => (await approvedQuote(), await post('/invoice', { ...olderInvoiceSample, ...total(1099.99) })),
	],
	[
		'quote_already_referenced_to_invoice',
		409,
		'second invoice',
		async () => (await invoiceOnQuote(), await post('/invoice', { ...olderInvoiceSample, id: 'second' })),
	],
	[
		'loan_application_not_approved',
		409,
		'undecided',
		async () => (await post('/quote', quoteSample), await post('/invoice', olderInvoiceSample)),
	],
	[
		'loan_application_not_approved',
		409,
		'rejected',
		async () => {
			await post('/quote', quoteSample);
			await emulator.blueTape.people.reject(quote);
			return await post('/invoice', olderInvoiceSample);
		},
	],
	[
		'invoice_amount_is_bigger_then_approved',
		409,
		'create',
		async () => (await approvedQuote(), await post('/invoice', { ...olderInvoiceSample, ...total(1100.01) })),
	],
	[
		'invoice_amount_is_bigger_then_approved',
		409,
		'update',
		async () => (await invoiceOnQuote(), await put(`/invoice/${invoice}`, update(total(1200)))),
	],
	[
		'customer_invalid_data',
		400,
		'customer',
		async () => await post('/customer', { ...another, firstName: '' }),
	],
	[
		'customer_invalid_data',
		400,
		'company',
		async () => await post('/company', { ...companySample, businessName: 7 }),
	],
	[
		'customer_company_change',
		409,
		'link to a second company',
		async () => {
			await post('/company', companySample);
			await post('/company', { ...companySample, id: 'other' });
			await post(`/company/${company}/customer`, { customerId: customer });
			return await post('/company/other/customer', { customerId: customer });
		},
	],
	[
		'customer_already_registered',
		409,
		'link',
		async () => {
			await post('/company', companySample);
			emulator.blueTape.people.register(customer);
			return await post(`/company/${company}/customer`, { customerId: customer });
		},
	],
	[
		'company_customer_does_not_exist',
		404,
		'link',
		async () => await post('/company/none/customer', { customerId: customer }),
	],
	[
		'company_customer_does_not_exist',
		404,
		'create a customer with it',
		async () => await post('/customer', { ...another, companyId: 'none' }),
	],
	[
		'customer_with_phone_or_email_already_exist',
		409,
		'e-mail in other letter case',
		async () => await post('/customer', { ...another, emailAddress: 'JANE@example.com' }),
	],
	[
		'customer_with_phone_or_email_already_exist',
		409,
		'phone in other writing, in a company',
		async () =>
			await post('/company', {
				...companySample,
				customers: [{ ...another, cellPhoneNumber: '+1 (202) 555-0111' }],
			}),
	],
	[
		'customer_with_phone_or_email_already_exist',
		409,
		'update',
		async () => {
			await post('/customer', another);
			return await put('/customer/another', { ...withoutId(another), emailAddress: 'jane@example.com' });
		},
	],
	[
		'quote_already_exist',
		409,
		'create twice',
		async () => (await post('/quote', quoteSample), await post('/quote', quoteSample)),
	],
	['quote_does_not_exist', 404, 'update', async () => await put('/quote/none', quoteUpdate())],
	['quote_does_not_exist', 404, 'status', async () => await send('GET', '/quote/none/status')],
	['quote_does_not_exist', 404, 'link', async () => await post('/quote/none/project/none')],
	[
		'customer_reference',
		409,
		'update',
		async () => {
			await post('/quote', quoteSample);
			await post('/customer', another);
			return await put(`/quote/${quote}`, quoteUpdate({ customerId: another.id }));
		},
	],
	[
		'quote_update_rejected',
		409,
		'update',
		async () => (await invoiceOnQuote(), await put(`/quote/${quote}`, quoteUpdate())),
	],
	[
		'quote_and_loan_total_amount',
		409,
		'update',
		async () => (await approvedQuote(), await put(`/quote/${quote}`, quoteUpdate(total(1100.01)))),
	],
	[
		'company_can_have_only_one_customer',
		409,
		'create with two',
		async () => {
			const third = {
				...another,
				id: 'third',
				emailAddress: 't@example.com',
				cellPhoneNumber: '+12025550133',
			};
			return await post('/company', { ...companySample, customers: [another, third] });
		},
	],
	[
		'company_can_have_only_one_customer',
		409,
		'link a second one',
		async () => {
			await post('/company', { ...companySample, customers: [another] });
			return await post(`/company/${company}/customer`, { customerId: customer });
		},
	],
	[
		'company_can_have_only_one_customer',
		409,
		'create a second one with companyId',
		async () => {
			await post('/company', companySample);
			await post(`/company/${company}/customer`, { customerId: customer });
			return await post('/customer', { ...another, companyId: company });
		},
	],
];

test.each(cases)('%s (%d): %s', async (code, status, _how, act) => {
	const reply = await act();
	expect(reply.json).toEqual({ code, reason: expect.any(String) });
	expect(reply.status).toBe(status);
});

test('the table reaches all 30 codes of contract 9.2', () => {
	expect(new Set(cases.map(([code]) => code)).size).toBe(30);
});

const sentences: Array<[string, string, () => Promise<Answer>]> = [
	[
		'409',
		'Company already exists.',
		async () => (await post('/company', companySample), await post('/company', companySample)),
	],
	['404', 'Company not found.', async () => await put('/company/none', withoutId(companySample))],
	['404', 'Company not found.', async () => await send('GET', '/company/none/creditInfo')],
	['409', 'Customer already exists.', async () => await post('/customer', { ...another, id: customer })],
	['404', 'Customer not found.', async () => await put('/customer/none', withoutId(customerSample))],
	[
		'409',
		'Invoice already exists, invoice number: INV/00003/2023',
		async () => (await placed(), await placed()),
	],
	['404', 'Invoice not exists.', async () => await put('/invoice/none', update())],
	['404', 'Invoice not found.', async () => await send('GET', '/invoice/none/file')],
	[
		'409',
		'Quote already exists.',
		async () => (await post('/quote', quoteSample), await post('/quote', quoteSample)),
	],
	['404', 'Quote not found.', async () => await put('/quote/none', quoteUpdate())],
	['404', 'Quote not exists.', async () => await send('DELETE', '/quote/none/project/none')],
	[
		'409',
		'Project already exists.',
		async () => (await post('/project', projectSample), await post('/project', projectSample)),
	],
	['404', 'Project not found.', async () => await put('/project/none', withoutId(projectSample))],
	[
		'409',
		'Invoice already canceled.',
		async () => {
			await placed();
			await put(`/invoice/${invoice}/cancel`);
			return await put(`/invoice/${invoice}/cancel`);
		},
	],
	[
		'409',
		'loan_application_not_approved: Loan application of the quote is not approved.',
		async () => (await post('/quote', quoteSample), await post('/invoice', olderInvoiceSample)),
	],
];

test.each(sentences)('in the style "status" the answer is %s "%s"', async (code, reason, act) => {
	emulator.blueTape.state.settings.errorStyle = 'status';
	expect((await act()).json).toEqual({ code, reason });
});
