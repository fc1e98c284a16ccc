import type { Body } from '../../../nodes/BlueTape/amounts/sums';
import type { Beside } from '../../../nodes/BlueTape/rows/fields';
import { COST, isAmount, strayAmounts } from '../../../nodes/BlueTape/rows/strayAmounts';

const given = (values: unknown[], is: boolean) => values.map((value): [unknown, boolean] => [value, is]);

it.each<[unknown, boolean]>([
	...given(
		[
			1,
			-0.5,
			1e21,
			'5',
			'5.00',
			'1,100.50',
			"1'100.50",
			'1 100,50',
			'-5',
			'(5)',
			'5-',
			'\u22125',
			' 5 ',
			'+5',
		],
		true,
	),
	...given(
		['$5', '5 €', 'EUR 5', '5usd', '1.234.567', '1.100,5', '5%', '5 %', '8.25 percent', '3 Prozent', '2pct'],
		true,
	),
	...given(
		[
			'10 off',
			'5 off all',
			'12 flat',
			'7 $ each',
			'$ 5 deposit',
			'net $0.5 each',
			'$5 net',
			'20% (VAT on Income)',
		],
		true,
	),
	...given(['dep. USD 100', 'dep. 100 EUR now', 'dep. CAD100', 'dep. 100CAD now'], true),
	...given(
		[
			'500.00 ck 1234',
			'PPD 45.00',
			'1.234,50 pauschal',
			'ca. 1 234.50 net',
			'paid 1234567.50 now',
			'x 12.50',
		],
		true,
	),
	...given(
		['45.00 in advance', '45.00 in cash', '45.00 in total', '45.00 in full', '45.00 more', '45.00 home'],
		true,
	),
	...given(
		[0, Number.NaN, Infinity, null, undefined, true, {}, '', '0', '0.00', '$0.00', '0 %', '$ 0 fee', 'none'],
		false,
	),
	...given(
		['NY1', 'PRO 123', '1st', 'x5', '5 x', '5 abc', 'UPS 2 day', '84-123', '1/2', 'A 1 B', '100 offices'],
		false,
	),
	...given(
		[
			'2026-12-26',
			'26.12.2026',
			'1.2.26',
			'on 26.12.2026',
			'on 2026.12.26',
			'no. 12.50.3',
			'12:10.30',
			'1-10.30',
			'10.30-11',
		],
		false,
	),
	...given(
		[
			'10.30 am',
			'10.30 p.m.',
			'10.30pm',
			'10.30h',
			'10.30 Uhr',
			'3.25 in screws',
			'3.25 inch',
			'3.25 inches',
		],
		false,
	),
	...given(
		[
			'3.25" screws',
			'by 3.25′',
			'3.25 ft',
			'3.25 feet',
			'12.40 lb',
			'12.40lbs',
			'12.40 oz',
			'3.78 L',
			'1.25 m',
			'1.25 ml',
			'1.25 cm',
		],
		false,
	),
	...given(
		['1.25 g bags', '1.25 kg', '1.25 mi', '1.25 gal', '1.25 yd', '1.25 yds', '1.25 ton', '1.25 tons'],
		false,
	),
	...given(['XYZ 12 doors', '12 FOB'], false),
])('%j is an amount: %s', (value, is) => expect(isAmount(value)).toBe(is));

it.each<[string, boolean]>([
	...['Unit Cost', 'Costs', 'cost', 'Cost (each)', 'unit_cost'].map((name): [string, boolean] => [
		name,
		true,
	]),
	...['Costa Rica', 'Precost', 'Kosten', 'Costing', 'Price'].map((name): [string, boolean] => [name, false]),
])('%s names a cost: %s', (name, is) => expect(COST.test(name)).toBe(is));

const line = { quantity: 3, unitAmount: 100, subTotal: 300, taxAmount: 54, totalAmount: 354 };
const bodyOf = (): Body => ({
	lines: [{ ...line }],
	...{ subTotal: 300, taxAmount: 54, totalAmount: 354, amountDue: 354 },
});
const stray = (fields: Record<string, unknown>, beside: Beside = {}, more: Body = {}) =>
	strayAmounts(Object.entries(fields), { ...bodyOf(), ...more }, 'invoice', beside);

describe('a rate under the name of a kind of tax', () => {
	it.each(['Tax Type', 'Tax Code', 'VAT Class', 'Tax Name', 'Tax Group', 'Sales Tax Codes', 'Tax Group 2'])(
		'as %s counts',
		(name) => {
			for (const value of ['GST 10%', '5%', '8.25 %', '10 % on all'])
				expect(stray({ [name]: value })).toEqual([name]);
			for (const value of ['GST 18%', '18 %', '18,00 %', 'NY1', '0 %', '10', 10])
				expect(stray({ [name]: value })).toEqual([]);
		},
	);

	it.each(['Tax Zone', 'Customer Group', 'Product Type', 'Name', 'Taxable', 'Certificate'])(
		'as %s is none',
		(name) => expect(stray({ [name]: 'GST 10%' })).toEqual([]),
	);
});

describe('parts of a tax', () => {
	it.each<[string, unknown, unknown]>([
		['amounts', 27, '27.00'],
		['amounts with a sign', '$27.00', '$ 27.00'],
		['amounts with a comma', '27,00', '27,00'],
		['amounts with a sign and a comma', '$27,00', '$27,00'],
		['rates', '9%', '9 %'],
		['rates with a comma', '4,5 %', '13,5 %'],
		['rates among words', '9% (state)', 'city: 9 %'],
		['fractions of one', 0.09, '0.09'],
	])('are known together: %s', (_what, state, city) =>
		expect(stray({ 'State Tax': state, 'City Tax': city })).toEqual([]),
	);

	it('are asked about where they make another tax', () => {
		expect(stray({ 'State Tax': 27, 'City Tax': 28 })).toEqual(['State Tax', 'City Tax']);
		expect(stray({ 'State Tax': '9 %', 'City Tax': '8 %' })).toEqual(['State Tax', 'City Tax']);
		expect(stray({ 'State Tax': 27 })).toEqual(['State Tax']);
		expect(stray({ 'State Tax': 27, 'City Tax': 27, Freight: 27 })).toEqual(['Freight']);
	});
});

