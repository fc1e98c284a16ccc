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
			async () => await binaryItem(Buffer.from('PK\x03\x04 a.pdf %PDF-1.4'), 'a.docx', 'text/plain'),
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
		[
			'a gateway that gave up',
			{ status: 503, afterWork: true },
			/503/,
			/^Look in BLU DELTA whether.*every upload/,
		],
		[
			'one that names a time',
			{ status: 503, afterWork: true, retryAfter: 3600 },
			/503/,
			/^Look in BLU DELTA whether.*every upload.*(1 hour|60 min|3600)/,
		],
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

	it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
		'is sent once under Retry On Fail and %s, though a gateway said 503 of what BLU DELTA has taken',
		async (onError) => {
			stage.emulator.faults.add({ match: { path: '/api/upload' }, status: 503, afterWork: true });
			const { error, items } = await stage.run('document', 'upload', upload, {
				items: [await pdfItem()],
				settings: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(journal('/upload')).toHaveLength(1);
			expect(stage.emulator.bluDelta.state.containers.size).toBe(1);
			expect(JSON.stringify(error ?? items)).toMatch(/Look in BLU DELTA whether the document arrived/);
		},
	);

	it.each([
		['{"State":0,"invoiceContainerId":"C-1"}', 'C-1'],
		['{"State":0,"Result":{"InvoiceContainerId":"C-1"}}', 'C-1'],
	])('finds the id of the container in %s', async (body, id) => {
		stage.emulator.faults.add({ status: 200, body });
		const { items, hints } = await stage.run('document', 'upload', upload, { items: [await pdfItem()] });
		expect(items[0].json.invoiceContainerId).toBe(id);
		expect(hints).toEqual([]);
	});

	it.each(['{"State":0}', '{"State":0,"InvoiceContainerId":null}'])(
		'says so when the answer has no id: %s',
		async (body) => {
			stage.emulator.faults.add({ status: 200, body });
			const { items, hints } = await stage.run('document', 'upload', upload, { items: [await pdfItem()] });
			expect(items[0].json).toEqual({ fileName: 'invoice.pdf', fileSize: pdf.length });
			expect(JSON.stringify(hints)).toMatch(/took ..invoice\.pdf.. and told no Container ID/);
		},
	);

	it('takes base64 with its label, and a name that is a number', async () => {
		const data = `data:application/pdf;base64,${pdf.toString('base64')}`;
		const item = { json: {}, binary: { data: { data, fileName: 2026, mimeType: 'application/pdf' } } };
		const { items } = await stage.run('document', 'upload', upload, { items: [item as never] });
		expect(items[0].json.fileName).toBe('2026.pdf');
		const [container] = [...stage.emulator.bluDelta.state.containers.values()];
		expect(container.content.equals(pdf)).toBe(true);
	});

	it('takes a file without a type by its bytes', async () => {
		const item = { json: {}, binary: { data: { data: pdf.toString('base64'), fileName: 'a' } } };
		const { items } = await stage.run('document', 'upload', upload, { items: [item as never] });
		expect(items[0].json.fileName).toBe('a.pdf');
	});

	it.each<[object, RegExp]>([
		[
			{ data: 'not base64 !!', mimeType: 'application/pdf', fileName: 'a.pdf' },
			/"a\.pdf" holds text that is no base64/,
		],
		[
			{ data: '', id: 'filesystem-v2:gone', mimeType: 'application/pdf', fileName: 'a.pdf' },
			/"a\.pdf" is not where n8n stored it/,
		],
	])('refuses %j before anything is sent', async (data, message) => {
		const item = { json: {}, binary: { data } };
		const { error } = await stage.run('document', 'upload', upload, { items: [item as never] });
		expect(error?.message).toMatch(message);
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	const bytes = (...codes: Array<number | string>) =>
		Buffer.concat([
			...codes.map((code) => (typeof code === 'string' ? Buffer.from(code, 'latin1') : Buffer.from([code]))),
			Buffer.alloc(64),
		]);
	const bitmap = Buffer.concat([
		Buffer.from('BM'),
		Buffer.alloc(12),
		Buffer.from([40, 0, 0, 0]),
		Buffer.alloc(64),
	]);
	const typeless = 'application/octet-stream';
	it.each<[string, string, Buffer, string | RegExp]>([
		['rechnung', typeless, bytes('%PDF-1.4'), 'rechnung.pdf'],
		['rechnung', typeless, bytes('\n\n', '%PDF-1.4'), 'rechnung.pdf'],
		['rechnung', 'text/plain', bytes('%PDF-1.4'), 'rechnung.pdf'],
		['rechnung', 'binary/octet-stream', bytes('%PDF-1.4'), 'rechnung.pdf'],
		['rechnung', 'application/x-download', bytes('%PDF-1.4'), 'rechnung.pdf'],
		['scan.2026', typeless, bytes('%PDF-1.4'), 'scan.2026.pdf'],
		['a', typeless, bytes(0x89, 'PNG\r\n\x1a\n'), 'a.png'],
		['a', typeless, bytes(0xff, 0xd8, 0xff, 0xe0), 'a.jpeg'],
		['a', typeless, bytes('GIF89a'), 'a.gif'],
		['a', typeless, bytes('II*', 0), 'a.tif'],
		['a', typeless, bytes('MM', 0, '*'), 'a.tif'],
		['a', typeless, bitmap, 'a.bmp'],
		['a', typeless, bytes(0, 0, 1, 0, 1, 0), 'a.ico'],
		['BMW', typeless, bytes('BMW 320i'), /takes tif/],
		['a', typeless, bytes(0, 0, 0, 0), /takes tif/],
		['photo.heic', 'image/heic', bytes(0, 0, 0, 24, 'ftypheic'), /photo\.heic.*takes tif/],
		['letter', 'text/html', bytes('%PDF-1.4'), 'letter.pdf'],
		['letter', 'text/html', bytes('<p>%PDF-1.4'), /takes tif/],
		['rechnung.001', 'text/plain', bytes('%PDF-1.4'), 'rechnung.001.pdf'],
		['Rechnung Nr. 17', 'text/plain', bytes('%PDF-1.4'), 'Rechnung Nr. 17.pdf'],
		['rechnung', 'application/acrobat', bytes('%PDF-1.4'), 'rechnung.pdf'],
		['rechnung', '*/*', bytes('\xef\xbb\xbf\r\n%PDF-1.4'), 'rechnung.pdf'],
		['a.zip', 'application/zip', bytes('PK', 3, 4, 'a.pdf%PDF-1.4'), /a\.zip.*takes tif/],
		['a', 'image/pjpeg', bytes('?'), 'a.jpeg'],
		['a', 'image/x-png', bytes('?'), 'a.png'],
		['.pdf', typeless, bytes('%PDF-1.4'), 'document.pdf'],
		['a.constructor', 'text/plain', bytes('?'), /a\.constructor.*takes tif/],
		['a', 'constructor', bytes('?'), /takes tif/],
		['invoice.pdf ', typeless, bytes('%PDF-1.4'), 'invoice.pdf'],
		['=?UTF-8?Q?Rechnung=2Epdf?=', typeless, bytes('%PDF-1.4'), 'Rechnung.pdf'],
		['=?utf-8?B?UsOkY2huLnBkZg==?=', typeless, bytes('%PDF-1.4'), 'Rächn.pdf'],
		['=?ISO-8859-1?Q?M=E4rz_2026?= =?us-ascii?q?=2Epdf?=', typeless, bytes('%PDF-1.4'), 'März 2026.pdf'],
		['=?nowhere?Q?a?=.pdf', typeless, bytes('%PDF-1.4'), '=?nowhere?Q?a?=.pdf'],
		['a =? b.pdf', typeless, bytes('%PDF-1.4'), 'a =? b.pdf'],
	])(
		'%s (%s) is known by its name, its label or its first bytes',
		async (fileName, mimeType, content, sent) => {
			const items = [await binaryItem(content, fileName, mimeType)];
			const { items: out, error } = await stage.run('document', 'upload', upload, { items });
			if (typeof sent === 'string') expect(out[0]?.json.fileName).toBe(sent);
			else expect(error?.message).toMatch(sent);
			const names = [...stage.emulator.bluDelta.state.containers.values()].map((one) => one.fileName);
			expect(names).toEqual(typeof sent === 'string' ? [sent] : []);
		},
	);

	it('takes a client with its customer before it', async () => {
		const clientAccessIdentifier = 'Customer1.Client1';
		await stage.run(
			'document',
			'upload',
			{ ...upload, additionalFields: { clientAccessIdentifier } },
			{ items: [await pdfItem()] },
		);
		expect([...stage.emulator.bluDelta.state.containers.values()].map(({ client }) => client)).toEqual([
			'Client1',
		]);
	});

	it('refuses several clients in place of one before anything is sent', async () => {
		const run = async (clientAccessIdentifier: string) =>
			await stage.run(
				'document',
				'upload',
				{ ...upload, additionalFields: { clientAccessIdentifier } },
				{ items: [await pdfItem()] },
			);
		const { error } = await run('Client1, Client2');
		expect(error).toMatchObject({
			message: expect.stringMatching(/'Client Access Identifier' names 2 clients.*Client1, Client2/),
		});
		expect(stage.emulator.journal.entries).toEqual([]);
		expect((await run('Client1, Client1,')).error).toBeUndefined();
	});

	it('sends a property that is called Key', async () => {
		const property = (key: string, value: string) => ({ key: 'Other', otherKey: key, value });
		const additionalProperties = { values: [property('Key', 'K'), property('Value', 'V')] };
		const { items } = await stage.run(
			'document',
			'upload',
			{ ...upload, options: { dryRun: true }, additionalFields: { additionalProperties } },
			{ items: [await pdfItem()] },
		);
		const body = { AdditionalProperties: [{ Key: 'K' }, { Value: 'V' }] };
		expect(items[0].json).toMatchObject({ request: { body } });
	});

	const five = async () => [
		...(await Promise.all(
			Array.from({ length: 4 }, async (_, at) => await binaryItem(pdf, `${at}.pdf`, '')),
		)),
		await binaryItem(Buffer.from('<a/>'), '4.xml', 'text/xml'),
	];

	it('sends none of several files when one of them is not taken', async () => {
		const { error } = await stage.run('document', 'upload', upload, { items: await five() });
		expect(error?.message).toMatch(/4\.xml/);
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	it('sends the good ones when the bad one may fail by itself', async () => {
		const settings = { onError: 'continueErrorOutput' as const };
		const { items, errorItems } = await stage.run('document', 'upload', upload, {
			items: await five(),
			settings,
		});
		expect(items.map(({ json }) => json.fileName)).toEqual(['0.pdf', '1.pdf', '2.pdf', '3.pdf']);
		expect(errorItems).toHaveLength(1);
		expect(journal('/upload')).toHaveLength(4);
	});

	it('names, when one among many fails, the containers of the others, which must not be sent again', async () => {
		stage.emulator.faults.add({}, { drop: 'afterWrite' });
		const { error } = await stage.run('document', 'upload', upload, { items: (await five()).slice(0, 4) });
		const { containers } = stage.emulator.bluDelta.state;
		const told = [...containers.values()].filter(({ id }) => error?.description?.includes(id));
		expect(error?.description).toMatch(
			/every upload makes a new document\. Uploaded, and not to be sent again: "\d\.pdf": /,
		);
		expect(containers.size - told.length).toBe(1);
	});

	it('under Retry On Fail sends nothing again, neither what went through nor what may have', async () => {
		stage.emulator.faults.add({}, { drop: 'afterWrite' });
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await stage.run('document', 'upload', upload, { items: (await five()).slice(0, 3), settings });
		expect(stage.emulator.bluDelta.state.containers.size).toBe(3);
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
