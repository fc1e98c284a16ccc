import type { IDataObject } from 'n8n-workflow';
import { printInvoices } from '../../emulator/bluDelta/print';
import { bluDeltaStage, type BluDeltaStage } from '../engine/bluDelta';
import { binaryContent, binaryItem } from '../engine/binary';
import { runNode } from '../engine/engine';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { BluDelta } from '../../nodes/BluDelta/BluDelta.node';

let stage: BluDeltaStage;
let pdf: Buffer;
const invoice = {
	number: 'RE-7',
	date: '2026-04-17',
	dueDate: '2026-05-17',
	lines: [{ description: 'Gravel', quantity: 2, unitPrice: 50, vatRate: 10 }],
};

beforeAll(async () => {
	stage = await bluDeltaStage();
	pdf = await printInvoices([invoice]);
});
beforeEach(() => stage.empty());
afterAll(async () => await stage.emulator.stop());

const pdfItem = async () => await binaryItem(pdf, 'invoice.pdf', 'application/pdf');
const next = { confirmation: 'manual', output: 'simplified', binaryPropertyName: 'data' };
const journal = (path: string) => stage.emulator.journal.filter({ path });

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

describe('download next', () => {
	it('gives data and file of the next document and leaves it unconfirmed', async () => {
		const [containerId] = await stage.upload(invoice);
		const { items, error } = await stage.run('document', 'downloadNext', { ...next, includeResultPdf: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			invoiceContainerId: containerId,
			invoiceNumber: 'RE-7',
			dueDate: '2026-05-17',
			grandTotalAmount: 110,
			fileName: 'invoice.pdf',
			endedInError: false,
		});
		expect(items[0].json).not.toHaveProperty('confirmed');
		expect(items[0].json).not.toHaveProperty('File');
		const [{ content }] = stage.emulator.bluDelta.people.documents();
		expect((await binaryContent(items[0])).equals(content)).toBe(true);
		expect(items[0].binary!.data).toMatchObject({ fileName: 'invoice.pdf', mimeType: 'application/pdf' });
		expect((await binaryContent(items[0], 'resultPdf')).subarray(0, 5).toString()).toBe('%PDF-');
		expect(items[0].binary!.resultPdf.fileName).toBe('invoice-result.pdf');
		expect(stage.queue()).toHaveLength(1);
		expect(journal('/download')[0].path).toBe('/api/v2/download/invoice/next');
	});

	it('asks the older version when told, which has no due date', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', { ...next, apiVersion: 'v1' });
		expect(items[0].json).toMatchObject({ invoiceNumber: 'RE-7' });
		expect(items[0].json).not.toHaveProperty('dueDate');
	});

	it('gives the raw result when told', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', { ...next, output: 'raw' });
		expect(items[0].json.detectInvoiceResponse).toHaveProperty('InvoiceDetailTypePredictions');
	});

	it('gives no item and a hint when the queue is empty', async () => {
		const { items, hints, error } = await stage.run('document', 'downloadNext', next);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints).toEqual([expect.stringContaining('queue is empty')]);
	});

	it('confirms each document once its file is stored, up to the limit', async () => {
		await stage.upload(invoice, invoice, invoice);
		const all = { ...next, confirmation: 'afterDownload' };
		const two = await stage.run('document', 'downloadNext', { ...all, additionalFields: { limit: 2 } });
		expect(two.items.map(({ json }) => json.confirmed)).toEqual([true, true]);
		expect(stage.queue()).toHaveLength(1);
		const rest = await stage.run('document', 'downloadNext', { ...all, additionalFields: { limit: 10 } });
		expect(rest.items).toHaveLength(1);
		expect(stage.queue()).toEqual([]);
	});

	it('does what its settings say in whatever letter case', async () => {
		await stage.upload(invoice);
		const loud = { ...next, confirmation: 'AFTERDOWNLOAD', apiVersion: 'V1', output: 'Raw' };
		const { items } = await stage.run('document', 'downloadNext', loud);
		expect(items[0].json).toMatchObject({ confirmed: true, detectInvoiceResponse: expect.anything() });
		expect(stage.emulator.journal.filter({ path: '/api/download/invoice/next' })).toHaveLength(1);
	});

	it('puts no file in the place of the other', async () => {
		await stage.upload(invoice);
		const both = { ...next, includeResultPdf: true, binaryPropertyName: 'resultPdf' };
		const { error } = await stage.run('document', 'downloadNext', both);
		expect(error!.message).toContain("'Put Output in Field' must be another one than resultPdf");
		expect(stage.emulator.bluDelta.people.documents()[0].attempts).toBe(0);
	});

	it('asks for none when told to get none', async () => {
		const none = { ...next, additionalFields: { limit: '={{ 0 }}' } };
		const { error } = await stage.run('document', 'downloadNext', none);
		expect(error!.message).toBe("'Limit' must be a whole number, 1 or more");
	});

	it('without confirmation ends when a document comes again, over all items of the run', async () => {
		await stage.upload(invoice, invoice, invoice);
		const items = [{ json: {} }, { json: {} }];
		const { items: out, hints } = await stage.run(
			'document',
			'downloadNext',
			{ ...next, additionalFields: { limit: 2 } },
			{ items },
		);
		expect(new Set(out.map(({ json }) => json.invoiceId)).size).toBe(3);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }]);
		expect(hints).toEqual([expect.stringContaining('came a second time')]);
	});

	it('gives what it has when a later download fails', async () => {
		await stage.upload(invoice, invoice);
		const { documents, queue } = stage.emulator.bluDelta.state;
		documents.get(queue[1])!.attempts = 3;
		const two = { ...next, additionalFields: { limit: 2 }, confirmation: 'afterDownload' };
		const items = [{ json: {} }, { json: {} }];
		const { items: out, hints, error } = await stage.run('document', 'downloadNext', two, { items });
		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.confirmed)).toEqual([true]);
		expect(hints[0]).toMatch(/Stopped after 1 documents.*three times without a confirmation/);
	});

	it('gives a document whose confirm fails, marked as not confirmed', async () => {
		await stage.upload(invoice, invoice);
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, status: 500, times: 3 });
		const broken = await stage.run('document', 'downloadNext', {
			...next,
			additionalFields: { limit: 5 },
			confirmation: 'afterDownload',
		});
		expect(broken.items.map(({ json }) => json.confirmed)).toEqual([false]);
		expect(broken.hints).toEqual([expect.stringContaining('is not confirmed and will come again')]);
	});

	it('explains the refusal after three downloads, and does not ask again', async () => {
		await stage.upload(invoice);
		for (let time = 0; time < 3; time++) await stage.run('document', 'downloadNext', next);
		stage.emulator.journal.clear();
		const { error } = await stage.run('document', 'downloadNext', next);
		expect(error).toMatchObject({
			httpCode: '429',
			message: expect.stringMatching(/three times without a confirmation/),
			description: expect.stringMatching(/Waiting does not help/),
		});
		expect(journal('/download')).toHaveLength(1);
	});

	it.each([
		['a lost answer', { drop: 'afterWrite' as const }, /not known/, /Nothing is lost/],
		['no connection', { drop: 'before' as const }, /not known/, /three downloads counts/],
		['503', { status: 503, retryAfter: 0 }, /503/, /later/],
		['HTML', { status: 200, body: 'html' }, /web page/, /Base URL/],
		[
			'an answer that breaks off',
			{ status: 200, body: '{"State":0,"Available":true,"File":"JVBER' },
			/./,
			/./,
		],
		['State 1', { body: '{"State":1,"Message":"Sorry"}' }, /State 1.*Sorry/, /./],
	])('asks once after %s', async (_, fault, message, hint) => {
		await stage.upload(invoice);
		stage.emulator.journal.clear();
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, ...fault });
		const { error } = await stage.run('document', 'downloadNext', next);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(hint),
		});
		expect(journal('/download')).toHaveLength(1);
	});

	it.each(['object', 'null', 'omitted'] as const)(
		'marks a document that ended in error (%s)',
		async (emptyDetection) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { emptyDetection });
			await stage.upload(Buffer.from('this is no PDF'));
			for (const output of ['simplified', 'raw']) {
				const { items } = await stage.run('document', 'downloadNext', { ...next, output });
				expect(items[0].json).toMatchObject({ endedInError: true, stateBeforeRelease: 'Error' });
				expect((await binaryContent(items[0])).toString()).toBe('this is no PDF');
			}
		},
	);

	it('takes in a document of 12 MB', async () => {
		const large = Buffer.concat([pdf, Buffer.alloc(12_000_000, 'x')]);
		await stage.upload(large);
		const { items } = await stage.run('document', 'downloadNext', next);
		expect((await binaryContent(items[0])).equals(large)).toBe(true);
	});
});

