import type { IBinaryData } from 'n8n-workflow';
import { Failed, tried } from '../../shared/failure';
import { storeFile } from '../../shared/http/storeFile';
import type { Context } from '../../shared/http/session';
import { streamOf, type Stream } from '../../shared/http/stream';
import type { Oddities } from './base64Text';
import { flawOf, mimeTypeOf } from './fileTypes';

const COST = 'One of the three downloads of this document is used up';

/** The files of one answer, on their way into n8n's binary store. */
export class StoredFiles {
	private file?: IBinaryData;
	private resultPdf?: IBinaryData;
	private about?: { head: Buffer; size: number; odd: boolean };

	constructor(private readonly context: Context) {}

	/** Stores a member of the answer; `name`: the document's, where it came before. Throws `Failed` when n8n cannot. */
	async store(
		member: string,
		like: Stream,
		bytes: AsyncIterable<Buffer>,
		name = 'document',
		oddities: Oddities = {},
	): Promise<void> {
		const [key, fileName] =
			member === 'File' ? (['file', name] as const) : (['resultPdf', resultName(name)] as const);
		const pieces = bytes[Symbol.asyncIterator]();
		const next = async (): Promise<Buffer | undefined> => {
			const { value: piece, failure } = await tried(pieces.next());
			if (failure) throw inTheMiddle(fileName);
			if (piece.done) return undefined;
			return piece.value.length ? piece.value : await next();
		};
		const first = await next();
		// Blanks or padding alone: there is no file.
		if (!first) return;
		let size = 0;
		async function* watched(piece: Buffer | undefined) {
			for (; piece; piece = await next()) {
				size += piece.length;
				yield piece;
			}
		}
		// The piece may be gone once it is stored.
		const head = Buffer.from(first.subarray(0, 1024));
		const content = streamOf(like, watched(first));
		this[key] = await storeFile(this.context, content, fileName, mimeTypeOf(fileName), COST);
		if (key === 'file') this.about = { head, size, odd: !!oddities.foreign || !!oddities.cut };
	}

	/** Why the file can hardly be the document that it should be; undefined for all that may be one. */
	flaw({ FileName = '' }: { FileName?: string }): string | undefined {
		const { about } = this;
		return about && flawOf(FileName, about.head, about.size, about.odd);
	}

	/** The files, by the name that the whole answer gives the document: it may have come after them. */
	named({ FileName }: { FileName?: string }): { file?: IBinaryData; resultPdf?: IBinaryData } {
		const { file, resultPdf } = this;
		return {
			...(file && { file: FileName ? renamed(file, FileName) : file }),
			...(resultPdf && { resultPdf: FileName ? renamed(resultPdf, resultName(FileName)) : resultPdf }),
		};
	}
}

const resultName = (name: string) => `${name.replace(/\.[^.]+$/, '')}-result.pdf`;

/** A file stored before its name was known. */
function renamed(file: IBinaryData, name: string): IBinaryData {
	if (!/^document(-result\.pdf)?$/.test(file.fileName ?? '')) return file;
	const fileName = name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_').slice(-200);
	const fileExtension = /\.([^.]+)$/.exec(fileName)?.[1];
	return { ...file, fileName, ...(fileExtension && { fileExtension }), mimeType: mimeTypeOf(fileName) };
}

const inTheMiddle = (fileName: string): Failed =>
	new Failed({
		kind: 'stateUnknown',
		message: `BLU DELTA's answer broke off in the middle of the file "${fileName}"`,
		advice:
			'The document comes again, but one of its three downloads is used up. Mend the connection, then run it again',
	});
