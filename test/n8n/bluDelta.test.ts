import { readFile as read } from 'node:fs/promises';
import { digest } from '../../emulator/shared/bodies';
import { invoicePdf } from '../pdf';
import { bluDeltaNode, bluDeltaRecords } from './bluDeltaStage';
import { chain, file, items, readFile, runChain } from './chain';
import { testStage } from './stage';

const stage = testStage();
const { api, emulator, logFile } = stage;
const records = bluDeltaRecords(stage);
const bluDelta = (operation: string, parameters: object = {}, settings: object = {}) =>
	bluDeltaNode(stage, operation, parameters, settings);
const next = { confirmation: 'manual', output: 'simplified', binaryPropertyName: 'data' };

let pdf: Buffer;
beforeAll(async () => void (pdf = await invoicePdf({ number: 'RE-7' })));
beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));
afterAll(emulator.reset);

/** Method, path and status of each request, without the logins behind the scenes. */
async function requests(): Promise<string[]> {
	const seen = (await emulator.journal()).filter(
		({ path, status }) => path !== '/api/create/accesstoken' && status !== 401,
	);
	return seen.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

describe('each operation in a workflow', () => {
	test('upload sends the file and its properties', async () => {
		const values = [{ key: 'Other', otherKey: 'MyNumber', value: '={{ 3 + 4 }}' }];
		const execution = await runChain(
			api,
			...file(pdf, 'invoice.pdf', 'application/pdf'),
			bluDelta('upload', {
				binaryPropertyName: 'data',
				additionalFields: { additionalProperties: { values } },
			}),
		);
		expect(execution.error).toBeUndefined();
		const { containers } = (await records.all()).bluDelta;
		const [[invoiceContainerId, container]] = Object.entries(containers);
		expect(execution.items('BLU DELTA')).toEqual([
			expect.objectContaining({
				json: { invoiceContainerId, fileName: 'invoice.pdf', fileSize: pdf.length },
				pairedItem: { item: 0 },
			}),
		]);
		expect(container).toMatchObject({
			...{ fileName: 'invoice.pdf', content: digest(pdf) },
			additionalProperties: [{ MyNumber: '7' }],
		});
		expect(await requests()).toEqual(['POST /api/upload/invoiceContainer 200']);
	});

	test('download next gives the data and every byte of the file', async () => {
		await records.upload(pdf);
		await emulator.clearJournal();
		const execution = await runChain(api, bluDelta('downloadNext', next), readFile);
		expect(execution.error).toBeUndefined();
		expect(execution.items('BLU DELTA')).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({ invoiceNumber: 'RE-7', fileName: '1.pdf', endedInError: false }),
				pairedItem: { item: 0 },
			}),
		]);
		expect(execution.items('Read')[0].json.base64).toBe(pdf.toString('base64'));
		expect(await requests()).toEqual(['GET /api/v2/download/invoice/next 200']);
		expect(await records.documents()).toMatchObject([{ state: 'Downloaded', attempts: 1 }]);
	});

	test('an empty queue gives no item and a hint', async () => {
		const execution = await runChain(api, bluDelta('downloadNext', next));
		expect(execution.status).toBe('success');
		expect(execution.items('BLU DELTA')).toEqual([]);
		expect(execution.node('BLU DELTA').hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('queue is empty') }),
		]);
	});

	test('a downloaded document becomes the body of an invoice, its file beside it', async () => {
		await records.upload(pdf);
		const mapping = { customerId: 'CUS-1', expectedCurrency: 'USD', additionalFields: {} };
		const execution = await runChain(
			api,
			bluDelta('downloadNext', next),
			bluDelta('toBlueTapeInvoice', mapping, { name: 'Map', credentials: undefined }),
			readFile,
		);
		expect(execution.error).toBeUndefined();
		const [{ id }] = await records.documents();
		expect(execution.items('Map')).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({ id, invoiceNumber: 'RE-7', customerId: 'CUS-1', totalAmount: 828.6 }),
				pairedItem: { item: 0 },
			}),
		]);
		expect(execution.items('Read')[0].json.base64).toBe(pdf.toString('base64'));
	});

	test('confirm takes the document off the queue, by the ID that download next gave', async () => {
		await records.upload(pdf);
		const execution = await runChain(
			api,
			bluDelta('downloadNext', next, { name: 'Next' }),
			bluDelta('confirm', { invoiceId: '={{ $json.invoiceId }}' }),
		);
		const [{ id, state }] = await records.documents();
		expect(execution.items('BLU DELTA').map(({ json }) => json)).toEqual([
			{ invoiceId: id, confirmed: true },
		]);
		expect(state).toBe('Confirmed');
	});

	test('count and get states ask for what was chosen', async () => {
		const [invoiceContainerId] = await records.upload(pdf);
		const [{ id: invoiceId }] = await records.documents();
		await emulator.clearJournal();
		const states = ['Released', 'New'];
		const execution = await runChain(
			api,
			bluDelta('count', { states }, { name: 'Count' }),
			bluDelta('getStates', { containerIds: invoiceContainerId }),
		);
		expect(execution.items('Count')[0].json).toEqual({ count: 1, states });
		expect(execution.items('BLU DELTA')[0].json).toMatchObject({
			...{ invoiceContainerId, found: true, state: 'SplitIntoDocuments' },
			documents: [{ invoiceId, state: 'Released' }],
		});
		expect(await requests()).toEqual(['GET /api/count/invoices 200', 'GET /api/invoiceContainer/state 200']);
	});

	test('master data of all items goes out as one list', async () => {
		const execution = await runChain(
			api,
			items({ supplierId: 'S-1', name: 'Stein' }, { supplierId: 'S-2', name: 'Kies' }),
			bluDelta('upload', {
				...{ resource: 'masterData', type: 'SupplierMasterData', source: 'items' },
				...{ binaryPropertyName: 'data', rows: {}, additionalFields: { withHeadings: false } },
			}),
		);
		expect(execution.error).toBeUndefined();
		expect(execution.items('BLU DELTA').map(({ json }) => json)).toEqual([
			expect.objectContaining({ type: 'SupplierMasterData', rows: 2, uploaded: true }),
		]);
		const line = (id: string, name: string) => `"${id}"\t"${name}"${'\t""'.repeat(8)}\r\n`;
		const { resources } = (await records.all()).bluDelta;
		expect(resources.SupplierMasterData.content).toEqual(digest(line('S-1', 'Stein') + line('S-2', 'Kies')));
		expect(await requests()).toEqual(['POST /api/upload/resource 200']);
	});

	test('access token gives token and link', async () => {
		const create = { resource: 'accessToken', clients: 'Client1', timeoutSeconds: 60 };
		const execution = await runChain(api, bluDelta('create', create));
		const [{ json }] = execution.items('BLU DELTA');
		const { tokens } = (await records.all()).bluDelta;
		expect(tokens[json.accessToken as string]).toMatchObject({ scope: ['Client1'] });
		expect(json.validationUrl).toBe(`${emulator.url}?at=${json.accessToken as string}`);
	});
});

