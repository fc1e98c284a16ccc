import { aboutAnother, codeAdvice } from '../../../nodes/BlueTape/errors';
import { lostAdvice, pageAdvice } from '../../../nodes/BlueTape/statuses';
import { explain, isAboutAnother, isMissing, isThere } from '../../../nodes/BlueTape/refusal';
import { symbolOf } from '../../../nodes/BlueTape/symbol';

// BlueTape documents one shape of a refusal, in two styles; others are taken too.

const page = '<html><title>Conflict</title></html>';

it.each<[unknown, string | undefined]>([
	[{ code: 'invoice_already_exist', reason: 'x' }, 'invoice_already_exist'],
	[{ Code: 'INVOICE_ALREADY_EXIST' }, 'invoice_already_exist'],
	[{ code: '409', reason: 'Sorry: quote_dismissed.' }, 'quote_dismissed'],
	[{ code: 'BadRequest', reason: 'invoice_payment_operation_exist' }, 'invoice_payment_operation_exist'],
	[{ code: 'quote_dismissed', reason: 'invoice_already_exist' }, 'quote_dismissed'],
	[
		{ message: 'x', code: 'No', reason: 'quote_dismissed', title: 'invoice_already_exist' },
		'quote_dismissed',
	],
	[{ message: 'invoice_already_exist' }, 'invoice_already_exist'],
	[{ error: { code: 'invoice_already_exist' } }, 'invoice_already_exist'],
	[{ error: 'invoice_already_exist' }, 'invoice_already_exist'],
	[{ errors: { invoice_already_exist: ['No'] } }, 'invoice_already_exist'],
	['invoice_already_exist: No', 'invoice_already_exist'],
	[{ code: 'a_new_one', reason: 'also_new' }, 'a_new_one'],
	[{ code: 'Conflict' }, 'Conflict'],
	[{ code: '409', reason: 'not_known' }, undefined],
	[{ code: 409 }, undefined],
	[{ reason: 'toString constructor' }, undefined],
	[{ code: 'has_own_property' }, 'has_own_property'],
	[{}, undefined],
	[undefined, undefined],
	[page, undefined],
	[{ code: 'constructor' }, 'constructor'],
	[{ reason: 'bad_request: quote_dismissed' }, 'quote_dismissed'],
	[{ title: 'invoice_already_exist', reason: 'quote_dismissed' }, 'quote_dismissed'],
	[{ title: 'invoice_already_exist', reason: `${'No. '.repeat(120)}quote_dismissed` }, 'quote_dismissed'],
	[{ reason: 'parent_customer_already_exist' }, undefined],
	[{ reason: 'customer_already_exist_elsewhere' }, undefined],
	['<html><title>invoice_already_exist</title></html>', undefined],
])('the symbol in %j is %j', (body, symbol) => expect(symbolOf(body)).toBe(symbol));

describe('in words', () => {
	const json = { method: 'POST', body: {} } as const;
	it.each<[number, unknown, string, RegExp]>([
		[
			409,
			{ code: 'invoice_already_exist', reason: 'Taken.' },
			'409: Taken. (invoice_already_exist)',
			/ID is taken/,
		],
		[409, { code: 'X', reason: 'An x.' }, '409: An x.', /exists already/],
		[409, { code: '409', reason: 'QUOTE_DISMISSED' }, '409: QUOTE_DISMISSED', /new quote/],
		[409, { code: 'NEW_ONE' }, '409: (NEW_ONE)', /exists already/],
		[409, { code: 'constructor' }, '409: (constructor)', /exists already/],
		[409, {}, '409', /exists already/],
		[404, page, '404 with a web page: Conflict', /proxy, a firewall or a wrong address/],
		[502, page, '502 with a web page: Conflict', /gateway or proxy/],
		[503, page, '503 with a web page: Conflict', /not available right now/],
		[304, '', '304', /A cache between/],
		[415, {}, '415', /takes JSON here/],
		[400, {}, '400', /could not accept the data/],
		[400, { code: 5012 }, '400: code: 5012', /could not accept the data/],
		[400, { status: 'Blocked', code: 'X' }, '400: status: Blocked (X)', /could not accept/],
		[200, 'Hello', '200: Hello', /not BlueTape/],
		[300, {}, '300', /address moved/],
	])('%d %j is "%s"', (status, body, message, advice) => {
		expect(explain(status, body, json)).toMatchObject({
			message: `BlueTape answered ${message}`,
			advice: expect.stringMatching(advice),
		});
	});

	it.each([
		[404, page, 'unexpected'],
		[410, page, 'unexpected'],
		[403, page, undefined],
		[404, {}, undefined],
	])('%d %j: a page never says that a record is missing (%s)', (status, body, kind) =>
		expect(explain(status, body, json).kind).toBe(kind),
	);

	const at = '/integration/invoice/INV-1';
	const exists = /^It exists already/;
	it.each<[string, string, unknown, RegExp]>([
		['POST', '/integration/invoice', {}, exists],
		['POST', '/integration/invoice/simplify', {}, exists],
		[
			'PUT',
			at,
			{ code: '409', reason: '' },
			/^BlueTape does not make this change: the state .* or there is none/,
		],
		['PUT', '/integration/invoice/simplify/INV-1', {}, /^BlueTape does not make this change/],
		['PUT', `${at}/cancel`, { code: '409', reason: 'Invoice already canceled.' }, /^It is cancelled already/],
		['PUT', `${at}/cancel`, { code: 'invoice_already_cancelled' }, /^It is cancelled already/],
		['PUT', at, { code: 'invoice_already_cancelled' }, /new one under a new ID$/],
		['PUT', `${at}/cancel`, { code: 'invoice_payment_operation_exist' }, /^A payment is under way/],
		['POST', `${at}/project/PRO-1`, {}, /^The link is there already/],
		['POST', '/integration/company/COM-1/customer', {}, /^The link is there already/],
		['DELETE', `${at}/project/PRO-1`, {}, /^The state of the record forbids this/],
		['POST', `${at}/file`, {}, /^The state of the record forbids this/],
		['GET', `${at}/checkout`, {}, /^The state of the record forbids this/],
	])('409 to %s %s (%j)', (method, path, body, advice) => {
		const request = { method: method as 'PUT', path };
		const { advice: told } = explain(409, body, request);
		expect(told).toMatch(advice);
		if (advice !== exists) expect(told).not.toMatch(/use Update|Create or Update/i);
	});

	it.each([
		[400, /could not take the file.*Upload Form/],
		[415, /form of the upload.*Upload Form/],
		[413, /too large/],
	])('%d to an upload', (status, advice) =>
		expect(explain(status, {}, { method: 'POST', body: async () => undefined }).advice).toMatch(advice),
	);
});

