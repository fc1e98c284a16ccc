import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type { Shot } from '../../emulator/blueTape/notice';
import { variationNames, type Variation } from '../../emulator/blueTape/variations';
import { startEmulator } from '../../emulator/server';
import { withCustomer } from './blueTapeCalls';
import { olderInvoiceSample, plainInvoice, quoteSample } from './blueTapeSamples';

interface Received {
	path: string;
	secret: unknown;
	body: unknown;
	type: unknown;
	/** One character per byte. */
	bytes: string;
}

let receiver: FastifyInstance;
let address: string;
let received: Received[] = [];
let answers: number[] = [];
/** Holds answers back until so many notices have arrived. */
let gate = 0;

const api = withCustomer();
beforeAll(async () => {
	receiver = fastify({ forceCloseConnections: true });
	receiver.removeAllContentTypeParsers();
	receiver.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	receiver.post('/*', async (request, reply) => {
		const bytes = request.body as Buffer;
		const text = bytes.toString();
		let body: unknown = text;
		try {
			body = JSON.parse(text);
		} catch {}
		received.push({
			...{ path: request.url, secret: request.headers['x-bluetape-key'], body },
			...{ type: request.headers['content-type'], bytes: bytes.toString('latin1') },
		});
		while (received.length < gate) await new Promise(setImmediate);
		return reply.code(answers.shift() ?? 200).send('noted');
	});
	address = await receiver.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => {
	[received, answers, gate] = [[], [], 0];
	configure();
});
afterAll(async () => await receiver.close());

const invoiceId = olderInvoiceSample.id;
const configure = (more = {}) =>
	api.emulator.blueTape.webhooks.configure({
		quoteApprovalUrl: `${address}/quote/approval`,
		invoicePaymentUrl: `${address}/invoice/payment`,
		headers: { 'X-BlueTape-Key': 'shared secret' },
		...more,
	});

test('a payment with an advance sends two notices', async () => {
	await api.post('/invoice', plainInvoice());
	await api.emulator.blueTape.people.pay(invoiceId, { advanceRate: 80, paymentMethod: 'loan', fee: 2.5 });
	await api.emulator.blueTape.people.pay(invoiceId, { paymentMethod: 'ach' });
	expect(received).toMatchObject([
		{
			path: '/invoice/payment',
			secret: 'shared secret',
			body: { invoiceId, amount: 880, fee: 2.5, paymentMethod: 'loan', status: 'PartiallyPaid' },
		},
		{
			path: '/invoice/payment',
			secret: 'shared secret',
			body: { invoiceId, amount: 220, fee: 0, paymentMethod: 'ach', status: 'Paid' },
		},
	]);
	expect(api.emulator.blueTape.webhooks.deliveries).toMatchObject([
		{ number: 1, event: 'invoice.payment', mode: 'once', attempt: 1, status: 200, answer: 'noted' },
		{ number: 2, status: 200 },
	]);
});

test.each([
	['approve', 'Approved'],
	['reject', 'Rejected'],
] as const)('to %s a quote sends a notice', async (action, result) => {
	await api.post('/quote', quoteSample);
	await api.emulator.blueTape.people[action](quoteSample.id);
	expect(received.map(({ path, body }) => [path, body])).toEqual([
		[
			'/quote/approval',
			{ quoteId: quoteSample.id, result, creditInfo: { limit: 0, balance: 0, pastDueAmount: 0 } },
		],
	]);
});

test('without an address nothing is sent', async () => {
	api.emulator.blueTape.webhooks.configure({});
	await api.post('/invoice', plainInvoice());
	await api.emulator.blueTape.people.pay(invoiceId);
	expect(api.emulator.blueTape.webhooks.deliveries).toEqual([]);
	await expect(api.emulator.blueTape.webhooks.fire({ event: 'invoice.payment' })).rejects.toThrow(
		'No address',
	);
});

const fire = async (options: Shot) => await api.emulator.blueTape.webhooks.fire(options);

test('repeat sends the same notice again', async () => {
	await fire({ event: 'invoice.payment', mode: 'repeat', times: 3 });
	expect(received).toHaveLength(3);
	expect(received[1]).toEqual(received[0]);
	expect(received[2]).toEqual(received[0]);
});

test('twins are under way at the same moment', async () => {
	gate = 2;
	const deliveries = await fire({ event: 'quote.approval', mode: 'twins' });
	expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
	expect(received[0].body).toEqual(received[1].body);
});

test.each([
	['wrong', 'forged'],
	['none', undefined],
] as const)('a forger has a secret that is %s', async (secret, sent) => {
	await fire({ event: 'invoice.payment', mode: 'forged', secret });
	expect(received.map((one) => one.secret)).toEqual([sent]);
});

test('any mode may carry headers of its own', async () => {
	await fire({ event: 'invoice.payment', mode: 'twins', headers: { 'X-BlueTape-Key': 'shared secreT' } });
	expect(received.map((one) => one.secret)).toEqual(['shared secreT', 'shared secreT']);
	expect(JSON.stringify(api.emulator.blueTape.webhooks.deliveries)).not.toContain('secre');
});

test('garbage is no JSON, or whatever is given', async () => {
	await fire({ event: 'invoice.payment', mode: 'garbage' });
	await fire({ event: 'invoice.payment', mode: 'garbage', payload: { amount: 'lots' } });
	expect(received.map(({ body }) => body)).toEqual(['{"invoiceId": "6c8f90e4', { amount: 'lots' }]);
});

test('a notice that is not taken comes again, as often as told and no oftener', async () => {
	configure({ retryDelaysMs: [1, 1] });
	answers = [500];
	const [first] = await fire({ event: 'invoice.payment' });
	expect(first.status).toBe(500);
	await api.emulator.blueTape.webhooks.idle();
	answers = [500, 500, 500, 500];
	await fire({ event: 'invoice.payment' });
	await api.emulator.blueTape.webhooks.idle();
	expect(api.emulator.blueTape.webhooks.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
		[1, 500],
		[2, 200],
		[1, 500],
		[2, 500],
		[3, 500],
	]);
});

