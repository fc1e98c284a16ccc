/** What is added up in a line as in the header: sums of money, in dollars. */
export interface Sums {
	subTotal?: number;
	taxAmount?: number;
	totalAmount?: number;
}

/** A line of an invoice or quote (bluetape.md 4.6). `taxRate` is in percent, and ours: it is never sent. */
export interface Line extends Sums {
	description?: string;
	quantity?: number;
	unitAmount?: number;
	taxRate?: number;
}

/** As much of an invoice or quote as its amounts depend on; days are `YYYY-MM-DD`, or timestamps that begin so. */
export interface Body extends Sums {
	amountDue?: number;
	invoiceDate?: string;
	quoteDate?: string;
	dueDate?: string;
	expirationDate?: string;
	lines?: Line[];
}

/** Has one of two amounts another sign than the other? 0 has none. */
export const differInSign = (one: number, other: number): boolean => one * other < 0;

/** The sums with their names in the editor. */
export const SUMS = [
	['subTotal', 'Subtotal'],
	['taxAmount', 'Tax Amount'],
	['totalAmount', 'Total Amount'],
] as const;
