import { invoicePdf } from '../pdf';
import { bluDeltaCalls } from './bluDeltaCalls';

// The forms in which BLU DELTA may hand out a document.

const api = bluDeltaCalls();

describe('versions', () => {
	const rich = { dueDays: 30, details: { KId: '7', CompanyRegistrationNumber: 'FN 1', SenderVatId: 'ATU1' } };
	const read = async (version: '' | '/v2') => {
		const { DetectInvoiceResponse: found } = (await api.next(version)).json;
		return {
			...{ found, groups: found.PredictionGroups.map(({ TypeName }: { TypeName: string }) => TypeName) },
			types: found.InvoiceDetailTypePredictions.map(({ TypeName }: { TypeName: string }) => TypeName),
			greatest: Math.max(
				...[...found.InvoiceDetailTypePredictions, ...found.PredictionGroups].map(({ Type }) => Type),
			),
		};
	};
	beforeEach(async () => await api.upload(await invoicePdf(rich)));

	test('v1 has nothing above int32: no due date, no contacts', async () => {
		const { found, groups, types, greatest } = await read('');
		expect(groups).toEqual(['VatGroup', 'VatGroup']);
		expect(greatest).toBe(2 ** 30);
		expect(types).toHaveLength(18);
		expect(types).not.toEqual(expect.arrayContaining(['KId']));
		expect(found).not.toHaveProperty('Contacts');
		expect(found.LineItemTable.LineItems).toHaveLength(4);
		expect(found.Sender.Name.Value).toBe('Alpenholz Baustoffe GmbH');
	});

	test('v2 has all 26', async () => {
		const { found, groups, types } = await read('/v2');
		expect(groups).toEqual(['VatGroup', 'VatGroup', 'DueDateGroup']);
		expect(types).toHaveLength(26);
		expect(found.Contacts).toHaveLength(2);
	});

	test('v2 as documented ends with KId', async () => {
		api.set({ v2Details: 'documented' });
		const { found, types, greatest } = await read('/v2');
		expect(greatest).toBe(2 ** 46);
		expect(types).toEqual(expect.arrayContaining(['KId']));
		expect(types).not.toEqual(expect.arrayContaining(['SenderVatId']));
		expect(found).not.toHaveProperty('Contacts');
	});
});

describe('documents in error', () => {
	const forms: Array<['object' | 'null' | 'omitted', object]> = [
		['object', { DetectInvoiceResponse: {} }],
		['null', { DetectInvoiceResponse: null }],
		['omitted', {}],
	];
	test.each(forms)('come with a file and an empty result (%s)', async (emptyDetection, expected) => {
		api.set({ emptyDetection });
		await api.upload('hello');
		const { DetectInvoiceResponse, ...rest } = (await api.next()).json;
		expect(rest).toMatchObject({
			StateBeforeRelease: 'Error',
			File: Buffer.from('hello').toString('base64'),
		});
		expect(DetectInvoiceResponse === undefined ? {} : { DetectInvoiceResponse }).toEqual(expected);
	});

	test('stay back unless they are released by themselves', async () => {
		api.set({ releaseErrors: false });
		const container = (await api.upload('hello')).json.InvoiceContainerId;
		expect((await api.next()).json.Available).toBe(false);
		expect(await api.documentStates(container)).toEqual([['Error', 'New']]);
	});
});

const message: Array<['text' | 'null' | 'omitted', object]> = [
	['text', { Message: '' }],
	['null', { Message: null }],
	['omitted', {}],
];
test.each(message)('Message when all is well: %s', async (emptyMessage, expected) => {
	api.set({ emptyMessage });
	expect((await api.next()).json).toEqual({ State: 0, ...expected, Available: false });
});

test('the other spelling of StateBeforeRelease', async () => {
	api.set({ stateField: 'StateBeforeReleased' });
	await api.uploadImage();
	const { json } = await api.next();
	expect([json.StateBeforeReleased, json.StateBeforeRelease]).toEqual(['Validated', undefined]);
});

const properties: Array<['singleKey' | 'oneObjectInList' | 'keyValue' | 'object', unknown]> = [
	['singleKey', [{ a: '1' }, { b: '2' }]],
	['oneObjectInList', [{ a: '1', b: '2' }]],
	[
		'keyValue',
		[
			{ Key: 'a', Value: '1' },
			{ Key: 'b', Value: '2' },
		],
	],
	['object', { a: '1', b: '2' }],
];
test.each(properties)('properties as %s', async (propertiesForm, expected) => {
	api.set({ propertiesForm });
	await api.uploadImage({ AdditionalProperties: [{ a: '1' }, { b: '2' }] });
	expect((await api.next()).json.AdditionalProperties).toEqual(expected);
});
