import { invoicePdf } from '../../pdf';
import { bluDeltaRecords } from '../bluDeltaStage';
import { bookTables, type DataTable } from '../dataTables';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { importExample, requests } from './example';
import { useEditor } from './useEditor';

const stage = testStage();
const { api, credentials, emulator } = stage;
const records = bluDeltaRecords(stage);
let editor: Editor;
useEditor((opened) => (editor = opened));

test('first invoice', async () => {
	await importExample(editor, 'first-invoice', 0);
	await editor.canvas.execute(11);
	await editor.screenshotCanvas('first-invoice', { x: 60, y: 340, width: 1360, height: 270 });
	expect(await requests(emulator)).toEqual([
		'POST customer 201',
		'POST invoice 201',
		// The status that the update keeps.
		'GET invoice/*/status 200',
		'PUT invoice/* 202',
		'POST invoice/*/file 204',
		'GET invoice/*/checkout 200',
		'GET invoice/*/status 200',
		'PUT invoice/*/cancel 202',
	]);
});

test('spreadsheet to invoices', async () => {
	await importExample(editor, 'spreadsheet-to-invoices', 0);
	await editor.canvas.execute(12, 'When clicking ‘Execute workflow’');
	await editor.canvas.fit();
	await editor.screenshotCanvas('spreadsheet-to-invoices', { x: 60, y: 280, width: 1330, height: 370 });
	expect(await requests(emulator)).toEqual(Array(3).fill('POST invoice 201'));
});

describe('with a Data Table', () => {
	let tables: DataTable[];
	beforeAll(async () => (tables = await bookTables(api)));
	afterAll(async () => {
		for (const table of tables) await table.remove();
	});

	test('watch invoices', async () => {
		const [invoices, customers] = tables;
		await invoices.insert({ invoiceId: 'INVOICE-3003', customerId: 'CUST-101', status: 'Placed' });
		await customers.insert({ customerId: 'CUST-102', creditLimit: 1000, pastDue: 0 });
		await importExample(editor, 'watch-invoices', 0);
		await editor.canvas.execute(12);
		await editor.canvas.fit();
		await editor.screenshotCanvas('watch-invoices');
		expect((await requests(emulator)).sort()).toEqual([
			'GET customer/CUST-102/creditInfo 200',
			'GET invoice/INVOICE-3003/status 200',
		]);
		expect(await invoices.rows()).toMatchObject([{ status: 'PaymentProcessing' }]);
	});

	test('books in step', async () => {
		await tables[0].insert({ invoiceId: 'DEMO-A-1', customerId: 'CUST-101', status: 'Placed' });
		// The trigger takes two credentials; n8n adds only one by itself.
		await importExample(editor, 'books-in-step', 1);
		await editor.openNode('BlueTape Trigger');
		await editor.details.chooseCredential(credentials.blueTapeApi.name, 'last');
		await editor.details.close();
		await editor.canvas.execute(4);
		await editor.canvas.fit();
		await editor.screenshotCanvas('books-in-step');
		expect((await tables[0].rows()).at(-1)).toMatchObject({ invoiceId: 'DEMO-A-1', status: 'Paid' });
	});
});

// A node with pinned data gets no green mark.
test('errors to a person', async () => {
	await importExample(editor, 'errors-to-a-person', 0);
	await editor.canvas.execute(4);
	await editor.canvas.fit();
	await editor.screenshotCanvas('errors-to-a-person');
});

describe('with a document', () => {
	const receiver = {
		...{ name: 'Ada Byron', town: 'Springfield, IL 62701', country: 'US' },
		...{ email: 'ada@example.com', phone: '+1 202 555 0143' },
	};
	beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));

	test.each<[string, number, string[], () => Promise<Buffer>]>([
		[
			'document-to-invoice',
			10,
			['POST customer 201', 'POST invoice 201', 'POST invoice/*/file 204', 'POST confirm/invoice 200'],
			async () => await invoicePdf({ number: 'RE-3', currency: 'USD', receiver }),
		],
		['failed-documents', 6, ['POST confirm/invoice 200'], async () => Buffer.from('no PDF')],
	])('%s', async (name, count, writes, document) => {
		await records.upload(await document());
		await emulator.clearJournal();
		await importExample(editor, name, 0);
		await editor.canvas.execute(count);
		await editor.canvas.fit();
		await editor.screenshotCanvas(name);
		const sent = (await requests(emulator)).filter((request) => !/^GET|accesstoken/.test(request));
		expect(sent).toEqual(writes);
		expect(await records.documents()).toMatchObject([{ state: 'Confirmed', attempts: 1 }]);
	});
});
