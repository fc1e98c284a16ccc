import { routes } from '../../emulator/blueTape/plugin';
import { withCustomer } from './blueTapeCalls';
import {
	companySample,
	customerSample,
	invoiceSample,
	invoiceUpdateSample,
	olderInvoiceSample,
	plainInvoice,
	projectSample,
	quoteSample,
	simplifiedSample,
	withoutId,
} from './blueTapeSamples';

const api = withCustomer();

const { post, put } = api;
const blueTapeId = expect.stringMatching(/^[0-9a-f]{12}$/);

test('the API has the 31 documented endpoints', () => {
	expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(31);
});

test("the vendor's samples go through and are answered as documented", async () => {
	const details = { totalAmount: 1100 };
	const signUpUrl = expect.stringContaining('/signup?');
	expect(await post('/company', companySample)).toMatchObject({ status: 201, json: { blueTapeId } });
	expect(await put(`/company/${companySample.id}`, withoutId(companySample))).toMatchObject({
		status: 202,
		json: { blueTapeId },
	});
	expect(await post('/customer', customerSample)).toMatchObject({
		status: 201,
		json: { blueTapeId, signUpUrl },
	});
	expect(await put(`/customer/${customerSample.id}`, withoutId(customerSample))).toMatchObject({
		status: 202,
		json: { blueTapeId },
	});
	const link = { customerId: '7ba4877cbf52' };
	expect((await post(`/company/${companySample.id}/customer`, link)).status).toBe(201);
	expect(await post('/project', projectSample)).toMatchObject({ status: 201, json: { blueTapeId } });
	expect((await put(`/project/${projectSample.id}`, withoutId(projectSample))).status).toBe(202);
	expect(await post('/quote', quoteSample)).toMatchObject({ status: 201, json: { blueTapeId } });
	expect((await put(`/quote/${quoteSample.id}`, withoutId(quoteSample))).status).toBe(202);
	await api.emulator.blueTape.people.approve(quoteSample.id);
	expect(await post('/invoice', invoiceSample)).toMatchObject({ status: 201, json: { blueTapeId, details } });
	expect(await put(`/invoice/${invoiceSample.id}`, invoiceUpdateSample)).toMatchObject({
		status: 202,
		json: { blueTapeId, details },
	});
	expect(await post('/invoice/simplify', simplifiedSample)).toMatchObject({
		status: 201,
		json: { blueTapeId },
	});
	const { projectDetails: _details, ...simplified } = withoutId(simplifiedSample);
	expect(await put(`/invoice/simplify/${simplifiedSample.id}`, simplified)).toMatchObject({
		status: 202,
		json: { details },
	});
	expect([...api.emulator.blueTape.state.projects.keys()]).toContain('generic_project_id_1');
});

test('the older invoice sample, status "open", is placed', async () => {
	await post('/quote', quoteSample);
	await api.emulator.blueTape.people.approve(quoteSample.id);
	expect((await post('/invoice', olderInvoiceSample)).status).toBe(201);
	expect(api.emulator.blueTape.state.invoices.get(olderInvoiceSample.id)?.status).toBe('Placed');
});

test('a company with its customer answers with the sign-up address', async () => {
	const { json } = await post('/company', { ...companySample, customers: [customerSample] });
	expect(json.signUpUrls).toEqual([
		{ customerId: customerSample.id, signUpUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/) },
	]);
	expect(api.emulator.blueTape.state.companies.get(companySample.id)?.customerId).toBe(customerSample.id);
});

test('a customer created with companyId belongs to that company', async () => {
	await post('/company', companySample);
	await post('/customer', { ...customerSample, companyId: companySample.id });
	expect(api.emulator.blueTape.state.companies.get(companySample.id)?.customerId).toBe(customerSample.id);
});

const line = olderInvoiceSample.lines[0];
const details = invoiceSample.projectDetails;
const owners = { propertyIndividualOwners: [{ firstName: 'J', phoneNumber: '1' }] };
const { individualOwners: _i, businessOwners: _b, ...ownerless } = details;
const { dueDate: _dueDate, ...withoutDueDate } = plainInvoice();

