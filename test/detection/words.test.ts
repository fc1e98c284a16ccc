import { readDocument, simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/invoiceOptions';
import { addDays } from '../../nodes/shared/values/dates';
import { days } from '../../nodes/BluDelta/detection/read';
import { simplify } from '../../nodes/BluDelta/detection/simplified';
import { detection, download, due, line, totals, vat } from './build';
import workedExample from './worked-example.json';

// What people read beside the invoice, word for word: what was computed from what, and what to look at.

type Groups = Parameters<typeof detection>[1];

const april = due('2026-04-01');
const mapped = (document: unknown, options: InvoiceOptions = {}) =>
	toBlueTapeInvoice(document, { customerId: 'c', expectedCurrency: 'USD', lines: 'omit', ...options });
const ofTotals = (values: Record<string, string>, groups: Groups = [april], options?: InvoiceOptions) =>
	mapped(download(detection(values, groups)), options);
const ofLines = (values: Record<string, string>, lines: ReturnType<typeof line>[], groups: Groups = []) =>
	mapped(download(detection(values, [...(groups ?? []), april], lines)), { lines: 'fromDocument' });

describe('how the totals were found', () => {
	const groups = [vat('20', '10.00', '2.00'), vat('10', '5.00', '0.50'), april];
	it.each([
		[
			'no net total',
			totals('', '2.50', '17.50'),
			groups,
			{ field: 'subTotal', value: 15, from: 'VatGroup.NetAmount', how: 'sum over the VAT groups' },
		],
		[
			'no tax total',
			totals('15.00', '', '17.50'),
			groups,
			{ field: 'taxAmount', value: 2.5, from: 'VatGroup.VatAmount', how: 'sum over the VAT groups' },
		],
		[
			'neither tax nor groups',
			totals('15.00', '', '17.50'),
			[april],
			{ field: 'taxAmount', value: 2.5, from: 'GrandTotalAmount', how: 'grand total minus net total' },
		],
		[
			'no tax at all',
			{ ...totals('15.00', '', ''), VatExemption: 'reverse  charge' },
			[april],
			{
				field: 'taxAmount',
				value: 0,
				from: 'VatExemption',
				how: '0, because the document states: reverse charge',
			},
		],
		[
			'neither net nor groups',
			totals('', '2.50', '17.50'),
			[april],
			{ field: 'subTotal', value: 15, from: 'GrandTotalAmount', how: 'grand total minus tax' },
		],
		[
			'no grand total',
			totals('15.00', '2.50', ''),
			[april],
			{ field: 'totalAmount', value: 17.5, from: 'NetTotalAmount', how: 'net total plus tax' },
		],
	])('%s', (_name, values, all, derived) => {
		expect(ofTotals(values, all).derived).toContainEqual(derived);
	});

	it('what can be found in no way is named', () => {
		const { review } = ofTotals(totals('', '', ''));
		expect(review.map(({ field, message }) => [field, message.split(',')[0]])).toEqual([
			['subTotal', 'The document has no net total'],
			['taxAmount', 'The document has no tax total'],
			['totalAmount', 'The document has no grand total'],
		]);
	});
});

describe('how the header was found', () => {
	const values = totals('10.00', '2.00', '12.00');

	it('the default net days', () => {
		expect(ofTotals(values, [], { defaultNetDays: 14 }).derived).toContainEqual({
			field: 'dueDate',
			value: '2026-03-16',
			from: 'InvoiceDate',
			how: '14 days after the invoice date, the default, because the document has no due date',
		});
	});

	it('a document without a date', () => {
		const [{ field, message }] = ofTotals({ ...values, InvoiceDate: '' }).review;
		expect(field).toBe('invoiceDate');
		expect(message).toBe(
			'BLU DELTA found no usable invoice date, which BlueTape requires. Correct the document in BLU DELTA, or enter the invoice by hand.',
		);
	});

	it.each([
		['250,00', "The given amount due '250,00' is not an amount such as 250.00."],
		[{ amount: 1 }, `The given amount due '{"amount":1}' is not an amount such as 250.00.`],
		[
			12.01,
			'The given amount due 12.01 is more than the total 12.00 of the invoice. Check which of the two is right.',
		],
	])('the amount due %j', (amountDue, words) => {
		const { review } = ofTotals(values, [april], { amountDue: amountDue as never });
		expect(review).toEqual([{ field: 'amountDue', message: expect.stringContaining(words) }]);
	});

	it.each([
		['2026-03-03T08:12:03Z', true],
		['2026-03-03T08:12:03.481Z', true],
		['2026-03-03T08:12:03+01:00', false],
		['at 2026-03-03T08:12:03Z', false],
		['2026-03-03T08:12:03Z or so', false],
	])('the upload time %s is taken: %p', (UploadedTimestamp, taken) => {
		const document = { ...download(detection(values, [april])), UploadedTimestamp };
		const { invoice, derived } = mapped(document, { now: '2026-12-24T00:00:00Z' });
		expect(invoice?.sourceModifiedDate).toBe(taken ? UploadedTimestamp : '2026-12-24T00:00:00Z');
		expect(derived.find(({ field }) => field === 'sourceModifiedDate')).toEqual({
			field: 'sourceModifiedDate',
			value: taken ? UploadedTimestamp : '2026-12-24T00:00:00Z',
			from: taken ? 'UploadedTimestamp' : 'nothing',
			how: taken ? 'time of the upload' : 'time of this run',
		});
	});

	it('ids that nobody gave', () => {
		const { review } = mapped(detection(values, [april]), { customerId: '' });
		expect(review.map(({ message }) => message)).toEqual([
			'The invoice has no id, because the document came without one. Set the invoice id to a value that stays the same for the same document.',
			'The invoice has no customer. Fill in Customer ID of this node (your ID of the customer in BlueTape), for example from additionalProperties.ClientId or a look-up by receiver name.',
		]);
	});
});

describe('how the lines were found', () => {
	const net = totals('10.00', '2.00', '12.00');

	it('with the tax in them', () => {
		expect(ofLines(net, [line('A', '1', '12.00', '12.00')]).derived).toContainEqual({
			field: 'lines[0].subTotal',
			value: 10,
			from: 'TotalAmount',
			how: 'the line total includes tax, because all of them add up to the grand total; tax taken out',
		});
	});

	it('one line instead of all', () => {
		expect(ofLines(net, [line('A', '1', '5.00', '5.00')]).derived).toContainEqual({
			field: 'lines',
			value: 1,
			from: 'the header totals',
			how: 'one line with the whole amount',
		});
	});

	it('without quantity, and with a price that is another', () => {
		const lines = [line('A', '', '', '4.00'), line('B', '2', '9.99', '6.00')];
		const { derived } = ofLines(net, lines);
		expect(derived).toContainEqual({
			field: 'lines[0].quantity',
			value: 1,
			from: 'nothing',
			how: '1, because the line has no quantity',
		});
		expect(derived).toContainEqual({
			field: 'lines[1].unitAmount',
			value: 3,
			from: 'subTotal',
			how: '6.00 divided by 2',
		});
	});

	it.each([
		[
			'VAT groups without their amounts',
			net,
			['10.00'],
			[vat('20', '10.00', '2.00'), vat('10', '', ''), vat('5', '', '')],
		],
		['lines of nothing and no VAT groups', totals('0.00', '0.00', '0.00'), ['0.00', '0.00'], []],
	])('%s: the rates are not made up', (_name, values, amounts, groups) => {
		const { derived } = ofLines(
			values,
			amounts.map((amount) => line('A', '1', amount, amount)),
			groups,
		);
		expect(derived.find(({ field }) => field === 'lines[0].taxAmount')?.from).toBe('taxAmount');
	});
});

describe('low scores of lines', () => {
	const lines = [line('A', '1', '5.00', '5.00', { Score: 0.1 })];
	const options: InvoiceOptions = { lines: 'fromDocument', minimumScore: 0.5 };

	it.each([
		['lines that did not become those of the invoice', totals('10.00', '2.00', '12.00'), ['lines']],
		['a document that is no invoice', totals('', '2.00', ''), ['subTotal', 'totalAmount']],
	])('do not matter for %s', (_name, values, fields) => {
		const { review } = mapped(download(detection(values, [april], lines), 'Autoprocessed'), options);
		expect(review.map(({ field }) => field)).toEqual(fields);
	});
});

describe('a document in the shape of an earlier step', () => {
	it.each(['InvoiceDetailTypePredictions', 'PredictionGroups', 'LineItemTable'] as const)(
		'a bare detection result with %s alone is read like a whole one',
		(member) => {
			const bare = { [member]: workedExample[member] };
			expect(Object.keys(simplify(bare)).length).toBeGreaterThan(0);
			expect(readDocument(bare)).toEqual(simplify(bare));
		},
	);

	it('has no member without a value', () => {
		const { ClientAccessIdentifier: _, ...rest } = download(null);
		expect(Object.values(simplifiedDocument(rest))).not.toContain(undefined);
	});

	it('unreadable VAT groups keep their place', () => {
		const item = { ...readDocument(workedExample), vatGroups: [{ vatRate: 20 }, { netAmount: '1.000,00' }] };
		expect(readDocument(item).unreadable).toEqual([{ field: 'vatGroups[1].netAmount', value: '1.000,00' }]);
	});

	it('several unreadable values stay several, and a damaged one is none', () => {
		const before = [
			{ field: 'invoiceDate', value: '2 May' },
			{ field: 'deliveryDate', value: 7 },
		];
		const item = { documentType: 'Invoice', netTotalAmount: '1,00', unreadable: before };
		expect(readDocument(item).unreadable).toEqual([
			{ field: 'invoiceDate', value: '2 May' },
			{ field: 'netTotalAmount', value: '1,00' },
		]);
	});

	it('scores that are no numbers are left out', () => {
		const item = {
			documentType: 'Invoice',
			scores: { documentType: 0.9, invoiceDate: 'high', dueDate: null },
		};
		expect(readDocument(item).scores).toEqual({ documentType: 0.9 });
	});
});

describe('days', () => {
	it.each(['2026-03-31T00:00', '12026-03-31', ' 2026-03-31 '])('%p is no calendar day', (day) => {
		expect(addDays(day, 1)).toBeUndefined();
	});

	it.each([
		['30.00', 30],
		['30.5', undefined],
		['12345', undefined],
	])('%s are so many: %p', (value, expected) => expect(days(value)).toBe(expected));
});
