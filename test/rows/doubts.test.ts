import { resources } from '../../nodes/BlueTape/resources';
import { doubtsBeside } from '../../nodes/BlueTape/rows/beside';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';

// What a table may mean in two ways, and what of it is left out, is told to a person; honest tables are not doubted.

const shape = resources.invoice.operations.create.body!;
const settings: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };
const row = {
	...{ id: 'A', invoiceNumber: '7', customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
	...{ quantity: 1, unitAmount: 10 },
};
const rowsOf = (...parts: object[]) => parts.map((part) => ({ ...row, ...part }));
const reviews = (
	rows: object[],
	columns: Settings['columns'] = [],
	numberFormat: Settings['numberFormat'] = '1100.50',
) =>
	bodiesOf(
		rows as Array<Record<string, unknown>>,
		shape,
		{ ...settings, columns, numberFormat },
		'2026-11-27',
	).made.map(({ review }) => review.map(({ field, message }) => `${field}: ${message}`));
const twice = (part: object) => rowsOf(part, part);

describe('an amount that all rows repeat', () => {
	it.each<[string, object[], string]>([
		[
			'is doubted as tax',
			twice({ 'Tax Amount': '0.80' }),
			'taxAmount: The column "Tax Amount" says 0.80 in rows 1 and 2 of A: is this Tax Amount of all, or of each line? Choose the column under Columns for taxAmount (of all) or lines.taxAmount (of each line)',
		],
		[
			'is doubted as amount due',
			twice({ amountDue: 10 }),
			'amountDue: The column "amountDue" says 10.00 in rows 1 and 2 of A: is this Amount Due of all, or of each line? Choose the column under Columns for amountDue, or remove it',
		],
		[
			'is doubted where the rows say nothing of a line',
			twice({ quantity: '', unitAmount: '', totalAmount: 10, taxAmount: 0.8 }),
			'totalAmount: The column "totalAmount" says 10.00 in rows 1 and 2 of A: is this Total Amount of all',
		],
	])('%s', (_what, rows, sentence) => {
		const [said] = reviews(rows);
		expect(said).toHaveLength(1);
		expect(said[0]).toContain(sentence);
	});

	it('is doubted in each group of several rows, once it differs in one', () => {
		const taxes = [
			...[0.8, 0.5].map((taxAmount) => ({ taxAmount })),
			...[0.8, 0.8].map((taxAmount) => ({ id: 'B', invoiceNumber: '8', taxAmount, subTotal: 20 })),
			{ id: 'C', invoiceNumber: '9', taxAmount: 0.8 },
		];
		const [differs, same, single] = reviews(rowsOf(...taxes));
		expect(differs.join()).toContain('choose the column "taxAmount" for lines.taxAmount');
		expect(same.join()).toContain('of B, and in rows 1 and 2 of another one it differs: is this Tax Amount');
		expect(single).toEqual([]);
	});

	it.each<[string, object[], Settings['columns']?]>([
		['beside a total', twice({ taxAmount: 0.8, totalAmount: 20.8 })],
		['beside a subtotal', twice({ taxAmount: 0.8, subTotal: 20 })],
		['beside the rates of the lines', twice({ taxAmount: 1.6, taxRate: 8 })],
		['that is nothing', twice({ taxAmount: 0 })],
		['that stands in one row alone', rowsOf({ taxAmount: 0.8 }, {})],
		['that is the total', twice({ amountDue: 20, totalAmount: 20 })],
		['that is due of a total', twice({ amountDue: 10, totalAmount: 20 })],
		['that is chosen', twice({ taxAmount: 0.8 }), [{ field: 'taxAmount', column: 'taxAmount' }]],
		["that is chosen as the lines'", twice({ Tax: 0.8 }), [{ field: 'lines.taxAmount', column: 'Tax' }]],
		['that is due and chosen', twice({ amountDue: 10 }), [{ field: 'amountDue', column: 'amountDue' }]],
	])('is no doubt %s', (_what, rows, ...[columns]) => expect(reviews(rows, columns)).toEqual([[]]));
});

describe('a column that no field is called by', () => {
	it.each<[string, unknown]>([
		...(['Tax', 'Sales Tax', 'Tax %', 'MwSt', 'MwSt.', 'USt', 'IVA', 'VAT', 'GST'].map((name) => [
			name,
			0.8,
		]) as Array<[string, unknown]>),
		...(['Discount', 'discountAmount', 'Rabatt', 'descuento', 'Freight', 'Shipping', 'Versandkosten'].map(
			(name) => [name, '3.00'],
		) as Array<[string, unknown]>),
		['Discount', '10 %'],
		['Discount', '3,00 €'],
		['Amount', 12],
		['Total', '12.00'],
		['Amount Paid', 5],
		['Balance', 5],
		['Tax', '€ 10'],
		['State Tax', 4],
		['Delivery', 45],
		['fuel', '0.05'],
		['Down Payment', '$500.00'],
		['Retention', '10%'],
		['County Tax', '0.75'],
		['city_tax', '1.00'],
		['Group Discount', 5],
		['Zone Surcharge', '2.50'],
		['Paid on Account', 500],
		['Qty Discount', '2 %'],
		['Freight', '1.234,50'],
		['Freight', 'USD 25'],
		['Freight', '25 CAD'],
		['Deposit', '(100.00)'],
		['Deposit', '100-'],
		['Discount', '2% 10 Net 30'],
		['Amount Before Tax', 12],
		...(['Permit Fee', 'Registration Fees', 'Overweight Charge', 'Carrier Surcharge', 'permitFee'].map(
			(name) => [name, 150],
		) as Array<[string, unknown]>),
		['Gift Certificate', -50],
		['Updated Total', 45],
		['Liquidated Damages Amount', 45],
		['Terms Discount', 5],
		['Sales Tax - State', 18],
		['Tax (City)', '3.00'],
		['Total Change Orders', 2500],
		['Contract Discount', 5],
		['PO Discount', 5],
		['Freight Cost', 5],
		['Freight per ton', 5],
		['Extension', 811.25],
		['Ext Price', 45],
		['Ext. Amount', 45],
		['Extended Price', 45],
		['Line Ext', 45],
		['Freight', '45.00 in advance'],
		['Outstanding', 45],
		...[
			...['Qty Disc %', 'Qty Disc Amt', 'Quantity Disc', 'Qty x Price Total'],
			...['Amount Shipped', 'Total Amount Shipped', 'Misc', 'Misc Amt', 'Fuel Chg', 'Chgs'],
			...['Received', 'Cash Received', "Rec'd", 'Previously Received', 'Advance Received', 'Cheque Received'],
			...['Received on Account', 'Received (USD)', 'Misc 1 Charge', 'Misc1 Amount', 'Misc. Expense'],
			...['Gesamt inkl. MwSt', 'Total after tax'],
		].map((name): [string, unknown] => [name, 45]),
		['Received', '46112.00'],
		['Received', 40000],
	])('as %s, with %j, is asked about', (name, cell) => {
		expect(reviews([{ ...row, [name]: cell }])).toEqual([
			[
				`totalAmount: Row 1, column "${name}": "${String(cell)}" is not used: is it part of the amount? Name it under Columns, or remove it`,
			],
		]);
	});

	it.each(['Currency', 'Währung', 'CCY', 'Currency Code', 'Currency Code (ISO)'])(
		'as %s is asked about, unless it says dollars',
		(name) => {
			expect(reviews([{ ...row, [name]: 'EUR' }])[0].join()).toContain('"EUR" is not USD');
			for (const cell of [
				'USD',
				'usd',
				'$',
				'US$',
				'US dollars',
				'U.S. Dollar',
				'USD - US Dollar',
				'Dollar (USD)',
				'',
			]) {
				expect(reviews([{ ...row, [name]: cell }])).toEqual([[]]);
			}
		},
	);

	it.each<[string, unknown]>([
		['Tax', 0],
		['Tax', '0.00 %'],
		['Discount', 'none'],
		['Discount', ''],
		['Total', '10.00'],
		['Amount', '$10.00'],
		['Tax ID', '123456789'],
		['VAT number', 123],
		['Shipping Address', '12 Main St'],
		['Shipping zip', 80202],
		['Shipping', 'UPS 2 day'],
		['Ship date', 46112],
		['Customer', 12],
		['Private', 1],
		['Coffee', 2],
		['Remark', '3'],
		['Tax Area', 'CO-80202'],
		['Delivery Note', 80001234],
		['Delivery', 'Will call'],
		['Payment Terms', 30],
		['Payment', 'ACH'],
		['Tax Group', 'NY1'],
		['Sales Tax Item', 'CO1'],
		['Federal Tax', '84-1234567'],
		['Freight Bill', 'PRO 123'],
		['Freight', 'FOB 2'],
		['Deposit', 'CHK 12'],
		['Due', '2026-12-26'],
		['Due', '26.12.2026'],
		['Tax Class', 2],
		['Tax Account', 2200],
		['Discount Group', 3],
		['Credit Limit', 5000],
		['Shipping City', '3 Rivers'],
		['Shipping Phone', '2025550123'],
		['Shipping zone', 4],
		['Freight Carrier', 7],
		['Total Qty', 3],
		['Total Pieces', 40],
		['Taxable Amount', 10],
		['Amount Before Tax', 10],
		['Total excl. VAT', '10.00'],
		['Currency Rate', '1.0'],
		...[
			...['Pallets Received', 'Units Received', 'Lien Waiver Received', 'Chg Order', 'Misc 1'],
			...['Qty Total', 'Qty Ordered Total', 'Qty Credited'],
		].map((name): [string, unknown] => [name, 12]),
		['Received', 46112],
		['Received', 1],
		['Order Received', 46112],
		['Extension', 10],
		['Extended Cost', 7],
		['Phone Ext', 45],
		...([
			'Total BF',
			'Total Sq Ft',
			'Total SQFT',
			'Total MBF',
			...['Total Squares', 'Total Bundles', 'Total Sheets', 'Total Cartons', 'Total Yds', 'Total Shipped'],
			...['Qty Outstanding', 'Qty Received', 'Quantity Due', 'Extd Desc'],
			'Net Tons',
			'Gross Wt',
			'Delivery #',
			'Delivery Truck',
			'Delivery Stop',
		].map((name) => [name, 640]) as Array<[string, unknown]>),
		...(['Gross Profit', 'Total Cost', 'Contract Amount', 'PO Total', 'Available Credit', 'Tax District'].map(
			(name) => [name, 7],
		) as Array<[string, unknown]>),
		...(['Registration Date', 'Tax Certificate', 'Tax Permit', 'YTD Tax', 'tax-city', 'Total Orders'].map(
			(name) => [name, 7],
		) as Array<[string, unknown]>),
		...(['Extended Description', 'Ext Desc', 'Extended Warranty'].map((name) => [name, '3.25']) as Array<
			[string, unknown]
		>),
	])('as %s, with %j, is not', (name, cell) => expect(reviews([{ ...row, [name]: cell }])).toEqual([[]]));

	it('as an object is told by what it says', () => {
		const [[said]] = reviews([{ ...row, CurrencyRef: { value: 'CAD', name: 'Canadian Dollar' } }]);
		expect(said).toContain('column "CurrencyRef": "CAD" is not USD');
	});

	it("is asked about where it alone says what a row without a line's fields is", () => {
		const { id, invoiceNumber, customerId, invoiceDate, dueDate } = row;
		const bare = { id, invoiceNumber, customerId, invoiceDate, dueDate, Item: 'Delivery', Extension: 45 };
		expect(reviews([row, bare])[0].join()).toContain('Row 2, column "Extension": "45" is not used');
	});

	it('is none where a ledger leaves the debit empty', () =>
		expect(reviews([{ ...row, Debit: '', Credit: 10, Balance: -10 }])).toEqual([[]]));

	it('is asked about in the bodies alone whose rows have something in it', () => {
		const rows = rowsOf({ Discount: '' }, { id: 'B', invoiceNumber: '8', Discount: 3 });
		expect(reviews(rows).map(({ length }) => length)).toEqual([0, 1]);
	});
});

const named = (column: string, field = 'lines.unitAmount') => [{ field, column }];

it('letters that were lost on the way are told in a text that is used', () => {
	const lost = 'D\uFFFDbel gr\uFFFD\uFFFDe';
	expect(reviews(rowsOf({ Remarks: lost }, { description: lost }))).toEqual([
		[
			expect.stringContaining(
				'lines[1].description: Row 2, column "description": has \uFFFD in place of letters',
			),
		],
	]);
});

describe('what is not taxed', () => {
	it.each<[string, unknown]>([
		['Taxable', 'N'],
		['taxable', false],
		['Is Taxable?', 'No'],
		['Taxable', 0],
		['Tax Code', 'NON'],
		['TaxCode', 'Exempt'],
		['taxcode', 'NON'],
		['Sales Tax Status', 'Non-Taxable'],
		['Tax Exempt', 'Yes'],
		['taxExempt', true],
	])('by %s, with %j, is told where a rate is put on it', (name, cell) => {
		const lines = rowsOf({ taxRate: 8.25 }, { taxRate: 8.25, description: 'Delivery', [name]: cell });
		expect(reviews(lines)[0]).toEqual([
			`totalAmount: Row 2, column "${name}": "${String(cell)}" says that it is not taxed, and tax is put on it (that of the header is shared over all lines). Give each line its Tax Rate or Tax Amount, 0 for this one, or correct it`,
		]);
		expect(
			reviews([
				{ ...row, taxRate: 0, [name]: cell },
				{ ...row, description: 'X', [name]: cell },
			]),
		).toEqual([[]]);
	});

	it("is told where it gets a share of the header's tax, and not where each line has its own", () => {
		const [lumber, delivery] = [{ Taxable: 'Y' }, { description: 'Delivery', Taxable: 'N' }];
		const shared = rowsOf({ ...lumber, taxAmount: 1.6 }, delivery);
		expect(reviews(shared)).toEqual([
			[
				expect.stringContaining(
					'Row 2, column "Taxable": "N" says that it is not taxed, and tax is put on it (that of the header',
				),
			],
		]);
		const own = (key: string, tax: number) =>
			rowsOf({ ...lumber, taxAmount: 0.8, [key]: tax }, { ...delivery, [key]: 0 });
		expect(reviews(own('lines.taxAmount', 0.8))).toEqual([[]]);
		expect(reviews(own('taxRate', 8))).toEqual([[]]);
		expect(reviews(rowsOf({ ...lumber, taxAmount: 0 }, delivery))).toEqual([[]]);
	});

	it.each<[string, unknown]>([
		['Taxable', 'Y'],
		['Taxable', ''],
		['Tax Code', 'TAX'],
		['Tax Class', 'Standard'],
		['Tax Exempt', 'No'],
	])('is no line with %s %j', (name, cell) =>
		expect(reviews([{ ...row, taxRate: 8.25, [name]: cell }])).toEqual([[]]),
	);
});

describe('another quantity than is billed', () => {
	const ordered = { quantity: 10 };
	it.each<[string, object]>([
		['shipped', { 'Qty Shipped': 6, 'Qty B/O': 4 }],
		['delivered', { 'Delivered Qty': '6' }],
		['none', { 'Quantity Shipped': 0 }],
		['to follow', { Backordered: 4 }],
		['to follow where no cell has what went out', { 'Qty Shipped': '', 'B/O': 4 }],
	])('is told: %s', (_what, part) =>
		expect(reviews([{ ...row, ...ordered, ...part }])).toEqual([
			[expect.stringContaining('says that another quantity went out than is billed')],
		]),
	);

	it.each<[string, object]>([
		['as much', { 'Qty Shipped': '10', 'Qty B/O': 4 }],
		['a part of a unit', { quantity: 2.5, 'Qty Shipped': 2.5 }],
		['to follow of what was ordered', { quantity: 6, 'Qty Ordered': '10', Backordered: 4 }],
		['nothing to follow', { 'Qty B/O': 0, Backordered: '' }],
		['nothing invoiced yet', { 'Qty Invoiced': 0 }],
		['a row of no line', { quantity: '', unitAmount: '', totalAmount: 10, taxAmount: 0, 'Qty Shipped': 6 }],
	])('is not: %s', (_what, part) => expect(reviews([{ ...row, ...ordered, ...part }])).toEqual([[]]));

	it.each(['Qty Shipped', 'Ship Qty', 'Delivered'])('is not: to follow, where %s is billed', (name) => {
		const part = { quantity: '', [name]: 6, 'Qty B/O': 4 };
		expect(reviews([{ ...row, ...part }], named(name, 'lines.quantity'))).toEqual([[]]);
	});

	it('is not told of a quote', () => {
		const told = (body: object) => doubtsBeside([['Qty Shipped', 0]], body, [], { quantity: 6 });
		expect(told({ quoteDate: '2026-11-26' })).toEqual([]);
		expect(told({})).toHaveLength(1);
	});
});

describe('a cost', () => {
	const cost = { unitAmount: '', 'Unit Cost': 10 };
	it.each(['Total Cost', 'Ext. Total Cost', 'Extended Costs'])(
		'as %s is a sum where the price is one',
		(name) => {
			const [said] = reviews([{ ...row, ...cost, [name]: 45 }], named('Unit Cost'));
			expect(said.join()).toContain(`column "${name}": "45" is not used`);
			expect(reviews([{ ...row, ...cost, [name]: '10.00' }], named('Unit Cost'))).toEqual([[]]);
			expect(reviews([{ ...row, [name]: 45 }])).toEqual([[]]);
		},
	);

	it.each(['Cost', 'Budget Total Cost', 'Cost Code'])('as %s is none', (name) =>
		expect(reviews([{ ...row, ...cost, [name]: 45 }], named('Unit Cost'))).toEqual([[]]),
	);
});

describe('a discount that is in the price', () => {
	const sold = { quantity: 5, unitAmount: 8 };
	it.each<[string, object]>([
		['by its rate', { 'List Price': 10, 'Disc %': 20, 'Ext Price': 40 }],
		['by its rate as a fraction', { List: '10.00', Discount: 0.2 }],
		['by its rate, to the cent', { MSRP: 8.42, 'Discount %': 5 }],
		['by its amount', { 'List Price': 10, 'Disc Amt': '2.00' }],
		['by the amount of all', { 'List Price': 10, 'Discount Amount': 10 }],
	])('is known %s', (_what, part) => expect(reviews([{ ...row, ...sold, ...part }])).toEqual([[]]));

	it.each<[string, object]>([
		['of another rate', { 'List Price': 10, 'Disc %': 25 }],
		['that the list price has too', { 'List Price': 8, Discount: 0.02 }],
		['without another price', { 'Disc %': 20 }],
		['of another amount', { 'List Price': 10, Discount: 3 }],
		['that is none', { 'List Price': 10, Freight: 2 }],
	])('is asked about %s', (_what, part) =>
		expect(reviews([{ ...row, ...sold, ...part }])[0]).toHaveLength(1),
	);
});

describe('the row of sums below a report', () => {
	const blank = Object.fromEntries(Object.keys(row).map((name) => [name, '']));
	const item = { ...row, Description: 'Studs' };
	const sum = { ...blank, Description: 'TOTAL', Price: '12,345.00' };
	it('is no line of the last one, and is told itself', () => {
		const [last, nameless] = reviews([item, sum]);
		expect(last).toEqual([]);
		expect(nameless.join()).toContain('The column "id" is empty in row 2');
	});

	it('is no sum of what stands below it', () => {
		const freight = { ...blank, Description: 'Freight', unitAmount: 45 };
		expect(reviews([item, sum, sum, freight])[0].join()).toContain('Row 4, right behind, has no ID');
		for (const all of ['Total incl. tax', 'Gesamtbetrag inkl. MwSt.', 'Total after tax'])
			expect(reviews([item, { ...sum, Description: all }])[0]).toEqual([]);
		const words = { ...blank, Description: 'Page 1 of 1' };
		expect(reviews([item, sum, words])[0]).toEqual([]);
		expect(reviews([item, sum, words, freight])[0]).toHaveLength(1);
		expect(reviews([item, sum, { ...item, id: 'B', invoiceNumber: '8' }, words])[1]).toHaveLength(1);
	});

	it.each<[string, object]>([
		['a thing', { ...sum, Description: 'Total station' }],
		['one with a customer', { ...sum, customerId: 'CUS-1' }],
		['one with a day', { ...sum, invoiceDate: '2026-11-26' }],
		['amounts alone', { ...sum, Description: '' }],
		['a tax', { ...sum, Description: 'Total tax' }],
	])('is not %s', (_what, other) =>
		expect(reviews([item, other])[0].join()).toContain('Row 2, right behind, has no ID'),
	);
});

it('a cell of a million signs is read in no time', () => {
	const long = { Freight: `a${' '.repeat(500_000)}b1`, description: `${'- '.repeat(500_000)}x` };
	expect(reviews(rowsOf(long, {}))[0].join()).not.toContain('Freight');
	for (const cell of [
		`45.00 ${'1'.repeat(500_000)}`,
		`45.00${' '.repeat(500_000)}x`,
		`${' '.repeat(500)}45.00`,
	])
		expect(reviews([{ ...row, Freight: cell }])[0]).toHaveLength(1);
	const word = 'a'.repeat(1_000_000);
	expect(reviews([{ ...row, 'Payment Received': word, 'Payment Date': word, 'Paid On': word }])).toEqual([
		[],
	]);
});

it('what was received of goods is no payment, but as much money is', () => {
	expect(reviews([{ ...row, quantity: 5, Received: 5, "Goods Rec'd": '5' }])).toEqual([[]]);
	expect(reviews([{ ...row, quantity: 2.5, Received: 2.5 }])).toEqual([[]]);
	expect(reviews([{ ...row, quantity: 5, Received: 40 }])[0]).toHaveLength(1);
	expect(reviews([{ ...row, quantity: 5000, Received: 46112 }])[0]).toHaveLength(1);
	for (const name of ['Deposit Received', 'Payment Received', 'Amount Received'])
		expect(reviews([{ ...row, quantity: 5, [name]: '5.00' }])[0]).toHaveLength(1);
});

describe('what a table says of an invoice', () => {
	it.each<[string, object, string, Settings['columns']?]>([
		['is paid by its status', { status: 'Paid' }, 'status: The status "Paid" says that it is paid or void'],
		['is void by its status', { Status: 'VOID' }, 'status: The status "VOID" says'],
		['is paid by a mark', { 'Paid On': '2026-10-01' }, 'column "Paid On": "2026-10-01" says that it is paid'],
		['has nothing open', { 'Open Balance': '0.00' }, 'column "Open Balance": "0.00" says that it is paid'],
		['is a credit note', { Type: 'Credit Memo' }, '"Credit Memo" says that this is a credit note'],
		['has prices with tax', { taxRate: 19, 'Tax Included': 'Yes' }, '"Yes" says that prices are with tax'],
		[
			'has prices with tax by a heading',
			{ taxRate: 19, unitAmount: '', 'Price gross': 119 },
			'column "Price gross": "119" says that prices are with tax',
			named('Price gross'),
		],
		[
			'has prices in another currency by a heading',
			{ unitAmount: '', 'Unit Price (EUR)': 10 },
			'column "Unit Price (EUR)": "10" is in another currency by its heading',
			named('Unit Price (EUR)'),
		],
		[
			'is of a year far ahead',
			{ invoiceDate: '2062-11-26', dueDate: '2062-12-26' },
			'Invoice Date 2062-11-26 is more',
		],
		['is due far ahead', { dueDate: '2062-12-26' }, 'Due Date 2062-12-26 is more than 5 years later'],
	])('that it %s', (_what, part, sentence, ...[columns]) =>
		expect(reviews([{ ...row, ...part }], columns)[0].join()).toContain(sentence),
	);

	it.each<[string, object, Settings['columns']?]>([
		['a status that is usual', { status: 'Draft' }],
		['dollars by a heading', { unitAmount: '', 'Unit Price (USD)': 10 }, named('Unit Price (USD)')],
		['a net price', { taxRate: 19, unitAmount: '', 'Net Price': 10 }, named('Net Price')],
		['a gross price without tax', { unitAmount: '', 'Price gross': 10 }, named('Price gross')],
		['a gross total', { taxRate: 19, 'Total gross': 11.9 }, named('Total gross', 'lines.totalAmount')],
		['prices with tax, and none on top', { 'Tax Included': 'Yes' }],
		['taxes of two with a dollar sign', { taxAmount: 8.25, 'State Tax': '$6.00', 'County Tax': '$2.25' }],
		['taxes of two, which make that of the line', { taxRate: 18, CGST: '0.90', SGST: 0.9 }],
		['next year', { invoiceDate: '2027-11-27', dueDate: '2027-12-26' }],
	])('but not by %s', (_what, part, ...[columns]) =>
		expect(reviews([{ ...row, ...part }], columns)).toEqual([[]]),
	);
});

describe('a price of several', () => {
	const pipe = { quantity: 250, unitAmount: 89 };
	it.each<[string, unknown]>([
		['Price UOM', 'C'],
		['Price Per', '100'],
		['Price Per', 100],
		['Price Per', '100.00'],
		['Price Per', '1000.0000'],
		['Price Per', '1,000'],
		['Price Per', '1.000 Stk'],
		['Price U/M', 'MBF'],
		['pricing_unit', 'per 1000 pcs'],
		['Per', '/CWT'],
		['Sell UM', 'm'],
		['Preiseinheit', 1000],
	])('is told by %s, with %j', (name, cell) => {
		const sentence = `"${name}": "${String(cell)}" says that the price is that of several, and it is taken for each`;
		expect(reviews([{ ...row, ...pipe, [name]: cell }])[0].join()).toContain(sentence);
		expect(reviews([{ ...row, ...pipe, [name]: cell, UOM: 'FT' }])[0].join()).toContain(sentence);
		expect(reviews([{ ...row, quantity: 100, unitAmount: 1, [name]: cell }])[0].join()).toContain(sentence);
		// A sum that was given says that it is right.
		expect(reviews([{ ...row, ...pipe, [name]: cell, 'Ext Price': '22,250.00' }])).toEqual([[]]);
		expect(reviews([{ ...row, ...pipe, [name]: cell, totalAmount: 22250 }])).toEqual([[]]);
	});

	it.each<[string, object]>([
		['each', { 'Price UOM': 'EA' }],
		['a piece', { 'Price Unit': 'PC', 'Price Per': 1 }],
		['what the quantity counts alone', { UOM: 'C' }],
		['as many as the quantity counts', { UOM: 'MBF', 'Price UOM': 'MBF' }],
		['one by a database', { 'Price Per': '1.000' }],
		...['Order UOM', 'Sales Unit', 'ME', 'Mengeneinheit'].map((name): [string, object] => [
			`meters of ${name}`,
			{ 'Price Unit': 'm', [name]: 'M' },
		]),
	])('is none: %s', (_what, part) => expect(reviews([{ ...row, ...pipe, ...part }])).toEqual([[]]));

	it('is read in the format of its table', () => {
		const part = { ...row, ...pipe, unitAmount: '89,00', Preiseinheit: '1.000' };
		expect(reviews([part], [], '1.100,50')[0].join()).toContain('that of several');
		expect(reviews([{ ...part, Preiseinheit: '1,000' }], [], '1.100,50')).toEqual([[]]);
	});

	it('is told once by the heading of the price', () => {
		const { unitAmount, ...others } = row;
		const of = (column: string, ...more: object[]) =>
			reviews(
				more.map((part) => ({ ...others, quantity: 500, [column]: unitAmount, ...part })),
				[{ field: 'lines.unitAmount', column }],
			);
		const [said] = of('Price/C', { description: 'Pipe' }, { description: 'Bolts' });
		expect(said).toEqual([
			`totalAmount: Row 1, column "Price/C": "C" says that the price is that of several, and it is taken for each. Give the price of one, or the line's subtotal in its place`,
		]);
		expect(of('Unit Price (per 1000)', { UOM: 'EA' })[0]).toHaveLength(1);
		expect(of('Price/C', { UOM: 'C' })).toEqual([[]]);
		expect(of('Price/C', { 'Ext Price': 5000 })).toEqual([[]]);
		expect(of('Price/EA', {})).toEqual([[]]);
	});

	it('is told of the line that no sum bears out', () => {
		const rows = rowsOf({ 'Price UOM': 'C', 'Ext Price': 10 }, { ...pipe, 'Price UOM': 'C' });
		expect(reviews(rows)[0].join()).toMatch(/^totalAmount: Row 2, column "Price UOM"/);
	});
});

it('ten thousand rows of one body are read in seconds, whatever stands in them', () => {
	const lines = Array.from({ length: 10_000 }, (_, at) => ({
		...row,
		invoiceNumber: `N-${at}`,
		Tax: at + 0.01,
		Discount: '3 %',
	}));
	const [said] = reviews(lines);
	expect(said.join()).toContain('Two rows of A have different values for Invoice Number');
}, 60_000);

describe('two bodies that look like one', () => {
	it('by number and customer', () => {
		const [one, other] = reviews(rowsOf({}, { id: 'B' }));
		expect(one).toEqual(other);
		expect(one.join()).toMatch(/^invoiceNumber: "A" and "B" have the same Invoice Number and Customer ID/);
	});

	it('by IDs that differ in letter case', () => {
		const [one, other] = reviews(rowsOf({ id: 'A-7' }, { id: 'a-7', invoiceNumber: '8' }));
		expect(one).toEqual(other);
		expect(one).toEqual([expect.stringMatching(/^id: "A-7" and "a-7" are the same but for letter case/)]);
	});

	it('three of them', () => {
		expect(reviews(rowsOf({}, { id: 'B' }, { id: 'C' }))[2].join()).toContain('"A" and "B" and 1 more');
	});

	it('not by the number of two customers, nor by a number that is missing', () => {
		expect(reviews(rowsOf({}, { id: 'B', customerId: 'CUS-2' }))).toEqual([[], []]);
		const said = reviews(rowsOf({ invoiceNumber: '' }, { id: 'B', invoiceNumber: '' }));
		expect(said.flat().join()).not.toContain('have the same');
	});
});
