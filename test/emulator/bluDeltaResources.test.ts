import { invoicePdf } from '../pdf';
import { bluDeltaCalls, failed, refused } from './bluDeltaCalls';

const api = bluDeltaCalls();

const csv = (...rows: string[][]) =>
	rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join('\t')).join('\r\n');
const client = [
	'C-1',
	'Bau "Nord"\tGmbH\nLinz',
	'Weg 1',
	'4020',
	'Linz',
	'AT',
	'ATU1|ATU2',
	'AT611904300234573201',
];
const supplier = (id: string, changes: Record<number, string> = {}) =>
	Object.assign([id, 'Name', 'Weg 1', '5020', 'Salzburg', 'AT', '', '', 'a@example.com', 'C-1'], changes);
const clientHead = ['ClientId', 'Name', 'Street+No', 'ZipCode', 'City', 'Country', 'Ustids', 'Ibans'];

const upload = async (text: string, rest: object = {}) =>
	await api.call('POST', '/upload/resource', {
		...{ Type: 'ClientMasterData', FileName: 'resource.csv', File: Buffer.from(text).toString('base64') },
		...rest,
	});
const stored = () => api.emulator.bluDelta.state.resources;

test('keeps file and rows, with or without a header, in place of what there was', async () => {
	expect((await upload(csv(client, client))).json).toEqual({ State: 0, Message: '' });
	expect(stored().get('ClientMasterData')?.rows).toEqual([client, client]);
	await upload(`${csv(clientHead, client)}\r\n`, { Name: 'n', Description: 'd' });
	expect(stored().get('ClientMasterData')).toEqual({
		...{ fileName: 'resource.csv', rows: [client] },
		content: Buffer.from(`${csv(clientHead, client)}\r\n`),
	});
});

test('a mark of the byte order is no value', async () => {
	expect((await upload(`\uFEFF${csv(client)}`)).json.State).toBe(0);
	expect((await upload('\uFEFF')).json).toEqual(failed(/Row 1: 0 values/));
});

test('the last column of suppliers may be missing', async () => {
	const reply = await upload(csv(supplier('S-1'), [...supplier('S-2'), 'x@example.com']), {
		Type: 'SupplierMasterData',
	});
	expect(reply.json.State).toBe(0);
	expect(
		stored()
			.get('SupplierMasterData')
			?.rows.map((row) => row.length),
	).toEqual([10, 11]);
});

test('other types are kept as they are', async () => {
	expect((await upload(csv(['a', 'b']), { Type: 'CostCenters' })).json.State).toBe(0);
	expect(stored().get('CostCenters')?.rows).toEqual([['a', 'b']]);
});

const bad: Array<[string, string, object, RegExp]> = [
	['values without quotes', 'C-1\tName', {}, /Line 1.*quoted/],
	['a comma between values', '"C-1","Name"', {}, /tab/],
	['a lone quote', csv(client).replace('""Nord""', '"Nord"'), {}, /quoted/],
	['a value too few', csv(client, client.slice(1)), {}, /Row 2: 7 values/],
	['a value too many', csv([...client, 'x']), {}, /9 values/],
	['suppliers with a value too few', csv(supplier('S').slice(1)), { Type: 'SupplierMasterData' }, /9 values/],
	['no id', csv(['', ...client.slice(1)]), {}, /ClientId/],
	['an IBAN with spaces', csv([...client.slice(0, 7), 'AT61 1904']), {}, /Ibans/],
	['a VAT id in lower case', csv([...client.slice(0, 6), 'atu1', '']), {}, /Ustids/],
	[
		'a header with another column',
		csv([...clientHead.slice(0, 7), 'Iban'], client),
		{},
		/unknown column Iban/,
	],
	['an empty file', '', {}, /empty/],
];

test.each(bad)('State 1: %s', async (_what, text, rest, message) => {
	expect(await upload(text, rest)).toMatchObject({ status: 200, json: failed(message) });
	expect(stored().size).toBe(0);
});

test('takes CSV only, and the documented members', async () => {
	expect(await upload(csv(client), { FileName: 'resource.xlsx' })).toMatchObject({
		...{ status: 415, json: refused('UnsupportedMediaType') },
	});
	expect((await upload(csv(client), { Type: '' })).status).toBe(400);
	expect((await upload(csv(client), { Encoding: 'utf8' })).status).toBe(400);
});

describe('the supplier of a document', () => {
	const details = { SenderVatId: 'ATU 7', Iban: 'AT61 1904' };
	const cases: Array<[string, string[][], string | undefined]> = [
		['by VAT id', [supplier('S-1'), supplier('S-2', { 6: 'ATU1|ATU7' })], 'S-2'],
		['by IBAN', [supplier('S-1'), supplier('S-2', { 7: 'AT611904' })], 'S-2'],
		['by name', [supplier('S-1', { 1: 'Alpenholz Baustoffe GmbH' })], 'S-1'],
		['by the address of the mail', [supplier('S-1', { 10: 'b@example.com|mail@example.com' })], 'S-1'],
		[
			'by the address between two that fit alike',
			[supplier('S-1', { 6: 'ATU7', 10: '' }), supplier('S-2', { 6: 'ATU7', 10: 'mail@example.com' })],
			'S-2',
		],
		['none', [supplier('S-1')], undefined],
	];
	test.each(cases)('%s', async (_how, rows, expected) => {
		await upload(csv(...rows), { Type: 'SupplierMasterData' });
		const SenderEmail = 'mail@example.com';
		await api.upload(await invoicePdf({ details }), { AdditionalProperties: [{ SenderEmail }] });
		const found = expected === undefined ? [] : [{ SupplierId: expected }];
		expect((await api.next()).json.AdditionalProperties).toEqual([{ SenderEmail }, ...found]);
	});
});
