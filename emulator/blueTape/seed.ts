import { addCustomer } from './customers';
import { newBlueTapeId, type BlueTapeState, type Invoice, type Quote } from './state';

const buyers = [
	{
		business: 'Harbor Point Builders',
		firstName: 'Maria',
		lastName: 'Keller',
		phone: '+14155550142',
		limit: 134_000,
	},
	{
		business: 'Cedar & Stone Masonry',
		firstName: 'Tom',
		lastName: 'Okafor',
		phone: '+15035550119',
		limit: 50_000,
	},
	{ business: 'Northside Roofing Co.', firstName: 'Elena', lastName: 'Ruiz', phone: '+13125550177' },
];

/** Fills an empty state with demo records: three buyers, a project, quotes and invoices in several states. */
export function seedBlueTape(state: BlueTapeState): void {
	const day = (offset: number) =>
		new Date(state.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
	const sourceModifiedDate = state.clock.now().toISOString();

	buyers.forEach(({ business, firstName, lastName, phone, limit }, index) => {
		const companyId = `COMP-${101 + index}`;
		const customerId = `CUST-${101 + index}`;
		const emailAddress = `${firstName}.${lastName}@example.com`.toLowerCase();
		state.companies.set(companyId, {
			...{
				blueTapeId: newBlueTapeId(),
				id: companyId,
				businessName: business,
				customerId,
				sourceModifiedDate,
			},
			businessAddress: `${400 + index * 17} Market Street, Springfield, IL 62701`,
		});
		const person = { firstName, lastName, emailAddress, cellPhoneNumber: phone };
		const customer = addCustomer(state, { id: customerId, ...person, companyId, sourceModifiedDate });
		if (limit) Object.assign(customer, { isRegistered: true, creditLimit: limit });
	});

	state.projects.set('PROJ-7', {
		...{ blueTapeId: newBlueTapeId(), id: 'PROJ-7', name: 'Riverside Apartments', status: 'active' },
		...{ address: '12 Riverside Drive, Springfield, IL 62704', creditAmount: 250_000, sourceModifiedDate },
	});

	const quote = (id: string, customerId: string, totalAmount: number, rest: Partial<Quote> = {}) =>
		state.quotes.set(id, {
			...{ blueTapeId: newBlueTapeId(), id, quoteNumber: `Q-${id.slice(6)}`, customerId, totalAmount },
			...{ dueDate: day(30), status: 'PLACED', sent: {} },
			...rest,
		});
	quote('QUOTE-2041', 'CUST-101', 18_400);
	quote('QUOTE-2042', 'CUST-102', 6_250.5, { status: 'AUTHORIZED', approvedAmount: 6_250.5 });

	const invoice = (id: string, customerId: string, totalAmount: number, rest: Partial<Invoice> = {}) =>
		state.invoices.set(id, {
			...{ blueTapeId: newBlueTapeId(), id, invoiceNumber: `INV-${id.slice(8)}`, customerId, totalAmount },
			...{ amountDue: totalAmount, dueDate: day(30), status: 'Placed', paid: 0, sent: {} },
			...rest,
		});
	invoice('INVOICE-3001', 'CUST-101', 2_485.75, { projectId: 'PROJ-7' });
	invoice('INVOICE-3002', 'CUST-102', 910, { dueDate: day(-12) });
	invoice('INVOICE-3003', 'CUST-101', 12_000, { status: 'PaymentProcessing', paid: 9_600 });
	invoice('INVOICE-3004', 'CUST-103', 430.2, { status: 'Draft' });
}
