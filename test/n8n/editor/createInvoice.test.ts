import type { WorkflowNode } from '../../../runtime/workflow';
import { chain, items } from '../chain';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { invoice, line } from './invoice';
import { useEditor } from './useEditor';

const { api, credentials, emulator } = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));

/** What BlueTape must get in the end, wherever it came from. */
const body = {
	...{ id: 'INV-1001', ...invoice, status: 'Placed', lines: [line] },
	sourceModifiedDate: expect.any(String),
};
const bodies = async () => (await emulator.journal()).map(({ body }) => body);

const startInvoice = async () => {
	await editor.start('bluetape', 'BlueTape', 'Create an invoice');
	await editor.details.chooseCredential(credentials.blueTapeApi.name);
};
const fillInvoice = async () => {
	await startInvoice();
	await editor.details.fillAll({ invoiceId: 'INV-1001', ...invoice });
};

test('from fields, with a line and a project', async () => {
	const { details } = editor;
	await fillInvoice();
	await details.addTo('additionalFields', 'Project Details');
	await details.addTo('projectDetails', 'Project ID');
	await details.fill('additionalFields.projectDetails.projectId', 'PROJ-7');
	await details.addTo('projectDetails', 'Private Project Details');
	await details.addTo('privateProjectDetails', 'Private Project Type');
	const type = 'additionalFields.projectDetails.privateProjectDetails.privateProjectType';
	await details.choose(type, 'Residential');
	await details.addTo('additionalFields', 'Lines');
	await details.addTo('lines', 'Line');
	await details.fillAll(line, 'additionalFields.lines.values[0].');
	expect(await details.execute()).toContain('"INV-1001"');
	await details.field('invoiceId').scrollIntoViewIfNeeded();
	await editor.screenshot('create-invoice');
	const privateProjectDetails = { privateProjectType: 'Residential' };
	expect(await bodies()).toEqual([
		{ ...body, projectDetails: { projectId: 'PROJ-7', privateProjectDetails } },
	]);
});

test('from fields, with a list from an expression', async () => {
	const { details } = editor;
	await fillInvoice();
	await details.addTo('additionalFields', 'Lines');
	await details.addTo('lines', 'List From Expression');
	const expression = `{{ [${JSON.stringify(line)}] }}`;
	await details.fillExpression('additionalFields.lines.array[0].items', expression, 'Gravel, 40 yd');
	expect(await details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toEqual([body]);
});

test('from JSON', async () => {
	const { details } = editor;
	await startInvoice();
	await details.choose('bodySource', 'JSON');
	await details.whole.getByText('Needed: id, invoiceNumber, customerId').waitFor();
	await details.fill('jsonBody', JSON.stringify({ id: 'INV-1001', ...invoice, lines: [line] }));
	// Reopened, so that it is known to be taken.
	await details.close();
	await editor.openNode('Create an invoice');
	await details.field('jsonBody').getByText('INV-1001').first().waitFor();
	expect(await details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toEqual([body]);
});

test('from the input item', async () => {
	const { id, name } = credentials.blueTapeApi;
	const node: WorkflowNode = {
		name: 'Invoice',
		type: 'n8n-nodes-bluetape.blueTape',
		typeVersion: 1,
		parameters: { resource: 'invoice', operation: 'create' },
		credentials: { blueTapeApi: { id, name } },
	};
	const input = items({ id: 'INV-1001', ...invoice, lines: [line], colour: 'red' });
	const workflow = await api.createWorkflow(chain('From the input item', input, node));
	await editor.openWorkflow(workflow.id);
	await editor.openNode('Invoice');
	await editor.details.choose('bodySource', 'Input Item');
	expect(await editor.details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toEqual([body]);
});

test('what is missing or wrong is told at its own field, before anything is sent', async () => {
	const { details } = editor;
	await startInvoice();
	await details.fillAll({ invoiceId: 'INV-1001', ...invoice, invoiceNumber: '' });
	await details.row('invoiceNumber').getByTestId('parameter-issues').waitFor();
	await details.fill('invoiceNumber', 'INV-1001');
	await details.row('invoiceNumber').getByTestId('parameter-issues').waitFor({ state: 'hidden' });
	await details.fillExpression('dueDate', 'in 30 days', 'in 30 days');
	const output = await details.execute();
	expect(output).toContain("'Due Date'");
	expect(output).toContain('Nothing was sent');
	await editor.screenshot('validation-message');
	expect(await emulator.journal()).toEqual([]);
});
