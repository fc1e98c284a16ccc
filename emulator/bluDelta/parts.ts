import { PDFDocument } from 'pdf-lib';
import { detect } from './detection/detect';
import { readPage } from './detection/read';
import type { Settings } from './settings';
import type { Part } from './state';

const isPdf = (fileName: string) => /\.pdf$/i.test(fileName);

/**
 * What a container will be split into, each part read. An image has no text to be read here, so nothing is found in
 * it. A PDF that cannot be opened is one part without a detection result.
 */
export async function partsOf(
	fileName: string,
	content: Buffer,
	into: Settings['splitInto'],
): Promise<Part[]> {
	const unread = () => ({ content, detection: detect([]) });
	if (!isPdf(fileName)) return Array.from({ length: into === 'pages' ? 1 : into }, unread);
	const pdf = await open(content);
	if (!pdf) return [{ content }];
	const count = into === 'pages' ? pdf.getPageCount() : into;
	if (count === 1) return [{ content, detection: detect(pdf.getPages().flatMap(readPage)) }];
	return await Promise.all(Array.from({ length: count }, async (_, index) => await cut(pdf, index, count)));
}

/** The `index`-th of `count` runs of pages; with too few pages the last one again. */
async function cut(pdf: PDFDocument, index: number, count: number): Promise<Part> {
	const pages = pdf.getPageCount();
	const from = Math.min(Math.floor((index * pages) / count), pages - 1);
	const to = Math.max(Math.floor(((index + 1) * pages) / count), from + 1);
	const part = await PDFDocument.create();
	const wanted = Array.from({ length: to - from }, (_, offset) => from + offset);
	for (const page of await part.copyPages(pdf, wanted)) part.addPage(page);
	const detection = detect(pdf.getPages().slice(from, to).flatMap(readPage));
	return { content: Buffer.from(await part.save()), detection };
}

async function open(content: Buffer): Promise<PDFDocument | undefined> {
	// Without the pointer at its end a file is searched byte by byte, for many seconds.
	const isWhole =
		content.subarray(0, 1024).includes('%PDF-') && content.subarray(-1024).includes('startxref');
	if (!isWhole) return undefined;
	try {
		const pdf = await PDFDocument.load(content, { updateMetadata: false });
		return pdf.getPageCount() > 0 ? pdf : undefined;
	} catch {
		return undefined;
	}
}

/** The PDF that shows what was read, or undefined when none can be made (bludelta.md 5.3). */
export async function resultPdf(fileName: string, content: Buffer): Promise<Buffer | undefined> {
	if (!isPdf(fileName)) return undefined;
	const pdf = await open(content);
	pdf?.setTitle(`Result of ${fileName}`);
	return pdf && Buffer.from(await pdf.save());
}
