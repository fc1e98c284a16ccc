import { detection, download, due, totals } from './build';
import { map } from './map';

const told = (InvoiceDate: string, dueDate: string) => {
	const document = detection({ ...totals('1.00', '0.00', '1.00'), InvoiceDate }, [due(dueDate)]);
	const { invoice, review } = map(download(document), { lines: 'omit' });
	expect(invoice).toMatchObject({ invoiceDate: InvoiceDate, dueDate });
	return review.map(({ field, message }) => `${field}: ${message}`);
};

describe('dates of a document', () => {
	it.each([
		[
			'1926-03-02',
			'1926-04-01',
			['invoiceDate: The invoice date 1926-03-02 lies before the year 2000. Compare it with the file.'],
		],
		[
			'2026-03-02',
			'2062-04-01',
			[
				'dueDate: The due date 2062-04-01 lies more than five years after the invoice date 2026-03-02. Compare both with the file.',
			],
		],
		[
			'2026-03-02',
			'2026-02-01',
			[
				'dueDate: The due date 2026-02-01 lies before the invoice date 2026-03-02. Compare both with the file.',
			],
		],
	])('%s, due on %s, is told', (invoiceDate, dueDate, words) => {
		expect(told(invoiceDate, dueDate)).toEqual(words);
	});

	it.each([
		['2026-03-02', '2026-03-02'],
		['2000-01-01', '2000-01-31'],
		['2027-03-11', '2027-04-01'],
		['2026-03-02', '2031-03-02'],
		['2126-12-01', '2126-12-31'],
	])('%s, due on %s', (invoiceDate, dueDate) => {
		expect(told(invoiceDate, dueDate)).toEqual([]);
	});
});
