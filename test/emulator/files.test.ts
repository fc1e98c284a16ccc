import { withCustomer } from './blueTapeCalls';
import { olderInvoiceSample, plainInvoice, quoteSample } from './blueTapeSamples';

const api = withCustomer();
beforeEach(async () => {
	await api.post('/invoice', plainInvoice());
	await api.post('/quote', quoteSample);
});

const pdf = Buffer.concat([
	Buffer.from('%PDF-1.4\n'),
	Buffer.from([0, 255, 128, 13, 10]),
	Buffer.from('%%EOF'),
]);
const documents = [`/invoice/${olderInvoiceSample.id}/file`, `/quote/${quoteSample.id}/file`];
const file = documents[0];
const asPdf = { 'content-type': 'application/pdf' };

function form(field: string, content: Uint8Array, type = 'application/pdf'): FormData {
	const data = new FormData();
	data.append(field, new Blob([new Uint8Array(content)], { type }), 'Büro/Invoice 1.pdf');
	return data;
}

/** A form's bytes without its boundary in the header, as the vendor's curl sample sends it. */
async function mislabelled(): Promise<Buffer> {
	return Buffer.from(await new Response(form('file', pdf)).arrayBuffer());
}

async function download(path: string): Promise<{ response: Response; content: Buffer }> {
	const { baseUrl, apiKey, accountId } = api.emulator.blueTape;
	const headers = { 'X-BlueTape-Key': apiKey, 'X-Integration-AccountId': accountId };
	const response = await fetch(`${baseUrl}/integration${path}`, { headers });
	return { response, content: Buffer.from(await response.arrayBuffer()) };
}

test.each(documents)('%s: bare bytes go up, come down the same, are replaced and removed', async (path) => {
	const upload = await api.post(path, pdf, asPdf);
	expect([upload.status, upload.text, upload.headers.get('content-type')]).toEqual([204, '', null]);
	const { response, content } = await download(path);
	expect(content.equals(pdf)).toBe(true);
	expect(response.headers.get('content-type')).toBe('application/pdf');
	expect(response.headers.get('content-disposition')).toMatch(/-0000\d-2023\.pdf$|QUOT-0567-2022\.pdf$/);

	const second = Buffer.from('%PDF-1.7 second');
	await api.post(path, second, asPdf);
	expect((await download(path)).content.equals(second)).toBe(true);

	expect(await api.send('DELETE', path)).toMatchObject({
		status: 200,
		json: { blueTapeId: expect.any(String) },
	});
	expect((await api.get(path)).json).toEqual({ code: '404', reason: 'File not found.' });
	expect((await api.send('DELETE', path)).status).toBe(404);
});

test('a form with the field "file" goes up under its own name', async () => {
	const data = form('file', pdf);
	data.append('note', 'a text beside the file');
	expect((await api.post(file, data)).status).toBe(204);
	const { response, content } = await download(file);
	expect(content.equals(pdf)).toBe(true);
	expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('Invoice 1.pdf');
});

const refused: Array<[what: string, status: number, body: () => unknown, headers?: Record<string, string>]> =
	[
		['a form labelled application/pdf', 400, mislabelled, asPdf],
		['a form without its boundary', 400, mislabelled, { 'content-type': 'multipart/form-data' }],
		['a form with another field name', 400, () => form('document', pdf)],
		['a form whose part is no PDF by type', 415, () => form('file', pdf, 'image/png')],
		['a form whose part is no PDF by content', 415, () => form('file', Buffer.from('GIF89a'))],
		['bytes that are no PDF', 415, () => Buffer.from('GIF89a'), asPdf],
		['a PDF called octet-stream', 415, () => pdf, { 'content-type': 'application/octet-stream' }],
		['JSON', 415, () => ({ file: 'x' })],
		['nothing', 400, () => undefined, asPdf],
	];

test.each(refused)('refuses %s with %d', async (_what, status, body, headers = {}) => {
	expect((await api.post(file, await body(), headers)).status).toBe(status);
	expect(api.emulator.blueTape.state.invoices.get(olderInvoiceSample.id)?.file).toBeUndefined();
});

test('the journal keeps size and digest, never the bytes', async () => {
	await api.post(file, pdf, asPdf);
	const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
	expect(api.emulator.journal.last()?.body).toEqual({
		contentType: 'application/pdf',
		size: pdf.length,
		sha256,
	});
	await api.post(file, form('file', pdf));
	expect(api.emulator.journal.last()?.body).toMatchObject({
		parts: [{ name: 'file', size: pdf.length, sha256 }],
	});
});

test('by setting, an upload is answered with the id', async () => {
	api.emulator.blueTape.state.settings.uploadAnswer = 'id';
	expect((await api.post(file, pdf, asPdf)).json).toEqual({ blueTapeId: expect.any(String) });
});
