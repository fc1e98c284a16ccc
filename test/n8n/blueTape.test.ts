import { createHash } from 'node:crypto';
import { readFile as read } from 'node:fs/promises';
import type { WorkflowNode } from '../../runtime/workflow';
import { cases } from '../operations/cases';
import { PDF, prepare } from '../operations/world';
import { chain, file, items, readFile, runChain } from './chain';
import { testStage } from './stage';

const { api, credentials, emulator, logFile } = testStage();

/** A BlueTape node as the editor saves it. */
const blueTape = (parameters: object, settings: object = {}): WorkflowNode => ({
	name: 'BlueTape',
	type: 'n8n-nodes-bluetape.blueTape',
	typeVersion: 1,
	parameters: { ...parameters },
	credentials: { blueTapeApi: { id: credentials.blueTapeApi.id, name: credentials.blueTapeApi.name } },
	...settings,
});

/** The emulator of the other process, as `prepare` wants it. */
const world = {
	blueTape: {
		...emulator.blueTape,
		people: {
			approve: async (id: string) => await emulator.control('POST', `/bluetape/quotes/${id}/approve`, {}),
		},
	},
	journal: { clear: emulator.clearJournal },
};

beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));
afterAll(emulator.reset);

test.each(cases)(
	'$resource $operation sends the documented request and gives an item with the ids',
	async ({ resource, operation, fields, needs, ...expected }) => {
		await prepare(world, needs);
		const isUpload = operation === 'uploadFile';
		const isDownload = operation === 'downloadFile';
		const execution = await runChain(
			api,
			...(isUpload ? file(PDF, 'offer.pdf', 'application/pdf') : []),
			blueTape({ resource, operation, bodySource: 'fields', ...fields }),
			...(isDownload ? [readFile] : []),
		);
		expect(execution.error).toBeUndefined();
		expect(execution.items('BlueTape')).toEqual([
			expect.objectContaining({ json: expect.objectContaining(expected.ids), pairedItem: { item: 0 } }),
		]);
		const journal = await emulator.journal();
		expect(journal).toEqual([
			expect.objectContaining({
				method: expected.method,
				path: `/genericBthubService/integration${expected.path}`,
				query: expected.query ?? {},
				status: expect.any(Number),
			}),
		]);
		if (!expected.file) expect(journal[0].body).toEqual(expected.body);
		if (isUpload) {
			const sha256 = createHash('sha256').update(PDF).digest('hex');
			expect(journal[0].body).toMatchObject({ contentType: 'application/pdf', size: PDF.length, sha256 });
		}
		if (isDownload) expect(execution.items('Read')[0].json.base64).toBe(PDF.toString('base64'));
	},
);

const customer = { id: 'CUS-1', firstName: 'Ada', lastName: 'Byron', emailAddress: 'ada@example.com' };
const createCustomer = { resource: 'customer', operation: 'create', bodySource: 'input' };

test('a bad item leaves by the error output with its reason, a good one goes on', async () => {
	const execution = await runChain(
		api,
		items({ ...customer, emailAddress: 'nobody' }, { ...customer, cellPhoneNumber: '+12025550123' }),
		blueTape(createCustomer, { onError: 'continueErrorOutput' }),
	);
	expect(execution.status).toBe('success');
	const [[good], [bad]] = [execution.items('BlueTape', 0), execution.items('BlueTape', 1)];
	expect(good).toMatchObject({ json: { customerId: 'CUS-1' }, pairedItem: { item: 1 } });
	expect(bad).toMatchObject({ pairedItem: { item: 0 } });
	expect(JSON.stringify(bad.json)).toContain('emailAddress');
	expect(await emulator.journal()).toHaveLength(1);
});

test('without it the node fails, naming item and field', async () => {
	const good = { ...customer, cellPhoneNumber: '+12025550123' };
	const execution = await runChain(
		api,
		items(good, { ...good, id: 'CUS-2', emailAddress: 'nobody' }),
		blueTape(createCustomer),
	);
	expect(execution.status).toBe('error');
	expect(execution.node('BlueTape').error).toMatchObject({
		message: expect.stringContaining(
			"'Email Address' (emailAddress) must be an e-mail address like nathan@example.com",
		),
		description: expect.stringContaining('Nothing was sent'),
	});
	expect(await emulator.journal()).toEqual([]);
});

