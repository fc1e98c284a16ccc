import {
	companySample,
	customerSample,
	plainInvoice,
	projectSample,
	quoteSample,
	withoutId,
} from '../blueTapeSamples';
import {
	invoice,
	quote,
	company,
	customer,
	another,
	update,
	quoteUpdate,
	type Codes,
	type Steps,
} from './steps';

/** Customers, companies and projects. */
export const peopleCodes = ({ post, put, send, people, placed }: Steps): Codes => ({
	'404 project_does_not_exist': {
		update: async () => await put('/project/none', withoutId(projectSample)),
		'link an invoice': async () => (await placed(), await post(`/invoice/${invoice}/project/none`)),
		'unlink an invoice': async () => (
			await placed(),
			await send('DELETE', `/invoice/${invoice}/project/none`)
		),
	},
	'409 project_already_exist': {
		'create twice': async () => (
			await post('/project', projectSample),
			await post('/project', projectSample)
		),
	},
	'404 customer_does_not_exist': {
		update: async () => await put('/customer/none', withoutId(customerSample)),
		'sign-up': async () => await send('GET', '/customer/none/signup'),
		credit: async () => await send('GET', '/customer/none/creditInfo'),
		invoice: async () => await post('/invoice', plainInvoice({ customerId: 'no' })),
		quote: async () => await post('/quote', { ...quoteSample, customerId: 'no' }),
		'link to a company': async () => (
			await post('/company', companySample),
			await post(`/company/${company}/customer`, { customerId: 'no' })
		),
		'update an invoice': async () => (
			await placed(),
			await put(`/invoice/${invoice}`, update({ customerId: 'no' }))
		),
		'update a quote': async () => (
			await post('/quote', quoteSample),
			await put(`/quote/${quote}`, quoteUpdate({ customerId: 'no' }))
		),
	},
	'400 customer_invalid_data': {
		customer: async () => await post('/customer', { ...another, firstName: '' }),
		company: async () => await post('/company', { ...companySample, businessName: 7 }),
	},
	'409 customer_company_change': {
		'link to a second company': async () => {
			await post('/company', companySample);
			await post('/company', { ...companySample, id: 'other' });
			await post(`/company/${company}/customer`, { customerId: customer });
			return await post('/company/other/customer', { customerId: customer });
		},
	},
	'409 customer_already_registered': {
		link: async () => {
			await post('/company', companySample);
			people().register(customer);
			return await post(`/company/${company}/customer`, { customerId: customer });
		},
	},
	'404 company_customer_does_not_exist': {
		link: async () => await post('/company/none/customer', { customerId: customer }),
		'create a customer with it': async () => await post('/customer', { ...another, companyId: 'none' }),
	},
	'409 customer_with_phone_or_email_already_exist': {
		'e-mail in other letter case': async () =>
			await post('/customer', { ...another, emailAddress: 'JANE@example.com' }),
		'phone in other writing, in a company': async () =>
			await post('/company', {
				...companySample,
				customers: [{ ...another, cellPhoneNumber: '+1 (202) 555-0111' }],
			}),
		update: async () => {
			await post('/customer', another);
			return await put('/customer/another', { ...withoutId(another), emailAddress: 'jane@example.com' });
		},
	},
	'409 company_can_have_only_one_customer': {
		'create with two': async () => {
			const third = {
				...another,
				id: 'third',
				emailAddress: 't@example.com',
				cellPhoneNumber: '+12025550133',
			};
			return await post('/company', { ...companySample, customers: [another, third] });
		},
		'link a second one': async () => {
			await post('/company', { ...companySample, customers: [another] });
			return await post(`/company/${company}/customer`, { customerId: customer });
		},
		'create a second one with companyId': async () => {
			await post('/company', companySample);
			await post(`/company/${company}/customer`, { customerId: customer });
			return await post('/customer', { ...another, companyId: company });
		},
	},
});
