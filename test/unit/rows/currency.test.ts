import { foreignFields, isForeignName } from '../../../nodes/BlueTape/rows/currency';

const foreign = (fields: Record<string, unknown>) => foreignFields(Object.entries(fields));

it.each<[string, boolean]>([
	...[
		...[
			'EUR',
			'GBP',
			'Total GBP',
			'Price EUR',
			'Preis in €',
			'Corporate Total EUR',
			'Vsevolod Total EUR',
			'Freetax Total EUR',
		],
		...[
			'Unit EUR',
			'EUR each',
			'Net NZD',
			'Line SEK',
			'IDR per',
			'Ea THB',
			'In EUR',
			'Gross CHF',
			'Stück EUR',
		],
		...[
			'Einzel EUR',
			'Kosten EUR',
			'Prix euros',
			'Precio MXN',
			'Prezzo CHF',
			'Preço BRL',
			'Prijs EUR',
			'Cost CAD',
			'CA$ each',
			'Price $ CAD',
		],
		...['EUR GBP', 'Amount INR', 'A$ each', 'euroPrice', 'priceEur'],
	].map((name): [string, boolean] => [name, true]),
	...[
		...[
			'EUR rate',
			'Rate CAD',
			'EUR exchange',
			'FX EUR',
			'Kurs EUR',
			'Wechselkurs EUR',
			'Cambio EUR',
			'EUR to total',
			'Price from EUR',
			'EUR vs CAD',
		],
		...[
			'Total USD',
			'Total EUR USD',
			'US Total EUR',
			'Price US$ EUR',
			'CAD',
			'INR',
			'SEK',
			'Europe Price',
			'Total',
			'Name',
			'€uro drawings',
		],
		...[
			'EUR drawing',
			'EUR intake',
			'Neuroprice',
			'Cad Price',
			'inr price',
			'EUR separate',
			'EUR lines',
			'Begin EUR',
			'EUR peer',
		],
		'$',
	].map((name): [string, boolean] => [name, false]),
])('%s names another currency: %s', (name, is) => expect(isForeignName(name)).toBe(is));

describe('a field that says a currency', () => {
	it.each<[string, unknown, string]>([
		...[
			'Currency',
			'currency_code',
			'Currency Ref',
			'currencyname',
			'Currency ISO',
			'Transaction Currency',
			'txnCurrency',
		].map((name): [string, unknown, string] => [name, ' Canadian Dollar ', 'Canadian Dollar']),
		...[
			'Document Currency',
			'docCurrency',
			'Invoice Currency Code',
			'Währung',
			'Waehrung',
			'Cur',
			'Curr',
			'CCY',
			'Moneda',
			'Devise',
		].map((name): [string, unknown, string] => [name, 'Euro', 'Euro']),
		...['Base Currency', 'Currency of Shop', 'Old Currency'].flatMap(
			(name): Array<[string, unknown, string]> => [
				[name, 'eur', 'eur'],
				[name, 'EUR - Euro', 'EUR - Euro'],
				[name, 'in €', 'in €'],
			],
		),
		...['code', 'Value', 'iso', 'ISO_code', 'currencyCode', 'id', 'symbol', 'name'].map(
			(key): [string, unknown, string] => ['Currency', { [key]: 'CAD' }, 'CAD'],
		),
		['Currency', { id: 7, code: { value: 'EUR' }, name: 'x' }, 'EUR'],
		['Currency', '€', '€'],
		['Currency', 'US Peso', 'US Peso'],
	])('as %s with %j is told', (name, value, said) =>
		expect(foreign({ [name]: value })).toEqual([[name, said]]),
	);

	it.each<[string, unknown]>([
		...[
			'USD',
			'usd',
			'US$',
			'$',
			'U.S. Dollar',
			'US dollars',
			'USD - US Dollar',
			'Dollar (USD)',
			'United States Dollar',
			'American dollars',
		].map((value): [string, unknown] => ['Currency', value]),
		...['dólares estadounidenses', 'dolar estadounidense', 'Dollar américain', 'dollars americains'].map(
			(value): [string, unknown] => ['Currency', value],
		),
		...[
			'',
			'n/a',
			'-',
			'Default',
			'default',
			7,
			1.07,
			'1.07',
			null,
			undefined,
			{},
			{ rate: 'EUR' },
			{ code: null },
		].map((value): [string, unknown] => ['Currency', value]),
		...['Euro', 'local', 'Multi', 'abc', 'ABC', 'Cup of tea', 'default', ''].map(
			(value): [string, unknown] => ['Base Currency', value],
		),
		['Name', 'EUR'],
	])('as %s with %j is not', (name, value) => expect(foreign({ [name]: value })).toEqual([]));

	it.each(['default EUR', 'by default'])('and %s is no default', (value) =>
		expect(foreign({ Currency: value })).toEqual([['Currency', value]]),
	);

	it('counts beside dollars where it is the currency itself', () => {
		expect(foreign({ Currency: 'USD', 'Shop Currency': 'CAD' })).toEqual([]);
		expect(foreign({ 'Base Currency': 'USD', Currency: 'CAD' })).toEqual([['Currency', 'CAD']]);
		expect(foreign({ 'Base Currency': 'EUR', Currency: 'CAD' })).toEqual([['Currency', 'CAD']]);
		expect(foreign({ 'Base Currency': 'EUR', 'Shop Currency': 'CAD' })).toHaveLength(2);
	});
});

it('the ID of a currency counts where it is its code', () => {
	expect(foreign({ currency: { id: 'EUR' } })).toEqual([['currency', 'EUR']]);
	expect(foreign({ currency: { id: '9aba5d6c-0890-eb11-a870-d0c5d372cac4' } })).toEqual([]);
	expect(foreign({ currency: { id: 'cur_7', code: 'EUR' } })).toEqual([['currency', 'EUR']]);
});
