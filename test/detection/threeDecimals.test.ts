import { detection, download, due, line, totals, vat } from './build';
import { fields, map } from './map';

const april = due('2026-04-01');
const rows = (...all: string[]) => all.map((total) => line('A', '1', '', total));

describe('an amount with more decimals than money has', () => {
	it.each<[name: string, amounts: [string, string, string], lines: string[], told: string[]]>([
		[
			'thousands with a point',
			['1.000', '0.080', '1.080'],
			['1.000'],
			['netTotalAmount', 'vatTotalAmount', 'grandTotalAmount', 'lines[0].totalAmount'],
		],
		['the net total', ['1.000', '0.08', '1.08'], ['1.00'], ['netTotalAmount']],
		['a part of a cent', ['100.004', '8.00', '108.00'], ['100.00'], ['netTotalAmount']],
		['of a line', ['1.00', '0.08', '1.08'], ['1.000'], ['lines[0].totalAmount']],
	])('is not rounded but told: %s', (_name, amounts, lines, told) => {
		const { review } = map(download(detection(totals(...amounts), [april], rows(...lines))));
		expect(fields(review)).toEqual(expect.arrayContaining(told));
	});

	it('of a VAT group is told', () => {
		const groups = [vat('8.0', '1.000', '0.08'), april];
		const { review } = map(download(detection(totals('1.00', '0.08', '1.08'), groups)), { lines: 'omit' });
		expect(fields(review)).toEqual(['vatGroups[0].netAmount']);
	});

	it('is told as it stands there', () => {
		const { review } = map({ ...read, netTotalAmount: 1.005 });
		expect(review.map(({ message }) => message).join()).toContain("gives '1.005' here");
	});

	it('may have zeros that mean nothing, or dust of arithmetic', () => {
		const long = detection(totals('100.0000', '8.00000', '108.0'), [april], rows('100.00000000'));
		const { invoice, review } = map(download(long));
		expect(review).toEqual([]);
		expect(invoice).toMatchObject({ subTotal: 100, taxAmount: 8, totalAmount: 108 });
		expect(map({ ...read, netTotalAmount: 0.1 + 0.2, grandTotalAmount: 0.1 + 0.2 }).review).toEqual([]);
	});

	it.each(['1.080', 1.005])('of the amount due %p makes no invoice', (amountDue) => {
		const { invoice, review } = map({ ...read }, { amountDue });
		expect([invoice, fields(review)]).toEqual([undefined, ['amountDue']]);
	});
});

/** A simplified document of 0.30 without tax. */
const read = {
	invoiceId: 'own-1',
	documentType: 'Invoice',
	invoiceNumber: 'R-1',
	invoiceDate: '2026-03-02',
	dueDate: '2026-04-01',
	invoiceCurrency: 'USD',
	netTotalAmount: 0.3,
	vatTotalAmount: 0,
	grandTotalAmount: 0.3,
	lines: [{ description: 'A', quantity: 1, unitPrice: 0.3, totalAmount: 0.3 }],
};
