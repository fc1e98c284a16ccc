import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoice';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/options';
import { detection, download, due, line, totals, vat } from './build';
import { examples, refused } from './examples';
import workedExample from './worked-example.json';

const usual = { customerId: 'cust-1', expectedCurrency: 'USD' };
const map = (document: unknown, options: InvoiceOptions = {}) =>
	toBlueTapeInvoice(document, { ...usual, ...options });

const fields = (entries: Array<{ field: string }>) => entries.map(({ field }) => field).sort();

describe('the worked example of the contract', () => {
	const mapped = () =>
		map(workedExample, {
			expectedCurrency: 'EUR',
			invoiceId: 'doc-1',
			now: '2024-04-18T09:00:00.000Z',
		});

	it('gives this invoice and nothing to look at', () => {
		const { invoice, review } = mapped();
		expect(review).toEqual([]);
		expect(invoice).toEqual({
			id: 'doc-1',
			invoiceNumber: 'RE-2024-0417',
			customerId: 'cust-1',
			invoiceDate: '2024-04-17',
			dueDate: '2024-05-17',
			expirationDate: '2024-05-17',
			subTotal: 696,
			taxAmount: 132.6,
			totalAmount: 828.6,
			amountDue: 828.6,
			status: 'Placed',
			sourceModifiedDate: '2024-04-18T09:00:00.000Z',
			lines: [
				{
					description: 'Spanplatte 19 mm',
					quantity: 40,
					unitAmount: 12.5,
					subTotal: 500,
					taxAmount: 100,
					totalAmount: 600,
				},
				{
					description: 'Lieferpauschale',
					quantity: 1,
					unitAmount: 75,
					subTotal: 75,
					taxAmount: 15,
					totalAmount: 90,
				},
				{
					description: 'Lattung 30x50, lfm (12.5 × 4.40)',
					quantity: 1,
					unitAmount: 55,
					subTotal: 55,
					taxAmount: 11,
					totalAmount: 66,
				},
				{
					description: 'Fachbuch Holzbau',
					quantity: 3,
					unitAmount: 22,
					subTotal: 66,
					taxAmount: 6.6,
					totalAmount: 72.6,
				},
			],
		});
	});

	it('tells what was derived', () => {
		expect(mapped().derived).toEqual([
			{ field: 'amountDue', from: 'totalAmount', how: 'the whole total is due' },
			{
				field: 'lines[].taxAmount',
				from: 'VatGroup',
				how: 'at the rates of the VAT groups, whose amounts only one grouping of the lines reproduces',
			},
			{
				field: 'lines[2].quantity',
				from: 'Quantity',
				how: '1 instead of 12.5 × 4.40, which whole pieces and cents cannot express',
			},
			{ field: 'lines[2].unitAmount', from: 'subTotal', how: 'the whole line' },
			{ field: 'expirationDate', from: 'dueDate', how: 'documents have no expiration date' },
			{ field: 'status', from: 'nothing', how: 'the status of a new invoice' },
			{ field: 'sourceModifiedDate', from: 'nothing', how: 'time of this run' },
		]);
	});

	it('has no due date in a v1 download, which drops the groups past 2^32', () => {
		const v1 = {
			...workedExample,
			PredictionGroups: workedExample.PredictionGroups.filter(({ Type }) => Type < 2 ** 31),
		};
		expect(map(v1, { expectedCurrency: 'EUR' })).toEqual({
			derived: [],
			review: [{ field: 'dueDate', message: expect.stringContaining('v2') }],
		});
	});

	it('spreads the tax in proportion when the rates are unknown', () => {
		const { invoice: other } = map(
			{ ...workedExample, PredictionGroups: workedExample.PredictionGroups.slice(2) },
			{ expectedCurrency: 'EUR' },
		);
		expect(other?.lines?.map(({ taxAmount }) => taxAmount)).toEqual([95.26, 14.29, 10.48, 12.57]);
	});
});

