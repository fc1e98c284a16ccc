import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { inputFailure } from '../../shared/failure';
import { openFile } from '../../shared/http/files';
import type { FileReference } from '../../shared/http/itemFile';
import type { Call } from '../../shared/table/operation';
import { base64Body } from '../wire/base64Body';
import { columns, masterDataCsv, oneLine, type MasterDataType, type Row } from './csv';

interface Settings {
	type: MasterDataType;
	source: 'fields' | 'items' | 'file';
	binaryPropertyName: FileReference;
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

/** Sends the list: typed in, from all items together, or a file as it is. One output item, or none from the second item on. */
export async function uploadMasterData(call: Call): Promise<INodeExecutionData[]> {
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
	const all = rows.map((_, item) => ({ item }));
	return [{ json: { ...about, uploaded: true }, ...(settings.source === 'items' && { pairedItem: all }) }];
}
