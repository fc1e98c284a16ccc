import type { InvoiceLine } from '../../nodes/BluDelta/detection/lines';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/options';
import { detection, detail, download, due, group, line, totals, vat } from './build';

/** An invented document, what the user set, and what must come out of it. */
export interface Example {
	name: string;
	document: unknown;
	options?: InvoiceOptions;
	/** Header and lines; `undefined` when no invoice may come out. */
	invoice?: ReturnType<typeof invoice>;
	/** Fields that are told as derived, beside the ones that every invoice has. */
	derived?: string[];
	/** Fields to look at. */
	review?: string[];
}

type Amounts = [subTotal: number, taxAmount: number, totalAmount: number];

/** The invoice that the ordinary header gives; `more` changes single fields. */
const invoice = ([subTotal, taxAmount, totalAmount]: Amounts, lines: InvoiceLine[], more: object = {}) => ({
	id: '3f0c9a52-77de-4c1b-9c0e-0d5a6a1b2c3d',
	invoiceNumber: 'R-1',
	customerId: 'cust-1',
	invoiceDate: '2026-03-02',
	dueDate: '2026-04-01',
	expirationDate: '2026-04-01',
	subTotal,
	taxAmount,
	totalAmount,
	amountDue: totalAmount,
	status: 'Placed',
	sourceModifiedDate: '2026-03-03T08:12:03.48Z',
	lines,
	...more,
});

const item = (
	description: string,
	quantity: number,
	unitAmount: number,
	[subTotal, taxAmount, totalAmount]: Amounts,
): InvoiceLine => ({ description, quantity, unitAmount, subTotal, taxAmount, totalAmount });

const whole = (amounts: Amounts) => [item('Invoice R-1', 1, amounts[0], amounts)];

const april = due('2026-04-01');
const spread = 'lines[].taxAmount';

const thirteen = Array.from({ length: 13 }, (_one, at) => line(`Bolt M${at + 1}`, '1', '10.00', '10.00'));

