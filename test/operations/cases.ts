import type { IDataObject } from 'n8n-workflow';

const MODIFIED = '2026-01-04T09:47:57.477Z';
const modified = { sourceModifiedDate: MODIFIED };
const totals = { subTotal: 1000, taxAmount: 100, totalAmount: 1100 };
const line = { description: 'Gravel', unitAmount: 500, quantity: 2, ...totals };
const person = {
	firstName: 'Ada',
	lastName: 'Byron',
	emailAddress: 'ada@example.com',
	cellPhoneNumber: '+12025550123',
};
const firm = { businessName: 'Acme Inc.', businessAddress: '1400 24th Ave, San Francisco' };
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
const quoteHead = { quoteNumber: 'Q/7', customerId: 'CUS-1', ...quoteDays, ...totals };
const seller = { firstName: 'Sam', emailAddress: 'sam@example.com' };
const shipTo = { attention: 'John', addressModel: { city: 'New York', zipCode: '10007' } };
const projectBody = { name: 'Tower', creditAmount: 50000, status: 'active' };
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

/** One operation: what a user fills in, the request that the vendor documents for it, and the ids of its output. */
export interface Case {
	resource: string;
	operation: string;
	/** Node parameters in `fields` mode. */
	fields: IDataObject;
	method: string;
	/** Path below /integration, encoded. */
	path: string;
	query?: Record<string, string>;
	body?: IDataObject;
	/** The caller's ids in the output item. */
	ids: Record<string, string>;
	/** Takes or gives a file, so it is tried in files.test.ts. */
	file?: boolean;
	/** Records that must be there, by the names of `world.ts`. */
	needs?: Array<
		| 'company'
		| 'customer'
		| 'invoice'
		| 'simplified'
		| 'quote'
		| 'approval'
		| 'project'
		| 'invoiceProject'
		| 'quoteProject'
		| 'invoiceFile'
		| 'quoteFile'
	>;
}

const companyBody = { ...firm, creditDetails: { ...credit, agingOverdueBalance: [range] }, ...modified };
const companyFields = {
	...firm,
	creditDetails: { ...credit, agingOverdueBalance: { values: [range] } },
};
const projectFields = { ...embedded, individualOwners: { values: [owner] } };
const projectInBody = { ...embedded, startDate: '2026-05-20T00:00:00.000Z', individualOwners: [owner] };
const simpleProject = {
	projectId: 'PRO-1',
	privateProjectDetails: { builtFor: { buildForType: 'Other', notes: 'Barn' } },
};
const invoiceExtras = { lines: { values: [line] }, salesInfo: { values: [seller] }, ...modified };
const invoiceBody = { ...invoiceHead, lines: [line], salesInfo: [seller], ...modified };
const createInvoiceFields = {
	invoiceId: 'INV 7/a',
	...invoiceHead,
	additionalFields: {
		...invoiceExtras,
		quoteRefNumber: 'Q/7',
		projectDetails: projectFields,
		shippingAddress: shipTo,
	},
};
const createInvoiceBody = {
	id: 'INV 7/a',
	...invoiceBody,
	quoteRefNumber: 'Q/7',
	projectDetails: projectInBody,
	shippingAddress: shipTo,
};
const simpleBody = {
	...simpleHead,
	...midnight(invoiceDays),
	payersInfo: [payer],
	lines: [line],
	...modified,
};
const simpleFields = { ...simpleHead, payersInfo: { values: [payer] } };
const customerExtras = { ...modified };
const createQuoteFields = {
	quoteId: 'QUO-7',
	...quoteHead,
	additionalFields: { lines: { values: [line] }, ...modified, projectDetails: projectFields },
};
const createQuoteBody = {
	id: 'QUO-7',
	...quoteHead,
	lines: [line],
	...modified,
	projectDetails: projectInBody,
};

/** The file operations and the links of invoices and quotes, which have the same shape. */
function attached(resource: 'invoice' | 'quote', id: string): Case[] {
	const ids = { [`${resource}Id`]: id };
	const path = `/${resource}/${id}`;
	const link = { ...ids, projectId: 'PRO-1' };
	const binary = { ...ids, binaryPropertyName: 'data' };
	return [
		{
			resource,
			operation: 'linkProject',
			fields: link,
			method: 'POST',
			path: `${path}/project/PRO-1`,
			body: {},
			ids: link,
			needs: [resource, 'project'],
		},
		{
			resource,
			operation: 'unlinkProject',
			fields: link,
			method: 'DELETE',
			path: `${path}/project/PRO-1`,
			ids: link,
			needs: [resource, 'project', `${resource}Project`],
		},
		{
			resource,
			operation: 'uploadFile',
			fields: binary,
			method: 'POST',
			path: `${path}/file`,
			ids,
			file: true,
			needs: [resource],
		},
		{
			resource,
			operation: 'downloadFile',
			fields: binary,
			method: 'GET',
			path: `${path}/file`,
			ids,
			file: true,
			needs: [resource, `${resource}File`],
		},
		{
			resource,
			operation: 'removeFile',
			fields: ids,
			method: 'DELETE',
			path: `${path}/file`,
			ids,
			needs: [resource, `${resource}File`],
		},
	];
}

