import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';

// An invoice that has all its amounts and days, none of them doubtful.

export const line: Line = {
	...{ quantity: 2, unitAmount: 50, subTotal: 100, taxAmount: 8, totalAmount: 108 },
};
export const header: Body = {
	...{ subTotal: 100, taxAmount: 8, totalAmount: 108, amountDue: 108 },
	...{ invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
};
export const withLine = (changed: Line): Body => ({ ...header, lines: [{ ...line, ...changed }] });
