import { kindOf } from '../../nodes/shared/values/moneyNames';

// What a name has to do with money, and names beside it that have nothing to do with it.

it.each([
	...[
		'Received',
		'Rcvd',
		'Recvd',
		'Received (Cash)',
		'Received by Check',
		'Received from Client',
		'Received in full',
	],
	...[
		'Credit Card Received',
		'Zelle Received',
		'Cash Collected',
		'Cash Receipts',
		'Partial Check Received',
		'Received (USD)',
	],
	...[
		'Tariffs',
		'Zuschläge',
		'Mindermengenzuschlag',
		'Downpayment',
		'Miscellaneous',
		'Miscellaneous Costs',
		'Misc',
	],
	...[
		'Paid',
		'Bezahlt',
		'Pagado',
		'Betaald',
		'Payé',
		'Write-off',
		'Writeoff',
		'Chargeback',
		'Charge-backs',
		'Backcharge',
	],
	...[
		'Back Charges',
		'Holdback',
		'Hold-Back',
		'Trade-In',
		'Trade In',
		'Penalty',
		'Late Penalties',
		'Deduction',
		'Adj',
		'Adj.',
	],
	...['Surchg', 'Fuel Surchg', 'Surcharge', 'Price Adj'],
])('%s is an extra', (name) => expect(kindOf(name)).toBe('extra'));

it.each([
	...[
		'Goods Received',
		'Received By',
		'Received Note',
		'Collected',
		'Collected By',
		'Receipt',
		'Cash Account',
		'Check',
	],
	...[
		'Units Received',
		'Received from Warehouse',
		'Received at',
		'Miscellaneous Notes',
		'Trade Industry',
		'Trade',
		'Back',
	],
	...[
		'Hold',
		'Hold Date',
		'Backorder',
		'Adj Reason',
		'Adj Qty',
		'Adjuster',
		'Adjacent',
		'Paid By',
		'Write',
		'Tariff Code',
	],
	...[
		'Unbezahlbar',
		'Cash',
		'Card',
		'Backing',
		'Chargeable',
		'Penal',
		...['Feedback', 'Check Received #', 'Payback Period'],
		'Deductible',
	],
])('%s is nothing of money', (name) => expect(kindOf(name)).toBe(undefined));

it.each([
	...[
		'Total Cases',
		'Total Bags',
		'Total Rolls',
		'Total Skids',
		'Total Gal',
		'Total CY',
		'Total SY',
		'Total CF',
	],
	...[
		'Total EA',
		'Total Loads',
		'Total Pails',
		'Total Drums',
		'Delivery Route',
		'Delivery Window',
		'Payment Schedule',
	],
])('%s counts or tells something else', (name) => expect(kindOf(name)).toBe(undefined));

it.each(['Total', 'Net Each', 'Amount EA', 'Drum Deposit', 'Route Charge', 'Net Case Price'])(
	'%s is money',
	(name) => expect(kindOf(name)).toBeDefined(),
);

describe('to date', () => {
	it.each([
		...[
			'Paid To Date',
			'paidToDate',
			'paid_to_date',
			'PAID TO-DATE',
			'Amount Paid to Date',
			'Total Paid To Date',
		],
		...[
			'Payments To Date',
			'Pmts to date',
			'Received To Date',
			"Rec'd to date",
			'Retainage To Date',
			'Retention to Date',
		],
		...['Less Previous Payments To Date', 'Deposits to date', 'Withheld To Date'],
	])('%s is an amount', (name) => expect(kindOf(name)).toBe('extra'));

	it.each([
		...[
			'Total To Date',
			'Total Completed To Date',
			'Billed To Date',
			'Paid Date',
			'Payment Date',
			'Due To Date',
		],
		...[
			'Qty Received To Date',
			'Units Received To Date',
			'Goods Received To Date',
			'Prepared To Date',
			'Date',
			'To Date',
		],
	])('%s is none', (name) => expect(kindOf(name)).toBe(undefined));
});
