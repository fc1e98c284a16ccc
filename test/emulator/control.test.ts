import { startEmulator, type Emulator } from '../../emulator/server';
import { call, addSampleCustomer } from './blueTapeCalls';
import { customerSample, plainInvoice, quoteSample, sampleDay } from './blueTapeSamples';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator({ seed: true, now: sampleDay });
});
beforeEach(() => emulator.reset());
afterAll(async () => await emulator.stop());

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; json: any }> {
	const response = await fetch(`${emulator.url}/emulator${path}`, {
		method,
		...(body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		}),
	});
	return { status: response.status, json: await response.json() };
}

test('journal, faults and rate limit', async () => {
	await control('POST', '/faults', [{ status: 500 }, { status: 503, times: 2 }]);
	expect((await control('GET', '/faults')).json).toMatchObject([{ left: 1 }, { left: 2 }]);
	expect((await call(emulator, 'POST', '/integration/customer', customerSample)).status).toBe(500);
	await control('DELETE', '/faults');
	expect((await call(emulator, 'POST', '/integration/customer', customerSample)).status).toBe(201);
	expect((await control('GET', '/journal')).json).toMatchObject([{ status: 500 }, { status: 201 }]);
	await control('DELETE', '/journal');
	expect((await control('GET', '/journal')).json).toEqual([]);
	await control('POST', '/rate-limit', { perSecond: 5 });
	expect((await control('GET', '/state')).json.rateLimitPerSecond).toBe(5);
});

test('the clock moves, and back', async () => {
	expect((await control('POST', '/clock', { advanceDays: 2, advanceSeconds: 60 })).json).toEqual({
		now: '2023-01-07T12:01:00.000Z',
	});
	expect((await control('POST', '/clock', { now: '2026-03-31T08:00:00Z' })).json.now).toBe(
		'2026-03-31T08:00:00.000Z',
	);
	expect((await control('POST', '/clock', { reset: true })).json.now).toBe('2023-01-05T12:00:00.000Z');
});

test('reset goes back to the demo records, or to none', async () => {
	await call(emulator, 'POST', '/integration/customer', customerSample);
	await control('POST', '/reset');
	const customers = (await control('GET', '/state')).json.blueTape.customers;
	expect(Object.keys(customers)).toEqual(['CUST-101', 'CUST-102', 'CUST-103']);
	await control('POST', '/reset', { seed: false });
	expect((await control('GET', '/state')).json.blueTape.customers).toEqual({});
});

test('the state shows lists as lists and files as size and digest', async () => {
	const path = '/integration/invoice/INVOICE-3001/file';
	await call(emulator, 'POST', path, Buffer.from('%PDF-1.4'), { 'content-type': 'application/pdf' });
	const { blueTape } = (await control('GET', '/state')).json;
	expect(blueTape.invoices['INVOICE-3001'].file).toEqual({
		fileName: 'INV-3001.pdf',
		content: { size: 8, sha256: expect.any(String) },
	});
	expect(blueTape.notifications).toEqual(
		expect.arrayContaining([expect.objectContaining({ channel: 'sms' })]),
	);
});

test('control takes JSON only', async () => {
	const response = await fetch(`${emulator.url}/emulator/reset`, { method: 'POST', body: 'seed=false' });
	expect([response.status, await response.json()]).toEqual([400, { error: 'Send JSON.' }]);
});

test('the demo records are fit for the API', async () => {
	const status = await call(emulator, 'GET', '/integration/invoice/INVOICE-3003/status');
	expect(status.json).toMatchObject({ status: 'PaymentProcessing', creditInfo: { processingAmount: 2400 } });
	const link = await call(emulator, 'POST', '/integration/company/COMP-101/customer', {
		customerId: 'CUST-101',
	});
	expect(link.json.code).toBe('customer_already_registered');
});

test('people act, by ids of any kind', async () => {
	emulator.reset({ seed: false });
	await addSampleCustomer(emulator);
	const id = 'A/1 #2';
	await call(emulator, 'POST', '/integration/invoice', plainInvoice({ id }));
	await call(emulator, 'POST', '/integration/quote', quoteSample);
	const at = `/bluetape/invoices/${encodeURIComponent(id)}`;
	expect(
		(await control('POST', `/bluetape/customers/${quoteSample.customerId}/register`)).json.isRegistered,
	).toBe(true);
	expect((await control('POST', `${at}/status`, { status: 'InReview' })).json.status).toBe('InReview');
	expect((await control('POST', `${at}/pay`, { amount: 100 })).json).toMatchObject({ paid: 100 });
	expect((await control('POST', `/bluetape/quotes/${quoteSample.id}/approve`)).json.status).toBe(
		'AUTHORIZED',
	);
	expect(await control('POST', `/bluetape/quotes/${quoteSample.id}/reject`)).toMatchObject({ status: 409 });
	expect((await control('POST', `/bluetape/quotes/${quoteSample.id}/dismiss`)).json.status).toBe('DISMISSED');
	expect((await control('POST', '/bluetape/invoices/none/pay')).status).toBe(404);
});

test('notices and settings', async () => {
	const dead = 'http://127.0.0.1:1/';
	await control('POST', '/bluetape/webhooks', { invoicePaymentUrl: dead, headers: { 'X-Secret': 's' } });
	const fired = await control('POST', '/bluetape/webhooks/fire', { event: 'invoice.payment', mode: 'twins' });
	expect(fired.json).toMatchObject([{ url: dead }, { url: dead }]);
	expect((await control('GET', '/bluetape/webhooks')).json.deliveries).toHaveLength(2);
	expect((await control('POST', '/bluetape/settings', { errorStyle: 'status' })).json.errorStyle).toBe(
		'status',
	);
});

test.each([
	['/faults', { stauts: 500 }],
	['/faults', { match: { path: '/a(' }, status: 500 }],
	['/clock', { now: 'soon' }],
	['/rate-limit', {}],
	['/bluetape/invoices/INVOICE-3001/pay', { advanceRate: 50 }],
	['/bluetape/webhooks', { invoicePaymentUrl: 'no address' }],
	['/bluetape/webhooks/fire', { event: 'invoice.payment' }],
	['/bluetape/settings', { errorStyle: 'loud' }],
])('POST /emulator%s refuses %j', async (path, body) => {
	expect(await control('POST', path, body)).toMatchObject({
		status: 400,
		json: { error: expect.anything() },
	});
});

test('the status page shows everything and runs nothing that was sent to it', async () => {
	const attack = '<img src=x onerror=alert(1)>';
	const sent = { ...customerSample, id: `"'${attack}`, lastName: attack };
	await call(emulator, 'POST', '/integration/customer', sent);
	const response = await fetch(emulator.url);
	const text = await response.text();
	expect(response.headers.get('content-type')).toContain('text/html');
	expect(text).not.toContain('<img');
	expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
	for (const expected of [
		emulator.blueTape.baseUrl,
		emulator.blueTape.apiKey,
		'INVOICE-3001',
		'Harbor Point Builders',
	]) {
		expect(text).toContain(expected);
	}
	expect(text).not.toMatch(/(src|href)="https?:/);
	expect(emulator.journal.entries).toHaveLength(1);
});
