import { invoicePdf } from '../../pdf';
import { bluDeltaRecords } from '../bluDeltaStage';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { importExample, requests } from './example';
import { useEditor } from './useEditor';

const stage = testStage();
const { emulator } = stage;
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

describe('with a document', () => {
	const receiver = {
		...{ name: 'Ada Byron', town: 'Springfield, IL 62701', country: 'US' },
		...{ email: 'ada@example.com', phone: '+1 202 555 0143' },
	};
	beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));

	test.each<[string, number, string[], () => Promise<Buffer>]>([
		[
			'document-to-invoice',
			9,
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
