import { refuse } from '../../emulator/blueTape/refusal';
import type { ErrorStyle } from '../../emulator/blueTape/settings';
import type { Answer } from './answer';
import { withCustomer } from './blueTapeCalls';
import {
	companySample,
	customerSample,
	olderInvoiceSample,
	projectSample,
	quoteSample,
	withoutId,
} from './blueTapeSamples';
import { invoiceCodes } from './codes/invoices';
import { peopleCodes } from './codes/people';
import { quoteCodes } from './codes/quotes';
import { another, customer, invoice, quoteUpdate, stepsOf, update } from './codes/steps';

const api = withCustomer();
const steps = stepsOf(api);
const { post, put, send, placed } = steps;

/** Every symbolic code of bluetape.md 9.2, each way that leads to it. */
const codes = { ...peopleCodes(steps), ...quoteCodes(steps), ...invoiceCodes(steps) };
const cases = Object.entries(codes).flatMap(([statusAndCode, ways]) => {
	const [status, code] = statusAndCode.split(' ');
	return Object.entries(ways).map(([how, act]) => ({ code, status: Number(status), how, act }));
});

test.each(cases)('$code ($status): $how', async ({ code, status, act }) => {
	const reply = await act();
	expect(reply.json).toEqual({ code, reason: expect.any(String) });
	expect(reply.status).toBe(status);
});

test('the table reaches all 30 codes of bluetape.md 9.2', () => {
	expect(new Set(cases.map(({ code }) => code)).size).toBe(30);
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
	api.emulator.blueTape.state.settings.errorStyle = 'status';
	expect((await act()).json).toEqual({ code, reason });
});

test.each<[ErrorStyle, unknown]>([
	['symbol', { code: 'invoice_does_not_exist', reason: 'Invoice not found.' }],
	['status', { code: '404', reason: 'Invoice not found.' }],
	['capitals', { Code: 'INVOICE_DOES_NOT_EXIST', Reason: 'Invoice not found.' }],
	['message', { statusCode: 404, message: 'invoice_does_not_exist: Invoice not found.' }],
	[
		'problem',
		{
			type: 'about:blank',
			title: 'The request was refused.',
			status: 404,
			errors: { invoice_does_not_exist: ['Invoice not found.'] },
		},
	],
	['nested', { error: { code: 'invoice_does_not_exist', message: 'Invoice not found.' } }],
	['text', 'invoice_does_not_exist: Invoice not found.'],
])('in the style "%s" a refusal is %j', (style, body) =>
	expect(refuse('invoice_does_not_exist').body(style)).toEqual(body),
);

test('a refusal in plain text says so', async () => {
	const { emulator } = api;
	emulator.blueTape.state.settings.errorStyle = 'text';
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const headers = { 'x-bluetape-key': apiKey, 'x-integration-accountid': accountId };
	const answer = await fetch(`${baseUrl}/integration/invoice/NONE/status`, { headers });
	expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
		404,
		expect.stringMatching(/^text\/plain/),
		'invoice_does_not_exist: Invoice not found.',
	]);
});

test('the text of a fault has the type that it is given', async () => {
	const { emulator } = api;
	emulator.faults.add({ status: 400, body: 'No', type: 'text/plain' }, { status: 400, body: 'No' });
	const types = [];
	for (let index = 0; index < 2; index++) {
		types.push((await fetch(`${emulator.blueTape.baseUrl}/integration/x`)).headers.get('content-type'));
	}
	expect(types).toEqual([expect.stringMatching(/^text\/plain/), expect.stringMatching(/^application\/json/)]);
});
