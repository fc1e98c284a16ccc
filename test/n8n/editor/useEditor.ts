import { testStage } from '../stage';
import { Editor, type Place } from './editor';

/**
 * Opens the editor for a test file, of the suite's n8n or of another one, and closes it in the end. Every test starts
 * with the emulator as new, and fails when the browser complained of something.
 */
export function useEditor(take: (editor: Editor) => void, place?: () => Promise<Place>): void {
	const stage = testStage();
	let editor: Editor | undefined;
	beforeAll(async () => take((editor = await Editor.open((await place?.()) ?? stage))));
	beforeEach(stage.emulator.reset);
	afterEach(() => expect(editor?.complaints.splice(0)).toEqual([]));
	afterAll(async () => await editor?.close());
}
