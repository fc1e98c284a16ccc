import { join } from 'node:path';
import { projectFolder } from '../../../runtime/package';
import { until } from '../../../runtime/until';
import type { TestStage } from '../stage';
import type { Editor } from './editor';

/** Imports an example. n8n gives each node the newest credential that fits, and marks those that need more. */
export async function importExample(editor: Editor, name: string, incomplete: number): Promise<void> {
	await editor.newWorkflow();
	await editor.canvas.importFile(join(projectFolder, 'examples', `${name}.json`));
	await editor.canvas.issues(incomplete);
	// Until its own font is there, a text has another height.
	await until('each note has room for its text, and not much more', 30, async () => {
		const room = await editor.canvas.roomInNotes();
		return (room.length > 0 && room.every((below) => below >= 5 && below <= 50)) || undefined;
	});
}

/** What the vendors were asked: method, the way of the path without what differs from run to run, and status. */
export async function requests(emulator: TestStage['emulator']): Promise<string[]> {
	return (await emulator.journal()).map(({ method, path, status }) => {
		const way = path
			.replace(/^.*?\/(integration|api)\//, '')
			.replace(/(DEMO-[A-Z]+-)?[\da-f-]{36}|DEMO-\w+-\d+/, '*');
		return `${method} ${way} ${status}`;
	});
}