/** Every operation once, as contract/bluetape.md sections 3 and 4 document its request. */
export const cases: Case[] = [
	{
		resource: 'company',
		operation: 'create',
		fields: {
			companyId: 'COM-7',
			...firm,
			additionalFields: {
				...companyFields,
				...modified,
				customers: { values: { customerId: 'CUS-7', ...person, ...modified } },
			},
		},
		method: 'POST',
		path: '/company',
		body: { id: 'COM-7', ...companyBody, customers: [{ id: 'CUS-7', ...person, ...modified }] },
		ids: { companyId: 'COM-7' },
	},
	{
		resource: 'company',
		operation: 'update',
		fields: { companyId: 'COM-1', ...firm, updateFields: { ...companyFields, ...modified } },
		method: 'PUT',
		path: '/company/COM-1',
		body: companyBody,
		ids: { companyId: 'COM-1' },
		needs: ['company'],
	},
	{
		resource: 'company',
		operation: 'upsert',
		fields: { companyId: 'COM-7', ...firm, additionalFields: { ...companyFields, ...modified } },
		method: 'POST',
		path: '/company',
		body: { id: 'COM-7', ...companyBody },
		ids: { companyId: 'COM-7' },
	},
	{
		resource: 'company',
		operation: 'linkCustomer',
		fields: { companyId: 'COM-1', customerId: 'CUS-1' },
		method: 'POST',
		path: '/company/COM-1/customer',
		body: { customerId: 'CUS-1' },
		ids: { companyId: 'COM-1' },
		needs: ['company', 'customer'],
	},
	{
		resource: 'company',
		operation: 'getCreditInfo',
		fields: { companyId: 'COM-1', additionalFields: { phone: '+12025550123', email: 'ada@example.com' } },
		method: 'GET',
		path: '/company/COM-1/creditInfo',
		query: { phone: '+12025550123', email: 'ada@example.com' },
		ids: { companyId: 'COM-1' },
		needs: ['company'],
	},
	{
		resource: 'customer',
		operation: 'create',
		fields: { customerId: 'CUS/7', ...person, additionalFields: { ...customerExtras, companyId: 'COM-1' } },
		method: 'POST',
		path: '/customer',
		body: { id: 'CUS/7', ...person, ...modified, companyId: 'COM-1' },
		ids: { customerId: 'CUS/7' },
		needs: ['company'],
	},
	{
		resource: 'customer',
		operation: 'update',
		fields: { customerId: 'CUS-1', ...person, updateFields: customerExtras },
		method: 'PUT',
		path: '/customer/CUS-1',
		body: { ...person, ...modified },
		ids: { customerId: 'CUS-1' },
		needs: ['customer'],
	},
	{
		resource: 'customer',
		operation: 'upsert',
		fields: { customerId: 'CUS-7', ...person, additionalFields: customerExtras },
		method: 'POST',
		path: '/customer',
		body: { id: 'CUS-7', ...person, ...modified },
		ids: { customerId: 'CUS-7' },
	},
	{
		resource: 'customer',
		operation: 'getCreditInfo',
		fields: { customerId: 'CUS-1' },
		method: 'GET',
		path: '/customer/CUS-1/creditInfo',
		ids: { customerId: 'CUS-1' },
		needs: ['customer'],
	},
	{
		resource: 'customer',
		operation: 'getSignUpDetails',
		fields: { customerId: 'CUS-1' },
		method: 'GET',
		path: '/customer/CUS-1/signup',
		ids: { customerId: 'CUS-1' },
		needs: ['customer'],
	},
	{
		resource: 'invoice',
		operation: 'create',
		fields: createInvoiceFields,
		method: 'POST',
		path: '/invoice',
		body: createInvoiceBody,
		ids: { invoiceId: 'INV 7/a' },
		needs: ['customer', 'quote', 'approval'],
	},
	{
		resource: 'invoice',
		operation: 'createSimplified',
		fields: {
			invoiceId: 'INV-7',
			...simpleFields,
			additionalFields: { lines: { values: [line] }, ...modified, projectDetails: simpleProject },
		},
		method: 'POST',
		path: '/invoice/simplify',
		body: { id: 'INV-7', ...simpleBody, projectDetails: simpleProject },
		ids: { invoiceId: 'INV-7' },
	},
	{
		resource: 'invoice',
		operation: 'update',
		fields: { invoiceId: 'INV-1', ...invoiceHead, updateFields: invoiceExtras },
		method: 'PUT',
		path: '/invoice/INV-1',
		body: invoiceBody,
		ids: { invoiceId: 'INV-1' },
		needs: ['customer', 'invoice'],
	},
	{
		resource: 'invoice',
		operation: 'updateSimplified',
		fields: { invoiceId: 'SIM-1', ...simpleFields, updateFields: { lines: { values: [line] }, ...modified } },
		method: 'PUT',
		path: '/invoice/simplify/SIM-1',
		body: simpleBody,
		ids: { invoiceId: 'SIM-1' },
		needs: ['simplified'],
	},
	{
		resource: 'invoice',
		operation: 'upsert',
		fields: createInvoiceFields,
		method: 'POST',
		path: '/invoice',
		body: createInvoiceBody,
		ids: { invoiceId: 'INV 7/a' },
		needs: ['customer', 'quote', 'approval'],
	},
	{
		resource: 'invoice',
		operation: 'cancel',
		fields: { invoiceId: 'INV-1' },
		method: 'PUT',
		path: '/invoice/INV-1/cancel',
		body: {},
		ids: { invoiceId: 'INV-1' },
		needs: ['invoice'],
	},
	{
		resource: 'invoice',
		operation: 'getStatus',
		fields: { invoiceId: 'INV-1' },
		method: 'GET',
		path: '/invoice/INV-1/status',
		ids: { invoiceId: 'INV-1' },
		needs: ['invoice'],
	},
	{
		resource: 'invoice',
		operation: 'getCheckout',
		fields: { invoiceId: 'INV-1' },
		method: 'GET',
		path: '/invoice/INV-1/checkout',
		ids: { invoiceId: 'INV-1' },
		needs: ['invoice'],
	},
	{
		resource: 'invoice',
		operation: 'getCheckoutRedirect',
		fields: { invoiceId: 'INV-1', redirectUrl: 'https://shop.example.com/thanks?a=1&b=2' },
		method: 'GET',
		path: '/invoice/INV-1/checkout-redirect',
		query: { redirectUrl: 'https://shop.example.com/thanks?a=1&b=2' },
		ids: { invoiceId: 'INV-1' },
		needs: ['invoice'],
	},
	...attached('invoice', 'INV-1'),
	{
		resource: 'quote',
		operation: 'create',
		fields: createQuoteFields,
		method: 'POST',
		path: '/quote',
		body: createQuoteBody,
		ids: { quoteId: 'QUO-7' },
		needs: ['customer'],
	},
	{
		resource: 'quote',
		operation: 'update',
		fields: { quoteId: 'QUO-1', ...quoteHead, updateFields: { lines: { values: [line] }, ...modified } },
		method: 'PUT',
		path: '/quote/QUO-1',
		body: { ...quoteHead, lines: [line], ...modified },
		ids: { quoteId: 'QUO-1' },
		needs: ['customer', 'quote'],
	},
	{
		resource: 'quote',
		operation: 'upsert',
		fields: createQuoteFields,
		method: 'POST',
		path: '/quote',
		body: createQuoteBody,
		ids: { quoteId: 'QUO-7' },
		needs: ['customer'],
	},
	{
		resource: 'quote',
		operation: 'getStatus',
		fields: { quoteId: 'QUO-1' },
		method: 'GET',
		path: '/quote/QUO-1/status',
		ids: { quoteId: 'QUO-1' },
		needs: ['quote'],
	},
	...attached('quote', 'QUO-1'),
	{
		resource: 'project',
		operation: 'create',
		fields: { projectId: 'PRO-7', additionalFields: { ...projectBody, ...modified } },
		method: 'POST',
		path: '/project',
		body: { id: 'PRO-7', ...projectBody, ...modified },
		ids: { projectId: 'PRO-7' },
	},
	{
		resource: 'project',
		operation: 'update',
		fields: { projectId: 'PRO-1', updateFields: { ...projectBody, ...modified } },
		method: 'PUT',
		path: '/project/PRO-1',
		body: { ...projectBody, ...modified },
		ids: { projectId: 'PRO-1' },
		needs: ['project'],
	},
	{
		resource: 'project',
		operation: 'upsert',
		fields: { projectId: 'PRO-7', additionalFields: { ...projectBody, ...modified } },
		method: 'POST',
		path: '/project',
		body: { id: 'PRO-7', ...projectBody, ...modified },
		ids: { projectId: 'PRO-7' },
	},
];

/** The case of one operation. */
export function caseOf(resource: string, operation: string): Case {
	const found = cases.find(
		(candidate) => candidate.resource === resource && candidate.operation === operation,
	);
	if (!found) throw new Error(`test/operations/cases.ts has no case for ${resource}.${operation}`);
	return found;
}
