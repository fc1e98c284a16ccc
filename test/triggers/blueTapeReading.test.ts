import { amountOf } from '../../nodes/BlueTape/webhook/amountText';
import { events, type Notice, type NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { approval, payment } from './blueTapeNotices';
import { NOW, one, read, type Arrival } from './blueTapeRead';

const idsOf = (notices: Notice[] | string) =>
	typeof notices === 'string' ? notices : notices.map(({ json }) => json.invoiceId ?? json.quoteId);

const without = (body: object, field: string) =>
	Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));

test.each(events)('a notice of %s as documented is nothing odd', (event) => {
	const body = event === 'quote.approval' ? approval : payment;
	expect(one(body, 'application/json', event)).toMatchObject({ event, fields: body, problems: undefined });
});

describe('a field that is not there', () => {
	test.each([
		...['amount', 'fee', 'paymentMethod', 'status'].map((field) => [payment, field] as const),
		...['result', 'creditInfo'].map((field) => [approval, field] as const),
	])('of %j: %s', (body, field) => {
		const problems = [`${field} is missing`];
		const absent = one(without(body, field));
		expect(absent).toMatchObject({
			fields: without(body, field),
			problems: expect.arrayContaining(problems),
		});
		for (const empty of [null, '', '  ']) {
			expect(one({ ...body, [field]: empty })).toMatchObject({
				fields: { ...body, [field]: empty },
				problems: expect.arrayContaining(problems),
			});
		}
		expect(one({ ...body, [field]: null }).eventId).toBe(absent.eventId);
	});

	test('all of them but the id', () => {
		expect(one({ invoiceId: 'INV-7' })).toMatchObject({
			fields: { invoiceId: 'INV-7' },
			problems: ['amount is missing', 'fee is missing', 'paymentMethod is missing', 'status is missing'],
		});
	});
});

describe('a value of another type', () => {
	test.each([
		[{ invoiceId: 1007 }, { invoiceId: '1007' }, ['invoiceId came as a number and was read as text']],
		[{ invoiceId: ['INV-7'] }, { invoiceId: 'INV-7' }, ['invoiceId came as a list and was read as text']],
		[{ invoiceId: [7, '7'] }, { invoiceId: '7' }, ['invoiceId came as a list and was read as text']],
		[{ invoiceId: ' INV-7\n' }, { invoiceId: 'INV-7' }, ['invoiceId had blanks around it']],
		[{ amount: '1100.00' }, { amount: 1100 }, ['amount came as text and was read as a number']],
		[{ fee: '0' }, { fee: 0 }, ['fee came as text and was read as a number']],
		[{ amount: '1,100' }, { amount: '1,100' }, ['amount could not be read as a number and is as it came']],
		[{ amount: [5] }, { amount: [5] }, ['amount could not be read as a number and is as it came']],
		[{ fee: true }, { fee: true }, ['fee could not be read as a number and is as it came']],
		[{ status: 2 }, { status: 2 }, ['status is not text and is as it came']],
		[
			{ paymentMethod: ['card'] },
			{ paymentMethod: ['card'] },
			['paymentMethod is not text and is as it came'],
		],
		[{ status: 'Reversed' }, { status: 'Reversed' }, undefined],
	])('%j', (change, fields, problems) => {
		expect(one({ ...payment, ...change })).toMatchObject({ fields: { ...payment, ...fields }, problems });
	});

	const several = 'invoiceId seems to hold several IDs in one text, and is as it came';
	test.each<[id: string, isSeveral: boolean]>([
		...['INV-7,INV-8', 'INV-7; INV-12', '7,8', '1001, 1002,1003', 'INV-7 INV-8', 'A7|A8'].map(
			(id): [string, boolean] => [id, true],
		),
		...['INV-7', '2026/7', '1,007', '1,007,100', '2026 0007', 'INV, 7', 'Studs & Co 7', 'A-7+B'].map(
			(id): [string, boolean] => [id, false],
		),
		...['INV-2026-7 rev 2', ',', 'a,b', 'A7|B8'].map((id): [string, boolean] => [id, false]),
	])('an id like %j is several: %j', (id, is) => {
		const { fields, problems } = one({ ...payment, invoiceId: id });
		expect([fields.invoiceId, problems]).toEqual([id, is ? [several] : undefined]);
	});

	test('an endless number, which JSON could not carry on', () => {
		const found = one(JSON.stringify(payment).replace('2485.75', '1e999'));
		expect(found.fields.amount).toBeNull();
		expect(found.problems).toEqual(['amount is too large for a number', 'amount is missing']);
	});

	test.each([
		[
			{ limit: '134000.00', balance: 134000, pastDueAmount: 0 },
			['creditInfo.limit came as text and was read as a number'],
		],
		[JSON.stringify(approval.creditInfo), ['creditInfo came as text and was read as an object']],
		[
			{ LIMIT: 134000, balance: 134000, past_due_amount: 0 },
			["creditInfo.limit was written 'LIMIT'", "creditInfo.pastDueAmount was written 'past_due_amount'"],
		],
	])('credit info %j', (creditInfo, problems) => {
		expect(one({ ...approval, creditInfo }, '', 'quote.approval')).toMatchObject({
			fields: approval,
			problems,
		});
	});

	test.each([[[]], ['none'], [7]])('credit info %j', (creditInfo) => {
		expect(one({ ...approval, creditInfo }, '', 'quote.approval')).toMatchObject({
			fields: { creditInfo },
			problems: ['creditInfo is no object and is as it came'],
		});
	});

	test('an id of more digits than a number keeps is kept whole, where it is a text within a text too', () => {
		const digits = '12345678901234567891';
		for (const body of [
			`{"invoiceId": ${digits}}`,
			`[{"note":"\\"invoiceId\\": 1","Invoice_Id":${digits} }]`,
			`{"invoice":{"id":${digits}}}`,
			JSON.stringify({ payload: `{"invoiceId":${digits},"amount":1}` }),
		])
			expect(one(body).fields.invoiceId).toBe(digits);
		const note = 'say \\"invoiceId\\": 12345678901234567891, and so on';
		expect(one(`{"invoiceId":"I","note":"${note}"}`).fields.note).toBe(JSON.parse(`"${note}"`));
	});
});

test.each<[text: string, amount: number | undefined]>([
	...[
		'1100',
		'1100.00',
		' 1100.0 ',
		'$1,100.00',
		'$ 1100',
		'USD 1,100.00',
		'1100.00 USD',
		'US$1100',
		'1,100.00',
		' $1,100.00 ',
		`1100.${'0'.repeat(35)}`,
	].map((text): [string, number] => [text, 1100]),
	...['1.100,00', '1100,00', '1100,0'].map((text): [string, number] => [text, 1100]),
	['1,100,000', 1100000],
	['1.100.000', 1100000],
	['-5.00', -5],
	['-$5.00', -5],
	['$-5.00', -5],
	['0.125', 0.125],
	['1100.125', 1100.125],
	...[
		'1,100',
		'1.100',
		'12,345',
		'€1,100.00',
		'1100.00 EUR',
		'1,10,0.00',
		'1100.00.00',
		'1e3',
		'5-',
		'(5)',
		'--5',
		'$',
		'a lot',
		'٣',
		'1 100',
		'Infinity',
		'9007199254740993',
		`1100.${'0'.repeat(36)}`,
	].map((text): [string, undefined] => [text, undefined]),
])('the text %j is the amount %j', (text, number) => expect(amountOf(text)).toBe(number));

