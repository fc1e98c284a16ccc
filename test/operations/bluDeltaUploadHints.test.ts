import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { printInvoices } from '../../emulator/bluDelta/print';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { binaryItem } from '../engine/binary';
import { invoice, next } from './documents';

// An upload that goes well and is not what was meant: of a document that nobody gets, or of one that is there already.

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));
let pdf: Buffer;
beforeAll(async () => void (pdf = await printInvoices([invoice])));

const pdfItem = async (fileName = 'invoice.pdf') => await binaryItem(pdf, fileName, 'application/pdf');
const clients = () => [...stage.emulator.bluDelta.state.containers.values()].map(({ client }) => client);
const parameters = { binaryPropertyName: 'data' };

describe('the client of an upload without one', () => {
	const upload = async (credential: IDataObject, more: IDataObject = {}) => {
		const credentials = { bluDeltaApi: { ...stage.credential, ...credential } };
		const items = [await pdfItem()];
		return await stage.run('document', 'upload', { ...parameters, ...more }, { items, credentials });
	};
	const comes = async (credential: IDataObject) => {
		const credentials = { bluDeltaApi: { ...stage.credential, ...credential } };
		return (await stage.run('document', 'downloadNext', next, { credentials })).items.length === 1;
	};

	it.each<[IDataObject, string]>([
		[{ clients: '' }, ''],
		[{ clients: 'Client1' }, 'Client1'],
		[{ clients: ' Customer1.Client1 , Client1' }, 'Client1'],
		[{ clients: 'Client1', apiIdentifier: 'Customer1.Client1' }, 'Client1'],
		// The customer itself, whose documents are of no client.
		[{ clients: 'Customer1' }, ''],
		[{ clients: 'Customer1, Client1' }, ''],
	])(
		'with the credential %j is "%s", and the document comes to who uploaded it',
		async (credential, client) => {
			const { error, hints } = await upload(credential);
			expect(error).toBeUndefined();
			expect(hints).toEqual([]);
			expect(clients()).toEqual([client]);
			expect(await comes(credential)).toBe(true);
		},
	);

	it('is none where the credential has several, and that is told', async () => {
		const credential = { clients: 'Client1, Client2' };
		const { error, hints } = await upload(credential);
		expect(error).toBeUndefined();
		expect(hints).toEqual([
			expect.stringMatching(/has 2 clients \(Client1, Client2\) and 'Client Access Identifier' names none/),
		]);
		expect(clients()).toEqual(['']);
		expect(await comes(credential)).toBe(false);
	});

	it('is shown in a dry run', async () => {
		const { items } = await upload({ clients: 'Client1' }, { options: { dryRun: true } });
		expect(items[0].json).toMatchObject({ request: { body: { ClientAccessIdentifier: 'Client1' } } });
	});

	it('does not matter where one is told', async () => {
		const additionalFields = { clientAccessIdentifier: 'Client2' };
		const { hints } = await upload({ clients: 'Client1, Client2' }, { additionalFields });
		expect([hints, clients()]).toEqual([[], ['Client2']]);
	});
});

describe('one file on several items', () => {
	const upload = async (items: INodeExecutionData[], more: IDataObject = {}) =>
		await stage.run('document', 'upload', { ...parameters, ...more }, { items });
	const split = (item: INodeExecutionData): INodeExecutionData[] =>
		[1, 2, 3].map((line) => ({ ...item, json: { line } }));
	const inMemory = (content: Buffer): INodeExecutionData => ({
		json: {},
		binary: {
			data: { data: content.toString('base64'), mimeType: 'application/pdf', fileName: 'invoice.pdf' },
		},
	});

	it.each<[string, () => Promise<INodeExecutionData[]>]>([
		['where n8n keeps it on disk', async () => split(await pdfItem())],
		['where n8n keeps it in memory', async () => [1, 2, 3].map(() => inMemory(Buffer.from(pdf)))],
	])('is sent as often as told, and a warning says so: %s', async (_, items) => {
		const { error, hints, run } = await upload(await items());
		expect(error).toBeUndefined();
		expect(clients()).toHaveLength(3);
		expect(hints).toEqual([
			expect.stringMatching(/^The file "invoice\.pdf" is that of item 1 too: .* \[item 2, 3\]$/),
		]);
		expect(run.data.resultData.runData.Node.at(-1)?.hints).toMatchObject([{ type: 'warning' }]);
	});

	it('is no news where the files are others, or the clients', async () => {
		const others = [await pdfItem(), await pdfItem(), inMemory(pdf), inMemory(Buffer.from('%PDF-1.4'))];
		expect((await upload(others)).hints).toEqual([]);
		const [first, second] = split(await pdfItem());
		const items = [
			{ ...first, json: { client: 'Client1' } },
			{ ...second, json: { client: 'Client2' } },
		];
		const additionalFields = { clientAccessIdentifier: '={{ $json.client }}' };
		expect((await upload(items, { additionalFields })).hints).toEqual([]);
		const again = [...items, { ...first, json: { client: 'Client2' } }];
		expect((await upload(again, { additionalFields })).hints).toEqual([
			expect.stringMatching(/that of item 2 too: .* \[item 3\]$/),
		]);
	});
});
