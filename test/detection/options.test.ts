import { simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import { detection, download, due, line, totals, vat } from './build';
import { fields, map } from './map';

describe('options', () => {
	const april = due('2026-04-01');
	const plain = detection(totals('10.00', '2.00', '12.00'), [april]);
	const omit = { lines: 'omit' } as const;

	it.each([
		[undefined, 2, ['totalAmount']],
		[0, 2, ['totalAmount']],
		[-1, 2, ['totalAmount']],
		[0.01, 2, ['totalAmount']],
		[0.02, 2.02, []],
		[1, 2.02, []],
	])('with the tolerance %p a sum off by two cents has a tax of %p', (tolerance, tax, told) => {
		const off = detection(totals('10.00', '2.00', '12.02'), [april]);
		const { invoice, review, derived } = map(download(off), { ...omit, tolerance });
		expect(invoice).toMatchObject({ subTotal: 10, taxAmount: tax, totalAmount: 12.02 });
		expect(fields(review)).toEqual(told);
		expect(derived.filter(({ field }) => field === 'taxAmount')).toEqual(
			tax === 2
				? []
				: [
						{
							field: 'taxAmount',
							value: 2.02,
							how: 'grand total minus net total; 2.00 on the document is within the tolerance',
							from: 'GrandTotalAmount',
						},
					],
		);
	});

	it('a tolerance does not take the doubt away from a tax that was worked out', () => {
		const groups = [vat('20.0', '10.00', ''), vat('20.0', '', '2.00'), april];
		const sum = detection(totals('10.00', '', '12.01'), groups);
		expect(fields(map(download(sum), { ...omit, tolerance: 0.02 }).review)).toEqual(['taxAmount']);
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

	it('minimum score takes scores that became text on the way', () => {
		const read = simplifiedDocument(download(plain, 'Autoprocessed'));
		const document = { ...read, scores: { ...read.scores, grandTotalAmount: '0.1' } };
		const { review } = map(document, { ...omit, minimumScore: 0.8 });
		expect(fields(review)).toEqual(['grandTotalAmount']);
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
		['more than the total', 12.01, 12.01, ['amountDue']],
		['nothing', 0, 0, ['amountDue']],
		['a cent', 0.01, 0.01, []],
		['the whole total', 12, 12, []],
		['left empty', '', 12, []],
		['null from an expression', null as never, 12, []],
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
