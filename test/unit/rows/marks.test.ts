import {
	isDay,
	isOver,
	isTrue,
	isWithTax,
	marksCredit,
	marksIncluded,
	marksOver,
} from '../../../nodes/BlueTape/rows/marks';

const pairs = (names: string[], ...values: unknown[]) =>
	names.flatMap((name) => values.map((value): [string, unknown] => [name, value]));

it.each<[unknown, boolean]>([
	...[true, 1, '1', 'x', ' X ', 'Yes', 'y', 't', 'TRUE', '✓', 'Ja', 'sí', 'done', 'in full'].map(
		(value): [unknown, boolean] => [value, true],
	),
	...[false, 0, 2, '', 'no', 'Fax', 'Tuesday', '10', '0.1', 'yes, but', 'not true', undefined].map(
		(value): [unknown, boolean] => [value, false],
	),
])('%j as a mark is %s', (value, is) => expect(isTrue(value)).toBe(is));

it.each<[unknown, boolean]>([
	...(
		[
			...[
				new Date('2026-10-01T10:00:00Z'),
				36526,
				46112,
				'46112',
				'46112.5',
				1764000000,
				'2026-10-01',
				'1/2/26',
				'26.12.2026',
			],
			...['2026/1/12', '26-Nov-2026', '26. Nov 2026', '6 Nov, 26', '26. Dezember 2026', 'Nov 26, 2026'],
			...['December 6, 2026', 'paid 10/1/2026', '1980-01-01', '2026-10-01T00:00:00.000+0000'],
			...[
				'10/1/2026 0:00:00 +0000',
				'10/1/2026 10:00:00+1970',
				'10/1/2026, check 1970001',
				'10/1/2026, check 2001970',
			],
		] as unknown[]
	).map((value): [unknown, boolean] => [value, true]),
	...(
		[
			...[
				36525,
				'2026',
				0,
				'',
				'soon',
				'No. 12',
				'No 12, 2026',
				'5 of 26',
				'12 a 26',
				'2026-',
				'1//2',
				'10.50',
			],
			...[
				'0000-00-00',
				'0001-01-01',
				'1/1/0001',
				'1970-01-01',
				'1979-12-31',
				'1900-01-00',
				'1899-12-30',
				'1601-01-01',
			],
			...['Thu Jan 01 1970 00:00:00 GMT', '1 Jan 1970', new Date(0)],
			...['0001-01-01T00:00:00', '1970-01-01 10:00', '26,11,2026', true, null, undefined, {}],
		] as unknown[]
	).map((value): [unknown, boolean] => [value, false]),
])('%j is a day: %s', (value, is) => expect(isDay(value)).toBe(is));

describe('a status', () => {
	it.each([
		...[
			'Paid',
			'VOID',
			'voided',
			'Canceled',
			'cancelled',
			'Fully paid',
			'fully_refunded',
			'fullypaid',
			'Paid in full',
			'paidinfull',
		],
		...['Written off', 'written-off', 'Uncollectible', 'Settled', 'Chargeback', 'charged back', 'Credited'],
		...[
			'partly refunded',
			'part-refunded',
			'partially_refunded',
			'Storniert',
			'bezahlt',
			'payé',
			'payée',
			'annulé',
			'Annulée',
		],
		...['Paid 2026-10-01', 'Void - duplicate', 'paid (ACH)', ' paid '],
	])('%s says that nobody is to pay', (status) => expect(isOver(status, false)).toBe(true));

	it.each([
		...[
			'Part paid',
			'partpaid',
			'Partially paid',
			'partially_paid',
			'partly-paid',
			'Partially paid - 100.00',
		],
		...['teilbezahlt', 'Teilweise bezahlt', 'teilweise-bezahlt', ' teil_bezahlt '],
	])('%s says that a part is still to be paid', (status) => {
		expect(isOver(status, true)).toBe(true);
		expect(isOver(status, false)).toBe(false);
	});

	it.each([
		'Not partially paid',
		'Partially paid by hand',
		'Unpaid',
		'Paid by hand',
		'Avoid',
		'Sent',
		'',
		1,
		true,
	])('%j says nothing of it', (status) => expect(isOver(status, true)).toBe(false));
});

