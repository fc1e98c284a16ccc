import { PDFDocument } from 'pdf-lib';
import { invoicePdf } from '../pdf';
import { bluDeltaCalls, failed, refused } from './bluDeltaCalls';

const api = bluDeltaCalls();

const people = () => api.emulator.bluDelta.people;
const nextId = async () => (await api.next()).json.InvoiceId as string | undefined;
/** Uploads images and returns the ids of their documents. */
async function documents(count: number): Promise<string[]> {
	for (let index = 0; index < count; index++) await api.uploadImage();
	return people()
		.documents()
		.slice(-count)
		.map(({ id }) => id);
}

test('an empty queue', async () => {
	const reply = await api.next();
	expect([reply.status, reply.json]).toEqual([200, { State: 0, Message: '', Available: false }]);
});

test('a document with every documented member', async () => {
	await api.uploadImage({ ClientAccessIdentifier: 'Client1', AdditionalProperties: [{ ClientId: 'C-1' }] });
	expect((await api.next()).json).toEqual({
		...{ State: 0, Message: '', Available: true },
		InvoiceId: people().documents()[0].id,
		InvoiceContainerId: people().documents()[0].containerId,
		UploadedTimestamp: '2024-04-18T12:00:00.00Z',
		ClientAccessIdentifier: 'Client1',
		FileName: 'scan.png',
		File: Buffer.from('scan').toString('base64'),
		ResultPdf: null,
		AdditionalProperties: [{ ClientId: 'C-1' }],
		StateBeforeRelease: 'Validated',
		DetectInvoiceResponse: expect.objectContaining({ InvoiceState: 0 }),
	});
});

test('what is not confirmed moves to the end and comes again; confirming takes it out', async () => {
	const [one, two, three] = await documents(3);
	expect([await nextId(), await nextId()]).toEqual([one, two]);
	const [four] = await documents(1);
	expect((await api.confirm(one)).json).toEqual({ State: 0, Message: '' });
	expect([await nextId(), await nextId(), await nextId(), await nextId()]).toEqual([three, two, four, three]);
	for (const id of [two, three, four]) expect((await api.confirm(id.toUpperCase())).json.State).toBe(0);
	expect((await api.next()).json.Available).toBe(false);
});

test('the fourth download of a document is refused, by either version, until the support forgives', async () => {
	const [id] = await documents(1);
	for (const version of ['', '/v2', ''] as const) expect((await api.next(version)).json.InvoiceId).toBe(id);
	for (const version of ['/v2', ''] as const) {
		const reply = await api.next(version);
		expect([reply.status, reply.json]).toEqual([429, refused('TooManyRequests', id)]);
	}
	expect(people().documents()[0].attempts).toBe(3);
	people().resetAttempts(id);
	expect(await nextId()).toBe(id);
	for (let attempt = 0; attempt < 3; attempt++) await api.next();
	expect((await api.confirm(id)).json.State).toBe(0);
	expect((await api.next()).json.Available).toBe(false);
});

test.each([
	['queue', [429, 429]],
	['document', [429, 200]],
] as const)('a refused document holds up the %s', async (refusedBlocks, expected) => {
	api.set({ refusedBlocks });
	await documents(1);
	for (let attempt = 0; attempt < 3; attempt++) await api.next();
	await documents(1);
	expect([(await api.next()).status, (await api.next()).status]).toEqual(expected);
});

test('a document that waits is counted for itself', async () => {
	const [one, two] = await documents(2);
	for (let round = 0; round < 3; round++) expect([await nextId(), await nextId()]).toEqual([one, two]);
	expect((await api.next()).json.ResponseStatus.Message).toContain(one);
	await api.confirm(one);
	expect((await api.next()).json.ResponseStatus.Message).toContain(two);
});

test('a lost answer counts as a download', async () => {
	const [id] = await documents(1);
	api.emulator.faults.add({ drop: 'afterWrite' });
	await expect(api.next()).rejects.toThrow();
	expect(people().documents()[0]).toMatchObject({ id, attempts: 1 });
});

const confirms: Array<[string, () => Promise<unknown>, number, object]> = [
	['an unknown id', async () => '00000000-0000-4000-8000-000000000000', 200, failed(/Unknown invoice/)],
	[
		'a confirmed id',
		async () => {
			const [id] = await documents(1);
			await api.confirm(id);
			return id;
		},
		200,
		failed(/confirmed already/),
	],
	[
		'a document that nobody has validated',
		async () => {
			api.set({ autoValidate: 'manual' });
			return (await documents(1))[0];
		},
		200,
		failed(/not released/),
	],
	['no GUID', async () => 'A1', 400, refused('SerializationException', /InvoiceId/)],
	['no id', async () => undefined, 400, refused('SerializationException', /InvoiceId/)],
];

test.each(confirms)('confirming %s', async (_what, id, status, answer) => {
	const reply = await api.call('POST', '/confirm/invoice', { InvoiceId: await id() });
	expect([reply.status, reply.json]).toEqual([status, answer]);
});

test('confirming without a download, as in a sample of the vendor', async () => {
	const [id] = await documents(1);
	expect((await api.confirm(id)).json.State).toBe(0);
	expect((await api.next()).json.Available).toBe(false);
});

test('confirm takes nothing but the id', async () => {
	const [InvoiceId] = await documents(1);
	expect((await api.call('POST', '/confirm/invoice', { InvoiceId, State: 6 })).status).toBe(400);
});

const pdfs: Array<[string, string, boolean]> = [
	['', 'A1.pdf', false],
	['?includeResultPdf=false', 'A1.pdf', false],
	['?includeResultPdf=true', 'A1.pdf', true],
	['?IncludeResultPdf=True', 'A1.pdf', true],
	['?includeResultPdf=true', 'A1.png', false],
];

test.each(pdfs)('"%s" of %s: a result PDF of its own: %s', async (query, FileName, expected) => {
	const original = await invoicePdf();
	await api.upload(original, { FileName });
	const { File, ResultPdf } = (await api.next('/v2', query)).json;
	expect(Buffer.from(File, 'base64')).toEqual(original);
	if (!expected) return expect(ResultPdf).toBeNull();
	const result = await PDFDocument.load(Buffer.from(ResultPdf as string, 'base64'));
	expect(result.getTitle()).toBe('Result of A1.pdf');
});

test('a PDF that cannot be opened has no result PDF', async () => {
	await api.upload('hello');
	expect((await api.next('/v2', '?includeResultPdf=true')).json.ResultPdf).toBeNull();
});

test('includeResultPdf is a Boolean', async () => {
	await documents(1);
	expect((await api.next('/v2', '?includeResultPdf=1')).status).toBe(400);
	expect(people().documents()[0].attempts).toBe(0);
});
