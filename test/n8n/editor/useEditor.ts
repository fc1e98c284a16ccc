import { testStage } from '../stage';
import { Editor } from './editor';

/**
 * Opens the editor for a test file and closes it in the end. Every test starts with the emulator as new, and fails when
 * the browser complained of something.
 */
export function useEditor(take: (editor: Editor) => void): void {
	const stage = testStage();
	let editor: Editor | undefined;
	beforeAll(async () => take((editor = await Editor.open(stage))));
	beforeEach(stage.emulator.reset);
	afterEach(() => expect(editor?.complaints.splice(0)).toEqual([]));
	afterAll(async () => await editor?.close());
}
