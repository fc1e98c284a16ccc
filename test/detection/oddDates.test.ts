import { detection, download, due, totals } from './build';
import { map } from './map';

const told = (InvoiceDate: string, dueDate: string) => {
	const document = detection({ ...totals('1.00', '0.00', '1.00'), InvoiceDate }, [due(dueDate)]);
	const { invoice, review } = map(download(document), { lines: 'omit', now: '2026-11-26T09:00:00.000Z' });
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
			'2062-11-26',
			'2062-12-26',
			[
				'invoiceDate: The invoice date 2062-11-26 lies more than a year ahead. Compare it with the file.',
				'dueDate: The due date 2062-12-26 lies more than five years ahead. Compare it with the file.',
			],
		],
		[
			'2206-03-02',
			'2026-04-01',
			[
				'invoiceDate: The invoice date 2206-03-02 lies more than a year ahead. Compare it with the file.',
				'dueDate: The due date 2026-04-01 lies before the invoice date 2206-03-02. Compare both with the file.',
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
		['2027-11-26', '2027-12-26'],
		['2027-06-01', '2031-11-01'],
	])('%s, due on %s', (invoiceDate, dueDate) => {
		expect(told(invoiceDate, dueDate)).toEqual([]);
	});
});