test('nothing comes again once the emulator has stopped', async () => {
	const stopped = await startEmulator();
	const { webhooks } = stopped.blueTape;
	webhooks.configure({ invoicePaymentUrl: `${address}/x`, retryDelaysMs: [600_000] });
	answers = [500];
	await webhooks.fire({ event: 'invoice.payment' });
	await stopped.stop();
	expect(webhooks.deliveries).toHaveLength(1);
});

test('a receiver that is not there is written down', async () => {
	configure({ invoicePaymentUrl: 'http://127.0.0.1:1/' });
	const [delivery] = await fire({ event: 'invoice.payment' });
	expect(delivery.status).toBeUndefined();
	expect(delivery.error).toContain('fetch failed');
});

describe('a notice in other writing', () => {
	const payload = { invoiceId: 'RE-Mü-17', amount: 1100, fee: 0, paymentMethod: 'card', status: 'Paid' };
	const json = 'application/json';

	test.each<[Variation, unknown, string?]>([
		['amountsAsText', { ...payload, amount: '1100.00', fee: '0.00' }],
		['amountsInDollars', { ...payload, amount: '$1,100.00', fee: '$0.00' }],
		['numericId', { ...payload, invoiceId: 17 }],
		['nullFields', { invoiceId: 'RE-Mü-17', amount: null, fee: null, paymentMethod: null, status: null }],
		['absentFields', { invoiceId: 'RE-Mü-17' }],
		['pascalCase', { InvoiceId: 'RE-Mü-17', Amount: 1100, Fee: 0, PaymentMethod: 'card', Status: 'Paid' }],
		['upperCase', { INVOICEID: 'RE-Mü-17', AMOUNT: 1100, FEE: 0, PAYMENTMETHOD: 'card', STATUS: 'Paid' }],
		['snakeCase', { invoice_id: 'RE-Mü-17', amount: 1100, fee: 0, payment_method: 'card', status: 'Paid' }],
		[
			'moreFields',
			{ event: 'invoice.payment', eventId: 'evt_1', receivedAt: null, problems: [], ...payload },
		],
		['envelope', { event: 'invoice.payment', attempt: 1, data: payload }],
		['textEnvelope', { body: JSON.stringify(payload) }],
		['list', [payload]],
		['severalIds', { ...payload, invoiceId: ['RE-Mü-17', 'RE-Mü-17-2'] }],
		[
			'bothEvents',
			{
				quoteId: 'a0b9cedc32ce',
				result: 'Approved',
				creditInfo: { limit: 1000, balance: 5000, pastDueAmount: 450 },
				...payload,
			},
		],
		[
			'form',
			'invoiceId=RE-M%C3%BC-17&amount=1100&fee=0&paymentMethod=card&status=Paid',
			'application/x-www-form-urlencoded',
		],
		['unknownCharset', payload, `${json}; charset=x-bluetape`],
		['textPlain', payload, 'text/plain'],
	])('%s', async (name, body, type = json) => {
		const [delivery] = await fire({ event: 'invoice.payment', payload, vary: [name] });
		expect(received.map((one) => [one.path, one.secret, one.body, one.type])).toEqual([
			['/invoice/payment', 'shared secret', body, type],
		]);
		expect(delivery).toMatchObject({ status: 200, vary: [name] });
	});

	test.each<[Variation, string, string]>([
		['latin1', `${json}; charset=ISO-8859-1`, JSON.stringify(payload)],
		['utf16', `${json}; charset=utf-16`, [...JSON.stringify(payload)].map((sign) => `${sign}\0`).join('')],
		['byteOrderMark', json, `\xef\xbb\xbf${JSON.stringify(payload).replace('ü', '\xc3\xbc')}`],
		[
			'multipart',
			'multipart/form-data; boundary=part',
			'--part\r\nContent-Disposition: form-data; name="invoiceId"\r\n\r\nRE-M',
		],
		[
			'jsonLines',
			'application/x-ndjson',
			'{"invoiceId":"6c8f90e43e13","amount":1100,"fee":0,"paymentMethod":"card","status":"Paid"}\n{"invoiceId":"RE-M',
		],
	])('%s, byte by byte', async (name, type, bytes) => {
		await fire({ event: 'invoice.payment', payload, vary: [name] });
		expect(received[0].type).toBe(type);
		expect(received[0].bytes.slice(0, bytes.length)).toBe(bytes);
	});

	test('several at once, and at the address of the other event', async () => {
		await fire({
			event: 'invoice.payment',
			payload,
			vary: ['pascalCase', 'amountsAsText', 'envelope', 'otherAddress'],
		});
		expect(received).toMatchObject([
			{ path: '/quote/approval', body: { attempt: 1, data: { InvoiceId: 'RE-Mü-17', Amount: '1100.00' } } },
		]);
	});

	test('without an address of the other event it goes to its own', async () => {
		configure({ quoteApprovalUrl: undefined, vary: ['otherAddress', 'list'] });
		await fire({ event: 'invoice.payment' });
		expect(received).toMatchObject([{ path: '/invoice/payment', body: [{ status: 'Paid' }] }]);
	});

	test('set for every notice, those of the customers too', async () => {
		configure({ vary: ['amountsAsText'] });
		await api.post('/invoice', plainInvoice());
		await api.emulator.blueTape.people.pay(invoiceId);
		expect(received).toMatchObject([{ body: { amount: '1100.00' } }]);
	});

	test('the README lists every one of them', () => {
		const readme = readFileSync(join(__dirname, '../../emulator/README.md'), 'utf8');
		expect(variationNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
	});
});
