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
	for (const text of texts) await editor.panel.offers(text, [node], [purpose]);
});

test('puts each of the four nodes on the canvas, ready for the chosen action', async () => {
	const { canvas, details } = editor;
	await editor.newWorkflow();
	await editor.add('bluetape', 'BlueTape', 'On invoice payment');
	await details.opened();
	await details.field('events').getByText('Invoice Payment').waitFor();
	await details.close();

	await editor.add('bluetape', 'BlueTape', 'Cancel invoice');
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

	// Folded in a workflow that has a trigger.
	await editor.add('document', 'BLU DELTA', 'Triggers (1)', 'On new BLU DELTA event');
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
	const purposes = [
		'Get invoices financed and paid: companies, customers, invoices, quotes and projects',
		'Have invoices read: upload documents, fetch what was read, turn it into BlueTape invoices',
	];
	await panel.offers('blu', [], purposes, addTool);
	await panel.take('blu', ['BLU DELTA Tool'], addTool);
	await details.opened();
	expect(await details.chosen('operation')).toBe('Upload');
	await details.close();
	await panel.take('bluetape', ['BlueTape Tool'], addTool);
	await details.opened();
	await details.whole.getByText('Tool Description', { exact: true }).waitFor();
	expect(await details.chosen('operation')).toBe('Create');
	await details.whole.getByText('BlueTape asks the customer to pay, by e-mail and SMS').waitFor();
	await details.close();
	for (const name of ['Upload document in BLU DELTA', 'Create invoice in BlueTape'])
		await canvas.node(name).waitFor();
});
