import { createHash } from 'node:crypto';
import { printInvoices } from '../../emulator/bluDelta/print';
import type { WorkflowNode } from '../../runtime/workflow';
import { invoice } from '../operations/documents';
import { bluDeltaNode, bluDeltaRecords } from './bluDeltaStage';
import { chain, file } from './chain';
import { testStage } from './stage';

// Where n8n keeps an item's files is a setting of the workflow: beside the item's JSON, or in it.

const stage = testStage();
const { api, credentials, emulator } = stage;
const { all, upload } = bluDeltaRecords(stage);

beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));
afterAll(emulator.reset);

const named = (name: string, node: WorkflowNode): WorkflowNode => ({ ...node, name });

const blueTape = (name: string, parameters: object): WorkflowNode => ({
	name,
	type: 'n8n-nodes-bluetape.blueTape',
	typeVersion: 1,
	parameters: { ...parameters },
	credentials: { blueTapeApi: { id: credentials.blueTapeApi.id, name: credentials.blueTapeApi.name } },
});

async function run(binaryMode: string, ...nodes: WorkflowNode[]) {
	const workflow = chain('Test', ...nodes);
	const { id } = await api.createWorkflow({ ...workflow, settings: { ...workflow.settings, binaryMode } });
	try {
		return await api.runAndRead(id, { seconds: 60 });
	} finally {
		await api.deleteWorkflow(id);
	}
}

const customer = {
	...{ id: 'CUS-1', firstName: 'Ada', lastName: 'Byron', emailAddress: 'ada@example.com' },
	cellPhoneNumber: '+12025550123',
};

describe.each(['separate', 'combined'])('with binary mode %s', (binaryMode) => {
	test('a document is downloaded, becomes an invoice, and its file is attached', async () => {
		const pdf = await printInvoices([invoice]);
		await upload(pdf);
		const execution = await run(
			binaryMode,
			named(
				'Customer',
				blueTape('Customer', {
					resource: 'customer',
					operation: 'create',
					bodySource: 'json',
					jsonBody: JSON.stringify(customer),
				}),
			),
			named(
				'Next',
				bluDeltaNode(stage, 'downloadNext', {
					confirmation: 'manual',
					output: 'simplified',
					binaryPropertyName: 'data',
				}),
			),
			named(
				'Map',
				bluDeltaNode(stage, 'toBlueTapeInvoice', { customerId: 'CUS-1', expectedCurrency: 'USD' }),
			),
			blueTape('Create', { resource: 'invoice', operation: 'create', bodySource: 'input' }),
			blueTape('Attach', {
				...{
					resource: 'invoice',
					operation: 'uploadFile',
					invoiceId: "={{ $('Map').item.json?.id ?? $('Map').item.id }}",
				},
				binaryPropertyName:
					binaryMode === 'combined' ? "={{ $('Map').item._files.data }}" : "={{ $('Map').item.binary.data }}",
			}),
		);
		expect(execution.error).toBeUndefined();
		const [mapped] = execution.items('Map');
		expect(Object.keys(mapped.json)).toEqual(
			expect.arrayContaining(binaryMode === 'combined' ? ['_files'] : ['id']),
		);
		expect(mapped.binary === undefined).toBe(binaryMode === 'combined');
		const [stored] = Object.values((await all()).blueTape.invoices);
		expect(stored).toMatchObject({ invoiceNumber: 'RE-7', totalAmount: 110 });
		expect(stored.file?.content.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
	});

	test.each(
		binaryMode === 'combined'
			? ['data', '_files.data', '={{ $json._files.data }}']
			: ['data', '={{ $binary.data }}'],
	)('a file is uploaded as %s', async (binaryPropertyName) => {
		const pdf = await printInvoices([invoice]);
		const execution = await run(
			binaryMode,
			...file(pdf, 'offer.pdf', 'application/pdf'),
			bluDeltaNode(stage, 'upload', { binaryPropertyName }),
		);
		expect(execution.error).toBeUndefined();
		const [container] = Object.values((await all()).bluDelta.containers);
		expect(container).toMatchObject({ fileName: 'offer.pdf', content: { size: pdf.length } });
	});
});
