import { join } from 'node:path';
import type { FileChooser, Page } from 'playwright-core';
import { projectFolder } from '../../../runtime/package';
import { until } from '../../../runtime/until';
import { testStage } from '../stage';
import { countClicks } from './clicks';
import type { Editor } from './editor';
import { A_TRY, done } from './patience';
import { useEditor } from './useEditor';
import { inDays } from '../../engine/days';

const { emulator } = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));

const due = inDays(30).split('-').reverse().join('.');
/** As an ERP in Austria exports it: its own name for the goods, its own days. */
const csv = [
	'Invoice ID,Customer ID,Invoice Number,Invoice Date,Due Date,Article,Qty,Price,Tax %',
	`A-1,CUST-101,2026-1,27.11.2026,${due},Gravel,40,25.00,8`,
	`A-1,CUST-101,2026-1,27.11.2026,${due},Delivery,1,120.00,`,
	`A-2,CUST-102,2026-2,27.11.2026,${due},Studs,300,4.15,8.25`,
	`A-3,CUST-101,2026-3,27.11.2026,${due},Beams,24,48.50,8`,
	`A-3,CUST-101,2026-3,27.11.2026,${due},Nails,10,4.50,8`,
	`A-3,CUST-101,2026-3,27.11.2026,${due},Paint,3,12.99,8`,
	`A-2,CUST-102,2026-2,27.11.2026,${due},Bolts,1000,0.35,8.25`,
].join('\n');

/** Chooses "Import from File" in the workflow's menu. Menus close when what is around them is drawn anew. */
async function importsFile(page: Page): Promise<FileChooser> {
	const chooser = page.waitForEvent('filechooser');
	const ways = ['workflow-menu', 'workflow-menu-item-import', 'workflow-menu-item-import-from-file'];
	await until('a file is asked for', 60, async () => {
		for (const way of ways)
			if (!(await done(page.getByTestId(way).first().click({ timeout: A_TRY })))) return undefined;
		return true;
	});
	return await chooser;
}

test('a CSV of 7 rows becomes 3 invoices in under 20 clicks', async () => {
	const { canvas, details, page } = editor;
	const clicks = await countClicks(page);
	await editor.newWorkflow();

	const chooser = await importsFile(page);
	await chooser.setFiles(join(projectFolder, 'examples', 'spreadsheet-to-invoices.json'));
	await canvas.node('From rows').waitFor();
	await page.getByTestId('zoom-to-fit').click();

	await editor.openNode('From rows');
	await details.choose('dateFormat', 'DD.MM.YYYY');
	await details.choose('numberFormat', '1100.50');
	await details.fill('columns.values[0].column', 'Article');
	await details.close();

	const [form] = await Promise.all([page.waitForEvent('popup'), canvas.begin('A form with a file')]);
	const file = form.locator('input[type="file"]');
	const [files] = await Promise.all([form.waitForEvent('filechooser'), file.click()]);
	await files.setFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await form.getByRole('button', { name: 'Submit' }).click();
	await form.getByText('A-3').waitFor();

	expect(await emulator.journal()).toMatchObject([
		{ status: 201, body: { id: 'A-1', lines: [{ description: 'Gravel' }, {}], totalAmount: 1200 } },
		{ status: 201, body: { id: 'A-2', customerId: 'CUST-102', lines: [{}, {}], totalAmount: 1726.59 } },
		{ status: 201, body: { id: 'A-3', lines: [{}, {}, {}], invoiceDate: '2026-11-27' } },
	]);
	expect(clicks()).toBeGreaterThan(10);
	expect(clicks()).toBeLessThan(20);
});
