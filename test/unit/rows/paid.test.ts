import { isBooked, isOfCustomer, isPaidUp, whoseBalance } from '../../../nodes/BlueTape/rows/balances';
import { isPaymentIn } from '../../../nodes/BlueTape/rows/payments';
import { otherQuantities } from '../../../nodes/BlueTape/rows/shipped';

describe('a balance of nothing', () => {
	it.each([
		...[
			'Balance',
			'Bal',
			'Open Amount',
			'Outstanding Total',
			'Remaining Amt',
			'Unpaid Net',
			'Amount Owing',
			'Amount Owed',
			'Saldo',
		],
		...[
			'Offener Betrag',
			'Offen',
			'Offene Rechnung Betrag',
			'Invoice Balance',
			'Doc Balance',
			'Document Balance',
			'Trx Balance',
		],
		...[
			'Transaction Balance',
			'Current Balance',
			'AR Balance',
			'A/R Balance',
			'Balance as of 11/28/2026',
			'Balance USD',
			'Balance (LCY)',
			'Balance Due',
		],
	])('as %s says that it is paid', (name) => {
		for (const value of [0, '0.00', '$0.00', '0,00', '-'])
			expect(isPaidUp(name, value, 'invoice')).toBe(true);
		for (const value of [1, '0.01', '', null, 'none']) expect(isPaidUp(name, value, 'invoice')).toBe(false);
		expect(isPaidUp(name, 0, 'ledger')).toBe(false);
	});

	it.each([
		...[
			'Ending Balance',
			'Prev Balance',
			'Overdue Balance',
			'Customer Balance',
			'Amount',
			'Total',
			'Amount Due',
			'Rebalance Amount',
		],
		...[
			'Balances',
			'Reopen Amount',
			'Opening Amount',
			'Balance Totals',
			'Subtotal Balance',
			'Balance Asset',
			'Open Orders',
			'Remaining',
			'Offenbach',
		],
	])('as %s says nothing of it', (name) => expect(isPaidUp(name, 0, 'invoice')).toBe(false));

	it("is the customer's beside a limit", () => {
		expect(isPaidUp('Balance', 0, 'customer')).toBe(false);
		expect(isPaidUp('Open Balance', 0, 'customer')).toBe(true);
	});
});

it.each<[Record<string, unknown>, ReturnType<typeof whoseBalance>]>([
	[{ Balance: 1 }, 'invoice'],
	[{ Limit: 5000, Balance: 1 }, 'customer'],
	[{ Debit: 1 }, 'invoice'],
	[{ Credit: 1 }, 'invoice'],
	[{ Debit: 1, credit: '' }, 'ledger'],
	[{ Debit: '', Credit: 1 }, 'sales'],
	[{ Debit: null, Credit: 1 }, 'sales'],
	[{ DEBIT: '0.00', Credit: 1 }, 'sales'],
])('beside %j a balance is that of the %s', (fields, whose) =>
	expect(whoseBalance(Object.entries(fields))).toBe(whose),
);

it('what is of a customer, and what is booked, goes by the name', () => {
	for (const name of ['balance', 'Past Due Amount']) expect(isOfCustomer(name, 'customer')).toBe(true);
	for (const name of ['Balance Due', 'Open Balance', 'Past Due Amounts', 'Not Past Due Amount'])
		expect(isOfCustomer(name, 'customer')).toBe(false);
	expect(isOfCustomer('balance', 'invoice')).toBe(false);
	for (const name of ['Balance', 'credit']) expect(isBooked(name, 'sales')).toBe(true);
	for (const name of ['Store Credit', 'Credits', 'Open Balance']) expect(isBooked(name, 'sales')).toBe(false);
	expect(isBooked('credit', 'ledger')).toBe(false);
});