test('parallel items share one login', async () => {
	const many = items(...Array.from({ length: 30 }, (_, n) => ({ n })));
	const execution = await runChain(api, many, bluDelta('count', { states: ['New'] }));
	expect(execution.items('BLU DELTA')).toHaveLength(30);
	const logins = (await emulator.journal()).filter(({ path }) => path === '/api/create/accesstoken');
	expect(logins).toHaveLength(1);
});

test('a bad file leaves by the error output with its reason, nothing is sent of it', async () => {
	const execution = await runChain(
		api,
		...file(Buffer.from('hello'), 'letter.docx', 'text/plain'),
		bluDelta('upload', { binaryPropertyName: 'data' }, { onError: 'continueErrorOutput' }),
	);
	expect(execution.status).toBe('success');
	expect(execution.items('BLU DELTA', 0)).toEqual([]);
	const [bad] = execution.items('BLU DELTA', 1);
	expect(JSON.stringify(bad.json)).toContain('letter.docx');
	expect(await emulator.journal()).toEqual([]);
});

describe('the test of a credential', () => {
	const { baseUrl, apiKey, apiIdentifier } = emulator.bluDelta;
	const refused = 'BLU DELTA refused the API Key, the API Identifier or one of the Clients';
	const elsewhere = 'This address answers, but not like BLU DELTA: check the Base URL, it ends in /api';
	const nowhere = 'There is no BLU DELTA at this address: check the Base URL, it ends in /api';
	const green = 'Connection successful!';

	/** What n8n says of a credential that is right but for `wrong`. */
	async function outcome(wrong: object): Promise<object> {
		const data = { baseUrl, apiKey, apiIdentifier, clients: '', timeoutSeconds: 900, ...wrong };
		const credential = await api.createCredential({ name: 'Tested', type: 'bluDeltaApi', data });
		try {
			return await api.testCredential(credential);
		} finally {
			await api.deleteCredential(credential.id);
		}
	}

	test.each<[string, object, string | RegExp]>([
		['is green when all is right', {}, green],
		['takes a base URL with a slash at the end', { baseUrl: `${baseUrl}/` }, green],
		[
			'takes names of clients, with the customer before them or not',
			{ clients: 'Client1, C.Client2' },
			green,
		],
		['refuses a wrong key', { apiKey: 'wrong' }, refused],
		['refuses an unknown client', { clients: 'Nobody' }, refused],
		['refuses a wrong identifier', { apiIdentifier: 'Nobody' }, refused],
		['knows an address without /api', { baseUrl: emulator.url }, nowhere],
		[
			'fails where nobody listens',
			{ baseUrl: 'http://127.0.0.1:1' },
			/^BLU DELTA could not be reached: nobody listens/,
		],
		['means https without a scheme', { baseUrl: baseUrl.replace('http://', '') }, /does not speak https/],
		['fails on text that is no address', { baseUrl: 'see the letter' }, /must be an address like https:/],
	])('%s', async (_, wrong, message) => {
		const status = message === green ? 'OK' : 'Error';
		const told = message instanceof RegExp ? expect.stringMatching(message) : message;
		expect(await outcome(wrong)).toMatchObject({ status, message: told });
	});

	test.each(['{"hello":"world"}', 'html'])('knows an answer that is not BLU DELTA’s (%s)', async (body) => {
		await emulator.control('POST', '/faults', { status: 200, body });
		expect(await outcome({})).toMatchObject({ status: 'Error', message: elsewhere });
	});

	test('reads State, for HTTP 200 says nothing', async () => {
		await emulator.control('POST', '/bludelta/settings', { wrongKey: 'state1' });
		expect(await outcome({ apiKey: 'wrong' })).toMatchObject({ status: 'Error', message: refused });
	});
});

test('no key and no token is in what n8n stores, answers or logs', async () => {
	const { apiKey } = emulator.bluDelta;
	const count = bluDelta('count', { states: ['New'] });
	const nodes = [count, bluDelta('downloadNext', { ...next, options: { dryRun: true } }), count];
	const stored: string[] = [];
	for (const [index, node] of nodes.entries()) {
		// The last one is refused by a service that repeats the key.
		const fault = { match: { path: '/api/count' }, status: 500, body: `{"echo":"${apiKey}"}`, times: 10 };
		if (index === 2) await emulator.control('POST', '/faults', fault);
		const { id } = await api.createWorkflow(chain('Secrets', items({}), node));
		const execution = await api.runAndRead(id);
		stored.push(JSON.stringify(await api.rest('GET', `/rest/executions/${execution.id}`)));
		await api.deleteWorkflow(id);
	}
	const tokens = Object.keys((await records.all()).bluDelta.tokens);
	expect(tokens).not.toEqual([]);
	const log = await read(logFile, 'utf8');
	for (const secret of [apiKey, ...tokens]) {
		for (const text of [...stored, log]) expect(text).not.toContain(secret);
	}
});