test('a list comes from an expression', async () => {
	await prepare(world, ['company']);
	const range = { name: '1-30 days', daysFrom: 1, daysTo: 30, overdueBalance: 3000 };
	const execution = await runChain(
		api,
		items({ ranges: [range, { ...range, name: '31-60 days' }] }),
		blueTape({
			...{ resource: 'company', operation: 'update', bodySource: 'fields', companyId: 'COM-1' },
			...{ businessName: 'Acme Inc.', businessAddress: '1400 24th Ave' },
			updateFields: {
				creditDetails: { agingOverdueBalance: { agingOverdueBalance: [{ list: '={{ $json.ranges }}' }] } },
			},
		}),
	);
	expect(execution.error).toBeUndefined();
	const [{ body }] = await emulator.journal();
	expect(body).toMatchObject({
		creditDetails: { agingOverdueBalance: [range, { ...range, name: '31-60 days' }] },
	});
});

describe('the test of a credential', () => {
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const refused = 'BlueTape refused the API Key or the Account ID, or they belong to the other environment';
	const elsewhere =
		'This address answers, but not like BlueTape: check the Environment or the Base URL, which is the part before /integration';

	test.each<[string, object, string | RegExp]>([
		['is green when all is right', {}, 'Connection successful!'],
		['takes a base URL with a slash at the end', { baseUrl: `${baseUrl}/` }, 'Connection successful!'],
		['refuses a wrong key', { apiKey: 'wrong' }, refused],
		['refuses a wrong account', { accountId: 'wrong' }, refused],
		['knows an address that is not BlueTape', { baseUrl: api.rest.url }, elsewhere],
		['knows a base URL without its path', { baseUrl: emulator.url }, elsewhere],
		[
			'fails where nobody listens',
			{ baseUrl: 'http://127.0.0.1:1' },
			/^BlueTape could not be reached: nobody listens/,
		],
		['means https without a scheme', { baseUrl: baseUrl.replace('http://', '') }, /does not speak https/],
		['fails on text that is no address', { baseUrl: 'see the letter' }, /must be an address like https:/],
	])('%s', async (_, wrong, message) => {
		const data = { environment: 'custom', baseUrl, apiKey, accountId, ...wrong };
		const credential = await api.createCredential({ name: 'Tested', type: 'blueTapeApi', data });
		try {
			const status = message === 'Connection successful!' ? 'OK' : 'Error';
			expect(await api.testCredential(credential)).toMatchObject({
				...{ status, message: message instanceof RegExp ? expect.stringMatching(message) : message },
			});
		} finally {
			await api.deleteCredential(credential.id);
		}
	});
});

test('an AI agent can use the node as a tool', async () => {
	type Described = { name: string; description: string; outputs: string[]; properties: object[] };
	const types = await api.rest<Described[]>('GET', '/types/nodes.json');
	const tool = types.find(({ name }) => name === 'n8n-nodes-bluetape.blueTapeTool');
	expect(tool).toMatchObject({ outputs: ['ai_tool'], description: expect.stringContaining('invoices') });
	expect(tool!.properties).toContainEqual(
		expect.objectContaining({
			name: 'operation',
			options: expect.arrayContaining([
				expect.objectContaining({
					value: 'cancel',
					description: expect.stringContaining('cannot be brought back'),
				}),
			]),
		}),
	);
});

test('no secret is in what n8n stores, answers or logs', async () => {
	const { apiKey } = emulator.blueTape;
	await emulator.control('POST', '/faults', { status: 500, body: `{"echo":"${apiKey}"}`, times: 10 });
	const nodes = [
		blueTape({ resource: 'customer', operation: 'getCreditInfo', customerId: 'CUS-1' }),
		blueTape({ ...createCustomer, options: { dryRun: true } }, { onError: 'continueRegularOutput' }),
	];
	for (const node of nodes) {
		const { id } = await api.createWorkflow(chain('Secrets', items(customer), node));
		const execution = await api.runAndRead(id);
		expect(execution.nodes.map(({ name }) => name)).toContain('BlueTape');
		const stored = JSON.stringify(await api.rest('GET', `/rest/executions/${execution.id}`));
		expect(stored).toContain('BlueTape');
		expect(stored).not.toContain(apiKey);
		await api.deleteWorkflow(id);
	}
	expect(await read(logFile, 'utf8')).not.toContain(apiKey);
});
