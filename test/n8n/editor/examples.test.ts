import { join } from 'node:path';
import { projectFolder } from '../../../runtime/package';
import { invoicePdf } from '../../pdf';
import { bluDeltaRecords } from '../bluDeltaStage';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { useEditor } from './useEditor';

const stage = testStage();
const { credentials, emulator } = stage;
const records = bluDeltaRecords(stage);
let editor: Editor;
useEditor((opened) => (editor = opened));

/** Imports an example. n8n gives each node the newest credential that fits, and marks those that need more. */
async function importExample(name: string, incomplete: number): Promise<void> {
	await editor.newWorkflow();
	await editor.canvas.importFile(join(projectFolder, 'examples', `${name}.json`));
	await editor.canvas.issues(incomplete);
	const room = await editor.canvas.roomInNotes();
	expect(room).not.toEqual([]);
	expect(room.filter((below) => below < 5 || below > 50)).toEqual([]);
}

/** The way of a request's path, without what differs from run to run. */
const requests = async () =>
	(await emulator.journal()).map(({ method, path, status }) => {
		const way = path
			.replace(/^.*?\/(integration|api)\//, '')
			.replace(/(DEMO-[A-Z]+-)?[\da-f-]{36}|DEMO-\w+-\d+/, '*');
		return `${method} ${way} ${status}`;
	});

const manual = 'When clicking ‘Execute workflow’';

test('first invoice', async () => {
	await importExample('first-invoice', 0);
	await editor.canvas.execute(11);
	await editor.screenshotCanvas('first-invoice', { x: 60, y: 340, width: 1360, height: 270 });
	expect(await requests()).toEqual([
		'POST customer 201',
		'POST invoice 201',
		'PUT invoice/* 202',
		'POST invoice/*/file 204',
		'GET invoice/*/checkout 200',
		'GET invoice/*/status 200',
		'PUT invoice/*/cancel 202',
	]);
});

test.each([
	['model-a-invoice-only', 'invoice'],
	['model-b-quote-first', 'quote'],
])('%s: its first part', async (name, made) => {
	// The trigger takes two credentials; n8n adds only one by itself.
	await importExample(name, 1);
	await editor.openNode('BlueTape Trigger');
	await editor.details.chooseCredential(credentials.blueTapeApi.name, 'last');
	await editor.details.close();
	await editor.canvas.issues(0);
	await editor.canvas.execute(4, manual);
	await editor.canvas.fit();
	await editor.screenshotCanvas(name);
	expect(await requests()).toEqual(['POST customer 201', `POST ${made} 201`]);
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
		await importExample(name, 0);
		await editor.canvas.execute(count);
		await editor.canvas.fit();
		await editor.screenshotCanvas(name);
		const sent = (await requests()).filter((request) => !/^GET|accesstoken/.test(request));
		expect(sent).toEqual(writes);
		expect(await records.documents()).toMatchObject([{ state: 'Confirmed', attempts: 1 }]);
	});
});

test.each([
	['inbox', 0],
	// n8n's own credential for a header or a token is for the user to make.
	['get-all-customers', 1],
	['ai-tools', 1],
])('%s waits for a call', async (name, incomplete) => {
	await importExample(name, incomplete);
	await editor.screenshotCanvas(name);
});
