import type { NumberFormat } from '../../../nodes/BlueTape/rows/cells';
import { isOfSeveral, severalIn } from '../../../nodes/BlueTape/rows/priceUnit';

const says = (name: string, value: unknown, beside: Record<string, unknown> = {}) =>
	isOfSeveral(name, value, Object.entries({ [name]: value, ...beside }), {});

it.each([
	...['Price Per', 'Price UOM', 'Price U/M', 'Price UM', 'Unit Price Unit', 'priceUnit', 'Price Basis'],
	...[
		'Priced Per',
		'Price Per UOM',
		'Price Per Unit',
		'UOM Price',
		'PUM',
		'Price Qty',
		'Unit Price Quantity',
	],
	...['Pricing Unit', 'Prc UOM', 'Sell Unit', 'Selling UOM', 'Per', 'Preiseinheit', 'je Preiseinheit'],
])('%s says of how many a price is', (name) => expect(says(name, 'C')).toBe(true));

it.each([
	...['Priced Qty', 'Price Quantity Note', 'Unit Price Per Unit', 'Price Per UOM', 'UOM Price', 'Puma'],
	...['Price', 'Price Unit Note', 'Reprice Unit', 'Price Group', 'UOM', 'Class'],
	...['Percent', 'Person', 'Copper', 'Paper', 'Super'],
])('%s does not', (name) => expect(says(name, 100)).toBe(false));

it.each<unknown>([
	...[
		'C',
		'm',
		' M ',
		'CBF',
		'CLF',
		'MBF',
		'MSF',
		'MLF',
		'CWT',
		'cwt.',
		'hundred',
		'thousand',
		'Hundert',
		'Tausend',
	],
	...['Tsd', 'Tsd.', 10, 100, 1000, '1,000', 'per 100', 'per C', 'je 100', 'pro 1000', '/100', '/ 100'],
	...[
		'MPC',
		'CPC',
		'C (100)',
		'M (1000)',
		'DZ',
		'doz',
		'dozen',
		'THOU',
		'K',
		'GR',
		'Gross',
		'100#',
		'100 #',
		'je 100 kg',
	],
	...['per 100m', '100 m', 'M pcs', 'KPC'],
	...[
		'100 pcs',
		'100pcs',
		'1000 pieces',
		'100 ea',
		'100ft',
		'100 LF',
		'1000 bf',
		'100 lb',
		'100 lbs',
		'per 100 Stk',
		'100 Stück',
	],
])('%j is several', (value) => expect(says('Price Per', value)).toBe(true));

it("a lone number is read in the table's format: a database writes 1 as 1.000", () => {
	const of = (value: string, numberFormat?: NumberFormat) => {
		const formats = numberFormat && { numberFormat, dateFormat: 'excel' as const };
		return isOfSeveral('Price Per', value, [['Price Per', value]], { formats });
	};
	expect(of('1.000')).toBe(false);
	expect(of('100.00')).toBe(true);
	expect(of('1.000', '1.100,50')).toBe(true);
});

it.each<unknown>([
	...['KG', 'G', 'M (2)x', 'pcs', '(100)', '#', 'Groove', 'dozer', 'Thousands of', 'mm', 'km', 'kg (1)'],
	...[
		'each',
		'EA',
		'PC',
		'per piece',
		'per',
		'',
		1,
		'1 pc',
		50,
		200,
		'LF',
		'BF',
		'Carton',
		'CM',
		'm2',
		'UM',
		'MM',
	],
	...['roll of 100', '100 ml', '1000000', '10000', '1-000', 'x100', 'x 100', undefined],
])('%j is not', (value) => expect(says('Price Per', value)).toBe(false));

it.each(['UOM', 'UM', 'U/M', 'Unit', 'Units', 'Unit of Measure', 'Qty UOM', 'Quantity Unit', 'Einheit'])(
	'a quantity that counts as many, by %s, makes it the price of each',
	(name) => {
		expect(says('Price UOM', 'MBF', { [name]: ' mbf ' })).toBe(false);
		expect(says('Price UOM', 'MBF', { [name]: 'BF' })).toBe(true);
	},
);

it.each(['Unit Class', 'Units Note', 'Stock UOM', 'Group'])(
	'%s says nothing of what a quantity counts',
	(name) => expect(says('Price UOM', 'C', { [name]: 'C' })).toBe(true),
);

describe('the heading of a price', () => {
	it.each([
		...[
			'Price/C',
			'Price / M',
			'Price per 100',
			'Unit Price (per 1000)',
			'price_per_C',
			'Preis je 100',
			'Price per Dozen',
		],
		...['Price (per 1,000 pcs)', 'Cost/CWT', 'Price/MBF', 'Rate per Thousand'],
	])('%s is that of several', (name) => expect(severalIn(name, [], {})).toBeTruthy());

	it.each([
		...[
			'Price',
			'Unit Price',
			'Price/EA',
			'Price per Unit',
			'Price/m',
			'Price/KG',
			'Price percent',
			'Price (per each)',
		],
		...['Price Period', 'Price per LF', 'List 100', 'Price 100', 'Price per 50', 'Price Class C', 'Price C'],
	])('%s is not', (name) => expect(severalIn(name, [], {})).toBe(undefined));

	it('may count as the quantity does', () => {
		expect(severalIn('Price/C', [['UOM', 'c']], {})).toBe(undefined);
		expect(severalIn('Price/C', [['UOM', 'EA']], {})).toBe('C');
	});
});