describe('confirm', () => {
	it('takes the document off the queue; a second time says so', async () => {
		await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		const first = await stage.run('document', 'confirm', { invoiceId });
		expect(first.items[0].json).toEqual({ invoiceId, confirmed: true });
		expect(stage.queue()).toEqual([]);
		const second = await stage.run('document', 'confirm', { invoiceId: `{${invoiceId.toUpperCase()}}` });
		expect(second.items[0].json).toEqual({ invoiceId, confirmed: true, alreadyConfirmed: true });
	});

	it('is repeated when its answer got lost', async () => {
		await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, drop: 'afterWrite' });
		const { items } = await stage.run('document', 'confirm', { invoiceId });
		expect(items[0].json).toEqual({ invoiceId, confirmed: true, alreadyConfirmed: true });
	});

	it('looks a refusal up in the state history when it knows the container', async () => {
		const [invoiceContainerId] = await stage.upload(invoice);
		const [invoiceId] = stage.queue();
		await stage.run('document', 'confirm', { invoiceId });
		const refusal = { match: { path: '/api/confirm' }, status: 200, body: '{"State":1,"Message":"No."}' };
		stage.emulator.faults.add(refusal, refusal);
		const known = await stage.run('document', 'confirm', {
			invoiceId,
			additionalFields: { invoiceContainerId },
		});
		expect(known.items[0].json).toMatchObject({ alreadyConfirmed: true });
		const unknown = await stage.run('document', 'confirm', { invoiceId });
		expect(unknown.error?.message).toBe('BLU DELTA refused the request (State 1): No.');
	});

	it('refuses what is no id before anything is sent, and says so of unknown ones', async () => {
		const bad = await stage.run('document', 'confirm', { invoiceId: 'RE-7' });
		expect(bad.error?.message).toMatch(/'Document ID' must be an ID like/);
		expect(stage.emulator.journal.entries).toEqual([]);
		const unknown = await stage.run('document', 'confirm', {
			invoiceId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		});
		expect(unknown.error?.message).toMatch(/State 1\): Unknown invoice/);
	});
});

