import type { Body } from '../../nodes/BlueTape/amounts/sums';
import { isForeignName } from '../../nodes/BlueTape/rows/currency';
import { doubtsBeside, type Doubt } from '../../nodes/BlueTape/rows/beside';
import type { DateFormat } from '../../nodes/BlueTape/rows/days';
import { isOver, isWithTax } from '../../nodes/BlueTape/rows/marks';

// What a table or an input item says beside the fields: either has the same words.

const line = (price: number, tax = 0) => ({
	...{ description: 'Studs', quantity: 3, unitAmount: price / 3 },
	...{ subTotal: price, taxAmount: tax, totalAmount: price + tax },
});
const bodyOf = (...lines: Array<ReturnType<typeof line>>): Body => {
	const total = (key: 'subTotal' | 'taxAmount' | 'totalAmount') =>
		lines.reduce((sum, one) => sum + one[key], 0);
	const totalAmount = total('totalAmount');
	return {
		lines,
		subTotal: total('subTotal'),
		taxAmount: total('taxAmount'),
		totalAmount,
		amountDue: totalAmount,
	};
};
const plain = bodyOf(line(300));
const taxed = bodyOf(line(300, 54));
const doubts = (fields: Record<string, unknown>, body = plain, said: unknown[] = []) =>
	// What is worked out of a body is kept with it: each test has its own.
	doubtsBeside(Object.entries(fields), structuredClone(body), said).map(({ name, doubt }) => [name, doubt]);

