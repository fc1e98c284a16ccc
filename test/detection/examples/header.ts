import { detail, due, group, line, totals, vat } from '../build';
import { example, item, spread } from './example';

const ten = line('A', '1', '10.00', '10.00');
const untaxed = item('A', 1, 10, [10, 0, 10]);
/** As a person enters it: without a score. */
const unscored = (name: string, value: string) => ({ ...detail(name, value), Score: undefined });
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
	example(
		'several due dates, and a discount deadline that is none: the latest counts, and is told',
		[10, 0, 10],
		{
			terms: [
				due('2026-03-20'),
				due('', '30', '2026-03-05'),
				due('', '30', 'from invoice date'),
				group('DiscountGroup', { DiscountDate: '2026-12-31', DiscountPercent: '2.0' }),
			],
			lines: [[ten, untaxed]],
			invoice: expiringToo('2026-04-04'),
			derived: ['dueDate', spread],
			review: ['dueDate'],
		},
	),
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
		review: ['totalAmount'],
	}),
	example('tax as the difference of the two totals', [100.1, 19.02, 119.12], {
		header: { VatTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['taxAmount'],
		review: ['taxAmount'],
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
		review: ['invoiceNumber', 'invoiceNumber', 'lines[0]'],
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
	example('30 days, and a discount within 10: the due date is that of the days', [10, 0, 10], {
		terms: [
			due('', '30'),
			group('DiscountGroup', {
				DiscountDate: '',
				DiscountStart: '',
				DiscountDuration: '10',
				DiscountPercent: '2.0',
			}),
		],
		lines: [[ten, untaxed]],
		derived: ['dueDate', spread],
	}),
	example('days from a day that a word names', [10, 0, 10], {
		terms: [due('', '30', 'EndOfMonth')],
		lines: [[ten, untaxed]],
		derived: ['dueDate', spread],
		review: ['dueDate'],
	}),
	example('days from a word that says the invoice date', [10, 0, 10], {
		terms: [due('', '30', 'InvoiceDate')],
		lines: [[ten, untaxed]],
		derived: ['dueDate', spread],
	}),
	example('a printed date needs no word', [10, 0, 10], {
		terms: [due('2026-04-01', '30', 'EndOfMonth')],
		lines: [[ten, untaxed]],
		derived: [spread],
	}),
	example('a cent that the sum is off', [21.23, 4.25, 25.47], {
		options: { lines: 'omit' },
		review: ['totalAmount'],
	}),
	example('a cent that the sum is off, within the tolerance: the tax gives way', [21.23, 4.24, 25.47], {
		header: { VatTotalAmount: '4.25' },
		vat: [vat('20.0', '21.23', '4.25')],
		lines: [[line('A', '1', '21.23', '21.23'), item('A', 1, 21.23, [21.23, 4.24, 25.47])]],
		options: { tolerance: 0.01 },
		derived: ['taxAmount', spread],
	}),
	example('no tax gives way to a tolerance', [10, 0, 10.01], {
		options: { lines: 'omit', tolerance: 0.02 },
		review: ['totalAmount'],
	}),
	example('a tax does not give way below nothing', [10, 0.01, 9.99], {
		options: { lines: 'omit', tolerance: 0.02 },
		review: ['totalAmount'],
	}),
	example(
		'one group carries the tax of the whole document, so that the groups miss the total',
		[696, 132.6, 828.6],
		{
			header: { VatTotalAmount: '' },
			vat: [vat('20.0', '630.00', '132.60'), vat('10.0', '66.00', '6.60')],
			lines: [
				[line('Boards', '1', '630.00', '630.00'), item('Boards', 1, 630, [630, 126, 756])],
				[line('Book', '3', '22.00', '66.00'), item('Book', 3, 22, [66, 6.6, 72.6])],
			],
			derived: ['taxAmount', spread],
			review: ['taxAmount'],
		},
	),
	example(
		'one group carries the tax of the whole document, and the sum is that of the total',
		[696, 132.6, 828.6],
		{
			header: { VatTotalAmount: '' },
			vat: [vat('20.0', '630.00', '132.60'), vat('10.0', '66.00', '0.00')],
			options: { lines: 'omit' },
			derived: ['taxAmount'],
			review: ['taxAmount'],
		},
	),
	example('groups that hold, whose sum is that of the total', [696, 132.6, 828.6], {
		header: { VatTotalAmount: '' },
		vat: [vat('20.0', '630.00', '126.00'), vat('10.0', '66.00', '6.60')],
		options: { lines: 'omit' },
		derived: ['taxAmount'],
	}),
	example('groups that hold, whose sum is not that of the total', [696, 132.6, 828.61], {
		header: { VatTotalAmount: '' },
		vat: [vat('20.0', '630.00', '126.00'), vat('10.0', '66.00', '6.60')],
		options: { lines: 'omit' },
		derived: ['taxAmount'],
		review: ['totalAmount'],
	}),
	example('a group without a rate, confirmed by the total', [100, 20, 120], {
		header: { VatTotalAmount: '' },
		vat: [vat('', '100.00', '20.00')],
		options: { lines: 'omit' },
		derived: ['taxAmount'],
	}),
	example('a group without a tax, whose rate is confirmed by the total', [100, 20, 120], {
		header: { VatTotalAmount: '' },
		vat: [vat('20.0', '100.00', '')],
		options: { lines: 'omit' },
		derived: ['taxAmount'],
	}),
	example('a group without a rate, not confirmed by the total', [100, 20, 120], {
		header: { VatTotalAmount: '' },
		vat: [vat('', '100.00', '19.00')],
		options: { lines: 'omit' },
		derived: ['taxAmount'],
		review: ['taxAmount'],
	}),
	example('no grand total, one of two VAT groups read', [696, 126, 822], {
		header: { VatTotalAmount: '', GrandTotalAmount: '' },
		vat: [vat('20.0', '630.00', '126.00')],
		options: { lines: 'omit' },
		derived: ['taxAmount', 'totalAmount'],
		review: ['taxAmount', 'totalAmount'],
	}),
	example('no grand total, all groups read', [696, 132.6, 828.6], {
		header: { VatTotalAmount: '', GrandTotalAmount: '' },
		vat: [vat('20.0', '630.00', '126.00'), vat('10.0', '66.00', '6.60')],
		options: { lines: 'omit' },
		derived: ['taxAmount', 'totalAmount'],
		review: ['totalAmount'],
	}),
	example('no grand total', [10, 2, 12], {
		header: { GrandTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['totalAmount'],
		review: ['totalAmount'],
	}),
	example('no net total', [10, 2, 12], {
		header: { NetTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['subTotal'],
		review: ['subTotal'],
	}),
	example('no net total and no tax: the total is net', [10, 0, 10], {
		header: { NetTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['subTotal'],
	}),
	example('no tax total, and net total and total are the same', [10, 0, 10], {
		header: { VatTotalAmount: '' },
		options: { lines: 'omit' },
		derived: ['taxAmount'],
	}),
	example('two different grand totals', [10, 2, 12], {
		details: [
			detail('GrandTotalAmount', '21.00', 0.4),
			detail('GrandTotalAmount', '12.00', 0.9),
			detail('GrandTotalAmount', '12.0', 0.8),
		],
		options: { lines: 'omit' },
		review: ['grandTotalAmount'],
	}),
	example('a grand total that a person has corrected', [10, 2, 12], {
		details: [detail('GrandTotalAmount', '21.00', 0.4), unscored('GrandTotalAmount', '12.00')],
		options: { lines: 'omit' },
	}),
	example('two grand totals of a person', [10, 2, 12], {
		details: [
			unscored('GrandTotalAmount', '12.00'),
			detail('GrandTotalAmount', '12.00', 1),
			unscored('GrandTotalAmount', '21.00'),
		],
		options: { lines: 'omit' },
		review: ['grandTotalAmount'],
	}),
	example('two delivery notes are no contradiction', [10, 2, 12], {
		details: [detail('DeliveryNoteId', 'L-1'), detail('DeliveryNoteId', 'L-2')],
		options: { lines: 'omit' },
	}),
	example('nothing is due of a total', [10, 2, 12], {
		options: { lines: 'omit', amountDue: '0.00' },
		invoice: { amountDue: 0 },
		review: ['amountDue'],
	}),
];