export const examples: Example[] = [
	{
		name: 'net lines at one rate',
		document: download(
			detection(
				totals('150.00', '30.00', '180.00'),
				[vat('20.0', '150.00', '30.00'), april],
				[line('Gravel', '4', '25.00', '100.00'), line('Delivery', '1', '50.00', '50.00')],
			),
		),
		invoice: invoice(
			[150, 30, 180],
			[item('Gravel', 4, 25, [100, 20, 120]), item('Delivery', 1, 50, [50, 10, 60])],
		),
		derived: [spread],
	},
	{
		name: 'a rounding cent of tax goes to the largest line',
		document: download(
			detection(
				totals('9.99', '2.00', '11.99'),
				[vat('20.0', '9.99', '2.00'), april],
				[line('A', '1', '3.33', '3.33'), line('B', '1', '3.33', '3.33'), line('C', '1', '3.33', '3.33')],
			),
		),
		invoice: invoice(
			[9.99, 2, 11.99],
			[
				item('A', 1, 3.33, [3.33, 0.66, 3.99]),
				item('B', 1, 3.33, [3.33, 0.67, 4]),
				item('C', 1, 3.33, [3.33, 0.67, 4]),
			],
		),
		derived: [spread],
	},
	{
		name: 'gross lines at one rate, with a cent that rounding lost',
		document: download(
			detection(
				totals('25.18', '4.79', '29.97'),
				[vat('19.0', '25.18', '4.79'), april],
				[
					line('Mug', '1', '9.99', '9.99'),
					line('Cap', '1', '9.99', '9.99'),
					line('Pen', '3', '3.33', '9.99'),
				],
			),
		),
		invoice: invoice(
			[25.18, 4.79, 29.97],
			[
				item('Mug', 1, 8.4, [8.4, 1.59, 9.99]),
				item('Cap', 1, 8.39, [8.39, 1.6, 9.99]),
				item('Pen', 3, 2.8, [8.39, 1.6, 9.99]),
			],
		),
		derived: [
			spread,
			'lines[].subTotal',
			'lines[0].unitAmount',
			'lines[1].unitAmount',
			'lines[2].unitAmount',
		],
	},
	{
		name: 'gross lines at two rates, told apart by the one grouping that fits',
		document: download(
			detection(
				totals('150.00', '25.00', '175.00'),
				[vat('20.0', '100.00', '20.00'), vat('10.0', '50.00', '5.00'), april],
				[line('Tiles', '1', '120.00', '120.00'), line('Guide book', '2', '27.50', '55.00')],
			),
		),
		invoice: invoice(
			[150, 25, 175],
			[item('Tiles', 1, 100, [100, 20, 120]), item('Guide book', 2, 25, [50, 5, 55])],
		),
		derived: [spread, 'lines[].subTotal', 'lines[0].unitAmount', 'lines[1].unitAmount'],
	},
	{
		name: 'gross lines without a rate: net total and tax spread in proportion',
		document: download(
			detection(
				totals('100.00', '10.00', '110.00'),
				[april],
				[
					line('A', '1', '36.67', '36.67'),
					line('B', '1', '36.67', '36.67'),
					line('C', '1', '36.66', '36.66'),
				],
			),
		),
		invoice: invoice(
			[100, 10, 110],
			[
				item('A', 1, 33.34, [33.34, 3.33, 36.67]),
				item('B', 1, 33.33, [33.33, 3.34, 36.67]),
				item('C', 1, 33.33, [33.33, 3.33, 36.66]),
			],
		),
		derived: [
			spread,
			'lines[].subTotal',
			'lines[0].unitAmount',
			'lines[1].unitAmount',
			'lines[2].unitAmount',
		],
	},
	{
		name: 'two rates and a free line; each rate keeps its own rounding cent',
		document: download(
			detection(
				totals('1009.99', '102.00', '1111.99'),
				[vat('20.0', '9.99', '2.00'), vat('10.0', '1000.00', '100.00'), april],
				[
					line('A', '1', '1.13', '1.13'),
					line('B', '1', '7.73', '7.73'),
					line('Machine', '1', '1000.00', '1000.00'),
					line('C', '1', '1.13', '1.13'),
					line('Sample', '1', '0.00', '0.00'),
				],
			),
		),
		invoice: invoice(
			[1009.99, 102, 1111.99],
			[
				item('A', 1, 1.13, [1.13, 0.23, 1.36]),
				item('B', 1, 7.73, [7.73, 1.54, 9.27]),
				item('Machine', 1, 1000, [1000, 100, 1100]),
				item('C', 1, 1.13, [1.13, 0.23, 1.36]),
				item('Sample', 1, 0, [0, 0, 0]),
			],
		),
		derived: [spread],
	},
	{
		name: 'gross lines at two rates; each rate keeps its own rounding cent',
		document: download(
			detection(
				totals('1008.33', '101.66', '1109.99'),
				[vat('10.0', '1000.00', '100.00'), vat('20.0', '8.33', '1.66'), april],
				[
					line('Machine', '1', '1100.00', '1100.00'),
					line('A', '1', '3.33', '3.33'),
					line('B', '1', '3.33', '3.33'),
					line('C', '1', '3.33', '3.33'),
				],
			),
		),
		invoice: invoice(
			[1008.33, 101.66, 1109.99],
			[
				item('Machine', 1, 1000, [1000, 100, 1100]),
				item('A', 1, 2.77, [2.77, 0.56, 3.33]),
				item('B', 1, 2.78, [2.78, 0.55, 3.33]),
				item('C', 1, 2.78, [2.78, 0.55, 3.33]),
			],
		),
		derived: [spread, 'lines[].subTotal', ...[0, 1, 2, 3].map((at) => `lines[${at}].unitAmount`)],
	},
	{
		name: 'a group whose tax was misread does not draw its lines along',
		document: download(
			detection(
				totals('600.00', '70.00', '670.00'),
				[vat('20.0', '100.00', '2.00'), vat('10.0', '500.00', '50.00'), april],
				[line('A', '1', '100.00', '100.00'), line('B', '1', '500.00', '500.00')],
			),
		),
		invoice: invoice([600, 70, 670], [item('A', 1, 100, [100, 20, 120]), item('B', 1, 500, [500, 50, 550])]),
		derived: [spread],
	},
	{
		name: 'a rate of 0, and a rate that is listed twice',
		document: download(
			detection(
				totals('180.00', '20.00', '200.00'),
				[vat('20.0', '60.00', '12.00'), vat('0.0', '80.00', '0.00'), vat('20.0', '40.00', '8.00'), april],
				[line('Permit', '1', '80.00', '80.00'), line('Work', '1', '100.00', '100.00')],
			),
		),
		invoice: invoice(
			[180, 20, 200],
			[item('Permit', 1, 80, [80, 0, 80]), item('Work', 1, 100, [100, 20, 120])],
		),
		derived: [spread],
	},
	{
		name: 'tax two cents off its rate is rounding',
		document: download(
			detection(
				totals('10.00', '2.02', '12.02'),
				[vat('20.0', '10.00', '2.02'), april],
				[line('A', '1', '10.00', '10.00')],
			),
		),
		invoice: invoice([10, 2.02, 12.02], [item('A', 1, 10, [10, 2.02, 12.02])]),
		derived: [spread],
	},
	{
		name: 'tax three cents off its rate is not',
		document: download(
			detection(
				totals('10.00', '2.03', '12.03'),
				[vat('20.0', '10.00', '2.03'), april],
				[line('A', '1', '10.00', '10.00')],
			),
		),
		invoice: invoice([10, 2.03, 12.03], [item('A', 1, 10, [10, 2.03, 12.03])]),
		derived: [spread],
		review: ['lines[].taxAmount'],
	},
	{
		name: 'gross lines that fit the grand total and the tax, but not the net total',
		document: download(
			detection(
				totals('90.00', '20.00', '120.00'),
				[vat('20.0', '100.00', '20.00'), april],
				[line('A', '1', '120.00', '120.00')],
			),
		),
		invoice: invoice([90, 20, 120], [item('A', 1, 90, [90, 20, 110])]),
		derived: [spread, 'lines[].subTotal', 'lines[0].unitAmount'],
		review: ['totalAmount', 'lines[].taxAmount'],
	},
	{
		name: 'two rates, two groupings that fit: the tax is spread in proportion',
		document: download(
			detection(
				totals('100.00', '15.00', '115.00'),
				[vat('20.0', '50.00', '10.00'), vat('10.0', '50.00', '5.00'), april],
				[line('Paint', '1', '50.00', '50.00'), line('Book', '1', '50.00', '50.00')],
			),
		),
		invoice: invoice(
			[100, 15, 115],
			[item('Paint', 1, 50, [50, 7.5, 57.5]), item('Book', 1, 50, [50, 7.5, 57.5])],
		),
		derived: [spread],
	},
	{
		name: 'thirteen lines at two rates: too many to try, spread by largest remainder',
		document: download(
			detection(
				totals('130.00', '25.00', '155.00'),
				[vat('20.0', '120.00', '24.00'), vat('10.0', '10.00', '1.00'), april],
				thirteen,
			),
		),
		invoice: invoice(
			[130, 25, 155],
			thirteen.map((_one, at) => {
				return at < 4
					? item(`Bolt M${at + 1}`, 1, 10, [10, 1.93, 11.93])
					: item(`Bolt M${at + 1}`, 1, 10, [10, 1.92, 11.92]);
			}),
		),
		derived: [spread],
	},
	{
		name: 'a rate that does not explain the tax total',
		document: download(
			detection(
				totals('100.00', '7.00', '107.00'),
				[vat('20.0', '35.00', '7.00'), april],
				[line('Tools', '1', '35.00', '35.00'), line('Stamps', '1', '65.00', '65.00')],
			),
		),
		invoice: invoice(
			[100, 7, 107],
			[item('Tools', 1, 35, [35, 2.45, 37.45]), item('Stamps', 1, 65, [65, 4.55, 69.55])],
		),
		derived: [spread],
		review: ['lines[].taxAmount'],
	},
	{
		name: 'no lines',
		document: download(
			detection(totals('700.00', '133.00', '833.00'), [vat('19.0', '700.00', '133.00'), april]),
		),
		invoice: invoice([700, 133, 833], whole([700, 133, 833])),
		derived: ['lines'],
		review: ['lines'],
	},
	{
		name: 'lines that fit neither total, because a surcharge was not recognised',
		document: download(
			detection(
				totals('120.00', '24.00', '144.00'),
				[vat('20.0', '120.00', '24.00'), april],
				[line('Rental', '2', '50.00', '100.00')],
			),
		),
		invoice: invoice([120, 24, 144], whole([120, 24, 144])),
		derived: ['lines'],
		review: ['lines'],
	},
	{
		name: 'a discount line, a text line without amount, a line without description',
		document: download(
			detection(
				totals('90.00', '18.00', '108.00'),
				[vat('20.0', '90.00', '18.00'), april],
				[
					line('Pump', '1', '100.00', '100.00'),
					line('as agreed by phone', '', '', ''),
					line('', '', '', '-10.00', { PositionNumber: 7 }),
				],
			),
		),
		invoice: invoice(
			[90, 18, 108],
			[item('Pump', 1, 100, [100, 20, 120]), item('Item 7', 1, -10, [-10, -2, -12])],
		),
		derived: ['lines', spread, 'lines[1].quantity', 'lines[1].unitAmount'],
	},
	{
		name: 'quantities that are fractional, negative, or priced below a cent become one piece',
		document: download(
			detection(
				totals('64.50', '0.00', '64.50'),
				[vat('0.0', '64.50', '0.00'), april],
				[
					line('Lath, per meter', '12.5', '4.40', '55.00'),
					line('Screws', '1000', '0.0125', '12.50'),
					line('Return', '-1', '5.00', '-5.00'),
					line('Sand', '0.25', '', '2.00'),
				],
			),
		),
		invoice: invoice(
			[64.5, 0, 64.5],
			[
				item('Lath, per meter (12.5 × 4.40)', 1, 55, [55, 0, 55]),
				item('Screws (1000 × 0.0125)', 1, 12.5, [12.5, 0, 12.5]),
				item('Return (-1 × 5.00)', 1, -5, [-5, 0, -5]),
				item('Sand (quantity 0.25)', 1, 2, [2, 0, 2]),
			],
		),
		derived: [spread, ...[0, 1, 2, 3].flatMap((at) => [`lines[${at}].quantity`, `lines[${at}].unitAmount`])],
	},
	{
		name: 'a line discount: the unit amount is what was paid per piece',
		document: download(
			detection(
				totals('27.00', '0.00', '27.00'),
				[april],
				[
					line('Valve  DN 20\nbrass', '3', '10.00', '27.00', {
						ItemId: { Value: 'V-20' },
					}),
				],
			),
		),
		options: { itemIds: true },
		invoice: invoice([27, 0, 27], [item('V-20 Valve DN 20 brass', 3, 9, [27, 0, 27])]),
		derived: [spread, 'lines[0].unitAmount'],
	},
	{
		name: 'printed lines one cent off the net total',
		document: download(
			detection(
				totals('30.00', '3.00', '33.00'),
				[vat('10.0', '30.00', '3.00'), april],
				[line('A', '1', '10.00', '10.00'), line('B', '1', '20.01', '20.01')],
			),
		),
		invoice: invoice([30, 3, 33], [item('A', 1, 10, [10, 1, 11]), item('B', 1, 20.01, [20, 2, 22])]),
		derived: [spread, 'lines[1].subTotal'],
	},
	{
		name: 'no due date, default net days',
		document: download(detection(totals('10.00', '0.00', '10.00'), [], [line('A', '1', '10.00', '10.00')])),
		options: { defaultNetDays: 14 },
		invoice: invoice([10, 0, 10], [item('A', 1, 10, [10, 0, 10])], {
			dueDate: '2026-03-16',
			expirationDate: '2026-03-16',
		}),
		derived: ['dueDate', spread],
	},
	{
		name: 'several due dates, and a discount deadline that is none: the latest counts',
		document: download(
			detection(
				totals('10.00', '0.00', '10.00'),
				[
					due('2026-03-20'),
					due('', '30', '2026-03-05'),
					due('', '30', 'from invoice date'),
					group('DiscountGroup', { DiscountDate: '2026-12-31', DiscountPercent: '2.0' }),
				],
				[line('A', '1', '10.00', '10.00')],
			),
		),
		invoice: invoice([10, 0, 10], [item('A', 1, 10, [10, 0, 10])], {
			dueDate: '2026-04-04',
			expirationDate: '2026-04-04',
		}),
		derived: ['dueDate', spread],
	},
	{
		name: 'net total and tax from the VAT groups, grand total from both',
		document: download(
			detection(
				totals('', '', ''),
				[vat('20.0', '0.10', '0.02'), vat('10.0', '0.20', '0.02'), april],
				[line('A', '1', '0.10', '0.10'), line('B', '1', '0.20', '0.20')],
			),
		),
		invoice: invoice(
			[0.3, 0.04, 0.34],
			[item('A', 1, 0.1, [0.1, 0.02, 0.12]), item('B', 1, 0.2, [0.2, 0.02, 0.22])],
		),
		derived: ['subTotal', 'taxAmount', 'totalAmount', spread],
	},
	{
		name: 'tax as the difference of the two totals',
		document: download(detection(totals('100.10', '', '119.12'), [april])),
		options: { lines: 'omit' },
		invoice: invoice([100.1, 19.02, 119.12], [], { lines: undefined }),
		derived: ['taxAmount'],
	},
	{
		name: 'reverse charge: tax is 0 because the document says so, net is the total',
		document: download(detection({ ...totals('', '', '500.00'), VatExemption: 'Reverse charge' }, [april])),
		options: { lines: 'omit' },
		invoice: invoice([500, 0, 500], [], { lines: undefined }),
		derived: ['subTotal', 'taxAmount'],
	},
	{
		name: 'a word about tax exemption does not undo a tax that is there',
		document: download(
			detection({ ...totals('10.00', '2.00', '12.00'), VatExemption: 'Freight is exempt' }, [april]),
		),
		options: { lines: 'omit' },
		invoice: invoice([10, 2, 12], [], { lines: undefined }),
	},
	{
		name: 'totals that do not add up are passed on as they are',
		document: download(
			detection(
				totals('100.00', '20.00', '121.00'),
				[vat('20.0', '100.00', '20.00'), april],
				[line('A', '1', '100.00', '100.00')],
			),
		),
		invoice: invoice([100, 20, 121], [item('A', 1, 100, [100, 20, 120])]),
		derived: [spread],
		review: ['totalAmount'],
	},
	{
		name: 'a localised net total is not read, the VAT group stands in',
		document: download(
			detection(
				totals('1.234,50', '246.90', '1481.40'),
				[vat('20.0', '1234.50', '246.90'), april],
				[line('A', '1', '1234.50', '1234.50')],
			),
		),
		invoice: invoice([1234.5, 246.9, 1481.4], [item('A', 1, 1234.5, [1234.5, 246.9, 1481.4])]),
		derived: ['subTotal', spread],
		review: ['netTotalAmount'],
	},
	{
		name: 'an unsure, autoprocessed document',
		document: download(
			{
				...detection(
					{ ...totals('10.00', '0.00', '10.00'), InvoiceId: '' },
					[april],
					[line('A', '1', '10.00', '10.00', { Score: 0.4 }), line('B', '1', '0.00', '0.00')],
				),
				InvoiceDetailTypePredictions: [
					...(detection(totals('10.00', '0.00', '10.00')).InvoiceDetailTypePredictions ?? []).filter(
						({ TypeName }) => TypeName !== 'InvoiceId',
					),
					detail('InvoiceId', '0815', 0.31),
					detail('InvoiceId', 'R-1', 0.62),
					detail('InvoiceId', 'R-2', 0.61),
				],
			},
			'Autoprocessed',
		),
		options: { minimumScore: 0.8 },
		invoice: invoice([10, 0, 10], [item('A', 1, 10, [10, 0, 10]), item('B', 1, 0, [0, 0, 0])]),
		derived: [spread],
		review: ['invoiceNumber', 'lines[0]'],
	},
	{
		name: 'a deposit was paid',
		document: download(detection(totals('10.00', '2.00', '12.00'), [april])),
		options: { lines: 'omit', amountDue: '7.50', status: 'Draft', invoiceId: 'own-1' },
		invoice: invoice([10, 2, 12], [], { lines: undefined, amountDue: 7.5, status: 'Draft', id: 'own-1' }),
	},
	{
		name: 'a due date before the invoice date',
		document: download(detection(totals('10.00', '2.00', '12.00'), [due('2026-02-01')])),
		options: { lines: 'omit' },
		invoice: invoice([10, 2, 12], [], {
			lines: undefined,
			dueDate: '2026-02-01',
			expirationDate: '2026-02-01',
		}),
		review: ['dueDate'],
	},
	{
		name: 'a total of nothing, without lines',
		document: download(detection(totals('0.00', '0.00', '0.00'), [april])),
		invoice: invoice([0, 0, 0], whole([0, 0, 0])),
		derived: ['lines'],
		review: ['lines', 'totalAmount'],
	},
	{
		name: 'a VAT amount that cannot be read, a line without a place or an article number',
		document: download(
			detection(
				totals('10.00', '2.00', '12.00'),
				[vat('20.0', '10,00', '2.00'), april],
				[line('', '1', '10.00', '10.00')],
			),
		),
		options: { itemIds: true },
		invoice: invoice([10, 2, 12], [item('Item 1', 1, 10, [10, 2, 12])]),
		derived: [spread],
		review: ['vatGroups[0].netAmount'],
	},
	{
		name: 'lines off by as much as rounding may be: a cent each, at least two',
		document: download(
			detection(
				totals('30.00', '0.00', '30.00'),
				[april],
				[line('A', '1', '10.00', '10.00'), line('B', '1', '10.00', '10.00'), line('C', '1', '9.97', '9.97')],
			),
		),
		invoice: invoice(
			[30, 0, 30],
			[
				item('A', 1, 10.03, [10.03, 0, 10.03]),
				item('B', 1, 10, [10, 0, 10]),
				item('C', 1, 9.97, [9.97, 0, 9.97]),
			],
		),
		derived: ['lines[0].subTotal', 'lines[0].unitAmount', spread],
	},
	{
		name: 'a single line two cents off',
		document: download(detection(totals('30.00', '3.00', '33.00'), [april], [line('A', '1', '', '29.98')])),
		invoice: invoice([30, 3, 33], [item('A', 1, 30, [30, 3, 33])]),
		derived: ['lines[0].subTotal', 'lines[0].unitAmount', spread],
	},
	{
		name: 'a single line three cents off',
		document: download(detection(totals('30.00', '3.00', '33.00'), [april], [line('A', '1', '', '29.97')])),
		invoice: invoice([30, 3, 33], whole([30, 3, 33])),
		derived: ['lines'],
		review: ['lines'],
	},
	{
		name: 'a total of nothing',
		document: download(detection(totals('0.00', '0.00', '0.00'), [april])),
		options: { lines: 'omit' },
		invoice: invoice([0, 0, 0], [], { lines: undefined }),
		review: ['totalAmount'],
	},
	{
		name: 'euros, and nobody said which currency to expect',
		document: download(detection({ ...totals('10.00', '2.00', '12.00'), InvoiceCurrency: 'EUR' }, [april])),
		options: { lines: 'omit', expectedCurrency: '' },
		invoice: invoice([10, 2, 12], [], { lines: undefined }),
		review: ['invoiceCurrency'],
	},
];

