import { encodedWords } from './encodedWords';

/** What BLU DELTA reads, by the extension that decides it (bludelta.md 3). */
const mimeTypes = new Map([
	['tif', 'image/tiff'],
	['tiff', 'image/tiff'],
	['gif', 'image/gif'],
	['jpeg', 'image/jpeg'],
	// Not in the list of types, but the vendor's own tools send them so.
	['jpg', 'image/jpeg'],
	['png', 'image/png'],
	['pdf', 'application/pdf'],
	['bmp', 'image/bmp'],
	['ico', 'image/x-icon'],
]);

const synonyms = new Map([
	['application/x-pdf', 'application/pdf'],
	['application/acrobat', 'application/pdf'],
	['image/x-ms-bmp', 'image/bmp'],
	['image/vnd.microsoft.icon', 'image/x-icon'],
	['image/jpg', 'image/jpeg'],
	['image/pjpeg', 'image/jpeg'],
	['image/x-png', 'image/png'],
	['image/tif', 'image/tiff'],
]);

/** How files of each type begin. A PDF may have other bytes before its first line. */
const beginnings: Array<[extension: string, begins: (head: Buffer) => boolean]> = [
	['pdf', (head) => head.includes('%PDF-')],
	['png', (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'],
	['jpeg', (head) => head.toString('latin1', 0, 3) === '\xff\xd8\xff'],
	['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
	['tif', (head) => /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head.toString('latin1', 0, 4))],
	// "BM" begins many a text: a header of a known size must follow.
	[
		'bmp',
		(head) =>
			head.length > 18 &&
			head.toString('latin1', 0, 2) === 'BM' &&
			[12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)),
	],
	['ico', (head) => head.length > 6 && head.readUInt32LE(0) === 0x00010000 && head.readUInt16LE(4) > 0],
];

/** Labels of files whose type nobody knew. n8n's own for those is text/plain. */
const NO_TYPE = /^$|^(application|binary)\/(x-|force-)?(octet-stream|binary|download|unknown)$/;

export const supportedTypes = 'tif, gif, jpeg, png, pdf, bmp and ico';

const extensionOf = (fileName: string): string => /\.([^./\\]+)$/.exec(fileName)?.[1].toLowerCase() ?? '';

/** The MIME type of a file by its name, as far as BLU DELTA knows the type. */
export const mimeTypeOf = (fileName: string): string =>
	mimeTypes.get(extensionOf(fileName)) ?? 'application/octet-stream';

/** A file's name as it was meant: mail programs encode it, and blanks at its end hide its extension. */
export const plainName = (fileName: string): string => encodedWords(fileName).trim();

/**
 * `fileName` with an extension that BLU DELTA takes: its own, else by the MIME type, else by how the file begins (`head` reads
 * that, and is asked only then). Undefined when none fits.
 */
export async function nameToUpload(
	fileName: string,
	mimeType: string | undefined,
	head: () => Promise<Buffer>,
): Promise<string | undefined> {
	const own = extensionOf(fileName);
	// A name that is nothing but an extension is none on many systems.
	if (mimeTypes.has(own))
		return fileName.startsWith('.') && fileName.length === own.length + 1 ? `document.${own}` : fileName;
	const type = (mimeType ?? '').split(';')[0].trim().toLowerCase();
	const [named] = [...mimeTypes].find(([, one]) => one === (synonyms.get(type) ?? type)) ?? [];
	const saysNothing = NO_TYPE.test(type) || (type === 'text/plain' && !own);
	const extension = named ?? beginning(await head(), saysNothing);
	return extension && `${fileName}.${extension}`;
}

/** The type by the first bytes. A file that is called something else, such as an archive, may hold a PDF and be none. */
function beginning(head: Buffer, saysNothing: boolean): string | undefined {
	const [extension] = beginnings.find(([, begins]) => begins(head)) ?? [];
	const isSure =
		saysNothing || extension !== 'pdf' || /^(?:\xef\xbb\xbf)?[\s\0]*%PDF-/.test(head.toString('latin1'));
	return isSure ? extension : undefined;
}

/** No file of any of the types is smaller, in bytes. */
const SMALLEST = 26;

/**
 * Why a file can hardly be the document that its name promises; undefined for all that may be one. `head`: its first bytes. What was
 * `odd` about its writing counts only where it does not begin as a document does.
 */
export function flawOf(fileName: string, head: Buffer, size: number, odd: boolean): string | undefined {
	if (size < SMALLEST) return `a file of ${size} bytes`;
	if (beginnings.some(([, begins]) => begins(head))) return undefined;
	if (odd) return 'a file that is no base64';
	const own = extensionOf(fileName);
	if (own && !mimeTypes.has(own)) return undefined;
	const text = head.toString('latin1');
	if (/^(?:\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)\b/i.test(text))
		return 'a web page in place of the file';
	return /^[\t\n\r\x20-\x7e]*$/.test(text) ? 'a text in place of the file' : undefined;
}
