import { detail, due, group, line, totals, vat } from '../build';
import { example, item, spread } from './example';

const ten = line('A', '1', '10.00', '10.00');
const untaxed = item('A', 1, 10, [10, 0, 10]);
const expiringToo = (dueDate: string) => ({ dueDate, expirationDate: dueDate });

/** How days, totals and the other fields of the header come about. */
export const headerExamples = [
	example('no due date, default net days', [10, 0, 10], {
		terms: [],
		lines: [[ten, untaxed]],
		options: { defaultNetDays: 14 },
		invoice: expiringToo('2026-03-16'),
		derived: ['dueDate', spread],
	}),
	example('several due dates, and a discount deadline that is none: the latest counts', [10, 0, 10], {
		terms: [
			due('2026-03-20'),
			due('', '30', '2026-03-05'),
			due('', '30', 'from invoice date'),
			group('DiscountGroup', { DiscountDate: '2026-12-31', DiscountPercent: '2.0' }),
		],
		lines: [[ten, untaxed]],
		invoice: expiringToo('2026-04-04'),
		derived: ['dueDate', spread],
	}),
	example('a due date before the invoice date', [10, 2, 12], {
		terms: [due('2026-02-01')],
		options: { lines: 'omit' },
		invoice: expiringToo('2026-02-01'),
		review: ['dueDate'],
	}),
	example('net total and tax from the VAT groups, grand total from both', [0.3, 0.04, 0.34], {
		header: totals('', '', ''),
		vat: [vat('20.0', '0.10', '0.02'), vat('10.0', '0.20', '0.02')],
		lines: [
			[line('A', '1', '0.10', '0.10'), item('A', 1, 0.1, [0.1, 0.02, 0.12])],
			[line('B', '1', '0.20', '0.20'), item('B', 1, 0.2, [0.2, 0.02, 0.22])],
		],
		derived: ['subTotal', 'taxAmount', 'totalAmount', spread],
	}),
	example('tax as the difference of the two totals', [100.1, 19.02, 119.12], {
		header: { VatTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['taxAmount'],
	}),
	example('reverse charge: tax is 0 because the document says so, net is the total', [500, 0, 500], {
		header: { ...totals('', '', '500.00'), VatExemption: 'Reverse charge' },
		options: { lines: 'omit' },
		derived: ['subTotal', 'taxAmount'],
	}),
	example('a word about tax exemption does not undo a tax that is there', [10, 2, 12], {
		header: { VatExemption: 'Freight is exempt' },
		options: { lines: 'omit' },
	}),
	example('totals that do not add up are passed on as they are', [100, 20, 121], {
		vat: [vat('20.0', '100.00', '20.00')],
		lines: [[line('A', '1', '100.00', '100.00'), item('A', 1, 100, [100, 20, 120])]],
		derived: [spread],
		review: ['totalAmount'],
	}),
	example('a localised net total is not read, the VAT group stands in', [1234.5, 246.9, 1481.4], {
		header: { NetTotalAmount: '1.234,50' },
		vat: [vat('20.0', '1234.50', '246.90')],
		lines: [[line('A', '1', '1234.50', '1234.50'), item('A', 1, 1234.5, [1234.5, 246.9, 1481.4])]],
		derived: ['subTotal', spread],
		review: ['netTotalAmount'],
	}),
	example('an unsure, autoprocessed document', [10, 0, 10], {
		stateBeforeRelease: 'Autoprocessed',
		details: [
			detail('InvoiceId', '0815', 0.31),
			detail('InvoiceId', 'R-1', 0.62),
			detail('InvoiceId', 'R-2', 0.61),
		],
		lines: [
			[line('A', '1', '10.00', '10.00', { Score: 0.4 }), untaxed],
			[line('B', '1', '0.00', '0.00'), item('B', 1, 0, [0, 0, 0])],
		],
		options: { minimumScore: 0.8 },
		derived: [spread],
		review: ['invoiceNumber', 'lines[0]'],
	}),
	example('a deposit was paid', [10, 2, 12], {
		options: { lines: 'omit', amountDue: '7.50', status: 'Draft', invoiceId: 'own-1' },
		invoice: { amountDue: 7.5, status: 'Draft', id: 'own-1' },
	}),
	example('a total of nothing', [0, 0, 0], {
		options: { lines: 'omit' },
		review: ['totalAmount'],
	}),
	example('euros, and nobody said which currency to expect', [10, 2, 12], {
		header: { InvoiceCurrency: 'EUR' },
		options: { lines: 'omit', expectedCurrency: '' },
		review: ['invoiceCurrency'],
	}),
];