describe('an invoice that is over', () => {
	it.each<[string, unknown]>([
		...pairs(
			['Status', 'Payment Status', 'invoiceStatus', 'paymentstatus', 'Estado', 'Statut', 'Stato'],
			'Paid',
			'void',
		),
		...pairs(['Lastschrift Status', 'Gold Status', 'Oldest Status'], 'paid'),
		...pairs(
			['Paid', 'isPaid', 'ispaid', 'IS_PAID', 'hasRefunded', 'waspaid', 'isvoid', 'Has Been Voided'],
			'Yes',
			true,
		),
		...pairs(
			[
				'Fully Paid',
				'Paid in Full',
				'Already Paid',
				'Invoice Paid',
				'Order Cancelled',
				'Bill Paid',
				'Paid Flag',
			],
			'x',
		),
		...pairs(['Rechnung bezahlt', 'Factura pagada', 'Facture payée'], 'si'),
		...pairs(
			[
				'Paid On',
				'Paid at',
				'Date Paid',
				'paid_at_utc',
				'Paid Time',
				'Bezahlt am',
				'Datum bezahlt',
				'Payé le',
			],
			'2026-10-01',
		),
		...pairs(
			['Paid Date', 'paidTimestamp', 'cancelled_datetime', 'Paid at GMT', 'Fecha pagado'],
			46112,
			'46112',
		),
		...pairs(['Paid'], '2026-10-01', 'Paid', 'void'),
	])('%s, with %j, is', (name, value) => expect(marksOver(name, value, true)).toBe(true));

	it.each<[string, unknown]>([
		...pairs(
			[
				'Shipping Status',
				'fulfillment_status',
				'Fulfilment Status',
				'Old Status',
				'Quote Status',
				'Tax Status',
			],
			'cancelled',
		),
		...pairs(
			['Statutory Fee', 'Unpaid', 'Prepaid', 'Paid By', 'Paid Interest', 'Paid Plugin', 'Paid Attendance'],
			'Yes',
		),
		...pairs(['Paid Subscription', 'Paidup Capital', 'Is Invoice', 'Avoid', 'Date'], 'Yes', '2026-10-01'),
		...pairs(['Paid'], 46112, '46112', 'No', '', 0, 'by hand', 300.5, '300.50'),
		...pairs(['Paid On'], 300, '0000-00-00', 'No'),
		...pairs(['Status'], 'Sent', '2026-10-01', true),
	])('%s, with %j, is not', (name, value) => expect(marksOver(name, value, true)).toBe(false));

	it('is in part where a part is due', () => {
		expect(marksOver('Paid', 'partly paid', true)).toBe(true);
		expect(marksOver('Paid', 'partly paid', false)).toBe(false);
		expect(marksOver('Status', 'partly paid', false)).toBe(false);
	});
});

describe('a credit note', () => {
	it.each<[string, unknown]>([
		...pairs(
			[
				'Credit Note',
				'is_credit_note',
				'isCreditMemo',
				'hasRefund',
				'Refund?',
				'Sales Credit Memo',
				'Gutschrift',
			],
			'Yes',
			true,
		),
		...pairs(['Return', 'is return?', 'Sales Return', 'Reversal'], 'x', 1),
		...pairs(
			['Type', 'Kind', 'Belegart', 'doctype', 'Note Type'],
			'Credit Note',
			'creditmemo',
			' Gutschrift ',
		),
		...pairs(
			['Type'],
			...[
				'Credit_Memos',
				'credit - note',
				'Credit Invoice',
				'Sales Credit Memo',
				'ARCreditMemo',
				'customer_credit_note',
			],
			...[
				'ACCRECCREDIT',
				'accpaycredit',
				'Rechnungskorrektur',
				'Stornorechnung',
				'Avoir',
				"Facture d'avoir",
				'nota de crédito',
			],
			...[
				'Nota di credito',
				'notacredito',
				'NotaDeCredito',
				'nota - credito',
				'nota de abono',
				'creditnota',
				'Kreditnota',
			],
			...[
				'Kreditfaktura',
				'Refund Receipt',
				'refundreceipt',
				'refund - invoice',
				'Credit Adjustment',
				'nota_di_credito',
				'nota de - credito',
				'nota di - credito',
			],
		),
		...pairs(
			['Doc Type', 'docType', 'doctype code', 'Invoice Kind', 'Transaction Class', 'Buchungsbelegart'],
			'CM',
			'crn',
			' Return ',
		),
		...pairs(
			['Txn Type', 'Voucher Typ', 'Trans Category', 'Document Type', 'Art der Belegart', 'Dokumentart'],
			'Refund',
			'CN',
		),
	])('%s, with %j, is', (name, value) => expect(marksCredit(name, value)).toBe(true));

	it.each<[string, unknown]>([
		...pairs(['No Refund', 'Refund Policy', 'Return Address', 'Nonreturn'], 'Yes', true),
		...pairs(['Credit Note', 'Refund'], 'No', '', false, 'Credit Note'),
		...pairs(
			['Notes', 'Note', 'Remarks', 'Remark', 'Comments', 'Comment', 'Memo', 'Footnote', 'Order Notes'],
			'Credit Note',
		),
		...pairs(['Type'], 'Credit', 'No credit note', 'Credit memo request', 'Invoice', 'CM', 1, undefined),
		...pairs(['Doc Type'], 'CMR', 'ACM', 'Returned goods', 'No return', 'Invoice'),
		...pairs(
			['Invoice Artwork', 'Invoice Chart', 'Document', 'Transport Type', 'Invoicing Type', 'Item Class'],
			'Return',
		),
	])('%s, with %j, is none', (name, value) => expect(marksCredit(name, value)).toBe(false));
});

