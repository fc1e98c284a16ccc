const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** What is typed of an invoice for a customer of the emulator's demo records, by the documented names; its id stands apart. */
export const invoice = {
	...{ invoiceNumber: 'INV-1001', customerId: 'CUST-101' },
	...{ invoiceDate: day(0), dueDate: day(30) },
};

export const lines = [
	{ description: 'Gravel, 40 yd', quantity: 3, unitAmount: 12.99, taxRate: 8 },
	{ description: 'Bolts', quantity: 10, unitAmount: 4.5, taxRate: 8 },
];

/** What BlueTape must get for it. */
export const sentInvoice = {
	...invoice,
	expirationDate: invoice.dueDate,
	lines: [
		{
			...{ description: 'Gravel, 40 yd', quantity: 3, unitAmount: 12.99 },
			...{ subTotal: 38.97, taxAmount: 3.12, totalAmount: 42.09 },
		},
		{
			...{ description: 'Bolts', quantity: 10, unitAmount: 4.5 },
			...{ subTotal: 45, taxAmount: 3.6, totalAmount: 48.6 },
		},
	],
	...{ subTotal: 83.97, taxAmount: 6.72, totalAmount: 90.69, amountDue: 90.69 },
};
