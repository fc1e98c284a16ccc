import { randomBytes } from 'node:crypto';
import { writeFile, rm } from 'node:fs/promises';
import { alternate } from '../alternate';
import type { Case } from '../case';
import type { EmulatorProcess } from '../emulatorProcess';
import { serveDocument } from '../documentServer';
import { MEASURED, chain, httpRequest, jsonBody, node, start, using } from '../nodes';
import { temporaryFile, type Place, type Running } from '../place';
import { medianOf, type Check, type Reading } from '../result';
import { loggingEnvironment, runByLog } from '../runByLog';
import type { WorkflowJson, WorkflowNode } from '../../runtime/workflow';

const MB = 1_000_000;
const WARM_UP_BYTES = 200_000;
const CLIENT = 'Client1';

/** A picture as far as its name goes: nothing is read in it, neither here nor there. */
const fileName = 'scan.tif';
const frame = { Name: 'n8n', Description: '', FileName: fileName, ClientAccessIdentifier: CLIENT };

const ours = ({ credentials }: Running, operation: string, parameters: object) =>
	node(
		MEASURED,
		'n8n-nodes-bluetape.bluDelta',
		1,
		{ resource: 'document', operation, ...parameters, options: {} },
		using(credentials.bluDeltaApi),
	);

const uploadParameters = {
	binaryPropertyName: 'data',
	additionalFields: { clientAccessIdentifier: CLIENT, fileName },
};

/** A file on disk, and the nodes that send it. */
function upload(path: string, measured: WorkflowNode[]): WorkflowJson {
	const read = node('File', 'n8n-nodes-base.readWriteFile', 1.1, {
		...{ operation: 'read', fileSelector: path, options: {} },
	});
	return chain('Upload', [start(), read, ...measured]);
}

const extract = node('Extract From File', 'n8n-nodes-base.extractFromFile', 1.1, {
	...{ operation: 'binaryToPropery', binaryPropertyName: 'data', destinationKey: 'file', options: {} },
});
const convert = node('Convert to File', 'n8n-nodes-base.convertToFile', 1.1, {
	...{ operation: 'toBinary', sourceProperty: 'File', binaryPropertyName: 'data', options: {} },
});

const measures = ({ milliseconds, addedMB }: Awaited<ReturnType<typeof runByLog>>) => ({
	s: milliseconds / 1000,
	MB: addedMB,
});

/** Each in a new n8n, after the same with a small file. */
async function inNewN8n(
	place: Place,
	work: (running: Running, bytes: number) => Promise<Awaited<ReturnType<typeof runByLog>>>,
	bytes: number,
	env: Record<string, string> = {},
) {
	const running = await place.fresh({ env: { ...loggingEnvironment, ...env } });
	try {
		await work(running, WARM_UP_BYTES);
		return measures(await work(running, bytes));
	} finally {
		await running.n8n.stop();
	}
}

async function withFile<T>(bytes: number, use: (path: string) => Promise<T>): Promise<T> {
	const path = temporaryFile(fileName);
	await writeFile(path, randomBytes(bytes));
	try {
		return await use(path);
	} finally {
		await rm(path);
	}
}

const opponent = (readings: Reading[], side: string): [times: number, memory: number] => [
	medianOf(readings, side, 's') / medianOf(readings, 'BLU DELTA', 's'),
	medianOf(readings, 'BLU DELTA', 'MB') / medianOf(readings, side, 'MB'),
];

function checks(readings: Reading[], side: string, faster: number, memory: number): Check[] {
	const [times, share] = opponent(readings, side);
	return [
		{ says: `times as fast as ${side}`, value: times, unit: '×', least: faster },
		{ says: 'of its added memory', value: share * 100, unit: '%', most: memory * 100 },
	];
}

const UPLOAD_BYTES = 70 * MB;

const READER = 'Bare reader';

/** What stands in the way where n8n keeps files in its database: it takes the whole of one into memory for whoever reads it. */
const byReader = (readings: Reading[], side: string): Check[] => {
	const [times, share] = opponent(readings, side);
	const memory = (of: string) => medianOf(readings, of, 'MB');
	return [
		{ says: `times as fast as ${side}`, value: times, unit: '×', least: 10 },
		{
			says: 'times the added memory of a node that only reads the file',
			value: memory('BLU DELTA') / memory(READER),
			unit: '×',
			most: 1.25,
		},
		{ says: `of the added memory of ${side}`, value: share * 100, unit: '%' },
	];
};