test('a text of a megabyte is no amount, and is soon seen to be none', () => {
	expect(amountOf(`1${' '.repeat(1e6)}x`)).toBeUndefined();
});

describe('names', () => {
	test.each([
		[{ InvoiceId: 'I', AMOUNT: 5, 'Payment Method': 'card', 'payment-method': null, Fee: 0, STATUS: 'Paid' }],
		[{ invoice_id: 'I', amount: 5, payment_method: 'card', fee: 0, status: 'Paid' }],
		[{ 'INVOICE-ID': 'I', Amount: 5, paymentmethod: 'card', fee: 0, status: 'Paid', invoiceId: null }],
	])('in any writing: %j', (body) => {
		const plain = { invoiceId: 'I', amount: 5, fee: 0, paymentMethod: 'card', status: 'Paid' };
		const { fields, problems } = one(body);
		expect(fields).toMatchObject(plain);
		expect(problems).toContainEqual(expect.stringMatching(/^invoiceId was written '/));
	});

	test('where there are two, the documented one counts, and it is told', () => {
		expect(one({ ...payment, Amount: 9 })).toMatchObject({
			fields: { ...payment, Amount: 9 },
			problems: ['amount is there more than once'],
		});
		expect(one({ ...payment, Amount: null }).problems).toBeUndefined();
	});
});

describe('what is around the notice', () => {
	test.each([
		[{ data: payment }, {}, 'data'],
		[{ event: 'payment', id: 'evt_1', payload: payment }, { event: 'payment', id: 'evt_1' }, 'payload'],
		[{ body: JSON.stringify(payment), attempt: 2 }, { attempt: 2 }, 'body'],
		[{ notices: [payment] }, {}, 'notices'],
	])('%j', (body, envelope, field) => {
		const found = one(body);
		expect(found.fields).toEqual({ ...payment, ...(Object.keys(envelope).length && { envelope }) });
		expect(found.problems).toEqual([`The notice stood in the field '${field}'`]);
		expect(found.eventId).toBe(one(payment).eventId);
	});

	test.each([
		[{ id: 'evt_1', data: { object: payment } }, 'data.object', { id: 'evt_1' }],
		[{ id: 'evt_1', data: { id: 7, object: payment } }, 'data.object', { id: 'evt_1', data: { id: 7 } }],
		[{ data: { type: 'payments', attributes: payment } }, 'data.attributes', { data: { type: 'payments' } }],
		[{ data: [{ attributes: payment }] }, 'data.attributes', undefined],
		[
			{ Records: [{ body: JSON.stringify(payment), by: 'queue' }] },
			'Records.body',
			{ Records: { by: 'queue' } },
		],
		[{ a: JSON.stringify({ b: { c: [payment] } }), by: 1 }, 'a.b.c', { by: 1 }],
	])('up to three objects deep: %j', (body, field, envelope) => {
		const found = one(body);
		expect(found.fields).toEqual({ ...payment, ...(envelope && { envelope }) });
		expect(found.problems).toEqual([`The notice stood in the field '${field}'`]);
		expect(found.eventId).toBe(one(payment).eventId);
	});

	test('but no deeper', () => {
		expect(read({ a: { b: { c: { d: payment } } } })).toMatch(/names no invoice/);
	});

	test.each([
		[{ quoteId: 'Q-1', payment }, 'payment', { quoteId: 'Q-1' }],
		[
			{ event: 'invoice.payment', quoteId: 'Q-1', status: 'sent', data: payment },
			'data',
			{ event: 'invoice.payment', quoteId: 'Q-1', status: 'sent' },
		],
		[{ invoiceId: 'I', data: { object: payment } }, 'data.object', { invoiceId: 'I' }],
		[{ quote: { id: 'Q-1' }, data: payment }, 'data', { quote: { id: 'Q-1' } }],
	])('the notice that says something counts before an id that says nothing: %j', (body, field, envelope) => {
		expect(one(body)).toMatchObject({
			event: 'invoice.payment',
			fields: { ...payment, envelope },
			problems: [`The notice stood in the field '${field}'`],
		});
	});

	test.each([
		[{ invoiceId: 'I', status: 'Paid', quote: { ...approval } }],
		[{ ...payment, quote: { quoteId: 'Q-1', result: 'Approved' } }],
		[{ invoiceId: 'I', quote: { quoteId: 'Q-1' } }],
		[{ invoiceId: 'I', customer: { amount: 5 } }],
	])('a notice that says something, or all that is said, is not taken apart: %j', (body) => {
		expect(one(body).fields).toEqual(body);
	});

	test.each([
		['an id', { ...without(payment, 'invoiceId'), invoice: 'INVOICE-3001' }],
		[
			'an object with an id',
			{ ...without(payment, 'invoiceId'), invoice: { id: 'INVOICE-3001', number: 7 } },
		],
	])('the invoice as %s', (_, body) => {
		expect(one(body)).toMatchObject({
			fields: { ...payment, invoice: body.invoice },
			problems: ["invoiceId was read from 'invoice'"],
		});
	});

	test('the invoice as an object that says the rest: what stands beside it is not mistaken for it', () => {
		const invoice = { id: 'INVOICE-3001', ...without(payment, 'invoiceId') };
		expect(one({ status: 'success', invoice })).toMatchObject({
			fields: { ...payment, envelope: { status: 'success' } },
			problems: ["invoiceId was read from 'invoice'"],
		});
	});

	test.each([
		[
			'the invoice with sums of its own',
			{ invoice: { id: 'INV-7', amount: 1100, status: 'Open' } },
			'invoice',
		],
		['the only one of a list', { invoices: [{ id: 'INV-7', status: 'Open' }] }, 'invoices'],
		['an id somewhere within', { metadata: { invoiceId: 'INV-7' } }, 'metadata'],
		['an id in JSON that is a text', { metadata: '{"ref":{"invoice_id":"INV-7"}}' }, 'metadata.ref'],
		['another object with an id that says less', { order: { invoiceId: 'INV-7', amount: 1100 } }, 'order'],
	])('the fields that say more are the notice: beside %s', (_, inner, place) => {
		const body = { ...without(payment, 'invoiceId'), ...inner };
		expect(one(body)).toMatchObject({
			event: 'invoice.payment',
			fields: { ...body, invoiceId: 'INV-7' },
			problems: expect.arrayContaining([`invoiceId was read from '${place}'`]),
		});
		expect(one(body).fields).not.toHaveProperty('envelope');
		const { fields, problems } = one({ attempt: 2, data: body });
		expect(fields).toMatchObject({ ...body, invoiceId: 'INV-7', envelope: { attempt: 2 } });
		expect(problems).toContain("The notice stood in the field 'data'");
	});

	test('but none of a list with others: a batch is not the sum of one of its invoices', () => {
		const allocations = [
			{ invoiceId: 'INV-7', amount: 100 },
			{ ref: 'PO-9', amount: 400 },
		];
		const { fields } = one({ ...without(payment, 'invoiceId'), amount: 500, allocations });
		expect(fields).toMatchObject({ invoiceId: 'INV-7', amount: 100, envelope: { amount: 500 } });
	});

	test('an amount within that differs is told', () => {
		const order = { invoiceId: 'INV-7', amount: 1100 };
		const body = { ...without(payment, 'invoiceId'), amount: 550, order };
		expect(one(body).problems).toContain("amount stands in 'order', with another value");
		const same = { ...body, amount: 1100 };
		expect(JSON.stringify(one(same))).not.toContain('another value');
	});

	test('an approval around the id of its quote, too', () => {
		const body = {
			...without(approval, 'quoteId'),
			status: 'sent',
			quote: { no: 1, ref: { quoteId: 'Q-1' } },
		};
		expect(one(body, '', 'quote.approval').fields).toEqual({ quoteId: 'Q-1', ...body });
	});

	const beside = (amount: unknown, attempt: number): Array<[string, object]> => [
		['a record of its own', { amount, attempt, invoice: { id: 'INV-7', status: 'Open' } }],
		['the only record of a list', { amount, attempt, invoices: [{ id: 'INV-7', status: 'Open' }] }],
		['an object with the id', { data: { Amount: amount }, by: { attempt }, meta: { invoiceId: 'INV-7' } }],
		['an envelope', { event: { amount, attempt, data: { invoiceId: 'INV-7', status: 'Open' } } }],
		[
			'several records and much else',
			{
				...{
					amount,
					invoices: [
						{ id: 'I', status: 'Paid' },
						{ id: 'J', status: 'Paid' },
					],
				},
				note: `${attempt}${'x'.repeat(600_000)}`,
			},
		],
	];
	test.each(beside(0, 0).map(([story], at) => [story, at] as const))(
		'an amount beside %s makes another notice, an attempt does not; both are told',
		(_, at) => {
			const [first, other, repeat] = [beside(550, 1), beside(300, 1), beside('550.00', 2)].map(
				(all) => read(all[at][1]) as Notice[],
			);
			for (const [nth, { json, eventId }] of first.entries()) {
				expect(json.problems).toContain('amount stands in the envelope, with another value');
				expect(other[nth].eventId).not.toBe(eventId);
				expect(repeat[nth].eventId).toBe(eventId);
			}
		},
	);

	test('an empty invoiceId does not take the place of the invoice', () => {
		expect(one({ ...payment, invoiceId: null, invoice: 7 }).fields).toMatchObject({
			invoiceId: '7',
			invoice: 7,
		});
	});

	describe.each(['null', 'undefined', ' N/A '])('an invoiceId %j', (invoiceId) => {
		const { invoiceId: _, ...rest } = payment;

		test.each([
			{ ...rest, invoice: { id: 'INV-7' } },
			{ ...rest, invoiceRef: 'INV-7' },
			{ ...rest, metadata: { invoiceId: 'INV-7' } },
			{ ...rest, invoice: invoiceId, invoices: [{ id: 'INV-7', invoiceId }] },
		])('gives way to another name: %j', (body) => {
			const { fields, problems } = one({ invoiceId, ...body });
			expect(fields).toMatchObject({ ...rest, invoiceId: 'INV-7' });
			expect(problems).toContainEqual(expect.stringMatching(/^invoiceId was read from/));
		});

		test.each([{}, { id: 'call-1' }, { quoteId: invoiceId }])(
			'is delivered and told by itself: %j',
			(more) => {
				const odd = `invoiceId says '${invoiceId.trim()}', which is hardly an ID`;
				const body = { ...rest, invoiceId, ...more };
				for (const each of [body, { data: body }]) {
					expect(one(each).fields).toMatchObject({ ...rest, invoiceId: invoiceId.trim() });
					expect(one(each).problems).toContain(odd);
				}
				expect(idsOf(read([payment, body]))).toEqual([payment.invoiceId, invoiceId.trim()]);
				expect(idsOf(read({ ...rest, invoiceIds: ['I', invoiceId] }))).toEqual(['I', invoiceId.trim()]);
			},
		);
	});

	test('JSON that is a text in JSON', () => {
		expect(one(JSON.stringify(JSON.stringify(payment)))).toMatchObject({
			fields: payment,
			problems: ['The notice was JSON written as a text'],
		});
	});
});

describe('a record that is only called id', () => {
	const rest = without(payment, 'invoiceId');
	const odd = "invoiceId was read from 'id'";

	test.each<[body: object, field: string | undefined]>([
		[{ id: 'INV-7', ...rest }, undefined],
		[{ ID: 'INV-7', ...rest }, undefined],
		[{ data: { id: 'INV-7', ...rest } }, 'data'],
		[{ id: 'evt_1', status: 'sent', data: { id: 'INV-7', ...rest } }, 'data'],
		[{ id: 'INV-7', ...rest, customer: { id: 'C-1', status: 'active' } }, undefined],
		[{ data: { type: 'payment', id: 'INV-7', attributes: rest } }, 'data'],
		[{ data: { id: 'res-1', attributes: { id: 'INV-7', ...rest } } }, 'data.attributes'],
	])('is taken beside a documented field: %j', (body, field) => {
		for (const address of events) {
			const found = one(body, '', address);
			expect(found).toMatchObject({ event: 'invoice.payment', fields: { ...rest, invoiceId: 'INV-7' } });
			expect(found.problems).toContain(odd);
			if (field) expect(found.problems).toContain(`The notice stood in the field '${field}'`);
		}
	});

	test('the address tells whose it is where the fields do not', () => {
		expect(one({ id: 'INV-7', status: 'Paid' })).toMatchObject({
			fields: { invoiceId: 'INV-7', id: 'INV-7' },
		});
		expect(one({ id: 'Q-1', result: 'Approved' }, '', 'quote.approval')).toMatchObject({
			event: 'quote.approval',
			fields: { quoteId: 'Q-1', result: 'Approved' },
			problems: ["quoteId was read from 'id'", 'creditInfo is missing'],
		});
	});

	test("a quote's status is enough at its address", () => {
		expect(one({ id: 'Q-1', status: 'Approved' }, '', 'quote.approval')).toMatchObject({
			event: 'quote.approval',
			fields: { quoteId: 'Q-1', status: 'Approved' },
			problems: ["quoteId was read from 'id'", 'result is missing', 'creditInfo is missing'],
		});
		const body = { id: 'evt_1', status: 'sent', data: { id: 'Q-1', result: 'Approved' } };
		expect(one(body, '', 'quote.approval').fields.quoteId).toBe('Q-1');
		// The number of an invoice tells more.
		const numbered = { id: 'X-1', status: 'Paid', invoiceNumber: 'N-7' };
		expect(one(numbered, '', 'quote.approval').fields.invoiceId).toBe('N-7');
	});

	test('of two such, none is taken', () => {
		const body = { id: 'evt_1', status: 'sent', data: { id: 'Q-1', status: 'Approved' } };
		expect(read(body, '', 'quote.approval')).toEqual(
			'the body names no invoice and no quote (invoiceId, quoteId)',
		);
	});

	test('that stands in a field called like it, an attempt beside it is none of its own', () => {
		const tried = (attempt: number) =>
			one({ attempt, quote: { id: 'Q-1', status: 'Approved' } }, '', 'quote.approval');
		expect(tried(1)).toMatchObject({
			fields: { quoteId: 'Q-1', status: 'Approved' },
		});
		expect(tried(1).fields.envelope).toEqual({ attempt: 1 });
		expect(tried(2).eventId).toBe(tried(1).eventId);
	});

	test('but not where anything else names the record', () => {
		expect(one({ id: 'evt_1', ...payment })).toMatchObject({
			fields: { ...payment, id: 'evt_1' },
			problems: undefined,
		});
		expect(one({ id: 'evt_1', amount: 5, data: payment }).fields.invoiceId).toBe('INVOICE-3001');
	});
});

describe('a record that only the query of the address names', () => {
	const rest = without(payment, 'invoiceId');
	const odd = "invoiceId was read from the address's query";

	test.each([[rest], [{ id: 'evt_1', ...rest }], [{ invoiceId: null, ...rest }], [{ by: 1, data: rest }]])(
		'%j',
		(body) => {
			const { fields, problems } = one(body, '', 'invoice.payment', { invoiceId: 'INV-7' });
			expect(fields).toMatchObject({ ...rest, invoiceId: 'INV-7' });
			expect(problems).toContain(odd);
		},
	);

	test.each([[''], ['{}'], [{ note: 1 }]])('beside %j, which says nothing', (body) => {
		const found = one(body, '', 'invoice.payment', { Invoice_ID: ['INV-7', 'INV-7'], x: 1 });
		expect(found.fields.invoiceId).toBe('INV-7');
		expect(found.problems).toEqual(expect.arrayContaining([odd, 'amount is missing', 'status is missing']));
	});

	test('the body counts first, and the address tells which of two is meant', () => {
		expect(one(payment, '', 'invoice.payment', { invoiceId: 'INV-7' }).problems).toBeUndefined();
		const both = { invoiceId: 'INV-7', quoteId: 'Q-1' };
		expect(one('', '', 'quote.approval', both)).toMatchObject({
			event: 'quote.approval',
			fields: { quoteId: 'Q-1' },
		});
		expect(one(rest, '', 'quote.approval', { invoiceId: 'INV-7' }).event).toBe('invoice.payment');
	});

	test('a body that can not be read is refused all the same', () => {
		expect(read('<paid/>', '', 'invoice.payment', { invoiceId: 'INV-7' })).toMatch(/neither/);
		expect(read('', '', 'invoice.payment', { invoiceId: ' ', token: 'x' })).toMatch(/neither/);
	});
});

describe('a list', () => {
	const ids = (...arrival: Arrival) => {
		const notices = read(...arrival);
		return typeof notices === 'string' ? notices : notices.map(({ json }) => json.invoiceId ?? json.quoteId);
	};

	test('gives as many notices, each with an identity of its own', () => {
		const notices = read([payment, { ...payment, amount: 1 }, { data: approval }, payment]);
		if (typeof notices === 'string') throw new Error(notices);
		expect(notices.map(({ event }) => event)).toEqual([
			'invoice.payment',
			'invoice.payment',
			'quote.approval',
			'invoice.payment',
		]);
		expect(new Set(notices.map(({ eventId }) => eventId)).size).toBe(3);
		expect(notices[3].eventId).toBe(one(payment).eventId);
		expect(notices[0].json.problems).toEqual(['The notice came in a list of 4']);
	});

	test.each([
		[[payment, { note: 'of something else' }, 'text', null], ['INVOICE-3001'], 3],
		[{ data: [{ note: 1 }, payment, approval] }, ['INVOICE-3001', 'QUOTE-2041'], 1],
	])('%j delivers those that name a record, and tells of the others', (body, expected, left) => {
		expect(ids(body)).toEqual(expected);
		const [{ json }] = read(body) as Notice[];
		expect(json.problems).toContain(`The list held ${left} that named no invoice or quote: left out`);
	});

	test('several notices in one object, none of them around the other', () => {
		expect(ids({ payment, approval })).toEqual(['INVOICE-3001', 'QUOTE-2041']);
		expect((read({ payment, approval }) as Notice[]).map(({ json }) => json.envelope)).toEqual([
			undefined,
			undefined,
		]);
	});

	test('what stands around all of them stands beside each, or beside the first where that would be too much', () => {
		const around = (by: string) =>
			(read({ by, data: [payment, payment, payment] }) as Notice[]).map(({ json }) => json.envelope);
		expect(around('a')).toEqual([{ by: 'a' }, { by: 'a' }, { by: 'a' }]);
		const large = 'x'.repeat(400_000);
		expect(around(large)).toEqual([{ by: large }, undefined, undefined]);
	});

	test.each([
		{ event: 'payments.refunded' },
		{ event: { name: 'payments.refunded' } },
		{ refundedAt: '2026-11-20' },
		{ transaction: { type: 'refund' } },
	])('but what makes another notice of it stands beside each: %j', (telling) => {
		const data = Array.from({ length: 100 }, (_, at) => ({ ...payment, invoiceId: `I${at}` }));
		for (const { json } of read({ ...telling, note: 'x'.repeat(11_000), data }) as Notice[]) {
			expect(json.envelope).toMatchObject(telling);
			expect(json.problems).toContainEqual(expect.stringContaining("status says 'Paid', but "));
		}
	});
});

describe('the event', () => {
	test.each([
		[approval, 'quote.approval'],
		[payment, 'invoice.payment'],
		[{ quoteId: 'Q' }, 'quote.approval'],
		[{ invoiceId: 'I' }, 'invoice.payment'],
		[{ quoteId: 'Q', ...payment }, 'invoice.payment'],
		[{ invoiceId: 'I', ...approval }, 'quote.approval'],
	] as const)('of %j is %s by its keys, at either address', (body, event) => {
		for (const address of events) {
			const found = one(body, '', address);
			expect(found.event).toBe(event);
			const odd = `A notice of ${event} came to the address for ${address}`;
			if (address !== event) expect(found.problems).toContain(odd);
			else expect(found.problems ?? []).not.toContain(odd);
		}
	});

	test.each([
		[{ invoiceId: 'I', quoteId: 'Q', status: 'Paid' }],
		[{ invoiceId: 'I', quoteId: 'Q' }],
		[{ invoiceId: 'I', result: 'Approved' }],
		[{ quoteId: 'Q', amount: 5, fee: 0 }],
		[{ invoiceId: 'I', result: 'Approved', creditInfo: {} }],
		[{ data: { quoteId: 'Q', status: 'Approved', amount: 5, fee: 0 } }],
	])('of %j is told by the address', (body) => {
		for (const address of events) expect(one(body, '', address).event).toBe(address);
	});
});

describe('what is an approval and a payment at once is both', () => {
	const both = { ...payment, ...approval };
	const odd = 'The notice tells of an invoice and of a quote: it counts as one of each';
	const { invoiceId, ...paid } = payment;
	const { quoteId, ...approved } = approval;

	test.each<[body: object, problem: string | undefined]>([
		[both, odd],
		[{ quoteId: 'Q', result: 'Approved', invoiceId: 'I', amount: 5 }, odd],
		[{ invoice: { id: invoiceId, ...paid }, quote: { id: quoteId, ...approved } }, undefined],
		[{ payment, approval }, undefined],
	])('%j', (body, problem) => {
		for (const address of events) {
			const notices = read(body, '', address) as Notice[];
			expect(notices.map(({ event }) => event).sort()).toEqual(['invoice.payment', 'quote.approval']);
			expect(notices[0].eventId).not.toBe(notices[1].eventId);
			if (problem) for (const { json } of notices) expect(json.problems).toContain(problem);
		}
	});

	test.each<[body: object, event: NoticeEvent]>([
		[{ result: 'Approved', quote: { id: 'Q-1' }, invoice: { id: 'INV-7' } }, 'quote.approval'],
		[{ invoice: { id: 'INV-7', amount: 5 }, quote: { id: 'Q-1' } }, 'invoice.payment'],
		[{ ...payment, quoteId: 'Q', status: 'Paid' }, 'invoice.payment'],
		[{ ...approval, invoiceId: 'I', status: 'Placed' }, 'quote.approval'],
	])('but not where only one of them says something: %j', (body, event) => {
		for (const address of events) expect(one(body, '', address).event).toBe(event);
	});
});

describe('a notice that names the record of the other event, too', () => {
	const { invoiceId: _, ...paid } = payment;
	const { quoteId: __, ...approved } = approval;
	const invoiceId = 'INV-7';
	const quoteId = 'Q-1';
	const eventOf = (said: object): NoticeEvent => ('invoiceId' in said ? 'invoice.payment' : 'quote.approval');

	test.each<[body: object, said: object]>([
		[
			{ quoteId, invoice: { id: invoiceId, ...paid } },
			{ invoiceId, ...paid },
		],
		[
			{ quoteId, invoices: [{ id: invoiceId, amount: 5 }] },
			{ invoiceId, amount: 5 },
		],
		[
			{ quoteId, data: { invoice: { id: invoiceId, amount: 5 } } },
			{ invoiceId, amount: 5 },
		],
		[
			{ quoteId, ...paid, invoice: { id: invoiceId } },
			{ invoiceId, ...paid },
		],
		[
			{ quoteId, ...paid, data: { invoiceId } },
			{ invoiceId, ...paid },
		],
		[
			{ quote: { id: quoteId }, ...paid, data: { invoiceId } },
			{ invoiceId, ...paid },
		],
		[
			{ quoteId, invoiceIds: [invoiceId], amount: 5 },
			{ invoiceId, amount: 5 },
		],
		[{ ...payment, quoteId, creditInfo: {} }, payment],
		[
			{ invoiceId, amount: 5, quoteId, creditInfo: {} },
			{ invoiceId, amount: 5 },
		],
		[
			{ ...paid, creditInfo: {}, invoice: { id: invoiceId }, quote: { id: quoteId } },
			{ invoiceId, ...paid },
		],
		[{ status: 'sent', invoiceIds: ['I'], data: payment }, payment],
		[
			{ invoiceId, quote: { id: quoteId, result: 'Approved' } },
			{ quoteId, result: 'Approved' },
		],
		[
			{ invoiceId, quote: { id: quoteId, ...approved } },
			{ quoteId, ...approved },
		],
		[
			{ quoteId, result: 'Approved', ...paid },
			{ quoteId, result: 'Approved', ...paid },
		],
		[
			{ result: 'Approved', quote: { quoteId, ...paid } },
			{ quoteId, result: 'Approved' },
		],
	])('%j is what it tells of, at either address', (body, said) => {
		for (const address of events)
			expect(one(body, '', address)).toMatchObject({ event: eventOf(said), fields: said });
	});

	test.each<[body: object, address: NoticeEvent, said: object]>([
		[{ quoteId, data: { id: invoiceId, ...paid } }, 'invoice.payment', { invoiceId, ...paid }],
		[{ quoteId, data: { id: invoiceId, ...paid } }, 'quote.approval', { quoteId }],
		[{ invoiceId, data: { id: quoteId, ...approved } }, 'quote.approval', { quoteId, ...approved }],
		[{ quoteId, invoice: { id: invoiceId } }, 'invoice.payment', { invoiceId }],
		[{ quoteId, invoice: { id: invoiceId } }, 'quote.approval', { quoteId }],
		[{ invoice: { id: invoiceId, quoteId } }, 'invoice.payment', { invoiceId }],
		[{ quoteId, status: 'Paid', invoice: invoiceId }, 'invoice.payment', { invoiceId, status: 'Paid' }],
		[{ quoteId, status: 'Approved', invoice: invoiceId }, 'quote.approval', { quoteId, status: 'Approved' }],
	])('%j at the address of %s', (body, address, said) => {
		expect(one(body, '', address)).toMatchObject({ event: eventOf(said), fields: said });
	});

	test.each<[body: object, address: NoticeEvent]>([
		[{ invoiceId, customer: { id: 'C-1', status: 'active' } }, 'invoice.payment'],
		[{ invoiceId, customer: { id: 'C-1', status: 'active', amount: 5 } }, 'invoice.payment'],
		[{ quoteId, customer: { id: 'C-1', status: 'active' } }, 'invoice.payment'],
		[{ quoteId, customer: { id: 'C-1', amount: 5 } }, 'quote.approval'],
		[{ quoteId, quote: { id: 'a0b9', amount: 5 } }, 'invoice.payment'],
	])('an id of something else does not take its place: %j at the address of %s', (body, address) => {
		expect(one(body, '', address).fields).toEqual(body);
	});

	test.each<[body: object]>([
		[{ quoteId, result: 'Approved', ...paid, invoice: { id: invoiceId } }],
		[{ ...payment, result: 'Approved', quote: quoteId }],
		[{ invoices: [{ id: invoiceId, ...paid }], quotes: [{ id: quoteId, ...approved }] }],
	])('both are delivered where both are told: %j', (body) => {
		for (const address of events)
			expect((read(body, '', address) as Notice[]).map(({ event }) => event).sort()).toEqual([
				'invoice.payment',
				'quote.approval',
			]);
	});
});

describe('several records in one notice', () => {
	const beside = { amount: 5, status: 'Paid' };
	const ofAll = 'The notice names 2 records: what stands beside them is told for all together';

	test.each<[body: object]>([
		[{ ...beside, invoiceId: ['I', 'J'] }],
		[{ ...beside, invoiceIds: ['I', 'J'] }],
		[{ ...beside, invoices: [{ id: 'I' }, { id: 'J' }] }],
		[{ ...beside, invoice: ['I', 'J'] }],
		[{ type: 'payment', data: { ...beside, invoice_ids: ['I', 'J'] } }],
	])('%j', (body) => {
		const notices = read(body) as Notice[];
		expect(idsOf(notices)).toEqual(['I', 'J']);
		for (const { event, json } of notices) {
			expect(event).toBe('invoice.payment');
			expect(json).toMatchObject({ ...beside, problems: expect.arrayContaining([ofAll]) });
		}
	});

	test('each with its own amount', () => {
		const invoices = [
			{ id: 'I', amount: 3 },
			{ id: 'J', amount: 2 },
		];
		const notices = read({ id: 'call-1', amount: 5, invoices }) as Notice[];
		expect(notices.map(({ json }) => [json.invoiceId, json.amount, json.envelope])).toEqual([
			['I', 3, { id: 'call-1', amount: 5 }],
			['J', 2, { id: 'call-1', amount: 5 }],
		]);
		expect(JSON.stringify(notices)).not.toContain('told for all');
	});

	test('a large rest stands beside the first one only, but for the documented fields', () => {
		const body = { invoiceIds: ['I', 'J', 'K'], Amount: 5, note: 'x'.repeat(400_000) };
		const notices = read(body) as Notice[];
		expect(notices.map(({ json }) => 'note' in json)).toEqual([true, false, false]);
		expect(notices.map(({ json }) => json.amount)).toEqual([5, 5, 5]);
		const large = { invoiceIds: ['I', 'J'], creditInfo: 'x'.repeat(600_000) };
		expect((read(large) as Notice[]).map(({ json }) => 'creditInfo' in json)).toEqual([true, false]);
		const digests = ['t1', 't2'].flatMap((transactionId) =>
			(read({ ...body, transactionId }) as Notice[]).map(({ eventId }) => eventId),
		);
		expect(new Set(digests).size).toBe(6);
	});

	test('one that is named twice is one, unless it says something itself', () => {
		expect(one({ ...beside, invoiceIds: ['INV-7', 'INV-7'] })).toMatchObject({
			fields: { invoiceId: 'INV-7', ...beside },
			problems: ["invoiceId was read from 'invoiceIds'", 'fee is missing', 'paymentMethod is missing'],
		});
		const notices = read({ ...beside, invoiceIds: ['I', 'J', 'I'] }) as Notice[];
		expect(idsOf(notices)).toEqual(['I', 'J']);
		expect(notices[1].json.problems).toContain(ofAll);
		const amounts = (...invoices: unknown[]) =>
			(read({ ...beside, invoices }) as Notice[]).map(({ json }) => json.amount);
		const [three, two] = [3, 2].map((amount) => ({ id: 'I', amount }));
		expect(amounts(three, two, 'I')).toEqual([3, 2]);
		expect(amounts('I', two)).toEqual([5, 2]);
	});

	test('of several fields that name some, the order does not matter', () => {
		const [one, other] = [{ invoices: ['I'] }, { invoiceIds: ['J'] }];
		for (const body of [
			{ ...one, ...other, ...beside },
			{ ...other, ...one, ...beside },
		])
			expect(idsOf(read(body))).toEqual(['J']);
		expect(idsOf(read({ invoiceIds: ['I'], invoice: { id: 'J', amount: 5 } }))).toEqual(['J']);
	});

	test('what else is told of each stays with it', () => {
		const invoices = [{ id: 'I', number: 1 }, { id: 'J' }];
		const notices = read({ ...beside, invoices }) as Notice[];
		expect(notices.map(({ json }) => json.invoices)).toEqual(invoices);
	});

	test.each([{ invoiceId: { id: 'INV-7' } }, { invoiceId: [['INV-7']] }, { 'invoice.id': 'INV-7' }])(
		'one within something: %j',
		(id) => expect(one({ ...id, ...beside }).fields).toMatchObject({ invoiceId: 'INV-7', ...beside }),
	);

	test("an invoice's number comes last, and is told", () => {
		const { fields, problems } = one({ invoiceNumber: 'N-7', amount: 5 });
		expect(fields).toEqual({ invoiceId: 'N-7', invoiceNumber: 'N-7', amount: 5 });
		expect(problems).toContain(
			"invoiceId was read from 'invoiceNumber': it may be another than the ID in BlueTape",
		);
		expect(one({ id: 'INV-7', invoiceNumber: 'N-7', amount: 5 }).fields.invoiceId).toBe('INV-7');
		expect(read({ invoiceNumber: 'N-7', note: 1 })).toMatch(/names no/);
	});
});

describe('bytes that senders get wrong', () => {
	const json = JSON.stringify(payment);

	test('UTF-8 under the name of a set of one byte', () => {
		const { fields, problems } = one(
			{ ...payment, invoiceId: 'RE-Mü-7' },
			'application/json; charset=ISO-8859-1',
		);
		expect(fields.invoiceId).toBe('RE-Mü-7');
		expect(problems).toEqual(['The text is not in iso-8859-1: it was read as utf-8']);
		const latin = Buffer.from(JSON.stringify({ ...payment, invoiceId: 'RE-Mü-7' }), 'latin1');
		expect(one(latin, 'application/json; charset=ISO-8859-1')).toMatchObject({
			fields: { invoiceId: 'RE-Mü-7' },
			problems: undefined,
		});
	});

	test.each([`${json}\0`, `\n\uFEFF${json}`, `\0 ${json} \n\0`])('something around it: %j', (body) =>
		expect(one(body).fields).toEqual(payment),
	);

	test('a line for each notice', () => {
		const lines = [payment, { ...payment, invoiceId: 'J' }].map((each) => JSON.stringify(each)).join('\n');
		expect(idsOf(read(`${lines}\r\n`))).toEqual([payment.invoiceId, 'J']);
		expect(read(`${json}\n{"invoiceId":`)).toMatch(/neither/);
	});

	test.each(['', ' ', '\t'])('notices that follow each other: %j', (gap) =>
		expect(idsOf(read(`${json}${gap}{"invoiceId":"J"}`))).toEqual([payment.invoiceId, 'J']),
	);

	test.each([
		[`${json.slice(0, -1)} , }`, payment],
		[`[${json},\n]`, payment],
		['{"invoiceId":"a,}\\",]","amount":5,}', { invoiceId: 'a,}",]', amount: 5 }],
		['{"invoiceId":12345678901234567891,}', { invoiceId: '12345678901234567891' }],
	])('a comma too much: %s', (body, fields) => {
		const found = one(body);
		expect(found.fields).toEqual(fields);
		expect(found.problems).toContain('The JSON held a comma too much');
	});

	test.each(['{"invoiceId":"I",,}', '{,"invoiceId":"I"}', `{"invoiceId":"I","x":"${'\\"'.repeat(300_000)}`])(
		'but no JSON is made of what is none',
		(body) => expect(read(body)).toMatch(/neither/),
	);

	test.each(['multipart/form-data', '', 'multipart/form-data; boundary=other', 'text/plain'])(
		'a form with parts, called %j',
		(type) => {
			const part = (name: string, value: string) =>
				`--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
			const body = `${part('invoiceId', 'INV-7')}${part('amount', '5')}--xx--\r\n`;
			expect(one(body, type).fields).toEqual({ invoiceId: 'INV-7', amount: 5 });
		},
	);

	test('pairs parted by semicolons', () => {
		const type = 'application/x-www-form-urlencoded';
		expect(one('invoiceId=INV%2D7;amount=5', type).fields).toEqual({ invoiceId: 'INV-7', amount: 5 });
		expect(one('invoiceId=INV-7&note=a;b', type).fields).toEqual({ invoiceId: 'INV-7', note: 'a;b' });
	});
});

test.each([
	'{"invoiceId":[12345678901234567891],"amount":5}',
	'{"invoiceId":12345678901234567891.0,"amount":5}',
	'{"invoice":{"id":[12345678901234567891]},"amount":5}',
	'{"invoice_ids":[12345678901234567891],"amount":5}',
	'{"invoiceNumber":12345678901234567891,"amount":5}',
])('a long id keeps all its digits: %s', (body) => {
	expect(one(body).fields.invoiceId).toBe('12345678901234567891');
});

test.each(['transactionId', 'payment_id', 'reference'])('%s keeps all its digits, too', (name) => {
	const sent = (digits: string) =>
		`{"invoiceId":"I","amount":5,"by":[{"${name}":${digits}}],"${name}":${digits}}`;
	const { fields, eventId } = one(sent('123456789012345678'));
	expect(fields).toMatchObject({ [name]: '123456789012345678', by: [{ [name]: '123456789012345678' }] });
	expect(one(sent('123456789012345677')).eventId).not.toBe(eventId);
	// What a number keeps stays one, and so does what is documented as one.
	expect(one(sent('1234567890123456')).fields[name]).toBe(1234567890123456);
	const { fields: large } = one('{"invoiceId":"I","amount":123456789012345678,"fee":-99999999999999999}');
	expect(large).toMatchObject({ amount: 123456789012345680, fee: -99999999999999999 });
});

describe('a form', () => {
	const type = 'application/x-www-form-urlencoded';
	const fields = 'invoiceId=INV+%2F7&amount=1100.00&fee=0&paymentMethod=card&status=Paid';
	const odd = 'The notice came as a form, not as JSON';

	test.each([type, `${type}; charset=utf-8`, 'application/json', undefined])('of type %s', (contentType) => {
		expect(one(fields, contentType)).toMatchObject({
			fields: { invoiceId: 'INV /7', amount: 1100, fee: 0, paymentMethod: 'card', status: 'Paid' },
			problems: [
				odd,
				'amount came as text and was read as a number',
				'fee came as text and was read as a number',
			],
		});
	});

	test('in another character set, written as % or not', () => {
		for (const text of ['invoiceId=RE-M%FC-7', Buffer.from('invoiceId=RE-Mü-7', 'latin1')])
			expect(one(text, `${type}; charset=ISO-8859-1`).fields.invoiceId).toBe('RE-Mü-7');
	});

	test('with members, and names that come twice', () => {
		const text =
			'quoteId=Q&result=Approved&creditInfo[limit]=5&creditInfo.balance=4&note=a&note=b&note=c&__proto__[x]=1';
		const found = one(text, type);
		expect(found.fields).toMatchObject({
			quoteId: 'Q',
			creditInfo: { limit: 5, balance: 4 },
			note: ['a', 'b', 'c'],
		});
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	test.each<[text: string, ids: string[], said: object]>([
		['invoiceIds[]=I&invoiceIds[]=J&amount=5', ['I', 'J'], { amount: 5 }],
		['invoiceIds[0]=I&invoiceIds[1]=J&amount=5', ['I', 'J'], { amount: 5 }],
		['invoiceIds[1]=I&invoiceIds[2]=J&amount=5', ['I', 'J'], { amount: 5 }],
		['invoiceIds[3]=I&invoiceIds[0]=J&amount=5', ['I', 'J'], { amount: 5 }],
		['invoiceIds[]=I&amount=5', ['I'], { amount: 5 }],
		[
			'invoices[][id]=I&invoices[][tags][]=a&invoices[][tags][]=b&invoices[][to][a]=1&invoices[][to][b]=2&invoices[][amount]=5&invoices[][id]=J&invoices[][amount]=6',
			['I', 'J'],
			{ amount: 5, tags: ['a', 'b'], to: { a: '1', b: '2' } },
		],
		[
			'invoices[][amount]=6&invoices[][id]=I&invoices[][amount]=6&invoices[][id]=J',
			['I', 'J'],
			{ amount: 6 },
		],
		['invoices[]=I&invoices[][id]=J&invoices[][id]=K&amount=5', ['I', 'J', 'K'], { amount: 5 }],
		['payments[0][invoiceId]=I&payments[0][amount]=5&payments[1][invoiceId]=J', ['I', 'J'], { amount: 5 }],
		['payments[0].invoiceId=I&payments[0].amount=5', ['I'], { amount: 5 }],
		['data[payment][invoiceId]=I&data[payment][amount]=5', ['I'], { amount: 5 }],
		['data.payment.invoice.id=I&data.payment.amount=5', ['I'], { amount: 5 }],
		['invoices[][id]=I&invoices[][amount]=5', ['I'], { amount: 5 }],
		['invoiceId=I&amount=5&years[2026]=7&years[2027]=8', ['I'], { years: { 2026: '7', 2027: '8' } }],
		['invoiceId=I&note=a&note[x]=b', ['I'], { note: 'a', 'note[x]': 'b' }],
		[
			'invoiceId=I&a[b][c][d][e][f][g][h]=1&[x]=2&y[=3',
			['I'],
			{ 'a[b][c][d][e][f][g][h]': '1', '[x]': '2', 'y[': '3' },
		],
	])('with lists and members, as JSON would have them: %s', (text, ids, said) => {
		const notices = read(text, type) as Notice[];
		expect(idsOf(notices)).toEqual(ids);
		expect(notices[0].json).toMatchObject(said);
	});

	test('around JSON', () => {
		expect(one(`payload=${encodeURIComponent(JSON.stringify(payment))}`, type).fields).toEqual(payment);
	});

	const parts = (names: object, end = '--') =>
		Object.entries(names)
			.map(([name, value]) => `--x-1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
			.join('') + `--x-1${end}\r\n`;

	test.each(['multipart/form-data; boundary=x-1', 'Multipart/Form-Data; Boundary="x-1"; charset=utf-8'])(
		'in parts: %s',
		(contentType) => {
			expect(one(parts({ ...payment, note: 'a\r\n\r\nb' }), contentType).fields).toEqual({
				...payment,
				note: 'a\r\n\r\nb',
			});
		},
	);

	const part = (head: string, value: string, line = '\r\n') =>
		`--x-1${line}${head.replaceAll('\n', line)}${line}${line}${value}${line}`;
	const inParts = 'multipart/form-data; boundary="x-1"';

	test.each([
		[
			'as .NET writes them',
			(name: string) =>
				`Content-Type: text/plain; charset=utf-8\nContent-Disposition: form-data; name=${name}`,
			'\r\n',
		],
		[
			'with a file name',
			(name: string) => `Content-Disposition: form-data; filename=x; name=${name}; size=1`,
			'\r\n',
		],
		['with blanks', (name: string) => `content-disposition:form-data ; NAME = "${name}"`, '\r\n'],
		['without blanks', (name: string) => `content-disposition:form-data;name="${name}"`, '\r\n'],
		['with bare line feeds', (name: string) => `Content-Disposition: form-data; name="${name}"`, '\n'],
	])('in parts %s', (_, head, line) => {
		const body = { ...payment, note: 'a\n\nb' };
		const text = Object.entries(body)
			.map(([name, value]) => part(head(name), String(value), line))
			.join('');
		expect(one(`${text}--x-1--`, inParts).fields).toEqual(body);
	});

	test('in parts that are JSON themselves', () => {
		const json = (name: string, value: unknown) =>
			part(
				`Content-Disposition: form-data; name=${name}\nContent-Type: application/json`,
				JSON.stringify(value),
			);
		const text = Object.entries({ ...approval, tags: ['a'] })
			.map(([name, value]) => json(name, value))
			.join('');
		expect(one(`${text}--x-1--`, inParts, 'quote.approval').fields).toEqual({ ...approval, tags: ['a'] });
		expect(one(`${json('x', payment)}--x-1--`, inParts).fields).toEqual(payment);
		const nameless = part('Content-Type: application/json', JSON.stringify(payment));
		expect(one(`${nameless}--x-1--`, 'multipart/mixed; boundary=x-1')).toMatchObject({
			fields: payment,
			problems: [odd, "The notice stood in the field 'part 1'"],
		});
	});

	test('whose only name is the whole notice', () => {
		for (const body of [{ ...payment, invoiceId: 'INV.7' }, [payment]])
			expect(one(`${encodeURIComponent(JSON.stringify(body))}=`, type).fields).toMatchObject({
				amount: 2485.75,
			});
	});

	test('with the id twice', () => {
		expect(one('invoiceId=INV-7&invoiceId=INV-7&amount=5', type).fields).toMatchObject({
			invoiceId: 'INV-7',
		});
		expect(idsOf(read('invoiceId=INV-7&invoiceId=INV-8&amount=5', type))).toEqual(['INV-7', 'INV-8']);
	});

	test.each(['\r\n', '\n', '\r\n\r\n'])('as plain text, a line each: %j', (line) => {
		const lines = ['invoiceId=INV+7', 'amount=5', 'Payment Method = card', 'note=100%25=all', ''].join(line);
		expect(one(lines, 'text/plain').fields).toEqual({
			invoiceId: 'INV+7',
			amount: 5,
			paymentMethod: 'card',
			note: '100%25=all',
		});
	});

	test('no id has a line break in it', () => {
		expect(read('invoiceId=INV-7\r\nthat is all', 'text/plain')).toMatch(/names no/);
		expect(read({ invoiceId: 'INV-7\namount: 5' })).toMatch(/names no/);
	});

	test('in parts of which the end is not there is cut off', () => {
		expect(read(parts(payment, ''), 'multipart/form-data; boundary=x-1')).toMatch(/neither/);
	});

	test('of more than 1,000 fields is none', () => {
		const more = (count: number) => `${fields}${'&a=1'.repeat(count)}`;
		expect(one(more(995), type).fields).toMatchObject({ invoiceId: 'INV /7' });
		expect(read(more(996), type)).toMatch(/neither/);
	});
});

describe('the character set', () => {
	const text = '{"invoiceId":"RE-Mü-7"}';
	const utf16be = Buffer.from(text, 'utf16le').swap16();
	const read_as = (charset: string) => `The text is not in utf-8: it was read as ${charset}`;

	test.each([
		['application/json', Buffer.from(text), undefined],
		['application/json', Buffer.from(`\ufeff${text}`), undefined],
		['application/json; charset=ISO-8859-1', Buffer.from(text, 'latin1'), undefined],
		['application/json; CHARSET="Windows-1252"', Buffer.from(text, 'latin1'), undefined],
		["application/json;charset='latin1'; x=y", Buffer.from(text, 'latin1'), undefined],
		['application/json; charset=utf-16', Buffer.from(text, 'utf16le'), undefined],
		['application/json; charset=utf-16be', utf16be, undefined],
		['application/json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), undefined],
		['application/json; charset=utf-8', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), undefined],
		['application/json', Buffer.from(text, 'latin1'), read_as('windows-1252')],
		['application/json; charset=utf-8', Buffer.from(text, 'latin1'), read_as('windows-1252')],
		['', Buffer.from(text, 'utf16le'), read_as('utf-16le')],
		['', utf16be, read_as('utf-16be')],
		[
			'application/json; charset=utf-16',
			Buffer.from(text),
			'The text is not in utf-16: it was read as utf-8',
		],
		[
			'application/json; charset=no-such',
			Buffer.from(text),
			"The character set 'no-such' is unknown: it was read as utf-8",
		],
		[
			'application/json; charset=no-such',
			Buffer.from(text, 'latin1'),
			"The character set 'no-such' is unknown: it was read as windows-1252",
		],
	])('%s', (contentType, bytes, problem) => {
		const { fields, problems } = one(bytes, contentType);
		expect(fields).toEqual({ invoiceId: 'RE-Mü-7' });
		expect(problems).toContain('amount is missing');
		expect(
			(problems as string[]).filter((each) => each.includes('character set') || each.includes('text')),
		).toEqual(problem ? [problem] : []);
	});
});

describe('refused is', () => {
	test.each([
		[''],
		['  '],
		['{"invoiceId": "6c8f90e4'],
		['null'],
		['7'],
		['"Paid"'],
		['<invoiceId>7</invoiceId>'],
		[`${JSON.stringify(payment)}x`],
		['=INV-7'],
	])('what is no object: %j', (text) => {
		expect(read(text)).toBe('the body is neither a JSON object nor a form');
	});

	test.each<[body: unknown]>([
		[{}],
		[[]],
		[[[payment]]],
		[{ amount: 5, status: 'Paid' }],
		[{ id: 'INV-7' }],
		[{ id: 'INV-7', note: 5, result: null }],
		[{ id: {}, amount: 5 }],
		[{ data: { data: { id: 'INV-7', type: 'invoice' } } }],
		...[['I', {}], null, '', ' ', [], [null], {}, { id: {} }, true].map((invoiceId): [unknown] => [
			{ ...payment, invoiceId },
		]),
		['a=1&b=2'],
		['{"invoiceId":1e999}'],
	])('what names no record: %j', (body) => {
		expect(read(body)).toBe('the body names no invoice and no quote (invoiceId, quoteId)');
	});

	test('one of more objects than anybody needs, rather than a part of it', () => {
		const many = (count: number) => Array.from({ length: count }, (_, n) => ({ invoiceId: `I-${n}` }));
		expect(read(many(20_000))).toHaveLength(20_000);
		expect(read(many(20_001))).toBe('the body names no invoice and no quote (invoiceId, quoteId)');
		const large = { invoiceId: 'I', rows: Array.from({ length: 30_000 }, () => ({})) };
		expect(read(large)).toHaveLength(1);
	});

	test.each([
		['in the notice', (deep: string) => `{"x":${deep},"invoiceId":"I"}`],
		['around it', (deep: string) => `{"x":${deep},"data":{"invoiceId":"I"}}`],
		['in JSON that is a text', (deep: string) => JSON.stringify({ data: `{"x":${deep},"invoiceId":"I"}` })],
		[
			'in JSON that is a text, around it',
			(deep: string) => JSON.stringify({ data: `{"x":${deep},"invoice":{"id":7}}` }),
		],
		['beside it in a list', (deep: string) => `[{"invoiceId":"I"},{"invoiceId":"J","x":${deep}}]`],
	])('what is nested too deeply %s, and no crash', (_, body) => {
		const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
		for (const depth of [101, 1e6]) expect(read(body(deep(depth)))).toBe('the body is nested too deeply');
		expect(Array.isArray(read(body(deep(98))))).toBe(true);
	});

	test('but not what is as deep as may be, whatever stands around it', () => {
		const data = `{"x":${'['.repeat(100)}${']'.repeat(100)},"invoiceId":"I","amount":6}`;
		expect(idsOf(read({ amount: 5, data }))).toEqual(['I']);
	});
});

describe("the notice's own fields", () => {
	test('unknown ones are kept, and those that are called like ours too', () => {
		const body = {
			...payment,
			payer: { name: 'Keller' },
			event: 'x',
			eventId: 7,
			receivedAt: null,
			problems: 'none',
			envelope: 1,
		};
		const [notice] = read({ ...body, amount: '1' }) as Notice[];
		expect(notice.json).toEqual({
			...body,
			amount: 1,
			bluetapeEvent: 'invoice.payment',
			bluetapeEventId: notice.eventId,
			bluetapeReceivedAt: NOW.toISOString(),
			bluetapeProblems: ['amount came as text and was read as a number'],
		});
		const [wrapped] = read({ data: body, by: 'a proxy' }) as Notice[];
		expect(wrapped.json).toMatchObject({ envelope: 1, bluetapeEnvelope: { by: 'a proxy' } });
	});

	test('a notice of which both names are taken', () => {
		const [{ json }] = read({ ...payment, event: 'x', bluetapeEvent: 'y' }) as Exclude<
			ReturnType<typeof read>,
			string
		>;
		expect(json).toMatchObject({ event: 'x', bluetapeEvent: 'y', bluetapeBluetapeEvent: 'invoice.payment' });
	});
});

test.each([
	['amounts as text', { ...payment, amount: '2485.75', fee: '0.00' }],
	['grouped', { ...payment, amount: '$2,485.75' }],
	[
		'other names',
		{ INVOICE_ID: payment.invoiceId, Amount: 2485.75, fee: 0, paymentMethod: 'card', status: 'Paid' },
	],
	['a list', [payment]],
	['an envelope that counts', { attempt: 2, data: payment }],
	[
		'a form',
		new URLSearchParams(Object.entries(payment).map(([name, value]) => [name, String(value)])).toString(),
	],
])('a repeat is known in other writing: %s', (_, body) => {
	expect(one(body).eventId).toBe(one(payment).eventId);
});