describe('is doubted', () => {
	const cases: Partial<Record<Doubt, Array<[string, unknown]>>> = {
		amount: [
			...'Rabatt Rabat Rabais Réduction Skonto Sconto Remise Descuento Desconto Korting discount promo coupon'
				.split(' ')
				.map((name): [string, unknown] => [name, 10]),
			...'Versandkosten Verzendkosten Frete Frakt shippingCharge freight_charge serviceCharge tip gratuity duty'
				.split(' ')
				.map((name): [string, unknown] => [name, '10.00']),
			...'MwSt USt IVA TVA VAT GST HST PST QST CGST SGST IGST Cess TDS withholding Moms BTW НДС 税'
				.split(' ')
				.map((name): [string, unknown] => [name, 10]),
			...'Betrag Importe Montant Importo Total Balance amount_due_now'
				.split(' ')
				.map((name): [string, unknown] => [name, 10]),
			['Round Off', '0.40'],
			['Discount', '10 % for cash'],
			['Discount', '10 off'],
			['Freight', '12 USD flat'],
			['Tax', '20% (VAT on Income)'],
			['Tax Type', 'GST 10%'],
			['VAT code', '20%'],
			['Deposit paid', 100],
			['total', 30000],
			['storeCredit', '-5'],
			['amount_untaxed', 290],
			['RoundOff', 0.4],
			['Gift Card', 50],
			['Amount ex GST', 310],
			['Tax', 30],
			['gross_price', 119],
			['netPrice', 99],
			['LineAmount', 100],
			['credit', 300],
			['balance', -300],
			['Delivery', 8001],
			['Delivery', 10000000.5],
			['Deposit', '500.00 ck 1234'],
			['Freight', '45.00 per load'],
			['Freight', 'PPD 45.00'],
			['Discount', '25.00 CR'],
			['Freight', '1.234,50 pauschal'],
			...[
				'Open Bal',
				'Bal',
				'Unpaid',
				'Owing',
				'Amount Owed',
				'Extd Price',
				'Extd',
				'Ext Prc',
				'Ext Sell',
				'Extended Sell',
			].map((name): [string, unknown] => [name, 60]),
			...[
				'Nettowert',
				'Warenwert',
				'Positionswert',
				'Frt',
				'S&H',
				'Frt Chg',
				'CA Lumber Assessment',
				'Credit Card Fee',
				'Misc',
			].map((name): [string, unknown] => [name, 45]),
			...['Pmt', 'Pymts', 'Received', "Rec'd", 'Recd', 'Credit Card Amount'].map(
				(name): [string, unknown] => [name, '300.00'],
			),
			['Qty Rebate', '2 %'],
			['Total (Qty x Price)', 45],
		],
		currency: [
			['currency', { code: 'EUR' }],
			['CurrencyRef', { value: 'CAD', name: 'Canadian Dollar' }],
			['currency', { name: 'Euro' }],
			['currency', 'Euro'],
			['currency_code', 'eur'],
			['Cur', 'EUR'],
			['Moneda', 'pesos'],
			['currency', 'A$'],
			['invoiceCurrency', 'GBP'],
		],
		foreign: [
			['Total EUR', 300],
			['total_eur', 280],
			['Unit Price (CAD)', '100'],
			['Preis in €', 100],
			['Amount £', '100'],
			['EUR', '100'],
		],
		credit: [
			['type', 'credit_note'],
			['documentType', 'CreditMemo'],
			['Transaction Type', 'Credit Memo'],
			['Type', 'ACCRECCREDIT'],
			['Kind', 'Credit note'],
			['Belegart', 'Gutschrift'],
			['type', 'Avoir'],
			['Doc Type', 'CM'],
			['isCreditNote', true],
			['refund', 'yes'],
		],
		over: [
			['Paid', 'Yes'],
			['Paid', 'x'],
			['Paid', true],
			['Paid On', '2026-10-01'],
			['paid_at', 1764000000],
			['paid_at', '1764000000'],
			['Paid At', '2026-10-01T10:00:00.000+0000'],
			['Paid At', '2026-10-01 00:00:00.0000000'],
			['Voided On', '10/1/2026 00:00:00.0001970'],
			['date_paid', '2026-10-01T10:00:00'],
			['Date Paid', '10/1/2026'],
			['isPaid', 1],
			['Cancelled', 'Yes'],
			['cancelled_at', '2026-11-01'],
			['voided', true],
			['storniert', 'Ja'],
			['refunded', 'TRUE'],
			['Payment Status', 'Paid'],
			['financial_status', 'partially_refunded'],
			['payment_status', 'partially_paid'],
			['Invoice Status', 'VOID - duplicate'],
			['Paid On', '46112.5'],
			['Payment Received', 'Yes'],
			['Payment Received', '11/02/2026'],
			["Pmt Rec'd", 'x'],
			['Pymt Recd Date', '11/02/2026'],
			['Payment Date', '11/02/2026'],
			['Payment Date', '11/02/26'],
			['Date of Payment', '2. Nov 2026'],
			['paymentDate', 46112],
			['Balance', 0],
			['Balance', '-'],
			['Open Balance', '0.00'],
			['Balance Due', '$0.00'],
			['Saldo', '0,00'],
			['Offen', 0],
			['Offener Betrag', 0],
			['amount_remaining', 0],
			['total_outstanding', '0.00'],
			...(
				[
					...['Open Amt', 'Balance Owing', 'Remaining Amt. (LCY)', 'Unpaid Amount', 'Unpaid Balance', 'Bal'],
					...['Bal Due', 'A/R Balance', 'AR Balance', 'Document Balance', 'Balance as of 11/28/2026'],
				] as string[]
			).map((name): [string, unknown] => [name, '0.00']),
		],
		included: [],
	};
	it.each(
		Object.entries(cases).flatMap(([doubt, all]) =>
			all.map((one) => [doubt, ...one] as [Doubt, string, unknown]),
		),
	)('as %s: %s, %j', (doubt, name, value) => expect(doubts({ [name]: value })).toEqual([[name, doubt]]));

	it.each<[string, unknown]>([
		['taxes_included', true],
		['Prices Include Tax', 'Yes'],
		['prices_include_tax', 1],
		['tax_included', '1'],
		['Tax Included', 'x'],
		['inkl. MwSt', 'ja'],
		['LineAmountTypes', 'Inclusive'],
		['GlobalTaxCalculation', 'TaxInclusive'],
		['tax_behavior', 'inclusive'],
		['Prices', 'gross'],
		['Preise', 'brutto'],
	])('as tax on top of prices with tax: %s, %j', (name, value) => {
		expect(doubts({ [name]: value }, taxed)).toEqual([[name, 'included']]);
		// Without tax there is none on top, and a total that was given has it.
		expect(doubts({ [name]: value })).toEqual([]);
		expect(doubts({ [name]: value }, taxed, ['354.00'])).toEqual([]);
	});
});

