import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';
import { dispositionName } from '../../nodes/BlueTape/dispositionName';
import { openFile } from '../../nodes/shared/http/files';
import { storeFile } from '../../nodes/shared/http/storeFile';
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
			head: expect.any(Function),
			content: expect.any(Function),
		});
		expect(await file.head()).toEqual(content.subarray(0, 1024));
		expect(await file.content()).toEqual(content);
		expect(await file.content()).toBe(await file.content());
	});

	const parts = [Buffer.alloc(2000, 'x'), Buffer.alloc(2000, 'y')];
	it('on the disk is opened anew for each reading, and for its beginning', async () => {
		const { context, opened } = stage({ data: { ...about, id: 'filesystem-v2:7' } }, parts);
		const file = await openFile(context, 1, 'data');
		expect(file).toMatchObject({ ...about, size: 15 });
		expect(opened).toEqual([]);
		expect(await file.head()).toEqual(Buffer.alloc(1024, 'x'));
		expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
		expect(await file.content()).toBe(opened[1]);
		expect(await file.content()).toBe(opened[2]);
	});

	it('in a database is read once, its beginning included, and anew only when it is wanted again', async () => {
		const { context, opened } = stage({ data: { ...about, id: 'database:7' } }, parts);
		const file = await openFile(context, 1, 'data');
		expect(await file.head()).toEqual(Buffer.alloc(1024, 'x'));
		expect(await file.head()).toEqual(Buffer.alloc(1024, 'x'));
		const read = async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of (await file.content()) as AsyncIterable<Buffer>) chunks.push(chunk);
			return Buffer.concat(chunks);
		};
		expect(await read()).toEqual(Buffer.concat(parts));
		expect(opened).toHaveLength(1);
		expect(await read()).toEqual(Buffer.concat(parts));
		expect(opened).toHaveLength(2);
	});

	it.each(['s3:7', 'azure:7', 'filesystem-v2:7'])(
		'elsewhere (%s) is closed after its beginning',
		async (id) => {
			const { context, opened } = stage({ data: { ...about, id } }, parts);
			const file = await openFile(context, 1, 'data');
			expect((await file.head()).toString()).toBe('x'.repeat(1024));
			expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
			expect(await file.content()).toBe(opened[1]);
		},
	);

	it('keeps no more of its bytes for a look at its beginning than that, in no mode', async () => {
		const { context } = stage({ data: { ...about, id: 'database:7' } }, [Buffer.alloc(1_000_000, 'x')]);
		const head = await (await openFile(context, 1, 'data')).head();
		expect(head.buffer.byteLength).toBeLessThan(20_000);
	});

	it('of many in a database, those up to 64 MB stay open until they are sent', async () => {
		const megabytes = 10;
		const { context, opened } = stage({ data: { ...about, id: 'database:7' } }, parts);
		context.helpers.getBinaryMetadata = async () => ({ fileSize: megabytes * 1024 * 1024 });
		const files = await Promise.all(
			Array.from({ length: 20 }, async () => await openFile(context, 1, 'data')),
		);
		const open = () => opened.filter(({ destroyed }) => !destroyed).length;
		for (const file of files) await file.head();
		expect([opened.length, open()]).toEqual([20, 6]);
		// What was sent makes room.
		for (const file of files) for await (const _ of (await file.content()) as AsyncIterable<Buffer>) continue;
		expect([opened.length, open()]).toEqual([34, 0]);
		const others = await Promise.all(
			Array.from({ length: 9 }, async () => await openFile(context, 1, 'data')),
		);
		for (const file of others) await file.head();
		expect(open()).toBe(6);
		// Another run has room of its own.
		const other = stage({ data: { ...about, id: 'database:7' } }, parts);
		await (await openFile(other.context, 1, 'data')).head();
		expect(other.opened[0].destroyed).toBe(false);
	});

	it.each(['filesystem-v2:7', 'database:7'])('that is empty begins with nothing (%s)', async (id) => {
		const { context } = stage({ data: { ...about, id } });
		expect(await (await openFile(context, 1, 'data')).head()).toEqual(Buffer.alloc(0));
	});
});

describe('a file of which little is known', () => {
	const opened = async (file: object) => await openFile(stage({ data: file }).context, 1, 'data');

	it('is bytes of any kind, without a name', async () =>
		expect(await opened({ data: 'AAAA' })).toMatchObject({
			fileName: undefined,
			mimeType: 'application/octet-stream',
			size: 3,
		}));

	it('has a name that is a text, where an expression has made it a number', async () =>
		expect(await opened({ fileName: 2026, data: 'AAAA' })).toMatchObject({ fileName: '2026' }));
});

