import { printInvoices } from '../../emulator/bluDelta/print';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { binaryItem } from '../engine/binary';
import { invoice } from './documents';

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));
let pdf: Buffer;
beforeAll(async () => void (pdf = await printInvoices([invoice])));

const journal = (path: string) => stage.emulator.journal.filter({ path });
const pdfItem = async () => await binaryItem(pdf, 'invoice.pdf', 'application/pdf');

describe('upload', () => {
	const upload = { binaryPropertyName: 'data' };

	it('sends the file with its properties, and gives the id of the container', async () => {
		const { items, error } = await stage.run(
			'document',
			'upload',
			{
				...upload,
				additionalFields: {
					clientAccessIdentifier: 'Client1',
					additionalProperties: {
						values: [
							{ key: 'SenderEmail', otherKey: '', value: 'ada@example.com' },
							{ key: 'Other', otherKey: 'MyNumber', value: 7 },
							{ key: 'ClientId', otherKey: '', value: '' },
						],
					},
				},
			},
			{ items: [await pdfItem()] },
		);
		expect(error).toBeUndefined();
		const { containers } = stage.emulator.bluDelta.state;
		const [container] = [...containers.values()];
		expect(items[0].json).toEqual({
			invoiceContainerId: container.id,
			fileName: 'invoice.pdf',
			fileSize: pdf.length,
		});
		expect(container.content.equals(pdf)).toBe(true);
		expect(container).toMatchObject({
			client: 'Client1',
			fileName: 'invoice.pdf',
			additionalProperties: [{ SenderEmail: 'ada@example.com' }, { MyNumber: '7' }],
		});
		const [{ headers }] = journal('/upload');
		expect(headers['x-accesstoken'] ?? 'missing').toBe('missing');
		expect(headers['content-length']).toBeDefined();
	});

	it.each([0, 1, 2])('keeps every byte of a file of several parts (%i over)', async (over) => {
		const content = Buffer.alloc(300_000 + over, 'gravel');
		const items = [await binaryItem(content, 'scan.png', 'image/png')];
		expect((await stage.run('document', 'upload', upload, { items })).error).toBeUndefined();
		const [container] = [...stage.emulator.bluDelta.state.containers.values()];
		expect(container.content.equals(content)).toBe(true);
	});

	it.each([
		['scan', 'image/tiff', 'scan.tif'],
		['scan.2026', 'application/pdf', 'scan.2026.pdf'],
		['SCAN.PDF', 'application/octet-stream', 'SCAN.PDF'],
		['photo', 'image/jpeg; charset=binary', 'photo.jpeg'],
		['icon', 'image/vnd.microsoft.icon', 'icon.ico'],
	])('names %s (%s) %s', async (fileName, mimeType, sent) => {
		const items = [await binaryItem(pdf, fileName, mimeType)];
		const { items: out } = await stage.run('document', 'upload', upload, { items });
		expect(out[0].json.fileName).toBe(sent);
	});

	it.each<[string, () => Promise<unknown>, RegExp, RegExp]>([
		['no file', async () => ({ json: {} }), /has no file/, /put a node/],
		[
			'a type that is not read',
			async () => await binaryItem(pdf, 'a.docx', 'text/plain'),
			/a\.docx.*takes tif/,
			/Convert/,
		],
		[
			'an empty file',
			async () => await binaryItem(Buffer.alloc(0), 'a.pdf', 'application/pdf'),
			/is empty/,
			/Check/,
		],
		[
			'a file above the limit',
			async () => await binaryItem(Buffer.alloc(75_000_000), 'a.pdf', 'application/pdf'),
			/too large: 75\.0 MB; BLU DELTA takes at most 74\.9 MB/,
			/100 MB/,
		],
	])('refuses %s before anything is sent', async (_, item, message, hint) => {
		const { error } = await stage.run('document', 'upload', upload, { items: [(await item()) as never] });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(hint),
		});
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	it.each([
		[
			'a lost answer',
			{ drop: 'afterWrite' as const },
			/not known whether.*upload of "invoice.pdf"/,
			/every upload/,
		],
		[
			'a web page in place of the answer',
			{ status: 200, body: 'html' },
			/web page.*not known whether.*upload of "invoice.pdf"/,
			/every upload/,
		],
		['a breakdown', { status: 500 }, /500/, /every upload/],
		['a refusal by type', { status: 415 }, /415/, /extension of the file name/],
		['a refusal by size', { status: 413, body: 'html' }, /413 with a web page/, /about 75 MB/],
		['a busy service', { status: 503, retryAfter: 0 }, /503/, /Try again later/],
		['State 1', { body: '{"State":1,"Message":"Mailbox full"}' }, /State 1.*Mailbox full/, /./],
		['a wrong key', { status: 401 }, /401/, /API Key/],
	])('is never repeated after %s', async (_, fault, message, hint) => {
		stage.emulator.faults.add(fault);
		const { error } = await stage.run('document', 'upload', upload, { items: [await pdfItem()] });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(hint),
		});
		expect(journal('/upload')).toHaveLength(1);
	});

	it('shows in a dry run what it would send', async () => {
		const { items } = await stage.run(
			'document',
			'upload',
			{ ...upload, options: { dryRun: true } },
			{ items: [await pdfItem()] },
		);
		expect(items[0].json).toMatchObject({
			dryRun: true,
			request: { body: { FileName: 'invoice.pdf', File: `(${pdf.length} bytes as base64)` } },
		});
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});
