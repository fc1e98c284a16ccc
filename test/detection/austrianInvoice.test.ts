import { detection, download, due, group, line, totals, vat } from './build';
import { map } from './map';

/**
 * Invented, with what invoices in Austria are like: two rates, prices that are the total of their line, one VAT group
 * that carries the tax of the whole document, 2 % off in 10 days and 30 days net without a date.
 */
const document = (vatTotal: string) =>
	download(
		detection(
			{
				...totals('800.00', vatTotal, '955.50'),
				InvoiceId: 'RE-26/0815',
				InvoiceDate: '2026-11-02',
				InvoiceCurrency: 'EUR',
				CustomerId: 'K-204',
				DeliveryDate: '2026-10-30',
				VatExemption: '',
			},
			[
				vat('20.0', '755.00', '155.50'),
				vat('10.0', '45.00', ''),
				due('', '30'),
				group('DiscountGroup', {
					DiscountDate: '',
					DiscountStart: '',
					DiscountDuration: '10',
					DiscountPercent: '2.0',
				}),
			],
			[
				line('Roof truss,\nspruce', '4', '640.00', '640.00', { PositionNumber: 1 }),
				line('Screws 4.5 x 60', '1000', '85.00', '85.00', { PositionNumber: 2 }),
				line('Manual', '2', '22.50', '45.00', { PositionNumber: 3 }),
				line('Delivery', '', '', '30.00', { PositionNumber: 4 }),
			],
		),
		'Validated',
	);

const mapped = (vatTotal: string) => map(document(vatTotal), { expectedCurrency: 'EUR' });

describe('an invoice as they are in Austria', () => {
	it.each(['', '155.50'])('has these values, with %p for the tax total', (vatTotal) => {
		expect(mapped(vatTotal).invoice).toEqual({
			id: '3f0c9a52-77de-4c1b-9c0e-0d5a6a1b2c3d',
			invoiceNumber: 'RE-26/0815',
			customerId: 'cust-1',
			invoiceDate: '2026-11-02',
			dueDate: '2026-12-02',
			expirationDate: '2026-12-02',
			subTotal: 800,
			taxAmount: 155.5,
			totalAmount: 955.5,
			amountDue: 955.5,
			sourceModifiedDate: '2026-03-03T08:12:03.48Z',
			lines: [
				{
					description: 'Roof truss, spruce',
					quantity: 4,
					unitAmount: 160,
					subTotal: 640,
					taxAmount: 128,
					totalAmount: 768,
				},
				{
					description: 'Screws 4.5 x 60',
					quantity: 1000,
					unitAmount: 0.085,
					subTotal: 85,
					taxAmount: 17,
					totalAmount: 102,
				},
				{
					description: 'Manual',
					quantity: 2,
					unitAmount: 22.5,
					subTotal: 45,
					taxAmount: 4.5,
					totalAmount: 49.5,
				},
				{
					description: 'Delivery',
					quantity: 1,
					unitAmount: 30,
					subTotal: 30,
					taxAmount: 6,
					totalAmount: 36,
				},
			],
		});
	});

	it('goes to a person where the tax rests on the group that carries it all, and not where the tax is printed', () => {
		expect(mapped('').review).toEqual([
			{
				field: 'taxAmount',
				message: expect.stringContaining('The VAT groups do not hold: 155.50 is not 20 % of 755.00.'),
			},
		]);
		expect(mapped('155.50').review).toEqual([]);
	});

	it('tells what was worked out', () => {
		expect(mapped('').derived).toEqual(
			expect.arrayContaining([
				{ field: 'taxAmount', value: 155.5, how: 'grand total minus net total', from: 'GrandTotalAmount' },
				{
					field: 'dueDate',
					value: '2026-12-02',
					how: '30 days after InvoiceDate 2026-11-02',
					from: 'DueDateGroup',
				},
				{ field: 'lines[0].unitAmount', value: 160, how: '640.00 divided by 4', from: 'subTotal' },
				{ field: 'lines[1].unitAmount', value: 0.085, how: '85.00 divided by 1000', from: 'subTotal' },
			]),
		);
	});
});
