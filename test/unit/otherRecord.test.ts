import { otherRecord } from '../../nodes/shared/run/otherRecord';

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';

it.each<[unknown, Record<string, string>, string | undefined]>([
	[{ id: 'OTHER' }, { invoiceId: 'INV-7' }, 'OTHER'],
	[{ invoiceId: 'OTHER' }, { invoiceId: 'INV-7' }, 'OTHER'],
	[{ InvoiceID: 8 }, { invoiceId: '7' }, '8'],
	[{ id: guid }, { invoiceId: 'b1c7a5b0-1111-4222-8333-444455556666' }, guid],
	[{ projectId: 'P-2' }, { invoiceId: 'INV-7', projectId: 'P-1' }, 'P-2'],
	// Its own id, which nobody sent.
	[{ id: '63168de0cbee6d9f5ac7ac93' }, { invoiceId: 'INV-7' }, undefined],
	[{ id: guid }, { invoiceId: 'INV-7' }, undefined],
	[{ id: 'x', invoiceId: 'INV-7' }, { invoiceId: 'INV-7' }, undefined],
	[{ id: 'P-1' }, { invoiceId: 'INV-7', projectId: 'P-1' }, undefined],
	[{ id: ' inv-7 ' }, { invoiceId: 'INV-7' }, undefined],
	[{ id: 7 }, { invoiceId: '7' }, undefined],
	[{ id: null, invoiceId: '' }, { invoiceId: 'INV-7' }, undefined],
	[{ blueTapeId: 'x', customerId: 'C' }, { invoiceId: 'INV-7' }, undefined],
	[{ id: 'OTHER' }, {}, undefined],
	['INV-8', { invoiceId: 'INV-7' }, undefined],
	[[{ id: 'OTHER' }], { invoiceId: 'INV-7' }, undefined],
])('%j to %j names another one: %j', (answer, ids, other) => expect(otherRecord(answer, ids)).toBe(other));
