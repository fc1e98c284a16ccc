import { request } from 'node:http';
import { invoicePdf, invoicesPdf } from '../pdf';
import { bluDeltaCalls, failed, refused } from './bluDeltaCalls';

const api = bluDeltaCalls();

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

test('takes a file by key pair or by token', async () => {
	for (const headers of [api.keys, { 'X-AccessToken': api.token }]) {
		const reply = await api.upload('scan', { FileName: 'scan.png' }, headers);
		expect([reply.status, reply.json]).toEqual([
			200,
			{ State: 0, Message: '', InvoiceContainerId: expect.stringMatching(guid) },
		]);
	}
	const { containers, documents } = api.emulator.bluDelta.state;
	expect([containers.size, documents.size]).toEqual([2, 2]);
	expect((await api.upload('scan', { FileName: 'scan.png' }, {})).status).toBe(401);
});

test('keeps the bytes, the name and the properties as they came', async () => {
	const content = Buffer.from([0, 255, 128, 10, 13, 37]);
	const AdditionalProperties = [
		{ ClientId: 'C-1' },
		{ EmailAttachmentCount: '2' },
		{ 'n8n-id': 'ä "quoted"' },
	];
	const body = { Name: 'n', Description: 'd', FileName: 'Größe.TIF', AdditionalProperties };
	const { json } = await api.upload(content, body);
	const next = (await api.next()).json;
	expect(next).toMatchObject({
		InvoiceContainerId: json.InvoiceContainerId,
		UploadedTimestamp: '2024-04-18T12:00:00.00Z',
		ClientAccessIdentifier: '',
		FileName: 'Größe.TIF',
		AdditionalProperties,
	});
	expect(Buffer.from(next.File, 'base64')).toEqual(content);
});

test.each(['tif', 'gif', 'jpeg', 'png', 'pdf', 'bmp', 'ico', 'PDF', 'jpg', 'tiff'])(
	'takes .%s',
	async (extension) => {
		expect((await api.upload('x', { FileName: `a.b.${extension}` })).json.State).toBe(0);
	},
);

test.each(['A1', 'A1.docx', 'A1.pdf.zip', '.pdf', 'A1.'])('%s: 415', async (FileName) => {
	const reply = await api.upload('x', { FileName });
	expect([reply.status, reply.json]).toEqual([415, refused('UnsupportedMediaType')]);
	expect(api.emulator.bluDelta.state.containers.size).toBe(0);
});

test.each(['jpg', 'tiff'])('.%s is not on the list of the documentation', async (extension) => {
	api.set({ extensions: 'listed' });
	expect((await api.upload('x', { FileName: `a.${extension}` })).status).toBe(415);
});

const badBodies: Array<[string, object, number, object]> = [
	['an unknown member', { Filename: 'A1.pdf' }, 400, refused('SerializationException', /Filename/)],
	['no file name', { FileName: undefined }, 400, refused('SerializationException', /FileName/)],
	['an empty file name', { FileName: '' }, 400, refused('SerializationException')],
	['no file', { File: undefined }, 400, refused('SerializationException', /File/)],
	['an empty file', { File: '' }, 200, failed(/empty/)],
	[
		'a data URI',
		{ File: 'data:application/pdf;base64,JVBERg==' },
		400,
		refused('FormatException', /Base-64/),
	],
	['base64 of another alphabet', { File: 'JV-_' }, 400, refused('FormatException')],
	['base64 without padding', { File: 'JVBERg' }, 400, refused('FormatException')],
	['base64 with line breaks', { File: 'JVBE\nRi0x' }, 400, refused('FormatException')],
	[
		'properties as one object',
		{ AdditionalProperties: { ClientId: 'C' } },
		400,
		refused('SerializationException'),
	],
	[
		'a property with two members',
		{ AdditionalProperties: [{ Key: 'ClientId', Value: 'C' }] },
		400,
		refused('SerializationException', /one member/),
	],
	['an empty property', { AdditionalProperties: [{}] }, 400, refused('SerializationException')],
	[
		'a property that is a number',
		{ AdditionalProperties: [{ a: 1 }] },
		400,
		refused('SerializationException'),
	],
	['an unknown client', { ClientAccessIdentifier: 'Client9' }, 200, failed(/Client9/)],
	['a whole identifier', { ClientAccessIdentifier: 'Customer1.Client1' }, 200, failed(/Customer1/)],
];

test.each(badBodies)('an upload with %s', async (_what, change, status, answer) => {
	const reply = await api.upload('x', change);
	expect([reply.status, reply.json]).toEqual([status, answer]);
	expect(api.emulator.bluDelta.state.containers.size).toBe(0);
});

test('JSON must be called JSON', async () => {
	const reply = await api.call('POST', '/upload/invoiceContainer', '{}', {
		...api.keys,
		'Content-Type': 'text/plain',
	});
	expect([reply.status, reply.json]).toEqual([400, refused('SerializationException', /application\/json/)]);
});

const reach: Array<[string[], string | undefined, string | RegExp]> = [
	[[], undefined, ''],
	[[], 'Client2', 'Client2'],
	[['Client1'], undefined, 'Client1'],
	[['Client1'], 'Client1', 'Client1'],
	[['Client1'], 'Client2', /No access/],
	[['Client1', 'Client2'], undefined, /required/],
];