describe('count', () => {
	it.each(['both', 'Confirmed', 'Confirmend'] as const)(
		'counts states together (spelling: %s)',
		async (confirmedSpelling) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { confirmedSpelling });
			await stage.upload(invoice, invoice);
			await stage.run('document', 'confirm', { invoiceId: stage.queue()[0] });
			const { items, error } = await stage.run('document', 'count', { states: ['Released', 'Confirmed'] });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ count: 2, states: ['Released', 'Confirmed'] });
		},
	);

	it('takes states from an expression, and refuses unknown ones before anything is sent', async () => {
		const good = await stage.run('document', 'count', { states: '={{ "released, NEW" }}' });
		expect(good.items[0].json).toEqual({ count: 0, states: ['Released', 'New'] });
		stage.emulator.journal.clear();
		const { error } = await stage.run('document', 'count', { states: ['Lost'] });
		expect(error?.message).toMatch(/'States' must be one or several of Autoprocessed/);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});

describe('state history', () => {
	it('gives an item per container, with the first state as the current one', async () => {
		Object.assign(stage.emulator.bluDelta.state.settings, { timestamps: 'contradictory' });
		const ids = await stage.upload(invoice, invoice);
		const [invoiceId] = stage.queue();
		await stage.run('document', 'confirm', { invoiceId });
		const nowhere = '00000000-0000-0000-0000-00000000dead';
		const containerIds = `${ids[1].toUpperCase()}, ${nowhere}\n${ids[0]},${ids[0]}`;
		const { items } = await stage.run('document', 'getStates', { containerIds });
		expect(items.map(({ json }) => [json.invoiceContainerId, json.found])).toEqual([
			[ids[1], true],
			[nowhere, false],
			[ids[0], true],
		]);
		expect(items[2].json).toMatchObject({
			state: 'SplitIntoDocuments',
			documents: [{ invoiceId, state: 'Confirmed' }],
		});
	});

	it.each(['omitted', 'state1'] as const)(
		'asks for 250 containers in hundreds (unknown ones: %s)',
		async (unknownContainers) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { unknownContainers });
			const [known] = await stage.upload(invoice);
			const ids = Array.from(
				{ length: 249 },
				(_, at) => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`,
			);
			const items = [{ json: { ids: [...ids, known] } }];
			const run = await stage.run('document', 'getStates', { containerIds: '={{ $json.ids }}' }, { items });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(250);
			expect(run.items.filter(({ json }) => json.found)).toHaveLength(1);
			const calls = journal('/invoiceContainer/state');
			expect(Math.max(...calls.map(({ query }) => String(query.containerIds).split(',').length))).toBe(100);
			if (unknownContainers === 'omitted') expect(calls).toHaveLength(3);
		},
	);

	it('refuses what is no id before anything is sent', async () => {
		const { error } = await stage.run('document', 'getStates', { containerIds: 'A1, B2' });
		expect(error?.message).toMatch(/'Container IDs' must be IDs like/);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});

describe('to BlueTape invoice', () => {
	it('needs neither credential nor network, and puts the invoice at the top of the item', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', next);
		stage.emulator.journal.clear();
		const { items: mapped, error } = await runNode({
			node: new BluDelta(),
			parameters: {
				resource: 'document',
				operation: 'toBlueTapeInvoice',
				customerId: 'CUS-1',
				expectedCurrency: 'USD',
				additionalFields: { status: 'open' },
			},
			items,
		});
		expect(error).toBeUndefined();
		const [{ json, binary, pairedItem }] = mapped;
		expect(json).toMatchObject({
			id: items[0].json.invoiceId,
			customerId: 'CUS-1',
			invoiceNumber: 'RE-7',
			totalAmount: 110,
			status: 'open',
			review: [],
			document: { invoiceId: items[0].json.invoiceId, fileName: 'invoice.pdf' },
		});
		expect(json.derived).not.toEqual([]);
		expect(binary).toHaveProperty('data');
		expect(pairedItem).toEqual({ item: 0 });
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	it('tells in review why a document makes no invoice', async () => {
		const items = [{ json: { invoiceId: 'x', stateBeforeRelease: 'Error' } }];
		const parameters: IDataObject = {
			resource: 'document',
			operation: 'toBlueTapeInvoice',
			customerId: '',
			expectedCurrency: '',
		};
		const { items: mapped } = await runNode({ node: new BluDelta(), parameters, items });
		expect(mapped[0].json).toMatchObject({ derived: [], document: { invoiceId: 'x' } });
		expect(mapped[0].json.review).toEqual([expect.objectContaining({ field: 'stateBeforeRelease' })]);
		expect(mapped[0].json).not.toHaveProperty('totalAmount');
	});
});

describe('access token', () => {
	const create = { clients: 'Customer1.Client1', timeoutSeconds: 60 };

	it('gives token and link on demand, and says that they are secrets', async () => {
		const { items, hints } = await stage.run('accessToken', 'create', create);
		const { accessToken, validationUrl } = items[0].json as { accessToken: string; validationUrl: string };
		expect(stage.emulator.bluDelta.state.tokens.get(accessToken)).toMatchObject({
			scope: ['Client1'],
			timeoutSeconds: 60,
		});
		expect(validationUrl).toBe(`${stage.emulator.url}?at=${accessToken}`);
		expect(hints).toEqual([expect.stringContaining('secrets')]);
	});

	it.each(['401', 'state1'] as const)('explains a wrong key (%s)', async (wrongKey) => {
		Object.assign(stage.emulator.bluDelta.state.settings, { wrongKey });
		const credentials = { bluDeltaApi: { ...stage.credential, apiKey: 'wrong-key-value' } };
		for (const [resource, operation, parameters] of [
			['accessToken', 'create', create],
			['document', 'count', { states: ['New'] }],
		] as const) {
			const run = await stage.run(resource, operation, parameters, { credentials });
			expect(run.error?.description).toMatch(/API Key, API Identifier and Clients/);
			expect(JSON.stringify(run.run)).not.toContain('wrong-key-value');
		}
	});
});

describe('the token behind the scenes', () => {
	const count = { states: ['New'] };
	const logins = () => journal('/create/accesstoken').length;
	const many = Array.from({ length: 20 }, () => ({ json: {} }));

	it('is obtained once for all parallel items and for the runs after them', async () => {
		await stage.run('document', 'count', count);
		stage.emulator.reset();
		const first = await stage.run('document', 'count', count, { items: many });
		expect(first.items).toHaveLength(20);
		expect(logins()).toBe(1);
		const second = await stage.run('document', 'count', count, { items: many });
		expect(second.error).toBeUndefined();
		expect(logins()).toBe(1);
		expect(JSON.stringify([first.run, second.run])).not.toContain(
			[...stage.emulator.bluDelta.state.tokens.keys()][0],
		);
	});

	it.each(['401', 'state1'] as const)(
		'is renewed once when it has expired (%s), for a download too',
		async (expiredToken) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { expiredToken });
			await stage.run('document', 'count', count);
			await stage.upload(invoice);
			stage.emulator.journal.clear();
			stage.emulator.clock.advance(901_000);
			const { items } = await stage.run('document', 'downloadNext', next);
			expect(items).toHaveLength(1);
			expect(logins()).toBe(1);
			expect(stage.emulator.bluDelta.people.documents()[0].attempts).toBe(1);
			stage.emulator.clock.advance(901_000);
			await stage.run('document', 'count', count, { items: many });
			expect(logins()).toBe(2);
		},
	);

	it('is not sent to where a redirect leads, and the advice is about the address', async () => {
		const redirectTo = `${stage.emulator.url}/elsewhere`;
		stage.emulator.faults.add({ match: { path: '/api/count' }, redirectTo, status: 308 });
		const { error } = await stage.run('document', 'count', count);
		expect(error?.description).toMatch(/address moved/);
		expect(journal('/elsewhere')).toEqual([]);
	});

	it('is not renewed again and again', async () => {
		stage.emulator.faults.add({ match: { path: '/api/count' }, status: 401, times: 10 });
		const { error } = await stage.run('document', 'count', count);
		expect(error?.httpCode).toBe('401');
		expect(journal('/count')).toHaveLength(2);
	});

	it('never goes out together with the key, and carries the chosen clients', async () => {
		const credentials = { bluDeltaApi: { ...stage.credential, clients: 'Client1, Customer1.Client2 ,' } };
		await stage.run('document', 'count', count, { credentials });
		const [{ headers }] = journal('/count');
		expect(headers).toMatchObject({ 'x-apikey': 'missing', 'x-accesstoken': 'correct' });
		expect([...stage.emulator.bluDelta.state.tokens.values()].at(-1)?.scope).toEqual(['Client1', 'Client2']);
	});

	it.each(['/api/create/accesstoken', '/api/count'])(
		'a refusal by %s does not tell the key',
		async (path) => {
			const apiKey = stage.credential.apiKey as string;
			const body = JSON.stringify({ ResponseStatus: { Message: `The key ${apiKey} is unknown` } });
			stage.emulator.faults.add({ match: { path }, status: 400, body });
			const credentials = { bluDeltaApi: { ...stage.credential, clients: 'Client1', timeoutSeconds: 77 } };
			const { run, error } = await stage.run('document', 'count', count, { credentials });
			expect(error?.message).toContain('The key … is unknown');
			expect(JSON.stringify(run)).not.toContain(apiKey);
		},
	);

	it.each(['', 'not an address', 'ftp://x'])(
		'an unusable base URL (%p) is told before anything is sent',
		async (baseUrl) => {
			const credentials = { bluDeltaApi: { ...stage.credential, baseUrl } };
			const { error } = await stage.run('document', 'count', count, {
				credentials,
				credentialTypes: { bluDeltaApi: new BluDeltaApi() },
			});
			expect(error?.message).toMatch(/Base URL must be an address/);
		},
	);

	it.each([
		['a base URL without /api', undefined],
		['a web page', { status: 200, body: 'html' }],
		['a web page that is not found', { status: 404, body: 'html' }],
	])('%s in place of the login: the address is wrong, and not the key', async (apiKey, fault) => {
		if (fault) stage.emulator.faults.add({ match: { path: '/create/accesstoken' }, ...fault });
		const baseUrl = fault ? stage.credential.baseUrl : stage.emulator.url;
		const { error } = await stage.run('document', 'count', count, {
			credentials: { bluDeltaApi: { ...stage.credential, apiKey, baseUrl } },
		});
		expect(error?.description).toBe('Check the Base URL in the credential: it ends in /api');
	});

	it('a login that fails at BLU DELTA says nothing about the key', async () => {
		stage.emulator.faults.add({
			match: { path: '/create/accesstoken' },
			status: 502,
			body: 'html',
			times: 9,
		});
		const { items } = await stage.run('document', 'count', count, {
			credentials: { bluDeltaApi: { ...stage.credential, apiKey: 'not asked' } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json).toMatchObject({
			error: 'BLU DELTA answered 502 with a web page: Bad Gateway',
			details: { kind: 'unavailable', hint: expect.stringMatching(/^A gateway .*Try again later/) },
		});
	});
});

describe('master data', () => {
	const rows = { source: 'fields', type: 'SupplierMasterData', binaryPropertyName: 'data' };
	const stored = () => stage.emulator.bluDelta.state.resources.get('SupplierMasterData')?.content.toString();
	const row = {
		supplierId: 'S-1',
		name: 'Stein "Kies" GmbH',
		street: 'Weg\t1',
		zipCode: '5020',
		city: 'Salzburg',
		country: 'AT',
		ustIds: 'atu 12312312',
		ibans: 'at12 3450 0000 0901 2345 | DE02120300000000202051',
	};
	const line =
		'"S-1"\t"Stein ""Kies"" GmbH"\t"Weg 1"\t"5020"\t"Salzburg"\t"AT"\t"ATU12312312"\t"AT123450000009012345|DE02120300000000202051"';

	it('makes the CSV of rows', async () => {
		const { items, error } = await stage.run('masterData', 'upload', { ...rows, rows: { values: [row] } });
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({
			type: 'SupplierMasterData',
			fileName: 'SupplierMasterData.csv',
			rows: 1,
			uploaded: true,
		});
		expect(stored()?.split('\r\n')).toEqual([
			'"SupplierId"\t"Name"\t"Street+No"\t"ZipCode"\t"City"\t"Country"\t"Ustids"\t"Ibans"\t"Emails-Addresses"\t"ClientId"',
			`${line}\t""\t""`,
			'',
		]);
	});

	it('makes one CSV of all items, without headings when told', async () => {
		const items = [{ json: row }, { json: { ...row, senderEmailAddresses: ['a@x.com', 'b@x.com'] } }];
		const { items: out } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'items', rows: {}, additionalFields: { withHeadings: false } },
			{ items },
		);
		expect(out).toHaveLength(1);
		expect(out[0].json.rows).toBe(2);
		expect(stored()?.split('\r\n')).toEqual([
			`${line}\t""\t""\t""`,
			`${line}\t""\t""\t"a@x.com|b@x.com"`,
			'',
		]);
		expect(journal('/upload/resource')).toHaveLength(1);
	});

	it('sends a ready file as it is', async () => {
		const items = [await binaryItem(Buffer.from(`${line}\t""\t""\r\n`), 'own.csv', 'text/csv')];
		const { items: out } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'file', rows: {} },
			{ items },
		);
		expect(out[0].json).toMatchObject({ fileName: 'own.csv', uploaded: true });
		expect(stored()).toBe(`${line}\t""\t""\r\n`);
	});

	it.each([
		['no rows', {}, /'Rows' needs at least one row/],
		['a row without its id', { values: [{ name: 'Stein' }] }, /Row 1 has no supplierId or no name/],
	])('refuses %s before anything is sent', async (_, given, message) => {
		const { error } = await stage.run('masterData', 'upload', { ...rows, rows: given });
		expect(error?.message).toMatch(message);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});
