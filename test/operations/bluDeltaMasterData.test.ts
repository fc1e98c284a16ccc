import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { binaryItem } from '../engine/binary';

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));

const journal = (path: string) => stage.emulator.journal.filter({ path });

describe('master data', () => {
	const rows = { source: 'fields', type: 'SupplierMasterData', binaryPropertyName: 'data' };
	const stored = () => stage.emulator.bluDelta.state.resources.get('SupplierMasterData')?.content.toString();
	const row = {
		supplierId: 'S-1',
		name: 'Stein "Kies" GmbH',
		street: 'Weg\t1',
		zipCode: '5020',
		city: 'Salzburg',
		country: 'AT',
		ustIds: 'atu 12312312',
		ibans: 'at12 3450 0000 0901 2345 | DE02120300000000202051',
	};
	const line =
		'"S-1"\t"Stein ""Kies"" GmbH"\t"Weg 1"\t"5020"\t"Salzburg"\t"AT"\t"ATU12312312"\t"AT123450000009012345|DE02120300000000202051"';

	it('makes the CSV of rows', async () => {
		const { items, error } = await stage.run('masterData', 'upload', { ...rows, rows: { values: [row] } });
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({
			type: 'SupplierMasterData',
			fileName: 'SupplierMasterData.csv',
			rows: 1,
			uploaded: true,
		});
		expect(stored()?.split('\r\n')).toEqual([
			'"SupplierId"\t"Name"\t"Street+No"\t"ZipCode"\t"City"\t"Country"\t"Ustids"\t"Ibans"\t"Emails-Addresses"\t"ClientId"',
			`${line}\t""\t""`,
			'',
		]);
	});

	it('makes one CSV of all items, without headings when told', async () => {
		const items = [{ json: row }, { json: { ...row, senderEmailAddresses: ['a@x.com', 'b@x.com'] } }];
		const { items: out } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'items', rows: {}, additionalFields: { withHeadings: false } },
			{ items },
		);
		expect(out).toHaveLength(1);
		expect(out[0].json.rows).toBe(2);
		expect(out[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(stored()?.split('\r\n')).toEqual([
			`${line}\t""\t""\t""`,
			`${line}\t""\t""\t"a@x.com|b@x.com"`,
			'',
		]);
		expect(journal('/upload/resource')).toHaveLength(1);
	});

	it.each([
		[
			{ 'Supplier ID': 'S-1', Name: 'A', 'VAT ID': 'atu1', IBANs: 'AT1\nAT2' },
			['S-1', 'A', 'ATU1', 'AT1|AT2'],
		],
		[
			{ supplier_id: 'S-1', NAME: 'A', Ustids: ['a', 'b'], iban: 'AT1\r\n AT 2 ' },
			['S-1', 'A', 'A|B', 'AT1|AT2'],
		],
		[
			{ supplierId: 'S-1', name: 'A', ibans: '', IBAN: 'at12 34', ustIds: null, UID: ' ', VAT: 'x' },
			['S-1', 'A', 'X', 'AT1234'],
		],
		[
			{
				'Supplier ID': ' ',
				supplierId: 'S-1',
				Name: 'A',
				IBAN: 'at1',
				Ibans: ['at2;at3', 'at1'],
				ustIds: [],
			},
			['S-1', 'A', '', 'AT1|AT2|AT3'],
		],
		[{ supplierId: 'S-1', SupplierId: 'S-1 ', name: 'A', vat: 'a', uid: 'b' }, ['S-1', 'A', 'A|B', '']],
		[{ SupplierId: 7, name: 'A', 'VAT IDs': 'a;b,c|d', Ibans: 'x' }, ['7', 'A', 'A|B|C|D', 'X']],
	])(
		'knows its columns by what people call them, and several values by their line breaks: %j',
		async (given, cells) => {
			const items = [{ json: given }];
			const { error, hints } = await stage.run(
				'masterData',
				'upload',
				{ ...rows, source: 'items', rows: {} },
				{ items },
			);
			expect({ error, hints }).toEqual({ error: undefined, hints: [] });
			const [id, name, , , , , ustIds, ibans] = stored()!
				.split('\r\n')[1]
				.split('\t')
				.map((cell) => cell.slice(1, -1));
			expect([id, name, ustIds, ibans]).toEqual(cells);
		},
	);

	it('tells the values that it can not take', async () => {
		const items = [
			{
				json: {
					...row,
					zip: '9999',
					city: undefined,
					City: { name: 'Wien' },
					iban: [{ a: 1 }],
					Country: ['AT'],
					country: null,
				},
			},
		];
		const { hints, error } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'items', rows: {} },
			{ items: items },
		);
		expect(error).toBeUndefined();
		expect(hints).toEqual([expect.stringMatching(/are left out: zip, City, iban, Country$/)]);
	});

	it('tells the columns that it does not have', async () => {
		const items = [{ json: { ...row, Discount: 3, Colour: 'red' } }, { json: { ...row, Colour: 'blue' } }];
		const { hints } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'items', rows: {} },
			{ items },
		);
		expect(hints).toEqual([expect.stringMatching(/left out: Discount, Colour\. It has supplierId, name,/)]);
	});

	it.each([
		['list.xlsx', Buffer.from('PK')],
		['list.csv', Buffer.from('PK\x03\x04 workbook', 'latin1')],
		['list', Buffer.from('%PDF-1.4')],
		['old.xls', Buffer.from('x')],
	])('refuses %s, which is no CSV, before it is sent', async (name, content) => {
		const items = [await binaryItem(content, name, 'application/octet-stream')];
		const { error } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'file', rows: {} },
			{ items },
		);
		expect(error).toMatchObject({
			message: expect.stringMatching(new RegExp(`"${name}" is no CSV`)),
			description: expect.stringMatching(/Input Items/),
		});
		expect(stage.emulator.journal.entries).toEqual([]);
	});

	it('speaks of CSV when BLU DELTA refuses the type', async () => {
		stage.emulator.faults.add({ match: { path: '/api/upload/resource' }, status: 415 });
		const { error } = await stage.run('masterData', 'upload', { ...rows, rows: { values: [row] } });
		expect(error?.description).toMatch(/master data as CSV/);
	});

	it('sends a ready file as it is', async () => {
		const items = [await binaryItem(Buffer.from(`${line}\t""\t""\r\n`), 'own.csv', 'text/csv')];
		const { items: out } = await stage.run(
			'masterData',
			'upload',
			{ ...rows, source: 'file', rows: {} },
			{ items },
		);
		expect(out[0].json).toMatchObject({ fileName: 'own.csv', uploaded: true });
		expect(stored()).toBe(`${line}\t""\t""\r\n`);
	});

	it.each([
		['no rows', {}, /'Rows' needs at least one row/],
		['a row without its id', { values: [{ name: 'Stein' }] }, /Row 1 has no supplierId or no name/],
	])('refuses %s before anything is sent', async (_, given, message) => {
		const { error } = await stage.run('masterData', 'upload', { ...rows, rows: given });
		expect(error?.message).toMatch(message);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});
