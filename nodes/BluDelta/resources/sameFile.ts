import { itemFile } from '../../shared/http/itemFile';
import type { Session } from '../../shared/http/session';
import type { Call } from '../../shared/table/operation';

/** By run and client: where n8n keeps each file, or the file itself, and the first item that has it. */
const files = new WeakMap<Session, Map<string, Map<string, number>>>();

/** Tells of an item whose file another one of the run sends for the same client: every upload makes a new document (bludelta.md 9.3). */
export function tellSameFile(call: Call, fileName: string, client = ''): void {
	const { session, itemIndex, settings } = call;
	const { id, data } = itemFile(call.context.getInputData()[itemIndex], settings.binaryPropertyName!);
	const run = files.get(session) ?? new Map<string, Map<string, number>>();
	files.set(session, run);
	const ofClient = run.get(client) ?? new Map<string, number>();
	run.set(client, ofClient);
	const first = ofClient.get(id ?? data);
	if (first === undefined) {
		ofClient.set(id ?? data, itemIndex);
		return;
	}
	call.hint(
		`The file "${fileName}" is that of item ${first + 1} too: every upload makes a new document, so it is read once more and may ` +
			'become a second invoice. Put Upload before the node that makes several items of one, such as Split Out',
		'warning',
	);
}