const refused: Array<[path: string, named: string, body: unknown]> = [
	['/invoice', 'amountDue', plainInvoice({ amountDue: '1100' })],
	['/invoice', 'amountDue', plainInvoice({ amountDue: null })],
	['/invoice', 'totalAmount', plainInvoice({ totalAmount: -1 })],
	['/invoice', 'dueDate', withoutDueDate],
	['/invoice', 'dueDate', plainInvoice({ dueDate: '2023-01-12T00:00:00.000Z' })],
	['/invoice', 'dueDate', plainInvoice({ dueDate: '2023-02-30' })],
	['/invoice', 'status', plainInvoice({ status: '' })],
	['/invoice', 'status', plainInvoice({ status: 'Sent' })],
	['/invoice', 'sourceModifiedDate', plainInvoice({ sourceModifiedDate: '2023-01-04' })],
	['/invoice', 'lines[0].quantity', plainInvoice({ lines: [{ ...line, quantity: 1.5 }] })],
	['/invoice', 'lines[0].quantity', plainInvoice({ lines: [{ ...line, quantity: -2 }] })],
	['/invoice', 'lines[1].unitAmount', plainInvoice({ lines: [line, { ...line, unitAmount: '5' }] })],
	['/invoice', 'discount', plainInvoice({ lines: [{ ...line, discount: 1 }] })],
	['/invoice', 'currency', plainInvoice({ currency: 'USD' })],
	['/invoice', 'projectDetails.projectId', plainInvoice({ projectDetails: { name: 'x' } })],
	['/invoice', 'status', plainInvoice({ projectDetails: { ...details, status: 'active' } })],
	['/invoice', 'projectDetails.role', plainInvoice({ projectDetails: { ...details, role: 'Default' } })],
	['/invoice', 'projectDetails.type', plainInvoice({ projectDetails: { ...details, type: '' } })],
	[
		'/invoice',
		'buildForType',
		plainInvoice({
			projectDetails: { projectId: 'p', privateProjectDetails: { builtFor: { buildForType: 'Spec' } } },
		}),
	],
	['/invoice', 'projectDetails', plainInvoice({ projectDetails: { ...details, ...owners } })],
	[
		'/invoice',
		'phoneNumber',
		plainInvoice({ projectDetails: { ...ownerless, individualOwners: [{ phoneNumber: '1' }] } }),
	],
	[
		'/invoice',
		'shippingAddress.addressModel',
		plainInvoice({ shippingAddress: { addressModel: '1 Main St' } }),
	],
	['/invoice', 'body', []],
	['/quote', 'amountDue', { ...quoteSample, amountDue: 5 }],
	['/quote', 'status', { ...quoteSample, status: 'Placed' }],
	['/invoice/simplify', 'dueDate', { ...simplifiedSample, dueDate: '2023-01-12' }],
	['/invoice/simplify', 'payersInfo', { ...simplifiedSample, payersInfo: [] }],
	[
		'/invoice/simplify',
		'payersInfo[0]',
		{ ...simplifiedSample, payersInfo: [{ firstName: 'No', lastName: 'Way' }] },
	],
	['/invoice/simplify', 'status', { ...simplifiedSample, status: 'Placed' }],
	['/customer', 'lastName', { ...customerSample, lastName: undefined }],
	['/customer', 'phone', { ...customerSample, phone: '1' }],
	[
		'/company',
		'creditDetails.invoicesOverallCount',
		{ ...companySample, creditDetails: { invoicesOverallCount: 1.5 } },
	],
	['/company', 'creditDetails.accountType', { ...companySample, creditDetails: { accountType: 'gold' } }],
	[
		'/company',
		'creditDetails.agingOverdueBalance[0].daysFrom',
		{ ...companySample, creditDetails: { agingOverdueBalance: [{ overdueBalance: 1 }] } },
	],
	['/project', 'contractValue', { ...projectSample, contractValue: 1 }],
	['/project', 'status', { ...projectSample, status: 'done' }],
];

test.each(refused)('POST %s refuses a bad %s', async (path, named, body) => {
	const { status, json } = await post(path, body);
	expect(status).toBe(400);
	expect(json.reason).toContain(named);
});

