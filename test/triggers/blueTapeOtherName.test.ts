import type { NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { one, read } from './blueTapeRead';

// A notice may name its record by what is not called its ID.

const paid = { amount: 1100, status: 'Paid' };
const approved = { result: 'Approved', creditInfo: { limit: 5 } };
const doubt = (name: string) => `was read from '${name}': it may be another than the ID in BlueTape`;
const jsonApi = (type: string, attributes: object, relationships?: object) => ({
	data: { type, id: 'R-1', attributes, relationships },
});

describe('a record under another name', () => {
	test.each([
		...['invoiceNo', 'invoice_nr', 'invoiceNumber', 'invoiceRef', 'invoice-reference', 'externalInvoiceId'],
		...['invoice_external_id', 'bluetapeInvoiceId', 'BlueTape Invoice ID', 'InvoiceUUID'],
	])('%s', (name) => {
		const ofQuote = name
			.replace('nvoice', 'uote')
			.replace(/I(?=uote)/, 'Q')
			.replace(/i(?=uote)/, 'q');
		for (const id of ['X-7', ' X-7 ', 12]) {
			const text = String(id).trim();
			expect(one({ [name]: id, ...paid }).fields).toMatchObject({ invoiceId: text, ...paid });
			expect(one({ by: 1, data: { [ofQuote]: id, ...approved } }, '', 'quote.approval')).toMatchObject({
				event: 'quote.approval',
				fields: { quoteId: text, ...approved },
				problems: expect.arrayContaining([expect.stringMatching(/^quoteId was read from '\w+': it may be/)]),
			});
		}
	});

	test.each<[body: object, address: NoticeEvent, id: string, from: string]>([
		[
			{ id: 'PAY-1', type: 'payment', ...paid, invoice: { reference: 'X-7' } },
			'invoice.payment',
			'X-7',
			'invoice',
		],
		[
			{ id: 'PAY-1', ...paid, invoice: { external_id: 'X-7', number: 'N' } },
			'invoice.payment',
			'X-7',
			'invoice',
		],
		[
			{ id: 'PAY-1', type: 'payment', ...paid, invoice: { number: 7, name: 'Studs' } },
			'invoice.payment',
			'7',
			'invoice',
		],
		[{ payment: { id: 'PAY-1', ...paid, invoice: { number: 'X-7' } } }, 'invoice.payment', 'X-7', 'invoice'],
		[
			{ id: 'call', status: 'sent', invoice: { number: 'X-7', ...paid } },
			'invoice.payment',
			'X-7',
			'invoice',
		],
		[{ id: 'call', invoice: { name: 'X-7', ...paid } }, 'invoice.payment', 'X-7', 'invoice'],
		[{ ...paid, invoice: { Name: 'X-7' } }, 'invoice.payment', 'X-7', 'invoice'],
		[{ id: {}, ...paid, invoice: { number: 'X-7' } }, 'invoice.payment', 'X-7', 'invoice'],
		[{ id: 'PAY-1', ...paid, invoiceRef: 'X-7' }, 'invoice.payment', 'X-7', 'invoiceRef'],
		[
			{ id: 'PAY-1', object: 'payment', ...paid, invoiceNumber: 'X-7' },
			'invoice.payment',
			'X-7',
			'invoiceNumber',
		],
		[{ id: 'call', invoice: { ref: 'X-7', ...paid } }, 'invoice.payment', 'X-7', 'invoice'],
		[
			{ type: 'payment', data: { id: 'PAY-1', ...paid, invoice: { no: 'X-7' } } },
			'invoice.payment',
			'X-7',
			'invoice',
		],
		[
			jsonApi('payments', paid, { invoice: { data: { type: 'invoices', id: 'X-7' } } }),
			'invoice.payment',
			'X-7',
			'invoice',
		],
		[jsonApi('payments', { ...paid, invoice_no: 'X-7' }), 'invoice.payment', 'X-7', 'invoiceNo'],
		[{ id: 'D-1', ...approved, quote: { reference: 'X-7' } }, 'quote.approval', 'X-7', 'quote'],
		[jsonApi('decisions', approved, { quote: { data: { id: 'X-7' } } }), 'quote.approval', 'X-7', 'quote'],
		[{ quoteRef: 'X-7', status: 'Approved' }, 'quote.approval', 'X-7', 'quoteRef'],
	])("is not mistaken for the payment's own id: %j", (body, address, id, from) => {
		const { fields, problems, event } = one(body, '', address);
		const idName = event === 'quote.approval' ? 'quoteId' : 'invoiceId';
		expect([event, fields[idName]]).toEqual([address, id]);
		expect(problems).toContain(`${idName} ${doubt(from)}`);
	});

	test('several are several', () => {
		for (const ids of [
			{ invoiceReference: ['I', 'J'] },
			{ id: 'PAY-1', invoices: [{ ref: 'I' }, { ref: 'J' }] },
			{ id: 'PAY-1', invoices: [{ ref: 'I' }, { number: 'J' }] },
			{ id: 'PAY-1', relationships: { invoices: { data: [{ id: 'I' }, { id: 'J' }] } }, attributes: {} },
		])
			expect(read({ ...ids, ...paid })).toMatchObject([
				{ json: { invoiceId: 'I', ...paid } },
				{ json: { invoiceId: 'J', ...paid } },
			]);
	});

	test.each<[body: object, address: NoticeEvent, id: string]>([
		[{ invoiceId: 'X-7', ...paid, invoice: { reference: 'R' }, invoiceRef: 'R' }, 'invoice.payment', 'X-7'],
		[{ invoice: { id: 'X-7', reference: 'R' }, invoiceNumber: 'N', ...paid }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', invoiceNumber: 'N', ...paid }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', reference: 'R', customer: { reference: 'C' }, ...paid }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', quote: { number: 'Q' }, ...paid }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, invoice: { name: 'Roof repair', totalAmount: 880 } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, invoice: { number: '1007' } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, invoice: { name: 'Roof', ...paid } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, invoice: { no: 'N', ...paid } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', status: 'Paid', invoice: { name: 'Roof', ...paid } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', type: 'payment', ...paid, invoice: { name: 'Roof' } }, 'invoice.payment', 'X-7'],
		[{ data: { id: 'X-7', ...paid, invoice: { number: 'N' } } }, 'invoice.payment', 'X-7'],
		[{ payment: { id: 'X-7', ...paid, invoiceNumber: 'N' } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...approved, quote: { name: 'Roof' } }, 'quote.approval', 'X-7'],
		[{ id: 'X-7', ...approved, quote: { number: 'N' } }, 'quote.approval', 'X-7'],
		[jsonApi('payments', { ...paid, id: 'X-7' }), 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...approved, invoice: { number: 'N' } }, 'quote.approval', 'X-7'],
		[{ id: 'X-7', quoteNumber: 'N', ...approved }, 'quote.approval', 'X-7'],
		[{ id: 'X-7', quoteNumber: 'N', status: 'Approved' }, 'quote.approval', 'X-7'],
		[{ id: 'X-7', ...paid, details: { fee: 5, invoice: { number: 'N' } } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, fee: 0, previousPayment: { invoiceId: 'I', ...paid } }, 'invoice.payment', 'X-7'],
		[{ id: 'X-7', ...paid, original: { invoiceId: 'I', fee: 0, ...paid } }, 'invoice.payment', 'X-7'],
	])('gives way to an ID: %j', (body, address, id) => {
		const { fields, problems } = one(body, '', address);
		expect(fields.invoiceId ?? fields.quoteId).toBe(id);
		expect(JSON.stringify(problems)).not.toContain('may be another');
	});

	test.each<[body: object, id: string, problem: string]>([
		[
			{ id: 'evt_9', ...paid, fee: 0, original: { invoiceId: 'I' } },
			'I',
			"invoiceId was read from 'original'",
		],
		[
			{ id: '9', type: 'invoice.paid', ...paid, fee: 0, previousState: { invoiceId: 'I', status: 'Placed' } },
			...(['I', "invoiceId was read from 'previousState'"] as const),
		],
		[{ id: 'X-7', ...paid, fee: 0, original: { invoiceId: 'I' } }, 'X-7', "'original' names another invoice"],
	])('but not to that of the call: %j', (body, id, problem) => {
		const { fields, problems } = one(body);
		expect(fields).toMatchObject({ invoiceId: id, ...paid });
		expect(problems).toContain(problem);
	});

	test('a former record of the same ID is no other one', () => {
		const { problems } = one({ id: 'X-7', ...paid, fee: 0, original: { invoiceId: 'X-7' } });
		expect(JSON.stringify(problems)).not.toContain('another');
	});

	test.each<[body: object, id: string | undefined]>([
		[{ quoteId: 'Q', invoiceRef: 'X-7', ...paid }, 'X-7'],
		[{ quoteId: 'Q', invoice: { number: 'X-7' }, ...paid }, 'X-7'],
		[{ quoteId: 'Q', invoiceNumber: 'X-7', ...paid }, 'X-7'],
		[{ quoteId: 'Q', id: 'X-7', ...paid }, 'X-7'],
		[{ quoteId: 'Q', invoiceRef: 'X-7', amountPaid: 500, status: 'Paid' }, 'X-7'],
		[{ data: { quoteId: 'Q', invoiceRef: 'X-7', ...paid } }, 'X-7'],
		[{ quoteId: 'Q', id: 'evt_9', ...paid }, undefined],
		[{ quoteId: 'Q', id: 'P-1', type: 'payment', ...paid }, undefined],
	])("a quote's ID beside a payment does not hide its invoice: %j", (body, id) => {
		const { event, fields } = one(body);
		expect({ event, id: fields.invoiceId, quoteId: fields.quoteId }).toEqual({
			...{ event: 'invoice.payment', id, quoteId: 'Q' },
		});
	});

	test.each<[body: object, event: NoticeEvent, address: NoticeEvent]>([
		[
			{ quoteId: 'Q', result: 'Approved', invoiceRef: 'X-7', status: 'sent' },
			...(['quote.approval', 'invoice.payment'] as const),
		],
		[{ invoiceId: 'I', quoteRef: 'Q', status: 'Paid' }, 'invoice.payment', 'quote.approval'],
		[{ invoiceId: 'I', id: 'Q', status: 'Paid' }, 'invoice.payment', 'quote.approval'],
	])('but what is said of the documented ID stays: %j', (body, event, address) =>
		expect(one(body, '', address)).toMatchObject({ event, fields: body }),
	);

	test("but not to a payment's", () => {
		const payment = { type: 'payment', id: 'PAY-1', ...paid, fee: 0 };
		for (const within of [
			{ previousPayment: { invoiceId: 'X-7', ...paid } },
			{ details: { fee: 5, invoice: { number: 'X-7' } } },
			{ metadata: { invoiceId: 'X-7' } },
		])
			expect(one({ ...payment, ...within }).fields).toMatchObject({ invoiceId: 'X-7', ...paid });
	});

	test.each([{ invoiceRef: 'X-7' }, { invoiceNumber: 'X-7' }])(
		'a resource keeps its own type: %j',
		(name) => {
			const attributes = { type: 'card', ...paid, ...name };
			const { fields, problems } = one(jsonApi('refunds', attributes));
			expect(fields).toMatchObject({
				...paid,
				...{ invoiceId: 'X-7', type: 'refunds', id: 'R-1', attributes: { type: 'card' } },
			});
			expect(problems).toContain("status says 'Paid', but type says 'refunds'");
			expect(one(jsonApi('payments', attributes)).fields).toMatchObject({ invoiceId: 'X-7', ...paid });
			expect(one(jsonApi('invoices', { type: 'card', ...paid })).fields).toMatchObject({
				...{ invoiceId: 'R-1', type: 'invoices', attributes: { type: 'card' } },
			});
		},
	);

	test('of both, both are told', () => {
		const both = read({ invoiceRef: 'I', quoteRef: 'Q', ...paid, ...approved });
		expect(both).toMatchObject([{ json: { quoteId: 'Q' } }, { json: { invoiceId: 'I' } }]);
		expect(one({ invoiceRef: 'I', quoteRef: 'Q', ...paid }, '', 'quote.approval').event).toBe(
			'invoice.payment',
		);
	});

	test.each([
		{ invoiceRef: 'I', note: 1 },
		{ invoice: { reference: 'I' } },
		{ quoteNumber: 'Q', status: 'Approved' },
		{ reference: 'I', ...paid },
		{ orderNumber: 'I', ...paid },
	])('is none where nothing is said, or another record is named: %j', (body) =>
		expect(read(body)).toMatch(/names no invoice/),
	);

	test.each(['invoiceNo', 'externalInvoiceId', 'invoice_ref'])('%s keeps all digits', (name) => {
		expect(one(`{"${name}":12345678901234567891,"amount":5}`).fields.invoiceId).toBe('12345678901234567891');
	});
});