describe('a payment', () => {
	const body = { dueDate: '2026-12-26' };
	const isIn = (name: string, value: unknown, today?: string) => isPaymentIn(name, value, body, { today });

	it.each([
		'Payment Received',
		'paymentReceived',
		'Pmt Recd',
		"Pymt Rec'd",
		'Payment Made',
		'Payment Received Date',
		...[
			'Payment Rcvd',
			'Payment Posted',
			'Payment Applied',
			'Check Received',
			'Check Cleared',
			'Cheque Received On',
		],
		...[
			'Funds Received',
			'Cash Received',
			'Money Rcvd',
			'Wire Received',
			'ACH Received',
			'EFT posted',
			'Deposit Received',
		],
		'Pmt Received On',
	])('has come by %s', (name) => {
		for (const value of ['Yes', true, '11/02/2026', '12/26/2026', 46112])
			expect(isIn(name, value)).toBe(true);
		for (const value of ['No', '', 300, null]) expect(isIn(name, value)).toBe(false);
	});

	it.each(['Payment Date', 'paymentDate', 'Date of Payment', 'Date Payment', 'Pmt Date', 'Date of Pymt'])(
		'has come on the day of %s',
		(name) => {
			for (const value of ['11/02/2026', '2026-11-02', 46112]) expect(isIn(name, value)).toBe(true);
			for (const value of ['12/26/2026', '2026-12-26', '26.12.2026', 'Yes', true, ''])
				expect(isIn(name, value)).toBe(false);
		},
	);

	it.each([
		'Last Payment Date',
		'Payment Date Note',
		'Payment Due Date',
		'Update of Payment',
		'Last Payment Received',
		...[
			'Goods Received',
			'Order Received',
			'Check Required',
			'Credit Check Received',
			'Check Date',
			'Wire Cut',
			'Cash Discount',
		],
		...[
			'Payment Terms Applied',
			'Check Received By',
			'Received',
			'Discount Applied',
			'Checked',
			'Cash',
			'Received Check Date',
		],
		'Payment Received By',
		'Payment',
	])('has not come by %s', (name) => expect(isIn(name, '11/02/2026')).toBe(false));

	it('is planned for days to come', () => {
		expect(isIn('Payment Date', '2026-11-28', '2026-11-27')).toBe(false);
		expect(isIn('Payment Date', '2026-11-27', '2026-11-27')).toBe(true);
		expect(isPaymentIn('Payment Date', '2026-12-26', {}, {})).toBe(true);
		expect(isPaymentIn('Payment Date', '2. Nov', body, { today: '2026-01-01' })).toBe(false);
	});
});

describe('another quantity', () => {
	const others = (fields: Record<string, unknown>, quantity: unknown = 10) =>
		otherQuantities(Object.entries(fields), { quantity });

	it.each([
		...['Qty Shipped', 'Quantity Ship', 'Qty Delivered', 'qtyInvoiced', 'Quantity Billed'],
		...['Shipped Qty', 'Ship Quantity', 'Delivered Qty', 'Invoiced Qty', 'Billed Quantity'],
	])('by %s went out', (name) => {
		for (const value of [6, '6', '6.00']) expect(others({ [name]: value })).toEqual([name]);
		for (const value of [10, '10.00', '', 'x']) expect(others({ [name]: value })).toEqual([]);
		expect(others({ [name]: 0 })).toEqual(/invoiced|billed/i.test(name) ? [] : [name]);
		expect(others({ [name]: 6 }, 'x')).toEqual([]);
		expect(others({ [name]: 6 }, '6')).toEqual([]);
	});

	it.each([
		...[
			'B/O',
			'Qty B/O',
			'B/O Qty',
			'Back Order',
			'Backorder',
			'Back Ordered',
			'Backordered Qty',
			'Quantity Backordered',
			'Qty BO',
			'Quantity BO',
		],
		...['Qty Back Order Quantity'],
	])('by %s is to follow', (name) => {
		expect(others({ [name]: 4 })).toEqual([name]);
		expect(others({ [name]: '0' })).toEqual([]);
		expect(others({ [name]: 4, 'Qty Shipped': 10 })).toEqual([]);
		expect(others({ [name]: 4, 'Qty Shipped': 6 })).toEqual(['Qty Shipped']);
	});

	it.each([
		...[
			'Qty',
			'Shipped',
			'Qty Shipped To',
			'Max Qty Shipped',
			'Old Shipped Qty',
			'Shipped Qty Note',
			'BO',
			'Qty Bonus',
			'Lab B/O',
			'B/O Note',
		],
		...['Backorders', 'Backordered Since', 'My Qty BO', 'Feedback order'],
	])('is not told by %s', (name) => expect(others({ [name]: 4 })).toEqual([]));
});
