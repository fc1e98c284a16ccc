import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { binaryItem } from '../engine/binary';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';
import { PDF } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const invoice = caseOf('invoice', 'create');
const simplified = caseOf('invoice', 'createSimplified');
const line = (invoice.body!.lines as IDataObject[])[0];

/** What the operation says to bad input; nothing may have been sent. */
async function answer(
	resource: string,
	operation: string,
	parameters: IDataObject,
	items?: INodeExecutionData[],
): Promise<string> {
	const { error } = await stage.run(resource, operation, parameters, { items });
	expect(stage.emulator.journal.entries).toEqual([]);
	expect(error).toBeDefined();
	return error!.message;
}
const byFields = (changed: IDataObject) =>
	answer('invoice', 'create', { bodySource: 'fields', ...invoice.fields, ...changed });
const byJson = (changed: IDataObject, of = invoice) =>
	answer('invoice', of.operation, { bodySource: 'json', jsonBody: { ...of.body, ...changed } });
const byLine = (changed: IDataObject) => byJson({ lines: [line, { ...line, ...changed }] });

const NUMBER = 'must be a number like 1100.50 (a point, no thousands separator)';
const DATE = 'must be a date like 2026-03-31';

describe('an invoice', () => {
	it.each<[string, IDataObject, string]>([
		[
			'an empty required text',
			{ invoiceNumber: '={{ "" }}' },
			"'Invoice Number' (invoiceNumber) is required: it must be text",
		],
		[
			'a blank required text',
			{ invoiceNumber: '   ' },
			`'Invoice Number' (invoiceNumber) must be text, not "   "`,
		],
		['a missing id', { invoiceId: '={{ $json.none }}' }, "'Invoice ID' (id) is required"],
		[
			'an id made of what is missing',
			{ invoiceId: "={{ 'INV-' + $json.orderNo }}" },
			`'Invoice ID' (id) must be an ID (not empty, not "null", "." or ".."), not "INV-undefined": what it is made of is missing; look at the expression that makes it`,
		],
		[
			'an id that would change the path',
			{ invoiceId: '..' },
			`'Invoice ID' (id) must be an ID (not empty, not "null", "." or ".."), not ".."`,
		],
		...[
			['text that is no number', 'much'],
			['another notation', '1.094,03'],
			['a rate', '8%'],
			['more digits than JSON can carry', '1234567890123.456789'],
		].map(([name, totalAmount]): [string, IDataObject, string] => [
			name,
			{ additionalFields: { totalAmount } },
			`'Total Amount' (totalAmount) ${NUMBER}, not "${totalAmount}": write it so, or read other notations with From Rows`,
		]),
		...[
			['a thousands separator', '1,100', 'write 1.1 or 1100'],
			['what may be one', '1.100', 'write 1.1 or 1100'],
			['too much', '12345678901234567.89', 'it is too large'],
		].map(([name, totalAmount, advice]): [string, IDataObject, string] => [
			name,
			{ additionalFields: { totalAmount } },
			`'Total Amount' (totalAmount) ${NUMBER}, not "${totalAmount}": ${advice}`,
		]),
		...[
			['a day that is none', '2026-02-30'],
			['a day in words', 'next week'],
			['a day of another notation', '11/26/2026'],
			['a day with rubbish after it', '2026-03-31 or so'],
		].map(([name, dueDate]): [string, IDataObject, string] => [
			name,
			{ dueDate },
			`'Due Date' (dueDate) ${DATE}, not "${dueDate}": write it so, or convert it with an expression`,
		]),
		['a missing day', { dueDate: '={{ "" }}' }, `'Due Date' (dueDate) is required: it ${DATE}`],
		[
			'a list that is none',
			{ lines: { lines: [{ list: '={{ 5 }}' }] } },
			'\'Lines\' (lines) must be a list, not 5: write [{ "quantity": … }, …]',
		],
	])('%s', async (_name, changed, sentence) => expect(await byFields(changed)).toContain(sentence));

	it.each<[string, IDataObject, string]>([
		...[
			['3 pcs', 'pcs'],
			['1 pc.', 'pc.'],
			['2x', 'x'],
			['x2', 'x'],
			['$2/ea', 'ea'],
		].map(([quantity, unit]): [string, IDataObject, string] => [
			`a quantity with a unit, ${quantity}`,
			{ quantity },
			`must be a whole number, 0 or more, not "${quantity}": write the number alone, without '${unit}'`,
		]),
		['a quantity with an exponent', { quantity: '1.5e3' }, 'not "1.5e3": BlueTape takes whole units only'],
		[
			'a negative quantity',
			{ quantity: -1 },
			"'Lines 2 > Quantity' (quantity) must be a whole number, 0 or more, not -1",
		],
		[
			'a fractional quantity',
			{ quantity: 12.5 },
			"'Lines 2 > Quantity' (quantity) must be a whole number, 0 or more, not 12.5: BlueTape takes whole units only. Write 1, and the price of the whole quantity as Unit Price; for returned goods a negative Unit Price",
		],
		...['1.000', '1,000'].map((quantity): [string, IDataObject, string] => [
			`a quantity of ${quantity}`,
			{ quantity },
			`'Lines 2 > Quantity' (quantity) must be a whole number, 0 or more, not "${quantity}": write 1 or 1000`,
		]),
		[
			'a tax rate that is none',
			{ taxRate: '8 of 100' },
			`'Lines 2 > Tax Rate' (taxRate) must be a percentage like 8 or 8.25 %, not "8 of 100"`,
		],
		[
			'a rate in place of the tax',
			{ taxAmount: '8%' },
			`'Lines 2 > Tax Amount' (taxAmount) ${NUMBER}, not "8%": for a rate in percent use Tax Rate of a line`,
		],
		[
			'a misspelt field in a line',
			{ quantty: 1 },
			"unknown field 'quantty' in 'Lines 2': did you mean 'quantity'?",
		],
	])('%s', async (_name, changed, sentence) => expect(await byLine(changed)).toContain(sentence));

	it.each<[string, IDataObject, string]>([
		[
			'a misspelt field',
			{ invoiceNumbr: 'x' },
			"unknown field 'invoiceNumbr': did you mean 'invoiceNumber'?",
		],
		['a field like no other', { zzzzzzzzzz: 1 }, "unknown field 'zzzzzzzzzz': known are id, invoiceNumber,"],
		[
			'a field that BlueTape may have by now',
			{ currency: 'USD' },
			"; any other goes by the option 'Extra Fields'",
		],
		[
			'a misspelt field deep inside',
			{ projectDetails: { projectId: 'P', jobAddress: { zip: '1' } } },
			"unknown field 'zip' in 'Project Details > Job Address': did you mean 'zipCode'?",
		],
		[
			'a choice that is no text',
			{ projectDetails: { projectId: 'P', type: 7 } },
			"'Project Details > Project Type' (type) must be text, such as Federal, Private, Public",
		],
		[
			'an object that is none',
			{ projectDetails: 'P' },
			"'Project Details' (projectDetails) must be an object",
		],
		['several mistakes at once', { dueDate: 'x', subTotal: 'y' }, `; 'Subtotal' (subTotal) ${NUMBER}`],
	])('%s', async (_name, changed, sentence) => expect(await byJson(changed)).toContain(sentence));

	it('many mistakes: five are named, the rest counted', async () => {
		const payers = Array.from({ length: 7 }, () => ({ emailAddress: 'x' }));
		const message = await byJson({ payersInfo: payers }, simplified);
		expect(message.split('; ')).toHaveLength(6);
		expect(message).toMatch(/; and \d+ more$/);
	});

	it('an amount that is empty', async () =>
		expect(await byJson({ totalAmount: '' })).toBe(
			`'Total Amount' (totalAmount) is empty: it ${NUMBER}, or be left out`,
		));

	it.each([
		['broken JSON', '{"id": ', "'JSON Body' can't be read as JSON: line 1: the text ends too early"],
		['a value without quotes', '{"id": INV-1}', 'line 1: the value INV-1 needs quotes: "INV-1"'],
		['an ID of nothing', '{"id": "null"}', "'Invoice ID' (id) must be an ID"],
		['a list', '[]', "'JSON Body' must be one JSON object"],
		['a text', '"id"', "'JSON Body' must be one JSON object"],
	])('%s', async (_name, jsonBody, sentence) => {
		expect(await answer('invoice', 'create', { bodySource: 'json', jsonBody })).toContain(sentence);
	});
});

