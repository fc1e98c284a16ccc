import type { Editor } from './editor';
import { useEditor } from './useEditor';

let editor: Editor;
useEditor((opened) => (editor = opened));

test.each([
	[
		'BlueTape',
		'Get invoices financed and paid',
		['bluetape', 'blue tape', 'invoice', 'financing', 'net terms', 'BNPL', 'payment', 'quote'],
	],
	['BLU DELTA', 'Have invoices read', ['blu delta', 'bludelta', 'ocr', 'document', 'pdf', 'invoice', 'scan']],
])('finds %s by what a user would type', async (node, purpose, texts) => {
	await editor.newWorkflow();
	for (const text of texts) {
		await editor.panel.search(text);
		await editor.panel.entry(node).waitFor();
		await editor.page.getByText(purpose).first().waitFor();
	}
});

test('puts each of the four nodes on the canvas, ready for the chosen action', async () => {
	const { canvas, details, panel } = editor;
	await editor.newWorkflow();
	await editor.add('bluetape', 'BlueTape', 'On invoice payment');
	await details.opened();
	await details.field('events').getByText('Invoice Payment').waitFor();
	await details.close();

	await panel.search('bluetape');
	await panel.entry('BlueTape').click();
	await panel.entry('Cancel invoice').waitFor();
	await panel.entry('Cancel invoice').click();
	await details.opened();
	expect(await details.chosen('operation')).toBe('Cancel');
	await details.whole.getByText('A cancelled invoice cannot be brought back').waitFor();
	expect(await details.choices('resource')).toEqual([
		...['Company', 'Customer', 'Invoice', 'Project', 'Quote'],
		'Custom API Call',
	]);
	await details.close();

	await editor.add('ocr', 'BLU DELTA', 'Upload document');
	await details.opened();
	expect(await details.choices('resource')).toEqual([
		...['Access Token', 'Document', 'Master Data'],
		'Custom API Call',
	]);
	await details.close();

	await panel.search('document');
	await panel.entry('BLU DELTA').click();
	// Folded in a workflow that has a trigger.
	await editor.page.getByText('Triggers (1)').click();
	await panel.entry('On new BLU DELTA event').click();
	await details.opened();
	expect(await details.chosen('confirmation')).toBe('On Hand-Over');
	await details.close();

	for (const name of ['BlueTape Trigger', 'Cancel invoice', 'Upload document', 'BLU DELTA Trigger'])
		await canvas.node(name).waitFor();
	expect(await canvas.nodes.count()).toBe(4);
});

test('offers both action nodes to an AI agent as tools', async () => {
	const { canvas, details, page, panel } = editor;
	const addTool = page.locator('[data-handleid="inputs/ai_tool/0"]').getByTestId('canvas-handle-plus');
	await editor.newWorkflow();
	await editor.add('MCP server', 'MCP Server Trigger');
	await details.opened();
	await details.close();
	await addTool.click();
	await panel.search('blu');
	for (const about of [
		'Get invoices financed and paid: companies, customers, invoices, quotes and projects',
		'Have invoices read: upload documents, fetch what was read, turn it into BlueTape invoices',
	])
		await page.getByText(about).waitFor();
	await panel.entry('BLU DELTA Tool').click();
	await details.opened();
	expect(await details.chosen('operation')).toBe('Upload');
	await details.close();
	await addTool.click();
	await panel.take('bluetape', 'BlueTape Tool');
	await details.opened();
	await details.whole.getByText('Tool Description', { exact: true }).waitFor();
	expect(await details.chosen('operation')).toBe('Create');
	await details.whole.getByText('BlueTape asks the customer to pay, by e-mail and SMS').waitFor();
	await details.close();
	for (const name of ['Upload document in BLU DELTA', 'Create invoice in BlueTape'])
		await canvas.node(name).waitFor();
});
