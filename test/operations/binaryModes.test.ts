import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { printInvoices } from '../../emulator/bluDelta/print';
import { binaryContent, binaryItem } from '../engine/binary';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { invoice, next } from './documents';
import { PDF, prepare } from './world';

// n8n keeps an item's files beside its JSON, or in it (`binaryMode: combined`), and on disk or in memory. And a field may hold a
// file where another holds the file's name.

let blueTape: BlueTapeStage;
let bluDelta: BluDeltaStage;
withBlueTape((started) => (blueTape = started));
withBluDelta((started) => (bluDelta = started));
let pdf: Buffer;
beforeAll(async () => void (pdf = await printInvoices([invoice])));

const onDisk = async (content: Buffer, fileName = 'invoice.pdf') =>
	await binaryItem(content, fileName, 'application/pdf');
const inMemory = async (content: Buffer, fileName = 'invoice.pdf'): Promise<INodeExecutionData> => ({
	json: {},
	binary: {
		data: {
			data: content.toString('base64'),
			mimeType: 'application/pdf',
			fileName,
		},
	},
});

const csv = `${['S-1', 'Stein', ...Array<string>(8).fill('')].map((cell) => `"${cell}"`).join('\t')}\r\n`;
const separate = [
	'data',
	'={{ $binary.data }}',
	"={{ $('Start').item.binary.data }}",
	'={{ $binary[`data`] }}',
];
const combined = ['data', '_files.data', '={{ $json._files.data }}', "={{ $('Start').item._files.data }}"];

describe.each([
	...separate.map((field) => ({ binaryMode: 'separate' as const, field, held: onDisk, where: 'on disk' })),
	...separate.map((field) => ({
		binaryMode: 'separate' as const,
		field,
		held: inMemory,
		where: 'in memory',
	})),
	...combined.map((field) => ({ binaryMode: 'combined' as const, field, held: onDisk, where: 'on disk' })),
	// n8n puts what is held in memory on disk on the way.
	...combined.map((field) => ({
		binaryMode: 'combined' as const,
		field,
		held: inMemory,
		where: 'in memory',
	})),
])('a file $where, binary mode $binaryMode, as $field', ({ binaryMode, field, held }) => {
	it('is attached to an invoice', async () => {
		await prepare(blueTape.emulator, ['invoice']);
		const { items, error } = await blueTape.run(
			'invoice',
			'uploadFile',
			{ invoiceId: 'INV-1', binaryPropertyName: field },
			{ items: [await held(PDF)], binaryMode },
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ fileName: 'invoice.pdf', fileSize: PDF.length });
		const sent = await blueTape.run(
			'invoice',
			'downloadFile',
			{ invoiceId: 'INV-1', binaryPropertyName: 'copy' },
			{ binaryMode },
		);
		expect(sent.items[0].binary === undefined).toBe(binaryMode === 'combined');
		expect(await binaryContent(sent.items[0], 'copy')).toEqual(PDF);
	});

	it('is uploaded to be read', async () => {
		const { error } = await bluDelta.run(
			'document',
			'upload',
			{ binaryPropertyName: field },
			{ items: [await held(pdf)], binaryMode },
		);
		expect(error).toBeUndefined();
		const [container] = [...bluDelta.emulator.bluDelta.state.containers.values()];
		expect(container.fileName).toBe('invoice.pdf');
		expect(container.content.equals(pdf)).toBe(true);
	});

	it('is uploaded as master data', async () => {
		const { error } = await bluDelta.run(
			'masterData',
			'upload',
			{ source: 'file', type: 'SupplierMasterData', binaryPropertyName: field },
			{ items: [await held(Buffer.from(csv), 'suppliers.csv')], binaryMode },
		);
		expect(error).toBeUndefined();
		const { content } = bluDelta.emulator.bluDelta.state.resources.get('SupplierMasterData')!;
		expect(content.toString()).toBe(csv);
	});
});

describe.each(['separate', 'combined'] as const)('with binary mode %s', (binaryMode) => {
	it('a document becomes an invoice, its file goes along, and every other file too', async () => {
		await bluDelta.upload(invoice);
		const parameters = { ...next, includeResultPdf: true };
		const { items: documents } = await bluDelta.run('document', 'downloadNext', parameters, { binaryMode });
		const { items: mapped, error } = await bluDelta.run(
			'document',
			'toBlueTapeInvoice',
			{ customerId: 'CUS-1', expectedCurrency: 'USD' },
			{ items: documents, binaryMode },
		);
		expect(error).toBeUndefined();
		expect(mapped[0].json.review).toEqual([]);
		expect(await binaryContent(mapped[0])).toEqual(await binaryContent(documents[0]));
		expect(await binaryContent(mapped[0], 'resultPdf')).toEqual(
			await binaryContent(documents[0], 'resultPdf'),
		);

		await prepare(blueTape.emulator, ['customer']);
		const created = await blueTape.run(
			'invoice',
			'create',
			{ bodySource: 'input' },
			{ items: mapped, binaryMode },
		);
		expect(created.error).toBeUndefined();
		expect(created.hints.join()).not.toContain('_files');

		const id = mapped[0].json.id as string;
		const attached = await blueTape.run(
			'invoice',
			'uploadFile',
			{ invoiceId: '={{ $json.id }}', binaryPropertyName: 'data' },
			{ items: mapped, binaryMode },
		);
		expect(attached.items[0].json).toMatchObject({ invoiceId: id, fileName: 'invoice.pdf' });
	});
});

describe('a field that holds no file', () => {
	const upload = async (binaryPropertyName: unknown, items?: INodeExecutionData[]) =>
		await bluDelta.run('document', 'upload', { binaryPropertyName } as IDataObject, { items });

	it.each([
		[
			'={{ [7] }}',
			"'Input Binary Field' (binaryPropertyName) must be the name of a field that holds a file, or a file as",
		],
		['={{ 7 > 2 }}', "'Input Binary Field' (binaryPropertyName) must be the name of a field"],
		[
			'={{ $binary.scan }}',
			"'Input Binary Field' (binaryPropertyName) is required: it must be the name of a field",
		],
		['=a {{ $binary.data }}', 'has no file of that name'],
	])('%s says what it wants', async (field, message) => {
		const { error } = await upload(field, [await onDisk(pdf)]);
		expect(error?.message).toContain(message);
		expect(bluDelta.emulator.journal.entries).toEqual([]);
	});
});

it.each([new BlueTapeApi(), new BluDeltaApi()])(
	'$displayName signs requests without an expression, which n8n cannot evaluate with binary mode combined',
	async ({ authenticate }) => {
		const sign = authenticate as unknown as (credential: object, options: object) => Promise<object>;
		const options = { url: 'http://a.example', headers: { Accept: 'a/b' } };
		const credential = { apiKey: 'key', accountId: 'who', apiIdentifier: 'who' };
		const signed = await sign(credential, options);
		expect(signed).toMatchObject(options);
		expect(Object.values((signed as typeof options).headers)).toEqual(['a/b', 'key', 'who']);
	},
);
