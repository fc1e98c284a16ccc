import type { IDataObject } from 'n8n-workflow';
import {
	companyBody,
	companyFields,
	firm,
	createInvoiceBody,
	createInvoiceFields,
	createQuoteBody,
	createQuoteFields,
	invoiceBody,
	invoiceExtras,
	invoiceFields,
	line,
	modified,
	person,
	projectBody,
	quoteExtras,
	quoteFields,
	quoteHead,
	simpleBody,
	simpleExtras,
	simpleFields,
	simpleProject,
} from './samples';

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
	/** Takes or gives a file; its bytes are looked at in files.test.ts. */
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

/** Filled in are the ids of the output and `fields`. */
const row = (
	resource: string,
	operation: string,
	ids: Case['ids'],
	route: string,
	{ fields, ...more }: Partial<Pick<Case, 'fields' | 'query' | 'body' | 'file' | 'needs'>> = {},
): Case => {
	const [method, path] = route.split(' ');
	return { resource, operation, fields: { ...ids, ...fields }, method, path, ids, ...more };
};

/** The file operations and the links of invoices and quotes, which have the same shape. */
function attached(resource: 'invoice' | 'quote', id: string): Case[] {
	const ids = { [`${resource}Id`]: id };
	const path = `/${resource}/${id}`;
	const link = { ...ids, projectId: 'PRO-1' };
	const fields = { binaryPropertyName: 'data' };
	const there = [resource, `${resource}File`] as const;
	return [
		row(resource, 'linkProject', link, `POST ${path}/project/PRO-1`, {
			body: {},
			needs: [resource, 'project'],
		}),
		row(resource, 'unlinkProject', link, `DELETE ${path}/project/PRO-1`, {
			needs: [resource, 'project', `${resource}Project`],
		}),
		row(resource, 'uploadFile', ids, `POST ${path}/file`, { fields, file: true, needs: [resource] }),
		row(resource, 'downloadFile', ids, `GET ${path}/file`, { fields, file: true, needs: [...there] }),
		row(resource, 'removeFile', ids, `DELETE ${path}/file`, { needs: [...there] }),
	];
}

const customerId = 'CUS-1';
const invoiceId = 'INV-1';
const newInvoice = { invoiceId: 'INV 7/a' };
const redirectUrl = 'https://shop.example.com/thanks?a=1&b=2';
const asked = { phone: '+12025550123', email: 'ada@example.com' };

