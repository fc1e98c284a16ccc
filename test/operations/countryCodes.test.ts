import type { IDataObject } from 'n8n-workflow';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { inDays } from '../engine/days';

// BlueTape takes people whom it cannot reach, as drafts, and then refuses their invoices.

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const ADDED = 'Phone numbers of ten digits are sent with +1, the country code of the US, before them';
const UNKNOWN =
	'A phone number without a country code (+44 …) is sent as it stands. BlueTape keeps people whom it cannot reach as drafts';
const person = { firstName: 'Ada', lastName: 'Byron', emailAddress: 'ada@example.com' };
const phoneNumber = (body: unknown) => (body as IDataObject).cellPhoneNumber;

it.each([
	['(202) 555-0123', '+12025550123', [ADDED]],
	['202.555.0123', '+12025550123', [ADDED]],
	[2025550123, '+12025550123', [ADDED]],
	['1-202-555-0123', '+12025550123', [ADDED]],
	['+1 (202) 555-0123', '+12025550123', []],
	['+44 (0)20 7946 0958', '+442079460958', []],
	['+447700900123', '+447700900123', []],
	['447700900123', '447700900123', [UNKNOWN]],
	['20255501234', '20255501234', [UNKNOWN]],
	['030 1234567', '030 1234567', [UNKNOWN]],
	['1234567890', '1234567890', [UNKNOWN]],
])('%p is sent as %p', async (cellPhoneNumber, sent, hints) => {
	const run = await stage.byInput('customer', 'create', { id: 'C', ...person, cellPhoneNumber });
	expect(phoneNumber(stage.emulator.journal.last()!.body)).toBe(sent);
	expect(run.hints).toEqual(hints);
});

it('a customer with ten digits can be sent an invoice', async () => {
	await stage.byInput('customer', 'create', { id: 'C', ...person, cellPhoneNumber: '(202) 555-0123' });
	expect(stage.emulator.blueTape.state.customers.get('C')!.isDraft).toBe(false);
});

const cellPhoneNumber = '2025550123';
it.each<[string, string, IDataObject, IDataObject, (body: IDataObject) => unknown]>([
	['customer', 'update', { customerId: 'C' }, { ...person, cellPhoneNumber }, (body) => body],
	['customer', 'upsert', {}, { id: 'C', ...person, cellPhoneNumber }, (body) => body],
	[
		'company',
		'create',
		{},
		{
			...{ id: 'C', businessName: 'Acme', businessAddress: 'Here' },
			customers: [{ id: 'C', ...person, cellPhoneNumber }],
		},
		(body) => (body.customers as IDataObject[])[0],
	],
	...['createSimplified', 'updateSimplified'].map(
		(operation): [string, string, IDataObject, IDataObject, (body: IDataObject) => unknown] => [
			'invoice',
			operation,
			operation === 'updateSimplified' ? { invoiceId: 'I' } : {},
			{
				...(operation === 'createSimplified' && { id: 'I' }),
				...{ invoiceNumber: 'I', invoiceDate: inDays(0), dueDate: inDays(30) },
				...{
					totalAmount: 10,
					taxAmount: 0,
					payersInfo: [{ emailAddress: 'a@example.com' }, { cellPhoneNumber }],
				},
			},
			(body) => (body.payersInfo as IDataObject[])[1],
		],
	),
])('%s %s', async (resource, operation, parameters, json, where) => {
	stage.emulator.faults.add({ status: 200, body: '{}' });
	const { error, hints } = await stage.byInput(resource, operation, json, parameters);
	expect(error).toBeUndefined();
	expect(phoneNumber(where(stage.emulator.journal.last()!.body as IDataObject))).toBe('+12025550123');
	expect(hints).toContain(ADDED);
});
