// The notices of bluetape.md 7, about records of the emulator's seed.

export const payment = {
	invoiceId: 'INVOICE-3001',
	amount: 2485.75,
	fee: 0,
	paymentMethod: 'card',
	status: 'Paid',
};

export const approval = {
	quoteId: 'QUOTE-2041',
	result: 'Approved',
	creditInfo: { limit: 134000, balance: 134000, pastDueAmount: 0 },
};