/** Every operation once, as bluetape.md 3 and 4 document its request. */
export const cases: Case[] = [
	row('company', 'create', { companyId: 'COM-7' }, 'POST /company', {
		fields: {
			...firm,
			additionalFields: {
				...companyFields,
				...modified,
				customers: { values: { customerId: 'CUS-7', ...person, ...modified } },
			},
		},
		body: { id: 'COM-7', ...companyBody, customers: [{ id: 'CUS-7', ...person, ...modified }] },
	}),
	row('company', 'update', { companyId: 'COM-1' }, 'PUT /company/COM-1', {
		fields: { ...firm, updateFields: { ...companyFields, ...modified } },
		body: companyBody,
		needs: ['company'],
	}),
	row('company', 'upsert', { companyId: 'COM-7' }, 'POST /company', {
		fields: { ...firm, additionalFields: { ...companyFields, ...modified } },
		body: { id: 'COM-7', ...companyBody },
	}),
	row('company', 'linkCustomer', { companyId: 'COM-1' }, 'POST /company/COM-1/customer', {
		fields: { customerId },
		body: { customerId },
		needs: ['company', 'customer'],
	}),
	row('company', 'getCreditInfo', { companyId: 'COM-1' }, 'GET /company/COM-1/creditInfo', {
		fields: { additionalFields: asked },
		query: asked,
		needs: ['company'],
	}),

	row('customer', 'create', { customerId: 'CUS/7' }, 'POST /customer', {
		fields: { ...person, additionalFields: { ...modified, companyId: 'COM-1' } },
		body: { id: 'CUS/7', ...person, ...modified, companyId: 'COM-1' },
		needs: ['company'],
	}),
	row('customer', 'update', { customerId }, 'PUT /customer/CUS-1', {
		fields: { ...person, updateFields: modified },
		body: { ...person, ...modified },
		needs: ['customer'],
	}),
	row('customer', 'upsert', { customerId: 'CUS-7' }, 'POST /customer', {
		fields: { ...person, additionalFields: modified },
		body: { id: 'CUS-7', ...person, ...modified },
	}),
	row('customer', 'getCreditInfo', { customerId }, 'GET /customer/CUS-1/creditInfo', { needs: ['customer'] }),
	row('customer', 'getSignUpDetails', { customerId }, 'GET /customer/CUS-1/signup', { needs: ['customer'] }),

	row('invoice', 'create', newInvoice, 'POST /invoice', {
		fields: createInvoiceFields,
		body: createInvoiceBody,
		needs: ['customer', 'quote', 'approval'],
	}),
	row('invoice', 'createSimplified', { invoiceId: 'INV-7' }, 'POST /invoice/simplify', {
		fields: {
			...simpleFields,
			additionalFields: { ...simpleExtras, projectDetails: simpleProject },
		},
		body: { id: 'INV-7', ...simpleBody, projectDetails: simpleProject },
	}),
	row('invoice', 'update', { invoiceId }, 'PUT /invoice/INV-1', {
		fields: { ...invoiceFields, updateFields: invoiceExtras },
		body: invoiceBody,
		needs: ['customer', 'invoice'],
	}),
	row('invoice', 'updateSimplified', { invoiceId: 'SIM-1' }, 'PUT /invoice/simplify/SIM-1', {
		fields: { ...simpleFields, updateFields: simpleExtras },
		body: simpleBody,
		needs: ['simplified'],
	}),
	row('invoice', 'upsert', newInvoice, 'POST /invoice', {
		fields: createInvoiceFields,
		body: createInvoiceBody,
		needs: ['customer', 'quote', 'approval'],
	}),
	row('invoice', 'cancel', { invoiceId }, 'PUT /invoice/INV-1/cancel', { body: {}, needs: ['invoice'] }),
	row('invoice', 'getStatus', { invoiceId }, 'GET /invoice/INV-1/status', { needs: ['invoice'] }),
	row('invoice', 'getCheckout', { invoiceId }, 'GET /invoice/INV-1/checkout', { needs: ['invoice'] }),
	row('invoice', 'getCheckoutRedirect', { invoiceId }, 'GET /invoice/INV-1/checkout-redirect', {
		fields: { redirectUrl },
		query: { redirectUrl },
		needs: ['invoice'],
	}),
	...attached('invoice', 'INV-1'),

	row('quote', 'create', { quoteId: 'QUO-7' }, 'POST /quote', {
		fields: createQuoteFields,
		body: createQuoteBody,
		needs: ['customer'],
	}),
	row('quote', 'update', { quoteId: 'QUO-1' }, 'PUT /quote/QUO-1', {
		fields: { ...quoteFields, updateFields: quoteExtras },
		body: { ...quoteHead, lines: [line], ...modified },
		needs: ['customer', 'quote'],
	}),
	row('quote', 'upsert', { quoteId: 'QUO-7' }, 'POST /quote', {
		fields: createQuoteFields,
		body: createQuoteBody,
		needs: ['customer'],
	}),
	row('quote', 'getStatus', { quoteId: 'QUO-1' }, 'GET /quote/QUO-1/status', { needs: ['quote'] }),
	...attached('quote', 'QUO-1'),

	row('project', 'create', { projectId: 'PRO-7' }, 'POST /project', {
		fields: { additionalFields: { ...projectBody, ...modified } },
		body: { id: 'PRO-7', ...projectBody, ...modified },
	}),
	row('project', 'update', { projectId: 'PRO-1' }, 'PUT /project/PRO-1', {
		fields: { updateFields: { ...projectBody, ...modified } },
		body: { ...projectBody, ...modified },
		needs: ['project'],
	}),
	row('project', 'upsert', { projectId: 'PRO-7' }, 'POST /project', {
		fields: { additionalFields: { ...projectBody, ...modified } },
		body: { id: 'PRO-7', ...projectBody, ...modified },
	}),
];

/** The case of one operation. */
export function caseOf(resource: string, operation: string): Case {
	const found = cases.find(
		(candidate) => candidate.resource === resource && candidate.operation === operation,
	);
	if (!found) throw new Error(`test/operations/cases.ts has no case for ${resource}.${operation}`);
	return found;
}