const fine = totals('10.00', '2.00', '12.00');

/** Documents that must not become an invoice, and the fields that the review names. */
export const refused: Example[] = [
	{
		name: 'credit memo',
		document: download(detection({ ...fine, DocumentType: 'CreditMemo' }, [april])),
		review: ['documentType'],
	},
	{
		name: 'another type',
		document: download(detection({ ...fine, DocumentType: 'Other' }, [april])),
		review: ['documentType'],
	},
	{
		name: 'no type',
		document: download(detection({ ...fine, DocumentType: '' }, [april])),
		review: ['documentType'],
	},
	{
		name: 'foreign currency',
		document: download(detection({ ...fine, InvoiceCurrency: 'CHF' }, [april])),
		review: ['invoiceCurrency'],
	},
	{
		name: 'no currency',
		document: download(detection({ ...fine, InvoiceCurrency: '' }, [april])),
		review: ['invoiceCurrency'],
	},
	{ name: 'error document, null result', document: download(null, 'Error'), review: ['stateBeforeRelease'] },
	{
		name: 'error document with data all the same',
		document: download(detection(fine, [april]), 'Error'),
		review: ['stateBeforeRelease'],
	},
	{
		name: 'deleted document',
		document: download(detection(fine, [april]), 'Deleted'),
		review: ['stateBeforeRelease'],
	},
	{
		name: 'a state not heard of, in the other spelling',
		document: {
			...download(detection(fine, [april])),
			StateBeforeRelease: undefined,
			StateBeforeReleased: 'Parked',
		},
		review: ['stateBeforeRelease'],
	},
	{
		name: 'failed detection',
		document: download({ ...detection(fine, [april]), InvoiceState: 'Failed' }),
		review: ['invoiceState'],
	},
	{
		name: 'detection state that is not 0',
		document: download({ ...detection(fine, [april]), InvoiceState: 1 }),
		review: ['invoiceState'],
	},
	{ name: 'empty result', document: download({}), review: ['detectInvoiceResponse'] },
	{
		name: 'only unfound details',
		document: download({ InvoiceDetailTypePredictions: [detail('InvoiceId', '')] }),
		review: ['detectInvoiceResponse'],
	},
	{
		name: 'no due date (v1 download)',
		document: download(detection(fine)),
		review: ['dueDate'],
	},
	{
		name: 'a duration that is no number of days, senseless default',
		document: download(detection(fine, [due('', '30 Tage')])),
		options: { defaultNetDays: -3 },
		review: ['dueDate', 'dueDate'],
	},
	{
		name: 'no number and no date',
		document: download(detection({ ...fine, InvoiceId: '', InvoiceDate: '' }, [april])),
		review: ['invoiceNumber', 'invoiceDate'],
	},
	{
		name: 'no number',
		document: download(detection({ ...fine, InvoiceId: '' }, [april])),
		review: ['invoiceNumber'],
	},
	{
		name: 'no date',
		document: download(detection({ ...fine, InvoiceDate: '' }, [april])),
		review: ['invoiceDate'],
	},
	{
		name: 'no date to count the default net days from',
		document: download(detection({ ...fine, InvoiceDate: '' })),
		options: { defaultNetDays: 14 },
		review: ['invoiceDate', 'dueDate'],
	},
	{
		name: 'a day that does not exist',
		document: download(detection({ ...fine, InvoiceDate: '2026-02-30' }, [april])),
		review: ['invoiceDate', 'invoiceDate'],
	},
	{
		name: 'no totals',
		document: download(detection(totals('', '', ''), [april])),
		review: ['subTotal', 'taxAmount', 'totalAmount'],
	},
	{
		name: 'a net total alone',
		document: download(detection(totals('10.00', '', ''), [april])),
		review: ['taxAmount', 'totalAmount'],
	},
	{
		name: 'a tax total alone',
		document: download(detection(totals('', '2.00', ''), [april])),
		review: ['subTotal', 'totalAmount'],
	},
	{
		name: 'a grand total alone',
		document: download(detection(totals('', '', '12.00'), [april])),
		review: ['subTotal', 'taxAmount'],
	},
	{
		name: 'a VAT group without its net amount, so the groups have no sum',
		document: download(
			detection(totals('', '2.00', ''), [vat('20.0', '10.00', '2.00'), vat('10.0', '', '1.00'), april]),
		),
		review: ['subTotal', 'totalAmount'],
	},
	{
		name: 'negative total',
		document: download(detection(totals('-10.00', '-2.00', '-12.00'), [april])),
		review: ['totalAmount'],
	},
	{
		name: 'negative net total',
		document: download(detection(totals('-10.00', '12.00', '2.00'), [april])),
		review: ['subTotal'],
	},
	{
		name: 'negative tax total',
		document: download(detection(totals('10.00', '-2.00', '8.00'), [april])),
		review: ['taxAmount'],
	},
	{
		name: 'an amount due that is none',
		document: download(detection(fine, [april])),
		options: { amountDue: '7,50' },
		review: ['amountDue'],
	},
];
