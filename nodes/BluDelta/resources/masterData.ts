import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/answer';
import { sendCall } from '../../shared/call';
import { operation, resource, type Call } from '../../shared/operation';
import { inputFailure } from '../../shared/failure';
import { choice, flag, list, optional, optionalText, text } from '../../shared/field';
import { openFile } from '../../shared/files';
import { base64Body } from '../base64Body';
import { columns, masterDataCsv, oneLine, type MasterDataType, type Row } from '../masterData';

interface Settings {
	type: MasterDataType;
	source: 'fields' | 'items' | 'file';
	binaryPropertyName: string;
}
type Body = { rows?: Row[]; fileName?: string; withHeadings?: boolean; name?: string; description?: string };

/** The rows to send, each with the id that its list is about. Throws `Failed` that names the row. */
function rowsOf(call: Call, { type, source }: Settings, given: Row[]): Row[] {
	const rows = source === 'items' ? call.context.getInputData().map(({ json }) => json as Row) : given;
	const key = columns[type][0];
	if (!rows.length) throw inputFailure("'Rows' needs at least one row", 'Nothing was sent');
	const bad = rows.findIndex((row) => !oneLine(row[key]) || !oneLine(row.name));
	if (bad < 0) return rows;
	throw inputFailure(
		`Row ${bad + 1} has no ${key} or no name`,
		`Every row needs ${key} and name. Known columns: ${columns[type].join(', ')}`,
	);
}

async function upload(call: Call): Promise<INodeExecutionData[]> {
	const settings = call.settings as unknown as Settings;
	const given = call.input.body as Body;
	// One list of all items: the first item sends it for all.
	if (settings.source === 'items' && call.itemIndex > 0) return [];
	const file =
		settings.source === 'file'
			? await openFile(call.context, call.itemIndex, settings.binaryPropertyName)
			: undefined;
	const rows = file ? [] : rowsOf(call, settings, given.rows ?? []);
	const csv = Buffer.from(masterDataCsv(settings.type, rows, given.withHeadings ?? true));
	const about = {
		type: settings.type,
		fileName: given.fileName ?? file?.fileName ?? `${settings.type}.csv`,
		...(!file && { rows: rows.length }),
	};
	const fields = {
		Name: given.name ?? 'n8n',
		Description: given.description ?? '',
		Type: settings.type,
		FileName: about.fileName,
	};
	if (file && !file.size) throw inputFailure(`The file "${about.fileName}" is empty`);
	if (call.options.dryRun) {
		const shown = file ? `(${file.size} bytes as base64)` : csv.toString('base64');
		return [
			dryRunItem(call, file ? about : { ...about, csv: csv.toString() }, {
				body: { ...fields, File: shown },
			}),
		];
	}
	const body = base64Body(
		fields,
		'File',
		file ?? { mimeType: 'text/csv', size: csv.length, head: csv, content: async () => csv },
	);
	await sendCall(call, {
		body: body.open,
		headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length) },
		repeat: 'yes',
		subject: about.fileName,
	});
	return [{ json: { ...about, uploaded: true } }];
}

const several = 'Several with | between them';

/** Lists of clients and suppliers that help BLU DELTA to recognise them. */
export const masterData = resource({
	name: 'Master Data',
	description: 'Lists of your clients and suppliers, to recognise them on documents',
	operations: {
		upload: operation({
			name: 'Upload (Deprecated)',
			action: 'Upload master data',
			description: 'Send a list of your clients or suppliers, so that they are recognised on documents',
			route: 'POST /upload/resource',
			settings: {
				type: choice(
					[
						{ name: 'Clients', value: 'ClientMasterData' },
						{ name: 'Suppliers', value: 'SupplierMasterData' },
					],
					{ default: 'SupplierMasterData', label: 'List' },
				),
				source: optional(
					choice(
						[
							{ name: 'Fields Below', value: 'fields', description: 'Fill in each row' },
							{
								name: 'File',
								value: 'file',
								description: 'A CSV file that is ready: tabs between columns, every value in quotes',
							},
							{
								name: 'Input Items',
								value: 'items',
								description: 'All incoming items as one list, their fields named like the columns',
							},
						],
						{ upFront: true, default: 'fields' },
					),
				),
				binaryPropertyName: text({
					default: 'data',
					label: 'Input Binary Field',
					description: 'The name of the input field that holds the CSV, when Source is File',
				}),
			},
			body: {
				rows: optional(
					list(
						'Row',
						{
							supplierId: optionalText({ label: 'Supplier ID' }),
							clientId: optionalText({ label: 'Client ID' }),
							name: optionalText(),
							street: optionalText({ label: 'Street and Number' }),
							zipCode: optionalText({ label: 'ZIP Code' }),
							city: optionalText(),
							country: optionalText(),
							ustIds: optionalText({ label: 'VAT IDs', description: several }),
							ibans: optionalText({ label: 'IBANs', description: several }),
							emailAddresses: optionalText({ description: `${several}. Suppliers only` }),
							senderEmailAddresses: optionalText({
								description: `${several}. Suppliers only: a document with this SenderEmail is likelier theirs`,
							}),
						},
						{ upFront: true, description: 'When Source is Fields Below' },
					),
				),
				fileName: optionalText({ placeholder: 'e.g. suppliers.csv' }),
				withHeadings: optional(
					flag({
						default: true,
						label: 'Line With Headings',
						description:
							'Whether the list begins with the names of its columns. The vendor does not say which is wanted; try without when the first row is taken for data.',
					}),
				),
				name: optionalText({ label: 'Log Name', description: 'Shown in the log of BLU DELTA' }),
				description: optionalText({ label: 'Log Description', description: 'Shown in the log of BLU DELTA' }),
			},
			effects:
				'BLU DELTA calls this deprecated and may end it. Its successor, the Resource API, is not documented in public',
			files: true,
			execute: upload,
			example: { type: 'SupplierMasterData', fileName: 'SupplierMasterData.csv', rows: 12, uploaded: true },
		}),
	},
});
