import { until } from '../../runtime/until';
import { testStage } from './stage';
import { inDays } from '../engine/days';

const { api, emulator, examples } = testStage();
let active = false;
const id = examples['spreadsheet-to-invoices'];

beforeEach(emulator.reset);
afterAll(async () => {
	if (active) await api.deactivate(id);
});

const created = async () =>
	(await emulator.journal()).map(({ status, body }) => {
		const { id, lines } = body as { id: string; lines: object[] };
		return [id, status, lines.length];
	});

test('the sample: three invoices, and the row that is no number goes to a person', async () => {
	const run = await api.runAndRead(id);
	expect(run).toMatchObject({ status: 'success', error: undefined });
	expect(run.items('Rows of the file')).toHaveLength(8);
	expect(await created()).toEqual([
		['DEMO-S-1', 201, 2],
		['DEMO-S-2', 201, 2],
		['DEMO-S-3', 201, 3],
	]);
	expect(run.items('Result').map(({ json }) => json)).toEqual([
		{ Invoice: 'DEMO-S-1', Result: 'created', Total: '1200.00', 'To do': '' },
		{ Invoice: 'DEMO-S-2', Result: 'created', Total: '1726.59', 'To do': '' },
		{ Invoice: 'DEMO-S-3', Result: 'created', Total: '1347.81', 'To do': '' },
		expect.objectContaining({
			...{ Invoice: 'DEMO-S-4', Result: 'not sent' },
			'To do': expect.stringMatching(/Row 8, column "Qty": "three" is no number like 1,100\.50/),
		}),
	]);
	const again = await api.runAndRead(id);
	expect(again.items('Sent').map(({ json }) => json.Result)).toEqual(['updated', 'updated', 'updated']);
});

const american = (day: string) => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');
const days = [0, 30].map((count) => american(inDays(count))).join();
const sent = `S-1,CUST-101,1,${days},Gravel,40,$25.00,8%,grey`;
const more = `S-1,CUST-101,1,${days},Bolts,"1,000",0.35,8,`;
const refused = `S-2,NOBODY,2,${days},Gravel,40,25,8,red`;
const doubtful = `S-3,CUST-101,3,${days},Gravel,<b>forty,25,8,red`;

const heads = 'invoice_id,Customer ID,Invoice Number,Invoice Date,Due Date,Item,Qty,Price,Tax %,Colour';

/** The last page of the form after a CSV of these lines. */
async function lastPage(...lines: string[]): Promise<string> {
	if (!active) await api.activate(id);
	active = true;
	const { nodes } = await api.workflow(id);
	const { webhookId } = nodes.find(({ type }) => type.endsWith('.formTrigger'))!;
	const url = `${api.rest.url}/form/${webhookId as string}`;
	expect(await (await fetch(url)).text()).toContain('Spreadsheet');
	const csv = lines.join('\r\n');
	const form = new FormData();
	form.append('field-0', new Blob([csv], { type: 'text/csv' }), 'rows.csv');
	const { formWaitingUrl } = (await (await fetch(url, { method: 'POST', body: form })).json()) as {
		formWaitingUrl: string;
	};
	// Asked for its page while it runs, n8n never answers.
	const status = new URL(formWaitingUrl);
	status.pathname += '/n8n-execution-status';
	await until('the form goes on', 30, async () =>
		(await (await fetch(status)).text()) === 'form-waiting' ? true : undefined,
	);
	return await (await fetch(formWaitingUrl)).text();
}

test('by the form: a column may be empty from top to bottom', async () => {
	const page = await lastPage(heads, sent.replace('8%', ''));
	expect(page).toContain('>created<');
	expect(page).toContain('th, td { padding');
});

test('by the form: the last page has what was sent, what BlueTape refused and what is doubtful', async () => {
	const page = await lastPage(heads, sent, refused, more, doubtful);
	expect(page).toContain('S-1</td>');
	expect(page).toMatch(/S-2<.*>failed<.*Customer not found.*Create the customer before the invoice/);
	// What a file says is text, and nothing that the page follows.
	expect(page).toMatch(/S-3<.*>not sent<.*&lt;b>forty/);
	expect(await created()).toEqual([
		['S-1', 201, 2],
		['S-2', 404, 1],
	]);
});

test.each([
	['refused', refused, 'failed', [['S-2', 404, 1]]],
	['doubtful', doubtful, 'not sent', []],
])('by the form: the last page comes also where all is %s', async (_, row, result, requests) => {
	const page = await lastPage(heads, row);
	expect(page).toContain(`>${result}<`);
	expect(page).not.toContain('>created<');
	expect(await created()).toEqual(requests);
});

test.each([
	['has semicolons', [heads, sent].map((line) => line.replaceAll(',', ';')), /Item.* for Line: .*Delimiter/],
	['has a heading only', [heads], /The file has no rows<(?!.*Delimiter)/],
	['breaks off in a quoted cell', [heads, `${sent},"`], /Quote.*Delimiter.*Starting Line/],
	['has a title above its heading', ['Report', heads, sent], /Invalid Record Length.*Starting Line/],
	[
		'calls columns otherwise',
		[heads.replace('Item,Qty', 'Good,Count'), sent, more],
		/settings of the node From rows/,
	],
])('by the form: the last page says why where the file %s', async (_, lines, reason) => {
	const page = await lastPage(...lines);
	expect(page.split('>file not read<')).toHaveLength(2);
	expect(page).toMatch(reason);
	expect(await created()).toEqual([]);
});
