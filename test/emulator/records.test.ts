import { withCustomer } from './blueTapeCalls';
import {
	companySample,
	customerSample,
	olderInvoiceSample,
	plainInvoice,
	quoteSample,
	simplifiedSample,
	withoutId,
} from './blueTapeSamples';

const api = withCustomer();
beforeEach(() => void (api.emulator.blueTape.state.notifications.length = 0));

const { post, put } = api;
const get = async (path: string) => (await api.get(path)).json;
const messages = () =>
	api.emulator.blueTape.state.notifications.map(({ channel, to, about, id }) =>
		[channel, to, about, id].join(' '),
	);
const people = () => api.emulator.blueTape.people;

const invoice = olderInvoiceSample.id;
const customer = quoteSample.customerId;

describe('messages to people', () => {
	test('an invoice asks its customer once, however often its creation is tried', async () => {
		await post('/invoice', plainInvoice());
		await post('/invoice', plainInvoice());
		expect(messages()).toEqual([
			`email jane@example.com invoice ${invoice}`,
			`sms +12025550111 invoice ${invoice}`,
		]);
	});

	test('a draft invoice asks nobody until it is placed', async () => {
		await post('/invoice', plainInvoice({ status: 'Draft' }));
		expect(messages()).toEqual([]);
		const { id: _id, ...update } = plainInvoice();
		expect((await put(`/invoice/${invoice}`, update)).status).toBe(202);
		expect(messages()).toHaveLength(2);
	});

	test('simplified payers are reached by whatever they have', async () => {
		await post('/invoice/simplify', simplifiedSample);
		expect(messages()).toEqual([
			'email paula@example.com invoice simple-1',
			'sms +12025550101 invoice simple-1',
			'email office@example.com invoice simple-1',
		]);
	});

	test('a customer is invited and a draft is not', async () => {
		await post('/customer', customerSample);
		await post('/customer', {
			...customerSample,
			id: 'draft',
			emailAddress: '[email protected]',
			cellPhoneNumber: '',
		});
		expect(messages()).toEqual([
			'email john@doe.com customer dc506b22c7fa',
			'sms +11234567890 customer dc506b22c7fa',
		]);
	});

	test('a refused body reaches nobody', async () => {
		await post('/invoice', plainInvoice({ currency: 'USD' }));
		await post('/quote', { ...quoteSample, customerId: 'none' });
		expect(messages()).toEqual([]);
	});
});

test('a draft customer mended by an update can be invoiced', async () => {
	await post('/customer', { ...customerSample, cellPhoneNumber: 'none' });
	const body = plainInvoice({ customerId: customerSample.id });
	expect((await post('/invoice', body)).status).toBe(409);
	await put(`/customer/${customerSample.id}`, withoutId(customerSample));
	expect((await post('/invoice', body)).status).toBe(201);
});

test('a company that cannot take its customer is not stored either', async () => {
	await post('/company', { ...companySample, customers: [{ ...customerSample, id: customer }] });
	expect(api.emulator.blueTape.state.companies.size).toBe(0);
});

test('credit figures follow the invoices and the clock', async () => {
	people().register(customer, { creditLimit: 5000 });
	await post('/invoice', plainInvoice());
	expect(await get(`/customer/${customer}/creditInfo`)).toEqual({
		limit: 5000,
		balance: 3900,
		pastDueAmount: 0,
	});
	api.emulator.clock.set(new Date('2023-02-20T00:00:00Z'));
	expect((await get(`/invoice/${invoice}/status`)).creditInfo).toMatchObject({
		...{ limit: 5000, availableCredit: 3900, balance: 1100, pastDueAmount: 1100 },
		...{ pastDue30: 0, pastDue60: 1100, pastDue90: 0, pastDue90Plus: 0, processingAmount: 0 },
	});
	await people().pay(invoice, { advanceRate: 90, paymentMethod: 'loan' });
	expect((await get(`/invoice/${invoice}/status`)).creditInfo).toMatchObject({
		balance: 110,
		processingAmount: 110,
	});
});