it.each<[string, Record<string, unknown>, Body?]>([
	[
		'an amount that is there',
		{ Total: 300, Balance: '$300.00', total_price: '300.00', LineAmount: '300,00' },
	],
	['nothing', { discount: 0, shipping: '0.00', Tax: '0 %', tip: 'none', fee: '', paid: 0, refunds: [] }],
	[
		'what is no amount',
		{ paymentTerms: 'Net 30', delivery: 'Will call', freight: 'UPS 2 day', payment: 'ACH' },
	],
	[
		'numbers of other things',
		{ credit_card: 4242, creditScore: 700, totalCount: 3, total_pages: 4, tax_year: 2026 },
	],
	[
		'sums of others',
		{ customerBalance: 1250, net_weight: 30, taxId: '123', paymentReference: '000123', dueIn: 30 },
	],
	['a tax in its parts', { CGST: 27, SGST: '27.00', IGST: 0 }, taxed],
	['a rate in its parts', { CGST: '9%', SGST: '9 %' }, taxed],
	['a rate as a fraction', { 'Sales Tax %': 0.18 }, taxed],
	['a rate as fractions in its parts', { CGST: 0.09, SGST: '0.09' }, taxed],
	['the rate of the tax', { gst_rate: 18, 'Tax Type': 'GST 18%' }, taxed],
	[
		'a discount in the line',
		{ discount: 30, discountRate: '10%' },
		bodyOf({ ...line(270), unitAmount: 100 }),
	],
	[
		'what stands as a line',
		{ shipping_total: '10.00' },
		bodyOf(line(300), { ...line(10), description: 'Shipping' }),
	],
	...['Delivery - Boom Truck', 'Freight - 12 tons', 'Delivery, 10 yards'].map(
		(description): [string, Record<string, unknown>, Body] => [
			description,
			{ deliveryFee: 10 },
			bodyOf(line(300), { ...line(10), description }),
		],
	),
	[
		'a rounding as a line',
		{ 'Round Off': '0.50' },
		bodyOf(line(300), { ...line(0.5), description: 'Round off' }),
	],
	['how a price was made', { 'Markup %': 15, Markdown: 3, Savings: 20, Round: 2, 'Your savings': '5.00' }],
	['prices of one unit', { netPrice: 100, 'Unit price': '100.00' }],
	['prices of one unit with tax', { price_incl_tax: 118, gross_price: '118.00', netPrice: 100 }, taxed],
	['an amount without tax', { amount_untaxed: 300, 'Amount ex GST': 300, 'Amount exc. VAT': 300 }, taxed],
	['an amount with tax', { 'Total inc GST': 354, amount_tax: 54, 'Total taxed': 354 }, taxed],
	['what a ledger says', { debit: 0, credit: 300, balance: -300 }],
	['what a ledger says that leaves cells empty', { Debit: '', Credit: 300, Balance: -300 }],
	['a balance of a ledger after a payment in advance', { Debit: 300, Credit: '', Balance: 0 }],
	['balances of something else', { 'Opening Balance': 0, previous_balance: 0, customerBalance: 0 }],
	...[
		'ending_balance',
		'Prev Balance',
		'Past Due Balance',
		'Overdue Balance',
		'Points Balance',
		'Qty Balance',
		'BalanceWithJobs',
		'Unpaid Hours',
		'Prev Bal',
		'Points Bal',
	].map((name): [string, Record<string, unknown>] => [name, { [name]: 0 }]),
	['measures among words', { 'Freight Via': '12.40 lb', Delivery: 'box of 3.25 in screws, 3.78 L' }],
	['a mark that it is not paid', { Unpaid: 1, 'Is Unpaid': '1' }],
	[
		'terms of a payment',
		{
			'Pmt Terms': 30,
			'Frt Terms': 2,
			'Pmt Days': 30,
			'Received By': 'Ada',
			'Date Received': 46112,
			'Received On': 46112,
			'Unpaid Since': 46112,
		},
	],
	['no payment', { 'Payment Received': 'No', 'Payment Date': '', 'Payment Due Date': '11/02/2026' }],
	['another payment', { 'Last Payment Date': '11/02/2026', 'Payment Received By': 'Ada' }],
	[
		'a payment of a part',
		{ 'Payment Received': 'Yes', 'Payment Date': '11/02/2026' },
		{ ...plain, amountDue: 200 },
	],
	['the day on which it is due', { 'Payment Date': '12/26/2026' }, { ...plain, dueDate: '2026-12-26' }],
	['an open quantity', { 'Open Qty': 0, Remaining: 0, 'Open Orders': 0 }],
	["a customer's credit", { limit: 5000, balance: 1200, pastDueAmount: 300 }],
	["a customer's credit that is not used", { limit: 5000, balance: 0, pastDueAmount: 0 }],
	['nothing open where nothing is due', { Balance: 0 }, { ...plain, amountDue: 0 }],
	['a balance without an amount', { Balance: '' }],
	['an amount among words that is there', { Total: '300.00 net', Freight: '12/10.30', Delivery: '10.30 am' }],
	['a moment', { next_payment_attempt: 1767139200, charges: 1767139200 }],
	['a number of a document', { Delivery: 80012345, Freight: '80012345' }],
	['what was paid of it', { paid: 100, amount_paid: '100.00', Deposit: 100 }, { ...plain, amountDue: 200 }],
	['dollars', { currency: { code: 'USD' }, CurrencyRef: { value: 'USD' }, Cur: 'US$', ccy: 'US Dollar' }],
	['dollars by heading', { 'Total (USD)': 300, 'Total US$': 300, 'Total USD (no EUR)': 300, Amount: 300 }],
	[
		'no currency',
		{ currency: 'n/a', currencyRate: 1.07, 'USD/EUR rate': 1.07, 'Pounds of nails': 7, 'Top Total': 300 },
	],
	[
		'an invoice',
		{ type: 'invoice', Type: 'ACCREC', kind: 'Standard', customerType: 'Credit', 'Invoice Type': 'Credit' },
	],
	['a note on one', { notes: 'Credit note', creditNote: false, isRefund: 'No', 'Credit Memo': '' }],
	['what is open', { paid: false, Paid: 'No', isPaid: '0', voided: 'false', cancelled_at: null }],
	[
		'no day',
		{ cancelled_at: '0000-00-00 00:00:00', paid_at: '0001-01-01T00:00:00', deletedAt: '1970-01-01' },
	],
	[
		'no day with a time',
		{ cancelled_at: '0001-01-01 00:00:00.0000000', 'Paid At': '1970-01-01T00:00:00.000+0000' },
	],
	[
		'who and how',
		{ paidBy: 'Ada', paid_by: 17, paymentMethod: 'card', payment_method: 'check', dueDate: '2026-12-26' },
	],
	[
		'another status',
		{ 'Shipping Status': 'Cancelled', order_status: 'Completed', payment_status: 'pending' },
	],
	['a part that was paid', { payment_status: 'partially_paid' }, { ...plain, amountDue: 200 }],
	[
		'a part that was paid, from a file',
		{ Paid: '50000' },
		{ ...plain, totalAmount: 150000, amountDue: 100000 },
	],
	['a part with cents', { Paid: 50000.5 }, { ...plain, totalAmount: 150000, amountDue: 99999.5 }],
	[
		'a part with cents, from a file',
		{ Paid: '50000.50' },
		{ ...plain, totalAmount: 150000, amountDue: 99999.5 },
	],
	['a price of 1', { 'Price incl. tax': 1 }, bodyOf({ ...line(3, 0.3), unitAmount: 0.9 })],
	['nothing due', { paid: true, paid_at: '2026-10-01' }, { ...plain, amountDue: 0 }],
	[
		'prices without tax',
		{ taxes_included: false, LineAmountTypes: 'Exclusive', 'Tax not included': 'Yes' },
		taxed,
	],
])('is not doubted: %s', (_what, fields, ...[body]) => expect(doubts(fields, body)).toEqual([]));

