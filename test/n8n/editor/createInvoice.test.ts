import type { WorkflowNode } from '../../../runtime/workflow';
import { chain, items } from '../chain';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { invoice, lines, sentInvoice } from './invoice';
import { useEditor } from './useEditor';

const { api, credentials, emulator } = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));

/** What BlueTape must get in the end, wherever it came from. */
const body = {
	...{ id: 'INV-1001', ...sentInvoice, status: 'Placed' },
	sourceModifiedDate: expect.any(String),
};
const bodies = async () => (await emulator.journal()).map(({ body }) => body);

const startInvoice = async () => {
	await editor.start('bluetape', 'BlueTape', 'Create invoice');
	await editor.details.chooseCredential(credentials.blueTapeApi.name);
};
const fillInvoice = async () => {
	await startInvoice();
	await editor.details.fillAll({ invoiceId: 'INV-1001', ...invoice });
};
const fillLines = async () => {
	for (const [index, line] of lines.entries()) {
		await editor.details.addTo('lines', 'Line');
		await editor.details.fillAll(line, `lines.values[${index}].`);
	}
};

test('from number, customer, two days, and what each line costs', async () => {
	const { details } = editor;
	await fillInvoice();
	await fillLines();
	expect(await details.execute()).toContain('"INV-1001"');
	await details.field('lines.values[0].description').scrollIntoViewIfNeeded();
	await editor.screenshot('create-invoice');
	expect(await bodies()).toEqual([body]);
});

test('Dry Run is on once it is added, and sends nothing', async () => {
	const { details } = editor;
	await fillInvoice();
	await fillLines();
	await details.addTo('options', 'Dry Run');
	const output = await details.execute();
	expect(output).toContain('dryRun');
	expect(output).toContain('90.69');
	expect(await emulator.journal()).toEqual([]);
});

test('an update says what it replaces, and n8n asks for the amounts', async () => {
	const { details } = editor;
	await editor.start('bluetape', 'BlueTape', 'Update invoice');
	await details.chooseCredential(credentials.blueTapeApi.name);
	await details.whole.getByText('BlueTape replaces the whole record').waitFor();
	await details.fillAll({ invoiceId: 'INV-1001', ...invoice });
	await details.refused('Total Amount');
	for (const name of ['totalAmount', 'taxAmount']) {
		await details.row(name).getByTestId('parameter-issues').waitFor();
	}
	expect(await emulator.journal()).toEqual([]);
	// A line in their place is asked for its own.
	await details.addTo('lines', 'Line');
	await details.field('totalAmount').waitFor({ state: 'hidden' });
	for (const name of ['quantity', 'unitAmount']) {
		await details.row(`lines.values[0].${name}`).getByTestId('parameter-issues').waitFor();
	}
	await details.fillAll(lines[0], 'lines.values[0].');
	expect(await details.chosen('status')).toBe('Keep');
});

test('without lines total and tax are enough', async () => {
	const { details } = editor;
	await fillInvoice();
	await details.fillAll({ totalAmount: 1100, taxAmount: 100 });
	expect(await details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toMatchObject([
		{ subTotal: 1000, taxAmount: 100, totalAmount: 1100, amountDue: 1100 },
	]);
});

test('with a project', async () => {
	const { details } = editor;
	await fillInvoice();
	await details.addTo('additionalFields', 'Project Details');
	await details.addTo('projectDetails', 'Project ID');
	await details.fill('additionalFields.projectDetails.projectId', 'PROJ-7');
	await details.addTo('projectDetails', 'Private Project Details');
	await details.addTo('privateProjectDetails', 'Private Project Type');
	const type = 'additionalFields.projectDetails.privateProjectDetails.privateProjectType';
	await details.choose(type, 'Residential');
	await fillLines();
	expect(await details.execute()).toContain('"INV-1001"');
	const privateProjectDetails = { privateProjectType: 'Residential' };
	expect(await bodies()).toEqual([
		{ ...body, projectDetails: { projectId: 'PROJ-7', privateProjectDetails } },
	]);
});

test('from fields, with a list from an expression', async () => {
	const { details } = editor;
	await fillInvoice();
	await details.addTo('lines', 'List From Expression');
	const expression = `{{ ${JSON.stringify(lines)} }}`;
	await details.fillExpression('lines.lines[0].list', expression, 'Gravel, 40 yd');
	expect(await details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toEqual([body]);
});

test('from JSON', async () => {
	const { details } = editor;
	await startInvoice();
	await details.choose('bodySource', 'JSON');
	await details.whole.getByText('Needed: id, invoiceNumber, customerId').waitFor();
	await details.fill('jsonBody', JSON.stringify({ id: 'INV-1001', ...invoice, lines }));
	// Reopened, so that it is known to be taken.
	await details.close();
	await editor.openNode('Create invoice');
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
	const input = items({ id: 'INV-1001', ...invoice, lines, colour: 'red' });
	const workflow = await api.createWorkflow(chain('From the input item', input, node));
	await editor.openWorkflow(workflow.id);
	await editor.openNode('Invoice');
	await editor.details.choose('bodySource', 'Input Item');
	await editor.details.whole.getByText('Needed: invoiceId, invoiceNumber, customerId').waitFor();
	expect(await editor.details.execute()).toContain('"INV-1001"');
	expect(await bodies()).toEqual([body]);
});

test('what is missing or wrong is told at its own field, before anything is sent', async () => {
	const { details } = editor;
	await startInvoice();
	await details.fillAll({
		invoiceId: 'INV-1001',
		...invoice,
		invoiceNumber: '',
		totalAmount: 11,
		taxAmount: 1,
	});
	await details.row('invoiceNumber').getByTestId('parameter-issues').waitFor();
	await details.fill('invoiceNumber', 'INV-1001');
	await details.row('invoiceNumber').getByTestId('parameter-issues').waitFor({ state: 'hidden' });
	await details.fillExpression('dueDate', 'in 30 days', 'in 30 days');
	const output = await details.execute();
	expect(output).toContain("'Due Date' (dueDate)");
	expect(output).toContain('not "in 30 days"');
	expect(output).toContain('Nothing was sent');
	await editor.screenshot('validation-message');
	expect(await emulator.journal()).toEqual([]);
});