it.each<[string, Record<string, unknown>]>([
	['the tax', { Tax: 54, VAT: '54,00 USD', 'Sales Tax': '$54.00 incl.' }],
	['its rate', { 'Tax Rate': 18, GST: '18%', VAT: 0.18 }],
	[
		'the tax in a sum',
		{ 'inkl. MwSt': '54,00', 'Tax After Exemption': 54, 'Incl. Tax': '18 %', 'excl. VAT': 18 },
	],
	['a sum with tax', { 'Total incl. Tax': 354, 'Net before Tax': 300 }],
	['a sum', { Total: '354.00', Net: 300, Gross: '$354', 'Balance Due': 354 }],
	['the price of one', { 'Net each': 100, 'Net Price': '100.00', 'Gross Unit': 118 }],
	['no currency', { 'Currency Total': 'EUR 5' }],
	['a mark that it is not paid', { 'Is Unpaid': 1, isUnpaid: '1', unpaid: 1 }],
	['a serial number', { Delivery: 80012345, Freight: ' 80012345 ' }],
])('nothing is said of %s', (_what, fields) => expect(stray(fields)).toEqual([]));

it.each<[string, unknown]>([
	['Tax', 53],
	['inkl. MwSt', 53],
	['Tax After Exemption', '17 %'],
	['Total incl. Tax', 353],
	['Net Total', 54],
	['Bezahlt', 54],
	['Tax Rate', 17],
	['Tax Rate', 1.8],
	['Total', '€ 354.00'],
	['Total', 353],
	['Net Copper', 100],
	['Net United', 100],
	['Net', 100],
	['Gross Unit', 117],
	['Balance Due', -354],
	['Total Unpaid', 1],
	['Unpaid Amount', 1],
	['Delivery', 8001234],
	['Delivery', 10000000.5],
	['Total', 80012345],
])('%s, with %j, is asked about', (name, value) => expect(stray({ [name]: value })).toEqual([name]));

it('a serial number is more than ten times the total', () => {
	expect(stray({ Delivery: 10000000 }, {}, { totalAmount: 1000000 })).toEqual(['Delivery']);
	expect(stray({ Delivery: 10000001 }, {}, { totalAmount: 1000000 })).toEqual([]);
	expect(stray({ Delivery: 10000001 }, {}, { totalAmount: undefined })).toEqual([]);
});

it('goods that were received are no amount by their name', () => {
	expect(stray({ 'Goods Received': 7 }, { quantity: 8 })).toEqual([]);
});

it.each(['Received', "Rec'd", 'recd', 'Received To Date'])(
	'%s is no amount where it is the quantity',
	(name) => {
		expect(stray({ [name]: '7' }, { quantity: 7 })).toEqual([]);
		expect(stray({ [name]: 7 }, { quantity: 8 })).toEqual([name]);
		expect(stray({ Freight: 7 }, { quantity: 7 })).toEqual(['Freight']);
	},
);

it('a cost is a sum where the price stands under one', () => {
	expect(stray({ 'Total Cost': 45 }, { isPriceCost: true })).toEqual(['Total Cost']);
	expect(stray({ 'Total Cost': 45 })).toEqual([]);
	expect(stray({ 'Freight Cost': 45, 'Budget Total': 45 }, { isPriceCost: true })).toEqual(['Freight Cost']);
});

describe('a discount that is in the price', () => {
	const beside: Beside = { line: { ...line, unitAmount: 80, quantity: 5 } };
	const said = (fields: Record<string, unknown>) => stray(fields, beside);
	it.each(['List Price', 'List', 'MSRP', 'Retail', 'Listenpreis', 'Prix', 'Precio', 'Regular price'])(
		'beside %s',
		(name) => {
			for (const value of ['20 %', 20, 0.2, '20.00', '$100.00'])
				expect(said({ Discount: value, [name]: 100 })).toEqual([]);
			for (const value of ['21 %', 19, 0.25, 99])
				expect(said({ Discount: value, [name]: 100 })).toEqual(['Discount']);
		},
	);

	it.each(['Checklist', 'Listing', 'Retailer', 'Weight', 'Superprix'])('but not beside %s', (name) =>
		expect(said({ Discount: '20 %', [name]: 100 })).toEqual(['Discount']),
	);

	it.each([
		'Disc',
		'Dscnt',
		'Rabatt',
		'Rabais',
		'Nachlass',
		'Skonto',
		'Remise',
		'Descuento',
		'Desconto',
		'Sconto',
		'Korting',
	])('as %s', (name) => expect(said({ [name]: '20 %', 'List Price': 100 })).toEqual([]));

	it('to half a cent, and from a price that is more', () => {
		expect(said({ Discount: '20.005 %', 'List Price': 100 })).toEqual([]);
		expect(said({ Discount: '20.006 %', 'List Price': 100 })).toEqual(['Discount']);
		expect(said({ Discount: '0.001 %', 'List Price': 80 })).toEqual(['Discount']);
		expect(said({ Freight: '20 %', 'List Price': 100 })).toEqual(['Freight']);
		expect(said({ Discount: '20 %' })).toEqual(['Discount']);
		expect(stray({ Discount: '20 %', 'List Price': 100 })).toEqual(['Discount']);
	});
});
