import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { inputFailure } from '../../shared/failure';
import { openFile, type OpenFile } from '../../shared/http/files';
import type { FileReference } from '../../shared/http/itemFile';
import type { Call } from '../../shared/table/operation';
import { base64Body } from '../wire/base64Body';
import { columns, masterDataCsv, namedRow, oneLine, type MasterDataType, type Row } from './csv';

interface Settings {
	type: MasterDataType;
	source: 'fields' | 'items' | 'file';
	binaryPropertyName: FileReference;
}
type Body = { rows?: Row[]; fileName?: string; withHeadings?: boolean; name?: string; description?: string };

/** The rows to send, each with the id that its list is about. Throws `Failed` that names the row. */
function rowsOf(call: Call, { type, source }: Settings, given: Row[]): Row[] {
	const named = (source === 'items' ? call.context.getInputData().map(({ json }) => json) : given).map(
		(one) => namedRow(type, one),
	);
	const unknown = [...new Set(named.flatMap((one) => one.unknown))];
	const known = columns[type].join(', ');
	if (unknown.length)
		call.hint(`Columns that this list does not have are left out: ${unknown.join(', ')}. It has ${known}`);
	const unused = [...new Set(named.flatMap((one) => one.unused))];
	if (unused.length)
		call.hint(
			`Values that are no text, or of which a column has another one already, are left out: ${unused.join(', ')}`,
		);
	const rows = named.map(({ row }) => row);
	const key = columns[type][0];
	if (!rows.length) throw inputFailure("'Rows' needs at least one row", 'Nothing was sent');
	const bad = rows.findIndex((row) => !oneLine(row[key]) || !oneLine(row.name));
	if (bad < 0) return rows;
	throw inputFailure(
		`Row ${bad + 1} has no ${key} or no name`,
		`Every row needs ${key} and name. Known columns: ${known}`,
	);
}

/** How workbooks, archives and PDFs begin. */
const NO_TEXT = /^(PK\x03\x04|\xd0\xcf\x11\xe0|%PDF-)/;

/** A ready list as a file. Throws `Failed` for what is no CSV. */
async function listFile(call: Call, { binaryPropertyName }: Settings, given?: string): Promise<OpenFile> {
	const file = await openFile(call.context, call.itemIndex, binaryPropertyName);
	const name = given ?? file.fileName ?? '';
	if (!file.size) throw inputFailure(`The file "${name}" is empty`);
	if (
		!/\.(xlsx?|xlsm|ods|numbers|pdf|docx?)$/i.test(name) &&
		!NO_TEXT.test((await file.head()).toString('latin1'))
	)
		return file;
	throw inputFailure(
		`The file "${name}" is no CSV: BLU DELTA takes lists as CSV only, with tabs between columns and every value in quotes`,
		'Read it with n8n\'s "Extract from File" and send the rows with Source: Input Items',
	);
}

interface Prepared {
	about: IDataObject & { fileName: string };
	fields: IDataObject;
	csv?: string;
	file: OpenFile;
	rows: Row[];
}

/** Reads and checks the list; undefined from the second item on where the first one sends it for all. Throws `Failed`. */
export async function prepareMasterData(call: Call): Promise<Prepared | undefined> {
	const settings = call.settings as unknown as Settings;
	const given = call.input.body as Body;
	if (settings.source === 'items' && call.itemIndex > 0) return undefined;
	const isFile = settings.source === 'file';
	const rows = isFile ? [] : rowsOf(call, settings, given.rows ?? []);
	const csv = isFile ? undefined : masterDataCsv(settings.type, rows, given.withHeadings ?? true);
	const file = csv === undefined ? await listFile(call, settings, given.fileName) : asFile(csv);
	const about = {
		type: settings.type,
		fileName: given.fileName ?? file.fileName ?? `${settings.type}.csv`,
		...(!isFile && { rows: rows.length }),
	};
	const fields = {
		Name: given.name ?? 'n8n',
		Description: given.description ?? '',
		Type: settings.type,
		FileName: about.fileName,
	};
	return { about, fields, csv, file, rows };
}

function asFile(csv: string): OpenFile {
	const content = Buffer.from(csv);
	const read = async () => content;
	return { mimeType: 'text/csv', size: content.length, head: read, content: read };
}

/** Sends the list: typed in, from all items together, or a file as it is. One output item, or none from the second item on. */
export async function uploadMasterData(call: Call): Promise<INodeExecutionData[]> {
	if (!call.prepared) return [];
	const { about, fields, csv, file, rows } = call.prepared as Prepared;
	if (call.options.dryRun) {
		const shown = csv === undefined ? `(${file.size} bytes as base64)` : Buffer.from(csv).toString('base64');
		const extra = csv === undefined ? about : { ...about, csv };
		return [dryRunItem(call, extra, { body: { ...fields, File: shown } })];
	}
	const body = base64Body(fields, 'File', file);
	await sendCall(call, {
		body: body.open,
		headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length) },
		repeat: 'yes',
		subject: about.fileName,
	});
	const all = rows.map((_, item) => ({ item }));
	const isAll = (call.settings as unknown as Settings).source === 'items';
	return [{ json: { ...about, uploaded: true }, ...(isAll && { pairedItem: all }) }];
}