it('all is due where nothing else is said', () => {
	const fields = { payment_status: 'partially_paid' };
	expect(doubts(fields, { ...plain, amountDue: undefined })).toEqual([['payment_status', 'over']]);
	expect(doubts(fields, { ...plain, amountDue: 200 })).toEqual([]);
});

it('a payment in days to come is planned', () => {
	const told = (day: string, dateFormat?: DateFormat) =>
		doubtsBeside([['Payment Date', day]], { ...plain, dueDate: '2026-11-20' }, [], {
			...{ today: '2026-11-27', formats: dateFormat && { dateFormat, numberFormat: '1100.50' } },
		});
	for (const day of ['12/30/26', '30-Dec-26', '11/20/26', '20-Nov-26']) expect(told(day)).toEqual([]);
	expect(told('19-Nov-26')).toHaveLength(1);
	expect(told('12/30/2026')).toEqual([]);
	expect(told('11/27/2026')).toHaveLength(1);
	// In one of its two readings it has been.
	expect(told('12/11/2026')).toHaveLength(1);
	expect(told('12/11/2026', 'YYYY-MM-DD')).toHaveLength(1);
	expect(told('12/11/2026', 'MM/DD/YYYY')).toEqual([]);
	expect(told('11/12/26', 'MM/DD/YYYY')).toHaveLength(1);
});