describe('people who will be written to', () => {
	const customer = (changed: IDataObject) =>
		answer('customer', 'create', {
			bodySource: 'fields',
			...caseOf('customer', 'upsert').fields,
			...changed,
		});

	it.each(['ada', 'ada@example', '@example.com', 'a b@example.com', '[email protected]'])(
		'%s is no e-mail address',
		async (emailAddress) =>
			expect(await customer({ emailAddress })).toBe(
				`'Email Address' (emailAddress) must be an e-mail address like nathan@example.com, not "${emailAddress}"`,
			),
	);
	it.each(['911', '0', 'call me', '12345678901234567', '+1 202 555 O123'])(
		'%s is no phone number',
		async (cellPhoneNumber) =>
			expect(await customer({ cellPhoneNumber })).toBe(
				`'Cell Phone Number' (cellPhoneNumber) must be a phone number with area code like +12025550123, not "${cellPhoneNumber}"`,
			),
	);
	it('a payer who cannot be reached', async () =>
		expect(await byJson({ payersInfo: [{ firstName: 'Ada' }] }, simplified)).toBe(
			"'Payers 1' (payersInfo) needs an e-mail address or a phone number",
		));
	it('nobody to pay', async () =>
		expect(await byJson({ payersInfo: [] }, simplified)).toBe(
			"'Payers' (payersInfo) needs at least 1 payer",
		));
	it('two customers for one company', async () => {
		const { body } = caseOf('company', 'create');
		const [one] = body!.customers as IDataObject[];
		const jsonBody = { ...body, customers: [one, one] };
		expect(await answer('company', 'create', { bodySource: 'json', jsonBody })).toBe(
			"'Customer' (customers) takes at most 1 customer",
		);
	});
});

