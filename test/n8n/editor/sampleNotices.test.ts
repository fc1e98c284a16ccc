import { testStage } from '../stage';
import type { Editor } from './editor';
import { importExample, requests } from './example';
import { useEditor } from './useEditor';

// Examples whose trigger has sample notices pinned: a user tries them before BlueTape calls anybody.
const stage = testStage();
const { credentials, emulator } = stage;
let editor: Editor;
useEditor((opened) => (editor = opened));
beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));

const manual = 'When clicking ‘Execute workflow’';

test.each([
	['model-a-invoice-only', 'invoice', ['Note the advance', 'Mark paid']],
	['model-b-quote-first', 'quote', ['Tell sales', 'Note the advance', 'Mark paid']],
])('%s: its first part makes a record, its second takes the sample notices', async (name, kind, ends) => {
	// The trigger takes two credentials; n8n adds only one by itself.
	await importExample(editor, name, 1);
	await editor.openNode('BlueTape Trigger');
	await editor.details.chooseCredential(credentials.blueTapeApi.name, 'last');
	await editor.details.close();
	await editor.canvas.issues(0);
	await editor.canvas.execute(4, manual);
	await editor.canvas.fit();
	await editor.screenshotCanvas(name);
	expect(await requests(emulator)).toEqual(['POST customer 201', `POST ${kind} 201`]);

	await emulator.clearJournal();
	await editor.canvas.begin('BlueTape Trigger');
	for (const end of ends) await editor.canvas.reached(end);
	// What was pinned has been verified already: nobody is asked.
	expect(await requests(emulator)).toEqual([]);
});
