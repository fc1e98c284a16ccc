import { randomBytes } from 'node:crypto';
import { takeLongMembers } from '../../nodes/BluDelta/wire/longMembers';

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function read(json: string, size: number) {
	const taken: Record<string, { bytes: Buffer; before: string }> = {};
	const text = await takeLongMembers(
		inPieces(Buffer.from(json), size),
		['File', 'ResultPdf'],
		async (name, bytes, before) => {
			const parts: Buffer[] = [];
			for await (const part of bytes) parts.push(part);
			taken[name] = { bytes: Buffer.concat(parts), before };
		},
	);
	return { rest: JSON.parse(text) as unknown, taken };
}

const content = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7 + (at >> 3)) % 256));
const base64 = content.toString('base64');
const small = { FileName: 'Rechnung "März" \\.pdf', Deep: { File: 'kept', List: ['File', { File: 'x' }] } };
const sizes = [1, 2, 3, 5, 7, 64, 100_000];

describe.each(sizes)('a JSON answer in chunks of %i bytes', (size) => {
	it.each([
		['as they are', base64],
		['with escaped slashes', base64.replaceAll('/', '\\/')],
		['with plus and padding as \\u escapes', base64.replaceAll('+', '\\u002B').replaceAll('=', '\\u003d')],
		['with line breaks', base64.replace(/(.{76})/g, '$1\\r\\n')],
		['without padding', base64.replaceAll('=', '')],
	])('gives its files as bytes, %s', async (_, written) => {
		const json = `${JSON.stringify(small).slice(0, -1)}, "File" : "${written}","ResultPdf":"${written}","State":0}`;
		const { rest, taken } = await read(json, size);
		expect(taken.File.bytes.equals(content)).toBe(true);
		expect(taken.ResultPdf.bytes.equals(content)).toBe(true);
		expect(taken.File.before).toContain('"FileName"');
		expect(rest).toEqual({ ...small, File: null, ResultPdf: null, State: 0 });
	});

	it('knows its files in any letter case', async () => {
		const { rest, taken } = await read(`{"file":"${base64}","RESULTPDF":"${base64}"}`, size);
		expect(taken.File.bytes.equals(content)).toBe(true);
		expect(taken.ResultPdf.bytes.equals(content)).toBe(true);
		expect(rest).toEqual({ file: null, RESULTPDF: null });
	});

	it('leaves empty, null and nested members alone', async () => {
		const given = { ...small, File: '', ResultPdf: null, Last: 'File' };
		const { rest, taken } = await read(JSON.stringify(given), size);
		expect(taken).toEqual({});
		expect(rest).toEqual(given);
	});

	it('fails when the answer breaks off within a file', async () => {
		await expect(read(`{"File":"${base64}`, size)).rejects.toThrow('ended in the middle');
		await expect(read('{"File":"', size)).rejects.toThrow();
	});
});

describe('a file of several megabytes', () => {
	const large = randomBytes(3_000_001);
	const written = large.toString('base64');

	it.each([
		['as it is', written],
		['with line breaks', written.replace(/(.{76})/g, '$1\\r\\n')],
	])('arrives whole and in few pieces, %s', async (_, text) => {
		const pieces: Buffer[] = [];
		const json = Buffer.from(`{"File":"${text}"}`);
		await takeLongMembers(inPieces(json, 65_536), ['File'], async (__, bytes) => {
			for await (const piece of bytes) pieces.push(piece);
		});
		expect(Buffer.concat(pieces).equals(large)).toBe(true);
		expect(pieces.length).toBeLessThan(10);
	});

	it('arrives whole in one chunk', async () => {
		const { taken } = await read(`{"File":"${written}"}`, written.length * 2);
		expect(taken.File.bytes.equals(large)).toBe(true);
	});
});