describe('files', () => {
	const upload = (item: INodeExecutionData, binaryPropertyName = 'data') =>
		answer('invoice', 'uploadFile', { invoiceId: 'INV-1', binaryPropertyName }, [item]);

	it('no file at all', async () =>
		expect(await upload({ json: {} })).toBe(
			"'Input Binary Field' names 'data', but the item has no file of that name",
		));
	it('no file of that name', async () =>
		expect(await upload(await binaryItem(PDF, 'a.pdf', 'application/pdf'), 'file')).toContain(
			"names 'file'",
		));
	it('a file that only calls itself PDF', async () =>
		expect(await upload(await binaryItem(Buffer.from('hello'), 'a.pdf', 'application/pdf'))).toBe(
			'\'Input Binary Field\' must be a PDF; "a.pdf" does not start like one (application/pdf, 5 bytes)',
		));
	it('an empty file', async () =>
		expect(await upload(await binaryItem(Buffer.alloc(0), 'a.pdf', 'application/pdf'))).toContain(
			'(application/pdf, 0 bytes)',
		));
});

it('an id with slash, blank or umlaut is encoded, not refused', async () => {
	await stage.run('invoice', 'getStatus', { invoiceId: 'INV/00 3#é' });
	expect(stage.emulator.journal.last()!.path).toBe(
		'/genericBthubService/integration/invoice/INV%2F00%203%23%C3%A9/status',
	);
});

it.each([
	['no address', '', 'must be an address'],
	['half an address', 'http:/api.example.com', 'must be an address'],
	['an address with a password in it', 'https://me:secret@api.example.com', 'must be an address'],
])('a credential with %s', async (_name, baseUrl, sentence) => {
	const credentials = { blueTapeApi: { ...stage.credential, baseUrl } };
	const { error } = await stage.run('invoice', 'getStatus', { invoiceId: 'I' }, { credentials });
	expect(error!.message).toContain(sentence);
	expect(error!.message).not.toContain('secret');
});
