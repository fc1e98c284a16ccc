import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';
import { dispositionName } from '../../nodes/BlueTape/dispositionName';
import { openFile, storeFile } from '../../nodes/shared/http/files';
import { streamOf } from '../../nodes/shared/http/stream';

// Files of items: in n8n's memory or outside of it, under names that any system takes.

const about = { fileName: 'a.pdf', fileExtension: 'pdf', mimeType: 'application/pdf' };

/** A context with one item of these files, which holds `chunks` of content for each. */
function stage(binary: Record<string, object> | undefined, chunks: Buffer[] = []) {
	const opened: Readable[] = [];
	const stored: unknown[][] = [];
	const helpers = {
		getBinaryMetadata: async (id: string) => ({ fileSize: id.length }),
		getBinaryStream: async () => {
			opened.push(Readable.from(chunks));
			return opened[opened.length - 1];
		},
		prepareBinaryData: async (...given: unknown[]) => {
			stored.push(given);
			return 'stored';
		},
	};
	const items = [{ json: {} }, { json: {}, binary }];
	const context = { getInputData: () => items, helpers } as unknown as IExecuteFunctions;
	return { context, opened, stored };
}

describe('a file of an item', () => {
	it('in memory is read once', async () => {
		const content = Buffer.from(`%PDF ${'x'.repeat(2000)}`);
		const { context } = stage({ data: { ...about, data: content.toString('base64') } });
		const file = await openFile(context, 1, 'data');
		expect(file).toEqual({
			...about,
			size: 2005,
			head: content.subarray(0, 1024),
			content: expect.any(Function),
		});
		expect(await file.content()).toEqual(content);
		expect(await file.content()).toBe(await file.content());
	});

	it('outside of it is opened anew for each reading, and its beginning only is read ahead', async () => {
		const { context, opened } = stage({ data: { ...about, id: 'fs:7' } }, [
			Buffer.alloc(2000, 'x'),
			Buffer.alloc(2000, 'y'),
		]);
		const file = await openFile(context, 1, 'data');
		expect(file).toEqual({
			...about,
			size: 4,
			head: Buffer.alloc(1024, 'x'),
			content: expect.any(Function),
		});
		expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
		expect(await file.content()).toBe(opened[1]);
		expect(await file.content()).toBe(opened[2]);
	});

	it('that is empty begins with nothing', async () => {
		const { context } = stage({ data: { ...about, id: 'fs:7' } });
		expect((await openFile(context, 1, 'data')).head).toEqual(Buffer.alloc(0));
	});
});

it.each([
	['Angebot ä.pdf', 'Angebot ä.pdf'],
	['../a\\b:*?"<>|c.pdf', '.._a_b_c.pdf'],
	['a\u0000\u001f\n.pdf', 'a_.pdf'],
	[`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('a file called %j is stored as %j', async (name, safe) => {
	const { context, stored } = stage({});
	expect(await storeFile(context, 'content', name, 'application/pdf')).toBe('stored');
	expect(stored).toEqual([['content', safe, 'application/pdf']]);
});

it.each([
	['attachment; filename="a b.pdf"', 'a b.pdf'],
	['attachment; filename="a; b.pdf"', 'a; b.pdf'],
	['attachment; filename=a.pdf', 'a.pdf'],
	['attachment; filename=a.pdf; size=3', 'a.pdf'],
	['attachment; FILENAME=" a.pdf "', 'a.pdf'],
	['attachment; filename="x.pdf"; filename*=UTF-8\'\'Angebot%20%C3%A4.pdf', 'Angebot ä.pdf'],
	['attachment; filename*=iso-8859-1\'en\'a%20b.pdf; filename="x.pdf"', 'a b.pdf'],
	['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E0%A4%A', 'x.pdf'],
	["attachment; filename*=UTF-8''%E0%A4%A", undefined],
	['inline', undefined],
	[undefined, undefined],
])('the file name in %p is %p', (header, name) => expect(dispositionName(header)).toBe(name));

describe('a stream of chunks', () => {
	async function* chunks() {
		yield Buffer.from('ab');
		yield Buffer.from('c');
	}

	it('is of the class of another one, and of bytes', async () => {
		class Own extends Readable {}
		const stream = streamOf(new Own(), chunks());
		expect(stream).toBeInstanceOf(Readable);
		expect(stream.readableObjectMode).toBe(false);
		expect(Buffer.concat(await stream.toArray()).toString()).toBe('abc');
	});

	it.each([{}, Object.create(null) as object])('is not made of what is none', (like) => {
		expect(() => streamOf(like as never, chunks())).toThrow(new TypeError('Not a stream that can be read'));
	});
});