describe('prices with tax', () => {
	it.each([
		'Price gross',
		'Gross Price',
		'Bruttopreis',
		'Preis (brutto)',
		'Prix TTC',
		'Price incl. VAT',
		'Tax included',
		'GST inkl.',
	])('%s is a name of some', (name) => expect(isWithTax(name)).toBe(true));

	it.each([
		'Price',
		'Grosshandelspreis',
		'Total en-gros',
		'Engross Price',
		'Not gross',
		'Price excl. VAT',
		'Brutto ohne MwSt',
		'Incl. delivery',
	])('%s is none', (name) => expect(isWithTax(name)).toBe(false));

	it.each<[string, unknown]>([
		...pairs(
			['LineAmountType', 'lineAmountTypes', 'Line Amounts Are', 'Amounts are', 'GlobalTaxCalculation'],
			'Inclusive',
		),
		...pairs(
			[
				'Tax Behavior',
				'tax_behaviour',
				'VAT Mode',
				'Tax Type',
				'Tax Treatment',
				'Tax Calculation',
				'VAT Setting',
			],
			'inclusive',
		),
		...pairs(
			[
				'Price',
				'Prices',
				'Prices?',
				'Price Mode',
				'Price Type',
				'Prices Are',
				'Preise',
				'Preisart',
				'Preistyp',
			],
			' gross ',
		),
		...pairs(
			['Prices'],
			'incl.',
			'inkl. MwSt',
			'tax inclusive',
			'including tax',
			'inclusive of VAT',
			'VAT incl',
			'Brutto',
			'TTC',
		),
		...pairs(
			['Tax Included', 'Tax Included?', 'Prices Include Tax', 'price_includes_tax', 'Price include tax'],
			'Yes',
			true,
			1,
		),
		...pairs(['Prices incl. tax', 'Prices incl. VAT'], 1, 'x'),
		...pairs(['Price incl. tax'], 'Yes', true),
	])('%s, with %j, marks them', (name, value) => expect(marksIncluded(name, value)).toBe(true));

	it.each<[string, unknown]>([
		...pairs(
			['Prices', 'Tax Mode'],
			'exclusive',
			'net',
			'not inclusive',
			'gross of fees',
			'excl. tax',
			100,
			true,
			undefined,
		),
		...pairs(['Price Unit', 'Unit Price', 'Line Tax Mode of', 'Old Prices', 'Preistafel'], 'gross'),
		...pairs(['Tax Included', 'Prices Include Tax'], 'No', '', false, 0),
		...pairs(['Tax not included', 'Tax excluded', 'Included'], 'Yes'),
		...pairs(
			[
				'Price incl. tax',
				'Preis inkl. MwSt',
				'Unitprice incl. tax',
				'Amount incl. tax',
				'Total incl. tax',
				'Betrag inkl. USt',
			],
			1,
			'1',
			' 1 ',
		),
		...pairs(['Unit price (tax included)', 'Price including tax', 'Cost incl. GST', 'Tax incl. per unit'], 1),
	])('%s, with %j, does not', (name, value) => expect(marksIncluded(name, value)).toBe(false));
});
