import { testStage } from '../stage';
import { Editor, type Place } from './editor';
import { evidence, hasFailed } from './evidence';

/**
 * Opens the editor for a test file, of the suite's n8n or of another one, and closes it in the end. Every test starts
 * with the emulator as new, and fails when the browser complained of something. One that fails leaves what was to be seen.
 */
export function useEditor(take: (editor: Editor) => void, place?: () => Promise<Place>): void {
	const stage = testStage();
	let editor: Editor | undefined;
	let logFile = '';
	beforeAll(async () => {
		const opened = (await place?.()) ?? stage;
		({ logFile } = opened);
		take((editor = await Editor.open(opened)));
	});
	beforeEach(stage.emulator.reset);
	afterEach(async () => {
		if (editor && hasFailed()) process.stderr.write(`${await evidence(editor.page, logFile)}\n`);
	});
	afterEach(async () => {
		expect(editor?.complaints.splice(0)).toEqual([]);
		// What is deleted now would be missed by a page that is open.
		await editor?.page.goto('about:blank');
	});
	afterAll(async () => await editor?.close());
}