test.each(reach)(
	'a token for %j, uploading for %s: %s',
	async (ApiIdentifiers, ClientAccessIdentifier, expected) => {
		api.token = await api.newToken({ TimeoutSeconds: 60, ApiIdentifiers });
		const { json } = await api.upload('x', { FileName: 'a.png', ClientAccessIdentifier });
		if (typeof expected !== 'string') return expect(json).toEqual(failed(expected));
		expect((await api.next()).json.ClientAccessIdentifier).toBe(expected);
	},
);

test('a request over the limit gets the page of the web server', async () => {
	const body = { FileName: 'A1.pdf', File: 'AAAA' };
	const length = JSON.stringify(body).length;
	api.set({ requestLimit: length });
	expect((await api.call('POST', '/upload/invoiceContainer', body)).status).toBe(200);
	api.set({ requestLimit: length - 1 });
	const reply = await api.call('POST', '/upload/invoiceContainer', body);
	expect(reply).toMatchObject({ status: 413, type: 'text/html', text: expect.stringContaining('<html>') });
	expect(api.emulator.bluDelta.state.containers.size).toBe(1);
});

test('a request that is announced far too large is refused before it has come', async () => {
	const status = await new Promise((resolve, reject) => {
		const client = request(`${api.emulator.bluDelta.baseUrl}/upload/invoiceContainer`, {
			method: 'POST',
			headers: { ...api.keys, 'Content-Type': 'application/json', 'Content-Length': 300_000_000 },
		});
		client.on('response', (response) => {
			resolve([response.statusCode, response.headers['content-type']]);
			client.destroy();
		});
		client.on('error', reject);
		client.flushHeaders();
	});
	expect(status).toEqual([413, 'text/html']);
});

test('the documented limit is 100 MB', () => {
	expect(api.emulator.bluDelta.state.settings.requestLimit).toBe(100_000_000);
});

describe('splitting', () => {
	const documents = () => api.emulator.bluDelta.people.documents();

	test('one document a container, or as many as set', async () => {
		await api.uploadImage();
		api.set({ splitInto: 3 });
		const container = await api.uploadImage();
		expect(
			documents()
				.map(({ containerId }) => containerId)
				.slice(1),
		).toEqual([container, container, container]);
		const ids = [];
		for (let document = 0; document < 4; document++) ids.push((await api.next()).json.InvoiceId);
		expect(new Set(ids).size).toBe(4);
	});

	test.each([
		['pages', ['A', 'B', 'C'], ['A', 'B', 'C']],
		[2, ['A', 'B', 'C'], ['A', 'B']],
		[2, ['A'], ['A', 'A']],
	] as const)('into %s of the pages %j', async (splitInto, numbers, expected) => {
		api.set({ splitInto });
		await api.upload(await invoicesPdf(...numbers.map((number) => ({ number }))));
		const found = documents().map(
			({ detection }) =>
				detection!.InvoiceDetailTypePredictions.find(({ TypeName }) => TypeName === 'InvoiceId')!.Value,
		);
		expect(found).toEqual(expected);
		const { File } = (await api.next()).json;
		expect(Buffer.from(File, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
	});

	test('by hand, into what a person says', async () => {
		api.set({ processing: 'manual' });
		const container = await api.uploadImage();
		expect(await api.documentStates(container)).toEqual([]);
		await api.emulator.bluDelta.people.split(container.toUpperCase(), 2);
		expect(await api.documentStates(container)).toHaveLength(2);
		await expect(api.emulator.bluDelta.people.split(container)).rejects.toThrow('split already');
		await expect(api.emulator.bluDelta.people.split('none')).rejects.toThrow('Unknown container');
	});

	test('after a time of the clock', async () => {
		api.set({ processing: 5000 });
		const container = await api.uploadImage();
		api.emulator.clock.advance(4999);
		expect((await api.states(container)).json.InvoiceContainerStates[0].DocumentStateReports).toEqual([]);
		api.emulator.clock.advance(1);
		const [{ DocumentContainerStates }] = (await api.states(container)).json.InvoiceContainerStates;
		expect(DocumentContainerStates).toEqual([
			{ State: 'SplitIntoDocuments', Timestamp: '2024-04-18T12:00:05.00Z' },
			{ State: 'New', Timestamp: '2024-04-18T12:00:00.00Z' },
		]);
	});
});

test.each([
	['an invoice without a doubt', async () => await invoicePdf(), 'Autoprocessed'],
	['sums that do not agree', async () => await invoicePdf({ total: 800 }), 'Validated'],
	['no number', async () => await invoicePdf({ number: undefined }), 'Validated'],
	['what is no PDF', async () => Buffer.from('hello'), 'Error'],
	['a broken PDF', async () => Buffer.from('%PDF-1.7 hello startxref 0 %%EOF'), 'Error'],
	['a PDF without its end', async () => (await invoicePdf()).subarray(0, -30), 'Error'],
])('%s leaves as %s', async (_what, content, state) => {
	await api.upload(await content());
	expect((await api.next()).json.StateBeforeRelease).toBe(state);
});
