import { detection, download, due, line, totals, vat } from './build';
import { map } from './map';

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
