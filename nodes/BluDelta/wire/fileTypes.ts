/** What BLU DELTA reads, by the extension that decides it (bludelta.md 3). */
const mimeTypes: Record<string, string> = {
	tif: 'image/tiff',
	tiff: 'image/tiff',
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	// Not in the list of types, but the vendor's own tools send them so.
	jpg: 'image/jpeg',
	png: 'image/png',
	pdf: 'application/pdf',
	bmp: 'image/bmp',
	ico: 'image/x-icon',
};

const synonyms: Record<string, string> = {
	'application/x-pdf': 'application/pdf',
	'image/x-ms-bmp': 'image/bmp',
	'image/vnd.microsoft.icon': 'image/x-icon',
	'image/jpg': 'image/jpeg',
	'image/tif': 'image/tiff',
};

export const supportedTypes = 'tif, gif, jpeg, png, pdf, bmp and ico';

const extensionOf = (fileName: string): string => /\.([^./\\]+)$/.exec(fileName)?.[1].toLowerCase() ?? '';

/** The MIME type of a file by its name, as far as BLU DELTA knows the type. */
export const mimeTypeOf = (fileName: string): string =>
	mimeTypes[extensionOf(fileName)] ?? 'application/octet-stream';

/** `fileName` with an extension that BLU DELTA takes, added by the MIME type where it lacks one; undefined when neither fits. */
export function nameToUpload(fileName: string, mimeType: string | undefined): string | undefined {
	if (extensionOf(fileName) in mimeTypes) return fileName;
	const type = (mimeType ?? '').split(';')[0].trim().toLowerCase();
	const extension = Object.keys(mimeTypes).find((one) => mimeTypes[one] === (synonyms[type] ?? type));
	return extension && `${fileName}.${extension}`;
}
