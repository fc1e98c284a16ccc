import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { itemFile, type FileReference } from '../../nodes/shared/http/itemFile';

// Which file of an item is meant: by name or as the file itself, beside the item's JSON or in it.

const stored: IBinaryData = {
	mimeType: 'application/pdf',
	fileName: 'a.pdf',
	id: 'fs:7',
	data: 'filesystem',
};
const inMemory: IBinaryData = { mimeType: 'application/pdf', fileName: 'b.pdf', data: 'JVBERi0=' };
const { data: _, ...known } = inMemory;

const item = (binary?: INodeExecutionData['binary'], json: object = {}): INodeExecutionData => ({
	json: json as IDataObject,
	...(binary && { binary }),
});

describe('the file', () => {
	it.each<[string, INodeExecutionData, FileReference, IBinaryData]>([
		['beside the JSON', item({ data: inMemory }), 'data', inMemory],
		['in the JSON', item(undefined, { _files: { data: stored } }), 'data', stored],
		['in the JSON, by its path', item(undefined, { _files: { data: stored } }), '_files.data', stored],
		[
			'in the JSON, with a dot in its name',
			item(undefined, { _files: { 'a.pdf': stored } }),
			'a.pdf',
			stored,
		],
		['somewhere in the JSON', item(undefined, { mails: [{ file: stored }] }), 'mails[0].file', stored],
		['without a type', item(undefined, { _files: { a: { data: 'AAAA' } } }), 'a', { data: 'AAAA' } as never],
		['beside the JSON first', item({ data: inMemory }, { _files: { data: stored } }), 'data', inMemory],
		['itself, stored elsewhere', item(), stored, stored],
		[
			'itself, stored elsewhere, without more',
			item(),
			{ mimeType: 'a/b', id: 'fs:8' },
			{ mimeType: 'a/b', id: 'fs:8' } as never,
		],
		['itself, in memory', item(), inMemory, inMemory],
		[
			'as the expression knows it',
			item({ scan: { ...inMemory, fileName: 'c.pdf' }, data: inMemory }),
			known,
			inMemory,
		],
		['that is there twice', item({ one: inMemory, two: { ...inMemory } }), known, inMemory],
	])('%s', (_name, from, reference, file) => {
		expect(itemFile(from, reference)).toEqual(file);
	});

	const nameIt = 'Enter the name of the field in place of the expression. ';
	const nothing = 'This item has no file: put a node that reads or downloads one before this node';
	it.each<[INodeExecutionData, FileReference, string, string]>([
		[item({ data: stored, scan: stored }), 'file', 'no file of that name', 'Files of this item: data, scan'],
		[
			item({ data: stored }, { _files: { scan: stored, note: 'text' } }),
			'file',
			'no file of that name',
			'Files of this item: scan, data',
		],
		[item({ data: stored }), 'toString', 'no file of that name', 'Files of this item: data'],
		[item({}), 'data', 'no file of that name', nothing],
		[item(), 'data', 'no file of that name', nothing],
		[item(undefined, { _files: 'data' }), 'data', 'no file of that name', nothing],
		[item(undefined, { _files: [stored] }), '0', 'no file of that name', nothing],
		[item(undefined, { _files: null, data: 'text' }), 'data', 'no file of that name', nothing],
		[item(undefined, { data: { mimeType: 'a/b' } }), 'data', 'no file of that name', nothing],
		[item(undefined, { data: { mimeType: 'a/b', id: '' } }), 'data', 'no file of that name', nothing],
		[item(undefined, { data: { id: '7' } }), 'data', 'no file of that name', nothing],
		[item(undefined, { a: null }), 'a.b.c', 'no file of that name', nothing],
		[item(undefined, { a: {} }), 'a.constructor.name', 'no file of that name', nothing],
		[
			item({ data: inMemory }),
			{ ...known, fileName: 'c.pdf' },
			'the item has no file like it',
			`${nameIt}Files of this item: data`,
		],
		[item(), known, 'the item has no file like it', nameIt + nothing],
		[
			item({ one: inMemory, two: { ...inMemory, data: 'AAAA' } }),
			known,
			'the item has 2 files like it',
			`${nameIt}Files of this item: one, two`,
		],
	])('of %j that is %j is not there', (from, reference, message, advice) => {
		expect(() => itemFile(from, reference)).toThrow(
			expect.objectContaining({
				failure: expect.objectContaining({
					kind: 'input',
					message: expect.stringContaining(message),
					advice,
				}),
			}),
		);
	});
});