const uploading = (name: string, title: string, env?: Record<string, string>): Case => ({
	name,
	title,
	async run(place) {
		await place.retire();
		const side = 'Extract From File + HTTP Request';
		const send =
			(of: (running: Running) => WorkflowNode[], uploads = 1) =>
			async (running: Running, bytes: number) => {
				await place.emulator.control('POST', '/reset', { seed: false });
				const measured = of(running);
				const run = await withFile(bytes, async (path) => {
					return await runByLog(
						running,
						upload(path, measured),
						measured.map(({ name }) => name),
					);
				});
				await arrived(place.emulator, uploads);
				return run;
			};
		const url = `${place.emulator.bluDelta.baseUrl}/upload/invoiceContainer`;
		const frameText = JSON.stringify(frame).slice(1, -1);
		const mine = send((running) => [ours(running, 'upload', uploadParameters)]);
		const theirs = send(({ credentials }) => [
			extract,
			httpRequest(
				credentials.bluDeltaApi,
				'POST',
				url,
				jsonBody(`{ ${frameText}, "File": $json.file }`),
				'HTTP Request',
			),
		]);
		const reading = send(() => [node(READER, 'CUSTOM.bareReader', 1, {})], 0);
		const sideOf = (name: string, work: typeof mine) => ({
			...{ side: name, measure: async () => await inNewN8n(place, work, UPLOAD_BYTES, env) },
		});
		const sides = [sideOf('BLU DELTA', mine), sideOf(side, theirs)];
		const readings = await alternate(place, env ? [...sides, sideOf(READER, reading)] : sides, {
			warmUp: false,
		});
		const found = env ? byReader(readings, side) : checks(readings, side, 10, 0.1);
		return { readings, checks: found, notes: env ? [memoryNote, readerNote] : [memoryNote] };
	},
});

export const upload70 = uploading('upload-70', 'BLU DELTA: upload of a file of 70 MB');
export const upload70Database = uploading(
	'upload-70-database',
	"BLU DELTA: the same with n8n's files in its database",
	{ N8N_DEFAULT_BINARY_DATA_MODE: 'database' },
);

const memoryNote =
	"Each in a new n8n, after the same with 0.2 MB. Memory: peak of n8n's process above what it had before; time: by n8n's log, without the storing of the execution.";

const readerNote = `${READER}: a community node that reads the file by n8n's helper, and does nothing else.`;

async function arrived(emulator: EmulatorProcess, count: number): Promise<void> {
	const documents = await emulator.control<unknown[]>('GET', '/bludelta/documents');
	if (documents.length !== count) throw new Error(`${documents.length} documents arrived, not ${count}`);
}

const DOWNLOAD_BYTES = 50 * MB;

/** The credential of n8n for another address than the emulator's. */
async function pointedAt(running: Running, { emulator }: Place, baseUrl: string): Promise<Running> {
	const data = { ...emulator.bluDelta, baseUrl, clients: '', timeoutSeconds: 900 };
	const bluDeltaApi = await running.api.createCredential({ name: baseUrl, type: 'bluDeltaApi', data });
	return { ...running, credentials: { ...running.credentials, bluDeltaApi } };
}

export const download50: Case = {
	name: 'download-50',
	title: 'BLU DELTA: download of a document of 50 MB as a file',
	async run(place) {
		await place.retire();
		const side = 'HTTP Request + Convert to File';
		const fetchWith =
			(of: (running: Running, baseUrl: string) => WorkflowNode[]) =>
			async (running: Running, bytes: number) => {
				const server = await serveDocument(bytes);
				try {
					const measured = of(await pointedAt(running, place, server.baseUrl), server.baseUrl);
					const names = measured.map(({ name }) => name);
					const run = await runByLog(running, chain('Download', [start(), ...measured]), names);
					if (server.downloads() !== 1) throw new Error('The document was not downloaded once');
					return run;
				} finally {
					await server.stop();
				}
			};
		const mine = fetchWith((running) => [
			ours(running, 'downloadNext', {
				...{ confirmation: 'manual', limit: 1, output: 'simplified', binaryPropertyName: 'data' },
			}),
		]);
		const header = { name: 'X-AccessToken', value: 'ready' };
		const theirs = fetchWith(({ credentials }, baseUrl) => [
			httpRequest(
				credentials.bluDeltaApi,
				'GET',
				`${baseUrl}/v2/download/invoice/next`,
				{ sendHeaders: true, headerParameters: { parameters: [header] } },
				'HTTP Request',
			),
			convert,
		]);
		const readings = await alternate(
			place,
			[
				{ side: 'BLU DELTA', measure: async () => await inNewN8n(place, mine, DOWNLOAD_BYTES) },
				{ side, measure: async () => await inNewN8n(place, theirs, DOWNLOAD_BYTES) },
			],
			{ warmUp: false },
		);
		return {
			readings,
			checks: checks(readings, side, 3, 1 / 3),
			notes: [
				memoryNote,
				'The document comes from a server that has its answer ready: the emulator takes longer to make it than we to read it.',
				'HTTP Request was given a ready access token; our node obtains its own.',
			],
		};
	},
};
