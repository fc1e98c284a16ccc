// What a user fills in as fields, and what the vendor documents for it as a body.

const MODIFIED = '2026-01-04T09:47:57.477Z';
export const modified = { sourceModifiedDate: MODIFIED };
const totals = { subTotal: 1000, taxAmount: 100, totalAmount: 1100 };
export const line = { description: 'Gravel', unitAmount: 500, quantity: 2, ...totals };
export const person = {
	firstName: 'Ada',
	lastName: 'Byron',
	emailAddress: 'ada@example.com',
	cellPhoneNumber: '+12025550123',
};
export const firm = { businessName: 'Acme Inc.', businessAddress: '1400 24th Ave, San Francisco' };
const credit = { accountType: 'credit', creditAmount: 10000, invoicesMonthlyAverageCount: 5.7 };
const range = { name: '1-30 days', daysFrom: 1, daysTo: 30, overdueBalance: 3000 };
const invoiceDays = { invoiceDate: '2026-11-04', dueDate: '2026-12-12', expirationDate: '2027-01-12' };
const quoteDays = { quoteDate: '2026-11-04', dueDate: '2026-12-12', expirationDate: '2027-01-12' };
const midnight = (days: Record<string, string>) =>
	Object.fromEntries(Object.entries(days).map(([key, day]) => [key, `${day}T00:00:00.000Z`]));
const invoiceHead = {
	invoiceNumber: 'INV/7',
	customerId: 'CUS-1',
	...invoiceDays,
	...totals,
	amountDue: 1100,
	status: 'Placed',
};
const simpleHead = { invoiceNumber: 'INV/7', ...invoiceDays, ...totals, amountDue: 1100 };
const payer = { emailAddress: 'ada@example.com', businessName: 'Acme Inc.' };
export const quoteHead = { quoteNumber: 'Q/7', customerId: 'CUS-1', ...quoteDays, ...totals };
const seller = { firstName: 'Sam', emailAddress: 'sam@example.com' };
const shipTo = { attention: 'John', addressModel: { city: 'New York', zipCode: '10007' } };
export const projectBody = { name: 'Tower', creditAmount: 50000, status: 'active' };
const embedded = {
	projectId: 'PRO-1',
	contractValue: 50000,
	startDate: '2026-05-20',
	role: 'SubContractor',
	type: 'Private',
	privateProjectDetails: { privateProjectType: 'Commercial', builtFor: { type: 'Spec' } },
	publicProjectDetails: { hasBond: true },
};
const owner = { firstName: 'John', phone: '202-555-0583' };

export const companyBody = {
	...firm,
	creditDetails: { ...credit, agingOverdueBalance: [range] },
	...modified,
};
export const companyFields = {
	...firm,
	creditDetails: { ...credit, agingOverdueBalance: { values: [range] } },
};
const projectFields = { ...embedded, individualOwners: { values: [owner] } };
const projectInBody = { ...embedded, startDate: '2026-05-20T00:00:00.000Z', individualOwners: [owner] };
export const simpleProject = {
	projectId: 'PRO-1',
	privateProjectDetails: { builtFor: { buildForType: 'Other', notes: 'Barn' } },
};
const { expirationDate, ...firstDays } = invoiceDays;
const invoiceSums = { ...totals, amountDue: 1100, expirationDate };
const lines = { values: [line] };
/** Up front in the editor. */
export const invoiceFields = {
	...{ invoiceNumber: 'INV/7', customerId: 'CUS-1', ...firstDays, status: 'Placed' },
	lines,
};
/** What the user adds. */
export const invoiceExtras = { ...invoiceSums, salesInfo: { values: [seller] }, ...modified };
export const invoiceBody = { ...invoiceHead, lines: [line], salesInfo: [seller], ...modified };
export const createInvoiceFields = {
	...invoiceFields,
	additionalFields: {
		...invoiceExtras,
		quoteRefNumber: 'Q/7',
		projectDetails: projectFields,
		shippingAddress: shipTo,
	},
};
export const createInvoiceBody = {
	id: 'INV 7/a',
	...invoiceBody,
	quoteRefNumber: 'Q/7',
	projectDetails: projectInBody,
	shippingAddress: shipTo,
};
export const simpleBody = {
	...simpleHead,
	...midnight(invoiceDays),
	payersInfo: [payer],
	lines: [line],
	...modified,
};
export const simpleFields = { invoiceNumber: 'INV/7', ...firstDays, payersInfo: { values: [payer] }, lines };
export const simpleExtras = { ...invoiceSums, ...modified };
export const quoteFields = {
	...{ quoteNumber: 'Q/7', customerId: 'CUS-1', quoteDate: '2026-11-04', dueDate: '2026-12-12' },
	lines,
};
export const quoteExtras = { ...totals, expirationDate, ...modified };
export const createQuoteFields = {
	...quoteFields,
	additionalFields: { ...quoteExtras, projectDetails: projectFields },
};
export const createQuoteBody = {
	id: 'QUO-7',
	...quoteHead,
	lines: [line],
	...modified,
	projectDetails: projectInBody,
};