describe('invented documents', () => {
	it.each(examples)('$name', ({ document, options, invoice, derived = [], review = [] }) => {
		const mapped = map(document, options);
		expect(mapped.invoice).toEqual(invoice);
		expect(fields(mapped.review)).toEqual([...review].sort());
		const always = ['expirationDate', 'sourceModifiedDate'];
		if (options?.amountDue === undefined) always.push('amountDue');
		if (options?.status === undefined) always.push('status');
		expect(fields(mapped.derived)).toEqual([...always, ...derived].sort());
	});

	it.each(refused)('no invoice: $name', ({ document, options, review = [] }) => {
		const mapped = map(document, options);
		expect(mapped).not.toHaveProperty('invoice');
		expect(fields(mapped.review)).toEqual([...review].sort());
		expect(mapped.derived).toEqual([]);
	});

	it('everything to look at is told in sentences that say what to do', () => {
		const told = [...examples, ...refused].flatMap(({ document, options }) => map(document, options).review);
		expect(told.length).toBeGreaterThan(35);
		for (const { message } of told) {
			expect(message).toMatch(/^[A-Z].*[.] [A-Z].*\.$/);
			expect(message).not.toMatch(/undefined|NaN|null/);
		}
	});
});

describe('messages', () => {
	const april = due('2026-04-01');
	const header = totals('100.00', '20.00', '121.00');

	it.each([
		['credit memo', { ...header, DocumentType: 'CreditMemo' }, 'credit memo'],
		['type', { ...header, DocumentType: 'Other' }, "'Other'"],
		['currency', { ...header, InvoiceCurrency: 'CHF' }, 'in CHF, but USD is expected'],
		['no currency', { ...header, InvoiceCurrency: '' }, 'found no currency, but USD is expected'],
		['sum', header, 'Net total 100.00 plus tax 20.00 is 120.00, but the document says 121.00'],
		['unread', { ...header, GrandTotalAmount: '1.234,50' }, "gives '1.234,50' here"],
		[
			'lines',
			totals('90.00', '20.00', '110.00'),
			'add up to 100.00, which is neither the net total 90.00 nor',
		],
		['number', { ...header, InvoiceId: '' }, 'no usable invoice number'],
	])('%s', (_name, values, words) => {
		const { review } = map(download(detection(values, [april], [line('A', '1', '100.00', '100.00')])));
		expect(review.map(({ message }) => message).join('\n')).toContain(words);
	});

	it.each([
		['Error', 'could not process'],
		['Deleted', 'was deleted'],
		['Parked', "'Parked'"],
	])('state %s', (state, words) => {
		const [entry] = map(download(detection(header, [april]), state)).review;
		expect(entry?.message).toContain(words);
	});

	it.each(['Ok', 0, undefined])('invoice state %p is fine', (InvoiceState) => {
		const document = download({ ...detection(header, [april]), InvoiceState });
		expect(map(document)).toHaveProperty('invoice');
	});

	it('names how a computed due date was found', () => {
		const groups = [due('2026-03-20'), due('', '30', '2026-03-05'), due('', '7', 'on receipt')];
		const { derived } = map(download(detection(totals('1.00', '0.00', '1.00'), groups)));
		expect(derived).toContainEqual({
			field: 'dueDate',
			from: 'DueDateGroup',
			how: 'the latest of 2026-03-20, 2026-04-04, 2026-03-09; 30 days after DueDateStart 2026-03-05',
		});
	});

	it('counts the rows left out, and says when there are none at all', () => {
		const amounts = totals('1.00', '0.00', '1.00');
		const rows = [line('A', '1', '1.00', '1.00'), line('text', '', '', ''), line('more', '', '', '')];
		expect(map(download(detection(amounts, [april], rows))).derived).toContainEqual({
			field: 'lines',
			from: 'LineItemTable',
			how: '2 of 3 rows left out, they have no total; the others add up',
		});
		const [entry] = map(download(detection(amounts, [april]))).review;
		expect(entry?.message).toContain('no line items');
	});

	it.each([
		['one rate', [vat('19.5', '100.00', '19.50')], '19.50', 'VatGroup', 'at the VAT rate of 19.5 %'],
		['no rate', [vat('', '100.00', '19.50')], '19.50', 'taxAmount', 'header tax spread in proportion'],
		[
			'a rate below 0',
			[vat('-100', '100.00', '-100.00')],
			'0.00',
			'taxAmount',
			'header tax spread in proportion',
		],
	])('tells how the tax was spread: %s', (_name, groups, tax, from, words) => {
		const amounts = totals('100.00', tax, (100 + Number(tax)).toFixed(2));
		const lines = [line('A', '1', '100.00', '100.00')];
		const { derived } = map(download(detection(amounts, [...groups, april], lines)));
		expect(derived).toContainEqual({
			field: 'lines[].taxAmount',
			from,
			how: expect.stringContaining(words),
		});
	});

	it('names the cents that rounding moved', () => {
		const lines = [line('A', '1', '10.00', '10.00'), line('B', '1', '20.01', '20.01')];
		const { derived } = map(download(detection(totals('30.00', '0.00', '30.00'), [april], lines)));
		expect(derived).toContainEqual({
			field: 'lines[1].subTotal',
			from: 'TotalAmount',
			how: '20.01 on the document; -0.01 of rounding to reach the net total',
		});
	});
});