test('company credit info is found by id, phone or e-mail, and has its fields beside or inside', async () => {
	await post('/company', { ...companySample, customers: [customerSample] });
	people().register(customerSample.id);
	const rest = {
		isCompanyRegistered: true,
		externalCompanyId: companySample.id,
		customerInfos: [{ externalCustomerId: customerSample.id, isRegistered: true }],
	};
	for (const path of [companySample.id, 'x?email=JOHN@doe.com', 'x?phone=%2B11234567890']) {
		const [id, query] = path.split('?');
		const info = await get(`/company/${id}/creditInfo${query ? `?${query}` : ''}`);
		expect(info).toMatchObject({ ...rest, creditInfo: { limit: 50_000 } });
	}
	api.emulator.blueTape.state.settings.companyCreditFields = 'inside';
	expect(await get(`/company/${companySample.id}/creditInfo`)).toEqual({
		creditInfo: expect.objectContaining(rest),
	});
});

test('checkout and sign-up give links that open', async () => {
	await post('/invoice', plainInvoice());
	const { checkOutUrl } = await get(`/invoice/${invoice}/checkout`);
	expect(await (await fetch(checkOutUrl)).text()).toContain('INV/00003/2023');
	const { signUpUrl } = await get(`/customer/${customer}/signup`);
	expect(await (await fetch(signUpUrl)).text()).toContain('Welcome, John');
	expect(api.emulator.journal.filter({ path: 'checkout' })).toHaveLength(1);
});

test('checkout with redirect is a bare JSON string, or by setting an object', async () => {
	await post('/invoice', plainInvoice());
	const path = `/invoice/${invoice}/checkout-redirect?redirectUrl=${encodeURIComponent('https://shop.example.com/done?a=1&b=2')}`;
	const url = await get(path);
	expect(new URL(url as string).searchParams.get('redirectUrl')).toBe(
		'https://shop.example.com/done?a=1&b=2',
	);
	api.emulator.blueTape.state.settings.checkoutRedirectAnswer = 'object';
	expect(await get(path)).toEqual({ checkoutUrl: url });
	expect((await get(`/invoice/${invoice}/checkout-redirect?redirectUrl=done`)).code).toBe('400');
});

test('quotes go from placed to decided', async () => {
	await post('/quote', quoteSample);
	expect(await get(`/quote/${quoteSample.id}/status`)).toMatchObject({
		quoteId: quoteSample.id,
		status: 'PLACED',
		totalAmount: 1100,
	});
	await people().approve(quoteSample.id);
	expect((await get(`/quote/${quoteSample.id}/status`)).status).toBe('AUTHORIZED');
	await expect(people().reject(quoteSample.id)).rejects.toThrow('AUTHORIZED already');
});

test('by setting, an invoice may be lower than its quote', async () => {
	api.emulator.blueTape.state.settings.quoteTotals = 'upToApproved';
	await post('/quote', quoteSample);
	await people().approve(quoteSample.id);
	expect((await post('/invoice', { ...olderInvoiceSample, totalAmount: 1000 })).status).toBe(201);
});

test('an invoice is paid in two steps with an advance, exactly to the cent', async () => {
	await post('/invoice', plainInvoice({ totalAmount: 1100.1, amountDue: 1100.1 }));
	expect(await people().pay(invoice, { advanceRate: 80 })).toMatchObject({
		paid: 880.08,
		status: 'PaymentProcessing',
	});
	expect(await people().pay(invoice)).toMatchObject({ paid: 1100.1, status: 'Paid' });
	await expect(people().pay(invoice)).rejects.toThrow('Nothing is left to pay');
});

test('a draft cannot be paid', async () => {
	await post('/invoice', plainInvoice({ status: 'Draft' }));
	await expect(people().pay(invoice)).rejects.toThrow('A draft cannot be paid');
});

test('a rejected application shuts the customer out of credit, not out of paying', async () => {
	await post('/invoice', plainInvoice());
	people().setInvoiceStatus(invoice, { status: 'Rejected' });
	expect((await people().pay(invoice, { paymentMethod: 'ach' })).status).toBe('Paid');
	await post('/invoice', plainInvoice({ id: 'next' }));
	await expect(people().pay('next', { paymentMethod: 'loan' })).rejects.toThrow(
		'No BlueTape credit before 2023-07-05',
	);
	expect((await people().pay('next', { paymentMethod: 'card' })).status).toBe('Paid');
});

test('whoever pays a simplified invoice becomes a customer', async () => {
	await post('/invoice/simplify', simplifiedSample);
	const { customerId } = await people().pay(simplifiedSample.id);
	expect(await get(`/customer/${customerId}/creditInfo`)).toHaveProperty('limit');
});
