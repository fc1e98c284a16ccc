import type { IBinaryData } from 'n8n-workflow';
import { Failed, tried } from '../failure';
import type { Context } from './session';
import { streamOf, type Stream } from './stream';

/** What a disk, or a database, says that does not take the file. */
const DISK =
	/\b(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOENT|EMFILE|ENFILE)\b|no space left|read-only file system/i;
const DATABASE = /\b(SQLITE_\w+|SQLITE|database|relation|QueryFailedError)\b/i;

/** It is n8n that failed, not the service: the file came. `cost`: what it costs that it has to come again, as a sentence. */
function notStored(fileName: string, said: string, cost?: string): Failed {
	const where = DISK.test(said)
		? 'the disk where it keeps files'
		: DATABASE.test(said)
			? 'its database, where it keeps files'
			: 'the place where it keeps files (memory, disk, database or S3)';
	return new Failed({
		kind: 'unexpected',
		code: 'notStored',
		message: `n8n could not store the file "${fileName}" in ${where}: ${said}`,
		advice: ['Make room there or mend it, then run it again', cost].filter(Boolean).join('. '),
	});
}

/**
 * Stores an answer's file, streamed where n8n can, under a name that is safe on any system. Throws `Failed` when n8n can't (`cost` as
 * in `notStored`), and what the content itself throws as it came.
 */
export async function storeFile(
	context: Context,
	content: Stream,
	fileName: string,
	mimeType: string,
	cost?: string,
): Promise<IBinaryData> {
	const safe = fileName.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_').slice(-200);
	const pieces = content[Symbol.asyncIterator]();
	let broken: { error: unknown } | undefined;
	async function* watched() {
		for (;;) {
			const piece = (await pieces.next().catch((error: unknown) => {
				broken = { error };
				throw error;
			})) as IteratorResult<Buffer>;
			if (piece.done) return;
			yield piece.value;
		}
	}
	const stream = streamOf(content, watched()) as unknown as Buffer;
	const { value, failure } = await tried(context.helpers.prepareBinaryData(stream, safe, mimeType));
	if (value) return value;
	content.destroy();
	throw broken ? broken.error : notStored(fileName, failure.message, cost);
}
