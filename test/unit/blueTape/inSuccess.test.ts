import { refusalIn } from '../../../nodes/BlueTape/inSuccess';
import { explain } from '../../../nodes/BlueTape/refusal';

const id = '63168de0cbee6d9f5ac7ac93';

describe('answers to a write, with a good status', () => {
	it.each([
		{ code: 'customer_does_not_exist', reason: 'Customer not found.' },
		{ Code: 'INVOICE_ALREADY_EXIST' },
		{ code: 'invoice_payment_operation_exist', blueTapeId: id },
		{ code: 'quote_dismissed', status: 'Placed' },
		{ error: { code: 'document_invalid_data' } },
		{ errors: [{ code: 'invoice_already_exist' }] },
		{ data: { errorCode: 'invoice_already_cancelled' } },
		{ success: false, message: 'customer_does_not_exist' },
		{ message: 'Refused: quote_dismissed' },
		[{ code: 'invoice_does_not_exist' }],
		'invoice_already_exist',
	])('%j is a refusal by its code', (body) => expect(refusalIn(body)).toBe('code'));

	it.each([
		{ success: false, error: 'Customer not found' },
		{ success: false },
		{ Success: 'false', message: 'Not cancelled' },
		{ ok: false, status: 'Placed' },
		{ statusCode: 500, message: 'Internal server error' },
		{ status: 404, title: 'Not Found' },
		{ status_code: '422', blueTapeId: id },
		{ status: 'error', message: 'Internal' },
		{ code: '409', reason: 'Invoice already exists, invoice number: 7' },
		{ code: 500, message: 'Internal' },
		{ error: 'Forbidden' },
		{ error: true },
		{ errors: ['dueDate is invalid'] },
		{ errors: { dueDate: ['is invalid'] } },
		{ errorMessage: 'Refused' },
		{ result: { success: false } },
		{ body: { error: 'Refused' } },
		{ succeeded: 0, failed: 1 },
		{ code: 'a_code_of_tomorrow', reason: 'No.' },
		{ reason: 'Invoice not exists.' },
		'Company already exists.',
		'Invoice already canceled.',
	])('%j leaves open what happened', (body) => expect(refusalIn(body)).toBe('unknown'));

	it.each([
		undefined,
		null,
		'',
		{},
		[],
		true,
		'OK',
		'63168de0cbee',
		'Customer updated.',
		{ blueTapeId: id },
		{ blueTapeId: id, error: 'not one' },
		{ blueTapeId: id, errors: [], error: null },
		{ details: { totalAmount: 12 } },
		{ success: true, errors: [] },
		{ success: true, errors: ['No SMS was sent'] },
		{ ok: true, code: 'invoice_already_cancelled' },
		{ status: 200, message: 'OK' },
		{ statusCode: 201, code: 'created' },
		{ status: 'Failed', invoiceId: 'INV-7' },
		{ status: 'Rejected' },
		{ status: 'Canceled', reason: 'by you' },
		{ status: 'Placed', error: 'No SMS was sent' },
		{ code: 'OK', reason: '' },
		{ code: 0, message: 'Success' },
		{ code: 'invoice_created', message: 'Created' },
		{ error: false, errors: {}, errorCode: 0, errorMessage: '' },
		{ error: 'none', failed: 0 },
		{ error: { code: 0, message: 'Success' } },
		{ blueTapeId: id, warnings: [{ code: 'customer_of_invoice_is_draft' }] },
		{ data: { id: 'INV-7', status: 'Placed', lines: [{ description: 'error 404: invoice_already_exist' }] } },
		{ description: 'invoice_already_exist', errorMargin: 5 },
		{ message: 'Request accepted and queued' },
		{ notification: { success: false, error: 'No number' } },
		{ totalAmount: 500, amount: 404 },
	])('%j may be a result', (body) => expect(refusalIn(body)).toBeUndefined());
});

it.each([
	[{ code: 'invoice_does_not_exist' }, 'notFound', /Create it first/],
	[{ code: 'document_invalid_data' }, 'rejected', /required fields/],
	[{ code: 'invoice_already_cancelled' }, 'conflict', /new ID/],
	[{ code: 'customer_already_exist' }, 'conflict', /the state of the record forbids it/],
	[{ error: 'Refused' }, 'stateUnknown', undefined],
])('%j is of the kind %s', (body, kind, advice) => {
	const told = explain(200, body, { method: 'PUT', body: {} });
	expect(told.kind).toBe(kind);
	if (advice) expect(told.advice).toMatch(advice);
	else expect(told.advice).toBeUndefined();
});

it('to a read it is told as before', () =>
	expect(explain(200, { error: 'No' }, { method: 'GET' }).message).toBe('BlueTape answered 200: No'));
