import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Credential } from '../../runtime/api';
import { projectFolder } from '../../runtime/package';
import type { WorkflowNode } from '../../runtime/workflow';
import { openBrowser } from './browser';
import { chain, items } from './chain';
import { Editor } from './editor';
import { testStage } from './stage';

const stage = testStage();
const { api, emulator } = stage;

let browser: Browser | undefined;
let editor: Editor;
let account: Credential;
beforeAll(async () => {
	browser = await openBrowser();
	editor = await Editor.open(browser, stage);
});
beforeEach(emulator.reset);
afterAll(async () => await browser?.close());

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
/** An invoice for a customer of the emulator's demo records, by the documented names. */
const invoice = {
	invoiceNumber: 'INV-1001',
	customerId: 'CUST-101',
	invoiceDate: day(0),
	dueDate: day(30),
	expirationDate: day(60),
	subTotal: 1000,
	taxAmount: 100,
	totalAmount: 1100,
	amountDue: 1100,
};
const line = {
	description: 'Gravel, 40 yd',
	quantity: 40,
	unitAmount: 25,
	subTotal: 1000,
	taxAmount: 100,
	totalAmount: 1100,
};
const body = {
	...{ id: 'INV-1001', ...invoice, status: 'Placed', lines: [line] },
	sourceModifiedDate: expect.any(String),
};
/** As typed into fields, which lie below `path`. */
const typed = (values: object, path = '') =>
	Object.fromEntries(Object.entries(values).map(([key, value]) => [path + key, String(value)]));
const startInvoice = async () => {
	await editor.start('bluetape', 'BlueTape', 'Create an invoice');
	await editor.chooseCredential(account.name);
};
const fillInvoice = async () => {
	await startInvoice();
	await editor.fillAll(typed({ invoiceId: 'INV-1001', ...invoice }));
};
const bodies = async () => (await emulator.journal()).map(({ body }) => body);

describe('the nodes panel', () => {
	test('finds BlueTape by what a user would type', async () => {
		await editor.newWorkflow();
		for (const text of ['bluetape', 'blue tape', 'net terms', 'trade credit', 'BNPL']) {
			await editor.search(text);
			await editor.entry('BlueTape').first().waitFor();
		}
	});

	test('lists the actions of BlueTape, and puts the chosen one on the canvas', async () => {
		await editor.newWorkflow();
		await editor.add('manual', 'Trigger manually');
		await editor.search('bluetape');
		await editor.entry('BlueTape').first().click();
		await editor.entry('Cancel an invoice').waitFor();
		await editor.screenshot('nodes-panel', { x: 1055, y: 65, width: 385, height: 800 });
		await editor.entry('Cancel an invoice').click();
		await editor.details.waitFor();
		expect(await editor.field('operation').locator('input').inputValue()).toBe('Cancel');
		await editor.details.getByText('A cancelled invoice cannot be brought back').waitFor();
		expect(await editor.choices('resource')).toEqual(
			expect.arrayContaining(['Company', 'Customer', 'Invoice', 'Project', 'Quote']),
		);
	});

	test('offers BlueTape to an AI agent as a tool', async () => {
		await editor.start('AI Agent', 'AI Agent');
		await editor.closeNode();
		await editor.page.locator('[data-handleid="inputs/ai_tool/0"]').getByTestId('canvas-handle-plus').click();
		await editor.add('bluetape', 'BlueTape Tool');
		await editor.details.getByText('Tool Description', { exact: true }).waitFor();
		expect(await editor.field('resource').locator('input').inputValue()).toBe('Invoice');
	});
});

test('a credential: red with the reason for a wrong key, green for the right one', async () => {
	await editor.start('bluetape', 'BlueTape', 'Create an invoice');
	const form = await editor.newCredential();
	await form.choose('environment', 'Custom');
	await form.fill('baseUrl', emulator.blueTape.baseUrl);
	await form.fill('apiKey', 'wrong');
	await form.fill('accountId', emulator.blueTape.accountId);
	await form.save();
	await form.unfoldReason();
	await form.form.getByText('BlueTape refused the API Key or the Account ID').waitFor();
	const dialog = { x: 216, y: 90, width: 1008, height: 660 };
	await editor.screenshot('credential-refused', dialog);
	await form.fill('apiKey', emulator.blueTape.apiKey);
	await form.save();
	await form.form.waitFor({ state: 'hidden' });
	const saved = await editor.openCredential();
	await saved.form.getByText('Connection tested successfully').waitFor();
	await editor.screenshot('credential-works', dialog);
	await saved.remove();
});

