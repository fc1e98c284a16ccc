import { kindOf } from '../../nodes/shared/values/moneyNames';

// What a name has to do with money, and names beside it that have nothing to do with it.

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
