const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** An invoice for a customer of the emulator's demo records, by the documented names; its id stands apart. */
export const invoice = {
	invoiceNumber: 'INV-1001',
	customerId: 'CUST-101',
	invoiceDate: day(0),
	dueDate: day(30),
	expirationDate: day(60),
	subTotal: 1000,
	taxAmount: 100,
	totalAmount: 1100,
	amountDue: 1100,
};

export const line = {
	description: 'Gravel, 40 yd',
	quantity: 40,
	unitAmount: 25,
	subTotal: 1000,
	taxAmount: 100,
	totalAmount: 1100,
};
