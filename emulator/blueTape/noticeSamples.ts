export type NoticeEvent = 'quote.approval' | 'invoice.payment';

export const otherThan = (event: NoticeEvent): NoticeEvent =>
	event === 'quote.approval' ? 'invoice.payment' : 'quote.approval';

/** The vendor's own samples (bluetape.md 7.1, 7.2). */
export const samples: Record<NoticeEvent, Record<string, unknown>> = {
	'quote.approval': {
		quoteId: 'a0b9cedc32ce',
		result: 'Approved',
		creditInfo: { limit: 1000, balance: 5000, pastDueAmount: 450 },
	},
	'invoice.payment': {
		invoiceId: '6c8f90e43e13',
		amount: 1100,
		fee: 0,
		paymentMethod: 'card',
		status: 'Paid',
	},
};