describe('options', () => {
	const april = due('2026-04-01');
	const plain = detection(totals('10.00', '2.00', '12.02'), [april]);
	const omit = { lines: 'omit' } as const;

	it('a sum within the tolerance is fine, one beyond it is told', () => {
		expect(map(download(plain), omit).review).toEqual([]);
		expect(map(download(plain), { ...omit, tolerance: 0.01 }).review).toHaveLength(1);
		expect(map(download(plain), { ...omit, tolerance: 0 }).review).toHaveLength(1);
		const wider = detection(totals('10.00', '2.00', '12.03'), [april]);
		expect(map(download(wider), omit).review).toHaveLength(1);
		expect(map(download(wider), { ...omit, tolerance: 0.03 }).review).toEqual([]);
	});

	it('the currency is compared without regard to case', () => {
		expect(map(download(plain), { ...omit, expectedCurrency: 'usd' })).toHaveProperty('invoice');
	});

	it('minimum score does not touch validated documents', () => {
		const options = { ...omit, minimumScore: 0.99 };
		expect(map(download(plain, 'Validated'), options).review).toEqual([]);
		expect(fields(map(download(plain, 'Autoprocessed'), options).review)).toEqual([
			'documentType',
			'dueDate',
			'grandTotalAmount',
			'invoiceCurrency',
			'invoiceDate',
			'invoiceNumber',
			'netTotalAmount',
			'vatTotalAmount',
		]);
		expect(fields(map(plain, options).review)).toHaveLength(9);
	});

	it('minimum score looks at VAT groups, and passes values without any score', () => {
		const groups = [vat('20.0', '10.00', '2.00'), april];
		const scored = detection(totals('10.00', '2.00', '12.00'), groups);
		scored.InvoiceDetailTypePredictions?.forEach((prediction) => delete prediction.Score);
		groups[1]?.InvoiceDetailTypePredictions.forEach((prediction) => delete prediction.Score);
		const { review } = map(download(scored, 'Autoprocessed'), { ...omit, minimumScore: 0.99 });
		expect(fields(review)).toEqual(['vatGroups[0]']);
	});

	it('a score as high as the minimum is high enough', () => {
		const options = { ...omit, minimumScore: 0.97 };
		expect(map(download(plain, 'Autoprocessed'), options).review).toEqual([]);
	});

	it('an invoice may be due on its day', () => {
		const document = download(detection(totals('1.00', '0.00', '1.00'), [due('2026-03-02')]));
		expect(map(document, omit).review).toEqual([]);
	});

	it('low line scores do not matter when the lines are left out', () => {
		const lines = [line('A', '1', '10.00', '10.00', { Score: 0.1 })];
		const document = download(detection(totals('10.00', '0.00', '10.00'), [april], lines), 'Autoprocessed');
		expect(fields(map(document, { minimumScore: 0.5 }).review)).toEqual(['lines[0]']);
		expect(map(document, { ...omit, minimumScore: 0.5 }).review).toEqual([]);
	});

	it('unreadable lines do not matter when the lines are left out', () => {
		const lines = [line('A', '1 Stk', '10.00', '10.00')];
		const document = download(detection(totals('10.00', '0.00', '10.00'), [april], lines));
		expect(fields(map(document).review)).toEqual(['lines[0].quantity']);
		expect(map(document, omit).review).toEqual([]);
	});

	it('an unreadable value that no invoice needs is no matter', () => {
		const document = download(
			detection({ ...totals('10.00', '2.00', '12.00'), DeliveryDate: 'May' }, [april]),
		);
		expect(map(document, omit).review).toEqual([]);
	});

	it('customer and id are asked for when nobody gave them', () => {
		const mapped = toBlueTapeInvoice(detection(totals('1.00', '0.00', '1.00'), [april]), {
			...omit,
			customerId: ' ',
		});
		expect(fields(mapped.review)).toEqual(['customerId', 'id']);
		expect(mapped.invoice).not.toHaveProperty('customerId');
		expect(mapped.invoice).not.toHaveProperty('id');
	});

	it.each([
		['the given time', { sourceModifiedDate: '2026-01-01T00:00:00Z' }, {}, '2026-01-01T00:00:00Z'],
		['the upload time', {}, {}, '2026-03-03T08:12:03.48Z'],
		['now', { now: '2026-05-05T05:05:05Z' }, { UploadedTimestamp: '3 March' }, '2026-05-05T05:05:05Z'],
		[
			'now, when the upload was at no time',
			{ now: '2026-05-05T05:05:05Z' },
			{ UploadedTimestamp: '2026-02-30T25:00:00Z' },
			'2026-05-05T05:05:05Z',
		],
	])('sourceModifiedDate: %s', (_name, options, changed, expected) => {
		const mapped = map({ ...download(plain), ...changed }, { ...omit, ...options });
		expect(mapped.invoice?.sourceModifiedDate).toBe(expected);
		expect(fields(mapped.derived).includes('sourceModifiedDate')).toBe(!('sourceModifiedDate' in options));
	});

	it('sourceModifiedDate: the clock, when nothing else is known', () => {
		jest.useFakeTimers({ now: Date.parse('2026-06-07T08:09:10.111Z') });
		try {
			expect(map(plain, omit).invoice?.sourceModifiedDate).toBe('2026-06-07T08:09:10.111Z');
		} finally {
			jest.useRealTimers();
		}
	});

	it.each([
		['more than the total', 12.03, 12.03, ['amountDue']],
		['nothing', 0, 0, []],
		['the whole total', 12.02, 12.02, []],
		['left empty', '', 12.02, []],
		['null from an expression', null as never, 12.02, []],
	])('amountDue: %s', (_name, amountDue, expected, review) => {
		const mapped = map(download(plain), { ...omit, amountDue });
		expect(mapped.invoice?.amountDue).toBe(expected);
		expect(fields(mapped.review)).toEqual(review);
	});

	it('amountDue: negative is refused', () => {
		expect(map(download(plain), { ...omit, amountDue: -1 })).not.toHaveProperty('invoice');
	});

	it('an invoice due at once has 0 net days', () => {
		const { invoice } = map(download(detection(totals('1.00', '0.00', '1.00'))), {
			...omit,
			defaultNetDays: 0,
		});
		expect(invoice?.dueDate).toBe('2026-03-02');
	});
});