describe('with a credential of the usual name', () => {
	beforeAll(async () => {
		const { baseUrl, apiKey, accountId } = emulator.blueTape;
		const data = { environment: 'custom', baseUrl, apiKey, accountId };
		account = await api.createCredential({ name: 'BlueTape account', type: 'blueTapeApi', data });
	});
	afterAll(async () => await api.rest('DELETE', `/rest/credentials/${account.id}`));

	describe('creates an invoice', () => {
		test('from fields, with a line and a project', async () => {
			await fillInvoice();
			await editor.addTo('additionalFields', 'Project Details');
			await editor.addTo('projectDetails', 'Project ID');
			await editor.fill('additionalFields.projectDetails.projectId', 'PROJ-7');
			await editor.addTo('projectDetails', 'Private Project Details');
			await editor.addTo('privateProjectDetails', 'Private Project Type');
			const type = 'additionalFields.projectDetails.privateProjectDetails.privateProjectType';
			await editor.choose(type, 'Residential');
			await editor.addTo('additionalFields', 'Lines');
			await editor.addTo('lines', 'Line');
			await editor.fillAll(typed(line, 'additionalFields.lines.values[0].'));
			expect(await editor.executeStep()).toContain('"INV-1001"');
			await editor.field('invoiceId').scrollIntoViewIfNeeded();
			await editor.screenshot('create-invoice');
			expect(await bodies()).toEqual([
				{
					...body,
					projectDetails: {
						projectId: 'PROJ-7',
						privateProjectDetails: { privateProjectType: 'Residential' },
					},
				},
			]);
		});

		test('from fields, with a list from an expression', async () => {
			await fillInvoice();
			await editor.addTo('additionalFields', 'Lines');
			await editor.addTo('lines', 'List From Expression');
			const expression = `{{ [${JSON.stringify(line)}] }}`;
			await editor.fillExpression('additionalFields.lines.array[0].items', expression, 'Gravel, 40 yd');
			expect(await editor.executeStep()).toContain('"INV-1001"');
			expect(await bodies()).toMatchObject([{ lines: [line] }]);
		});

		test('from JSON', async () => {
			await startInvoice();
			await editor.choose('bodySource', 'JSON');
			await editor.details.getByText('Needed: id, invoiceNumber, customerId').waitFor();
			await editor.fill('jsonBody', JSON.stringify({ id: 'INV-1001', ...invoice, lines: [line] }));
			// Reopened, so that it is known to be taken.
			await editor.closeNode();
			await editor.openNode('Create an invoice');
			await editor.field('jsonBody').getByText('INV-1001').first().waitFor();
			expect(await editor.executeStep()).toContain('"INV-1001"');
			expect(await bodies()).toEqual([body]);
		});

		test('from the input item', async () => {
			const { id, name } = account;
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
			await editor.choose('bodySource', 'Input Item');
			expect(await editor.executeStep()).toContain('"INV-1001"');
			expect(await bodies()).toEqual([body]);
		});
	});

	test('a bad due date is refused by the name of its field, before anything is sent', async () => {
		await fillInvoice();
		await editor.fillExpression('dueDate', 'in 30 days', 'in 30 days');
		const output = await editor.executeStep();
		expect(output).toContain("'Due Date'");
		expect(output).toContain('Nothing was sent');
		await editor.screenshot('validation-message');
		expect(await emulator.journal()).toEqual([]);
	});

	test('the example runs as it comes from its file', async () => {
		await editor.newWorkflow();
		await editor.importFile(join(projectFolder, 'examples', 'first-invoice.json'));
		await editor.executeWorkflow(11);
		await editor.screenshot('first-invoice', { x: 60, y: 340, width: 1360, height: 270 });
		const journal = await emulator.journal();
		expect(journal.at(-1)!.path).toMatch(/\/invoice\/DEMO-INV-\d+\/cancel$/);
		expect(journal.filter(({ status }) => typeof status !== 'number' || status >= 300)).toEqual([]);
	});
});

test('the browser had nothing to complain of', () => expect(editor.complaints).toEqual([]));