const updates: Array<[path: string, unknownField: string, body: object]> = [
	[`/invoice/${olderInvoiceSample.id}`, 'id', plainInvoice()],
	[`/invoice/${olderInvoiceSample.id}`, 'quoteId', { ...invoiceUpdateSample, quoteId: 'q' }],
	[
		`/invoice/${olderInvoiceSample.id}`,
		'projectDetails',
		{ ...invoiceUpdateSample, projectDetails: details },
	],
	[`/invoice/${olderInvoiceSample.id}`, 'shippingAddress', { ...invoiceUpdateSample, shippingAddress: {} }],
	[`/quote/${quoteSample.id}`, 'projectDetails', { ...withoutId(quoteSample), projectDetails: details }],
	['/customer/7ba4877cbf52', 'companyId', { ...withoutId(customerSample), companyId: 'c' }],
	[`/company/${companySample.id}`, 'customers', { ...withoutId(companySample), customers: [] }],
	[`/invoice/${olderInvoiceSample.id}/cancel`, 'reason', { reason: 'changed my mind' }],
];

test.each(updates)('PUT %s takes no %s', async (path, unknownField, body) => {
	const { status, json } = await put(path, body);
	expect(status).toBe(400);
	expect(json.reason).toContain(unknownField);
});

const accepted: Array<[string, Record<string, unknown>]> = [
	['owners under the names of the table', { projectDetails: { ...ownerless, ...owners } }],
	[
		'Commercial in plain letters',
		{ projectDetails: { projectId: 'p', privateProjectDetails: { privateProjectType: 'Commercial' } } },
	],
	[
		'enum words in any letter case',
		{ status: 'PLACED', projectDetails: { projectId: 'p', role: 'subcontractor' } },
	],
	['an empty optional text', { projectDetails: { projectId: 'p', name: '' } }],
	['no lines', { lines: undefined }],
];

test.each(accepted)('an invoice may have %s', async (_what, changes) => {
	expect((await post('/invoice', plainInvoice(changes))).text).toContain('blueTapeId');
});

const stored: Array<[sent: string, kept: string]> = [
	['Draft', 'Draft'],
	['draft', 'Draft'],
	['InReview', 'InReview'],
	['paid', 'Paid'],
	['void', 'Canceled'],
	['partiallyPaid', 'partiallyPaid'],
];

test.each(stored)('status %s of a new invoice is kept as %s', async (sent, kept) => {
	await post('/invoice', plainInvoice({ status: sent }));
	const { json } = await api.get(`/invoice/${olderInvoiceSample.id}/status`);
	expect(json).toMatchObject({ invoiceId: olderInvoiceSample.id, status: kept, totalAmount: 1100 });
	expect(json.creditInfo).toMatchObject({ creditType: 'LOC', availableCredit: null });
});

test('a body that is not JSON, not labelled so, or missing is refused', async () => {
	const json = { 'content-type': 'application/json' };
	expect(await post('/customer', '{"id":', json)).toMatchObject({
		status: 400,
		json: { code: 'customer_invalid_data' },
	});
	expect(
		(await post('/customer', JSON.stringify(customerSample), { 'content-type': 'text/plain' })).status,
	).toBe(415);
	expect((await post('/customer', '', json)).status).toBe(400);
	expect((await api.send('DELETE', '/invoice/x/file', { why: 1 })).status).toBe(400);
});

test('cancel and link take an empty object or no body', async () => {
	await post('/invoice', plainInvoice());
	await post('/project', projectSample);
	const path = `/invoice/${olderInvoiceSample.id}`;
	expect(await post(`${path}/project/${projectSample.id}`)).toMatchObject({ status: 201, json: {} });
	expect(await api.send('DELETE', `${path}/project/${projectSample.id}`)).toMatchObject({
		status: 200,
		json: {},
	});
	expect((await api.send('DELETE', `${path}/project/${projectSample.id}`)).status).toBe(404);
	expect((await post(`${path}/project/${projectSample.id}`, {})).status).toBe(201);
	expect(await put(`${path}/cancel`)).toMatchObject({ status: 202, json: {} });
});