describe('the content of a file in memory', () => {
	const read = async (data: string, more: object = { fileName: 'a.pdf' }) => {
		const file = await openFile(stage({ data: { mimeType: 'a/b', ...more, data } }).context, 1, 'data');
		return ((await file.content()) as Buffer).toString();
	};

	it.each([
		['JVBERi0=', '%PDF-'],
		['JVBE\nRi0=\n', '%PDF-'],
		['data:application/pdf;base64,JVBERi0=', '%PDF-'],
		['\n DATA:,JVBERi0=', '%PDF-'],
		['Pz8-', '??>'],
		['', ''],
	])('%j is %j', async (data, content) => expect(await read(data)).toBe(content));

	it.each(['Dear all!', '!AAAA', 'AAAA!', 'AA=A', 'see data:,AAAA'])(
		'is not sent when it is text: %s',
		async (data) => {
			await expect(read(data)).rejects.toMatchObject({
				failure: {
					kind: 'input',
					message: 'The file "a.pdf" holds text that is no base64',
					advice: "Make a file of it first, with n8n's Convert to File",
				},
			});
		},
	);

	it('is not sent when it is text, of a file without a name either', async () => {
		await expect(read('Dear all!', {})).rejects.toMatchObject({
			failure: { message: 'The file holds text that is no base64' },
		});
	});
});

it('a file that n8n has deleted is not there, and what to do is said', async () => {
	const { context } = stage({ data: { ...about, id: 'filesystem-v2:7' } });
	context.helpers.getBinaryMetadata = async () => await Promise.reject(new Error('ENOENT'));
	await expect(openFile(context, 1, 'data')).rejects.toMatchObject({
		failure: {
			kind: 'input',
			message: 'The file "a.pdf" is not where n8n stored it: ENOENT',
			advice: 'Run the node that reads the file again. n8n deletes files with the executions that made them',
		},
	});
});

it.each([
	['Angebot ä.pdf', 'Angebot ä.pdf'],
	['../a\\b:*?"<>|c.pdf', '.._a_b_c.pdf'],
	['a\u0000\u001f\n.pdf', 'a_.pdf'],
	[`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('a file called %j is stored as %j', async (name, safe) => {
	const { context, stored } = stage({});
	expect(await storeFile(context, Readable.from(['content']), name, 'application/pdf')).toBe('stored');
	expect(stored).toEqual([[expect.any(Readable), safe, 'application/pdf']]);
});

describe('a file that can not be stored', () => {
	/** What is thrown where n8n stores by `take`. */
	async function failing(content: Readable, take: (content: Readable) => Promise<void>, cost?: string) {
		const { context } = stage({});
		context.helpers.prepareBinaryData = (async (stream: Readable) => await take(stream)) as never;
		return await storeFile(context, content, 'a.pdf', 'application/pdf', cost).catch(
			(error: unknown) => error,
		);
	}
	const full = async () => await Promise.reject(new Error('ENOSPC: no space left on device, write'));

	it.each([
		['ENOSPC: no space left on device, write', 'the disk where it keeps files'],
		['relation "binary_data" does not exist', 'its database, where it keeps files'],
		['Access Denied', 'the place where it keeps files (memory, disk, database or S3)'],
	])("is told as n8n's failure: %s", async (said, where) => {
		const content = Readable.from([Buffer.from('a')]);
		expect(await failing(content, async () => await Promise.reject(new Error(said)))).toMatchObject({
			failure: {
				kind: 'unexpected',
				code: 'notStored',
				message: `n8n could not store the file "a.pdf" in ${where}: ${said}`,
				advice: 'Make room there or mend it, then run it again',
			},
		});
		expect(content.destroyed).toBe(true);
	});

	it('and what that costs', async () =>
		expect(await failing(Readable.from(['a']), full, 'It is gone')).toMatchObject({
			failure: { advice: 'Make room there or mend it, then run it again. It is gone' },
		}));

	it('is so too where n8n breaks off in the middle', async () => {
		const take = async (stream: Readable) => {
			for await (const _ of stream) return await full();
		};
		expect(await failing(Readable.from(['a', 'b']), take)).toMatchObject({ failure: { code: 'notStored' } });
		const breaking = async (stream: Readable) => {
			stream.once('data', () => stream.destroy(new Error('EIO')));
			await new Promise((_resolve, reject) => stream.once('error', reject));
		};
		expect(await failing(Readable.from(['a', 'b']), breaking)).toMatchObject({
			failure: { code: 'notStored' },
		});
	});

	it('because it does not come whole fails as its own stream does', async () => {
		const lost = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
		async function* broken() {
			yield Buffer.from('a');
			throw lost;
		}
		const take = async (stream: Readable) => {
			for await (const _ of stream) continue;
		};
		expect(await failing(Readable.from(broken()), take)).toBe(lost);
	});
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