it('a ledger with a debit and as much of a credit is paid', () =>
	expect(doubts({ Debit: 300, Credit: 300, Balance: 0 })).toEqual([['Credit', 'amount']]));

it('a currency beside one in dollars is what a shop shows', () => {
	expect(doubts({ currency: 'USD', presentment_currency: 'CAD' })).toEqual([]);
	expect(doubts({ currency: 'EUR', base_currency: 'USD' })).toEqual([['currency', 'currency']]);
	for (const name of [
		'Transaction Currency',
		'Document Currency',
		'invoice_currency',
		'invoiceCurrencyCode',
	]) {
		expect(doubts({ [name]: 'CAD', 'Home Currency': 'USD' })).toEqual([[name, 'currency']]);
	}
});

test.each<[string, boolean]>([
	['Unit Price (EUR)', true],
	['Price CAD', true],
	['unitPriceEur', true],
	['Unit Price', false],
	['Unit Price (USD)', false],
	['All Prices', false],
	['Cup Price', false],
	['European Price', false],
	['Price (gbp)', true],
	['Cost MXN', true],
	['INR Total', true],
	['£ each', true],
	['AUD', true],
	['Kgs', false],
	['Price per KGS', false],
	['Total Kgs', false],
	['Std Price', false],
	['stdPrice', false],
	['STD Cost', false],
	['Mtl Cost', false],
	['LVL Price', false],
	['Svc Charge', false],
	['COP Amount', false],
	['CAD Rate', false],
	['cadPrice', false],
	['CAD', false],
	['Taxe sur ventes', false],
	['Remise sur total', false],
	['Pen Cost', false],
	['Ang Total', false],
	['Sek. Total', false],
	['Unit Price (CAD $)', true],
	['Price ($CAD)', true],
	['Total $ AUD', true],
	['CAD$ each', true],
	['Total US$', false],
	['Total US $ (no CAD)', false],
	['Price $', false],
])('the heading %s is of another currency: %s', (name, isForeign) =>
	expect(isForeignName(name)).toBe(isForeign),
);

test.each<[string, boolean]>([
	['Unit Price gross', true],
	['Preis brutto', true],
	['Price incl. VAT', true],
	['Price (incl. tax)', true],
	['Preis inkl. MwSt.', true],
	['Prix TTC', true],
	['Unit Price', false],
	['Price excl. VAT', false],
	['Net Price', false],
	['Including delivery', false],
])('the heading %s is with tax: %s', (name, isWith) => expect(isWithTax(name)).toBe(isWith));

test.each<[unknown, boolean]>([
	['Paid', true],
	['void', true],
	['Canceled', true],
	['Storniert', true],
	['paid in full', true],
	['Placed', false],
	['Draft', false],
	['Unpaid', false],
	['Paid by hand', false],
	['Approved', false],
	[undefined, false],
])('the status %j: %s', (status, over) => expect(isOver(status, true)).toBe(over));
