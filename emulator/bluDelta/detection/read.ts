import { decodePDFRawStream, PDFArray, PDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib';
import type { Box } from './types';

/** A piece of text and where it stands. */
export interface Piece extends Box {
	text: string;
}

/** The dpi of all boxes. */
export const resolution = 200;

const windows1252 = new TextDecoder('windows-1252');
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The text of a page written with the standard fonts (`Tf`, `Td`, `Tm`, `T*`, `Tj`, `TJ`), from top to bottom. Fonts
 * with an encoding of their own come out as nonsense, a scan as nothing.
 */
export function readPage(page: PDFPage): Piece[] {
	const pieces: Piece[] = [];
	const pixels = (points: number) => Math.round((points * resolution) / 72);
	const tokens =
		/\/\S+\s+(?<size>[\d.]+)\s+Tf|(?<leading>[\d.-]+)\s+TL|(?<matrix>(?:[\d.-]+\s+){6})Tm|(?<move>(?:[\d.-]+\s+){2})T[dD]|(?<begin>\bBT\b)|(?<next>T\*)|(?<text><[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\)])*\))\s*Tj|\[(?<array>(?:[^\]\\(]|\((?:\\[\s\S]|[^\\)])*\))*)\]\s*TJ/g;
	let [size, leading, x, y] = [12, 0, 0, 0];
	for (const { groups = {} } of contentOf(page).matchAll(tokens)) {
		if (groups.size) size = Number(groups.size);
		else if (groups.leading) leading = Number(groups.leading);
		else if (groups.begin) [x, y] = [0, 0];
		else if (groups.next) y -= leading;
		else if (groups.matrix) [x, y] = groups.matrix.trim().split(/\s+/).map(Number).slice(4);
		else if (groups.move) {
			const [right, up] = groups.move.trim().split(/\s+/).map(Number);
			[x, y] = [x + right, y + up];
		} else {
			const text = unquote(groups.text ?? groups.array).trim();
			if (text === '') continue;
			const [X, Y] = [pixels(x), pixels(page.getHeight() - y - size)];
			// Half an em a character is near enough for a box.
			pieces.push({ text, X, Y, Width: pixels(text.length * size * 0.5), Height: pixels(size) });
		}
	}
	return pieces.sort((one, other) => one.Y - other.Y);
}

function contentOf(page: PDFPage): string {
	const { node } = page;
	const contents = node.Contents();
	const streams: Array<PDFObject | undefined> =
		contents instanceof PDFArray ? contents.asArray().map((one) => node.context.lookup(one)) : [contents];
	return streams
		.filter((one): one is PDFRawStream => one instanceof PDFRawStream)
		.map((one) => Buffer.from(decodePDFRawStream(one).decode()).toString('latin1'))
		.join('\n');
}

function unquote(source: string): string {
	const strings = source.match(/<[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\)])*\)/g) ?? [];
	const bytes = strings.map((one) =>
		one.startsWith('<')
			? Buffer.from(one.replace(/[<>\s]/g, ''), 'hex')
			: Buffer.from(one.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, unescape), 'latin1'),
	);
	return windows1252.decode(Buffer.concat(bytes));
}

const unescape = (_whole: string, code: string) =>
	/^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (escapes[code] ?? code);