describe('about which record a conflict is', () => {
	it.each([
		['invoice', { code: 'quote_dismissed' }, true],
		['invoice', { code: 'invoice_already_exist' }, false],
		['invoice', { code: 'invoice_already_cancelled' }, false],
		['invoice', { code: 'unknown_code' }, false],
		['invoice', { code: 'Conflict' }, false],
		['invoice', {}, false],
		['invoice', page, true],
		['invoice', { code: 'document_invalid_data' }, false],
		['invoice', { code: 'cant_set_new_customer_for_invoice' }, false],
		['customer', { code: 'customer_already_registered' }, false],
		['customer', { code: 'customer_with_phone_or_email_already_exist' }, true],
		['company', { code: 'company_can_have_only_one_customer' }, true],
		['company', { code: 'customer_already_registered' }, true],
		['project', { code: 'project_already_exist' }, false],
		['quote', { code: 'project_already_exist' }, true],
	])('for %s, %j is about another: %p', (record, body, another) =>
		expect(isAboutAnother(body, record)).toBe(another),
	);

	it('every code of the list is judged', () => {
		const ofInvoices = Object.keys(codeAdvice).filter((code) => !aboutAnother(code, 'invoice'));
		expect(ofInvoices.sort()).toEqual([
			'cant_set_new_customer_for_invoice',
			'document_invalid_data',
			'invoice_already_cancelled',
			'invoice_already_exist',
			'invoice_already_linked_to_project',
			'invoice_amount_is_bigger_then_approved',
			'invoice_can_be_updated_only_in_placed_status',
			'invoice_can_not_be_updated_due_date',
			'invoice_does_not_exist',
			'invoice_payment_operation_exist',
		]);
	});

	it.each([
		[404, {}, true],
		[404, { code: 'invoice_does_not_exist' }, true],
		[404, { code: 'NotFound' }, true],
		[404, { code: 'customer_does_not_exist' }, false],
		[404, page, false],
		[409, {}, false],
		[400, { code: 'invoice_does_not_exist' }, true],
		[400, { code: 'customer_does_not_exist' }, false],
		[500, { code: 'invoice_does_not_exist' }, false],
		[200, { code: 'invoice_does_not_exist' }, true],
		[200, { status: 'Placed' }, false],
	])('%d %j says that there is no such invoice: %p', (status, body, missing) =>
		expect(isMissing({ status, body, headers: {} }, 'invoice')).toBe(missing),
	);

	it.each([
		[409, {}, true],
		[409, { code: 'quote_dismissed' }, false],
		[400, { code: 'invoice_already_exist' }, true],
		[499, 'The invoice already exists', true],
		[422, 'An invoice with this ID already exists', true],
		[400, 'The customer already exists', false],
		[400, { reason: 'The due date is no date' }, false],
		[500, { code: 'invoice_already_exist' }, false],
		[503, 'The invoice already exists', false],
		[399, { code: 'invoice_already_exist' }, false],
		[200, 'The invoice already exists', false],
	])('%d %j says that this invoice is there, which leads to an update: %p', (status, body, there) =>
		expect(isThere({ status, body, headers: {} }, 'invoice')).toBe(there),
	);
});

it.each([
	[200, /proxy, a firewall/],
	[404, /proxy, a firewall/],
	[499, /proxy, a firewall/],
	[500, /gateway or proxy/],
	[504, /gateway or proxy/],
])('a page with %d', (status, advice) => expect(pageAdvice(status)).toMatch(advice));

it.each([413, 429, 503])('%d says the same, whoever sent it', (status) =>
	expect(pageAdvice(status)).toBeUndefined(),
);

it.each([
	['POST', '/integration/invoice', /a create that did go through/],
	['POST', '/integration/invoice/simplify', /a create that did go through/],
	['PUT', '/integration/invoice/I', /sets the same values/],
	['PUT', '/integration/invoice/simplify/I', /sets the same values/],
	['PUT', '/integration/invoice/I/cancel', /already cancelled/],
	['DELETE', '/integration/invoice/I/file', /gone already/],
	['DELETE', '/integration/quote/Q/project/P', /gone already/],
	['POST', '/integration/quote/Q/file', /replaces the file/],
	['POST', '/integration/quote/Q/project/P', /link that is there/],
	['POST', '/integration/company/C%2F1/customer', /link that is there/],
	['POST', '/integration/customer', /a create that did go through/],
] as const)('%s %s that got lost', (method, path, advice) =>
	expect(lostAdvice({ method, path })).toMatch(advice),
);
